import http from 'node:http';
import type { ServerResponse } from 'node:http';

/** Stands in for the Bot Connector under load: keeps counts and no message. */
export interface Sink {
  /** What activities carry as serviceUrl. */
  readonly serviceUrl: string;
  /** Messages that were sent to a conversation so far. */
  sentTo(conversation: string): number;
  /** All messages so far. */
  readonly sent: number;
  /** Time it takes for its answers from now on. */
  delayMs: number;
  reset(): void;
  close(): void;
}

/** Starts it on a free port of this machine. */
export async function startSink(): Promise<Sink> {
  const counts = new Map<string, number>();
  let sent = 0;
  const server = http.createServer((request, response) => {
    request.resume().once('end', () => {
      const conversation = decodeURIComponent(/\/v3\/conversations\/([^/?]+)/.exec(request.url ?? '')?.[1] ?? '');
      counts.set(conversation, (counts.get(conversation) ?? 0) + 1);
      sent += 1;
      const id = sent;
      if (sink.delayMs === 0) answer(response, id);
      else setTimeout(() => answer(response, id), sink.delayMs);
    });
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const sink: Sink = {
    serviceUrl: `http://127.0.0.1:${port}/`,
    sentTo: (conversation) => counts.get(conversation) ?? 0,
    get sent() {
      return sent;
    },
    delayMs: 0,
    reset: () => {
      counts.clear();
      sent = 0;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
  return sink;
}

function answer(response: ServerResponse, id: number): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(`{"id":"${id}"}`);
}
