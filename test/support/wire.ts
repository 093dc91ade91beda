import { randomUUID } from 'node:crypto';
import type { Activity } from 'botbuilder';
import { createAdapter } from '../../src/http/adapter.ts';
import type { Bot } from '../../src/http/seams.ts';
import { NO_LIMIT } from '../../src/http/send/sendLimiter.ts';
import { createHttpServer } from '../../src/http/server.ts';
import type { HttpServerOptions } from '../../src/http/server.ts';
import { createLogger } from '../../src/log.ts';
import { startConnector } from './connector.ts';
import type { Connector, Sent } from './connector.ts';

export interface Turn {
  /** HTTP status of the bot's endpoint. */
  readonly status: number;
  /** Body of the answer: parsed JSON, null when it is empty. */
  readonly body: unknown;
  /** What the connector got during this turn. */
  readonly sent: readonly Sent[];
}

/** One person, in one chat. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly conversationId: string;
}

export const ALICE: Person = { id: '29:alice', name: 'Alice', conversationId: 'a:alice-and-the-bot' };

export interface Wire {
  readonly port: number;
  /** "http://127.0.0.1:PORT" */
  readonly url: string;
  readonly connector: Connector;
  /** Lines of the log, as JSON text. */
  readonly log: readonly string[];
  /** A typed message. */
  say(text: string, changes?: object): Promise<Turn>;
  /** Action.Submit of a card: a message with `value` and no text. */
  submit(value: object, changes?: object): Promise<Turn>;
  /** Action.Execute of a card: an invoke "adaptiveCard/action". */
  invoke(verb: string, data: object, changes?: object): Promise<Turn>;
  /** Any activity; `changes` are laid over a message activity of Alice's, undefined takes a field away. */
  post(changes: object): Promise<Turn>;
  close(): Promise<void>;
}

export type WireOptions = Partial<
  Pick<HttpServerOptions, 'mount' | 'ready' | 'drainMs' | 'metricsPage' | 'turnsMax'>
> & {
  readonly person?: Person;
};

/** Starts the real server and the real adapter without credentials, on a free port, against a stand-in connector. */
export async function startWire(bot: Bot, options: WireOptions = {}): Promise<Wire> {
  const connector = await startConnector();
  const lines: string[] = [];
  const log = createLogger('info', { write: (line) => lines.push(line) });
  const { person = ALICE, ...serverOptions } = options;
  const server = createHttpServer({
    port: 0,
    callers: null,
    adapter: createAdapter({ credentials: null, log, limiter: NO_LIMIT }),
    bot,
    ready: async () => undefined,
    log,
    ...serverOptions,
  });
  const running = await server.listen();
  const url = `http://127.0.0.1:${running.port}`;

  async function post(changes: object): Promise<Turn> {
    const before = connector.sent.length;
    const answer = await fetch(`${url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...messageOf(person, connector.serviceUrl), ...changes }),
    });
    const text = await answer.text();
    return { status: answer.status, body: text === '' ? null : JSON.parse(text), sent: connector.sent.slice(before) };
  }

  return {
    port: running.port,
    url,
    connector,
    log: lines,
    post,
    say: (text, changes = {}) => post({ text, ...changes }),
    submit: (value, changes = {}) => post({ text: undefined, value, replyToId: 'sent-1', ...changes }),
    invoke: (verb, data, changes = {}) =>
      post({
        type: 'invoke',
        name: 'adaptiveCard/action',
        text: undefined,
        value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
        ...changes,
      }),
    close: async () => {
      await running.close();
      await connector.close();
    },
  };
}

/** A message of a personal chat as Teams sends it, with a fresh id and no text. */
export function messageOf(person: Person, serviceUrl: string): Partial<Activity> {
  const tenantId = '11111111-2222-3333-4444-555555555555';
  return {
    type: 'message',
    id: randomUUID(),
    timestamp: new Date(),
    channelId: 'msteams',
    serviceUrl,
    from: { id: person.id, name: person.name, aadObjectId: 'aaaaaaaa-0000-0000-0000-00000000a11c' },
    conversation: { id: person.conversationId, conversationType: 'personal', tenantId, isGroup: false, name: '' },
    recipient: { id: '28:hostmedic', name: 'Hostmedic' },
    textFormat: 'plain',
    locale: 'en-US',
    channelData: { tenant: { id: tenantId } },
  };
}
