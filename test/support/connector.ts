import http from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Activity } from 'botbuilder';

export interface Sent {
  readonly method: 'POST' | 'PUT' | 'DELETE';
  readonly conversationId: string;
  /** Activity that was answered, changed or deleted; null for a POST to the conversation itself. */
  readonly activityId: string | null;
  /** What the bot sent; empty for a DELETE. */
  readonly activity: Partial<Activity>;
  /** Id the connector answered with. */
  readonly id: string;
  readonly authorization: string | null;
}

/** What the connector does with one call. */
export type Reaction =
  | { readonly type: 'accept'; readonly delayMs?: number }
  | {
      readonly type: 'fail';
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly delayMs?: number;
    }
  /** Takes the call and answers 200 with something that is no JSON. */
  | { readonly type: 'garbage' }
  /** Closes the connection without an answer. */
  | { readonly type: 'reset'; readonly delayMs?: number }
  /** Never answers. */
  | { readonly type: 'silence' };

export interface Connector {
  /** "http://127.0.0.1:PORT/", what activities carry as serviceUrl. */
  readonly serviceUrl: string;
  /** Every accepted call, in order. */
  readonly sent: readonly Sent[];
  /** Every call, also the failed ones: "POST 503". */
  readonly calls: readonly string[];
  /** Reactions for the next calls, one each; afterwards everything is accepted. */
  script(...reactions: readonly Reaction[]): void;
  close(): Promise<void>;
}

/** Stands in for the Bot Connector on a loopback port (0: any): records activities, answers ids, fails when told to. */
export async function startConnector(atPort = 0): Promise<Connector> {
  const sent: Sent[] = [];
  const calls: string[] = [];
  const reactions: Reaction[] = [];

  const server = http.createServer((request, response) => {
    void react(request, response).catch(() => response.destroy());
  });

  async function react(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const text = await readText(request);
    const reaction = reactions.shift() ?? { type: 'accept' };
    if (reaction.type === 'silence') {
      calls.push(`${request.method} silence`);
      return;
    }
    if (reaction.type === 'garbage') {
      calls.push(`${request.method} garbage`);
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end('{"id":');
      return;
    }
    if (reaction.delayMs !== undefined) await new Promise((resolve) => setTimeout(resolve, reaction.delayMs));
    if (reaction.type === 'reset') {
      calls.push(`${request.method} reset`);
      request.socket.destroy();
      return;
    }
    if (reaction.type === 'fail') {
      calls.push(`${request.method} ${reaction.status}`);
      response.writeHead(reaction.status, { 'content-type': 'application/json', ...reaction.headers });
      response.end('{"error":{"code":"Scripted","message":"scripted failure"}}');
      return;
    }
    const target = /^\/v3\/conversations\/([^/?]+)\/activities(?:\/([^/?]+))?/.exec(request.url ?? '');
    const method = ['POST', 'PUT', 'DELETE'].find((known) => known === request.method);
    if (target?.[1] === undefined || (method !== 'POST' && method !== 'PUT' && method !== 'DELETE')) {
      calls.push(`${request.method} 404`);
      response.writeHead(404).end();
      return;
    }
    const activityId = target[2] === undefined ? null : decodeURIComponent(target[2]);
    const id = method === 'POST' ? `sent-${sent.length + 1}` : (activityId ?? '');
    const activity: Partial<Activity> = text === '' ? {} : JSON.parse(text);
    const authorization = request.headers.authorization ?? null;
    sent.push({ method, conversationId: decodeURIComponent(target[1]), activityId, activity, id, authorization });
    calls.push(`${method} 200`);
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ id }));
  }

  await new Promise<void>((resolve) => server.listen(atPort, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    serviceUrl: `http://127.0.0.1:${port}/`,
    sent,
    calls,
    script: (...next) => {
      reactions.push(...next);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}
