import type { IncomingMessage, ServerResponse } from 'node:http';
import restify from 'restify';
import type { Server } from 'restify';
import { within } from '../model/within.ts';
import type { TurnAdapter } from './adapter.ts';
import { answerEmpty, answerJson } from './answers.ts';
import { TEAMS_SERVICE_HOSTS, type ServiceUrls } from './checkActivity.ts';
import { describeError } from './describeError.ts';
import { HEADER_LINES_MAX, openListeners } from './listeners.ts';
import type { Reach } from './listeners.ts';
import { createMessagesEndpoint, type Callers } from './messages.ts';
import { answerMetrics, type MetricsPage } from './metricsPage.ts';
import { createReadiness } from './readiness.ts';
import { UNCOUNTED, type Bot, type HttpLog, type HttpMetrics } from './seams.ts';

export interface HttpServerOptions {
  /** 0: the system chooses. */
  readonly port: number;
  /** Who may call; null: local use, the server listens on loopback and asks for no token. */
  readonly callers: Callers | null;
  /** Where answers may be sent; left out: by reach. */
  readonly serviceUrls?: ServiceUrls;
  readonly adapter: TurnAdapter;
  readonly bot: Bot;
  /** Resolves when storage and signing keys can be used; rejects otherwise. Asked at most once a second. */
  readonly ready: () => Promise<void>;
  readonly log: HttpLog;
  /** Left out: nothing is counted. */
  readonly metrics?: HttpMetrics;
  /** GET /metrics; left out: 404. */
  readonly metricsPage?: MetricsPage;
  /** Most turns at one time; left out: 500. */
  readonly turnsMax?: number;
  /** Adds routes of its own (the local chat). `port` is known once the server listens. */
  readonly mount?: (server: Server, port: () => number) => void;
  /** Longest time running turns get to finish when the server is closed, in milliseconds. */
  readonly drainMs?: number;
}

export interface RunningServer {
  readonly port: number;
  /**
   * Answers new activities with 503, lets running turns finish (at most `drainMs`), then closes the port and cuts what is left.
   * Twice is fine.
   */
  close(): Promise<void>;
}

const DRAIN_MS = 12_000;
const TEAMS: ServiceUrls = { type: 'hosts', hosts: TEAMS_SERVICE_HOSTS };

/**
 * The HTTP server: POST /api/messages, GET /healthz, /readyz and /metrics, and what `mount` adds. Everything else is 404 or 405.
 * @throws (listen) CONFIG_INVALID when the port cannot be opened
 */
export function createHttpServer(options: HttpServerOptions): { listen(): Promise<RunningServer> } {
  const { metrics = UNCOUNTED, metricsPage } = options;
  const reach: Reach = options.callers === null ? 'loopback' : 'everyone';
  let port = options.port;
  const messages = createMessagesEndpoint({
    adapter: options.adapter,
    bot: options.bot,
    log: options.log,
    metrics,
    callers: options.callers,
    ...(options.turnsMax === undefined ? {} : { turnsMax: options.turnsMax }),
    serviceUrls: options.serviceUrls ?? (options.callers === null ? { type: 'loopback' } : TEAMS),
  });
  const readiness = createReadiness({ check: options.ready, log: options.log });

  // restify routes; the sockets are opened by listeners.ts, which can set the limits restify does not pass on.
  // The empty name takes the Server header away. No bodyParser, see readBody.ts.
  const routes = restify.createServer({ name: '' });
  routes.post('/api/messages', async (request, response) => messages.handle(request, response));
  routes.get('/healthz', async (_request, response) => answerJson(response, 200, { status: 'ok' }));
  routes.head('/healthz', async (_request, response) => answerEmpty(response, 200));
  routes.get('/readyz', async (_request, response) => {
    const isReady = await readiness.isReady();
    answerJson(response, isReady ? 200 : 503, { status: isReady ? 'ready' : 'not ready' });
  });
  if (metricsPage !== undefined) {
    const isOpen = options.callers === null;
    routes.get('/metrics', async (request, response) => answerMetrics(request, response, metricsPage, isOpen));
  }
  routes.on('restifyError', (_request: IncomingMessage, response: ServerResponse, error: unknown) =>
    answerError(response, error, options.log),
  );
  options.mount?.(routes, () => port);

  function onRequest(request: IncomingMessage, response: ServerResponse): void {
    if (request.rawHeaders.length > 2 * HEADER_LINES_MAX) return refuse(response, 431, 'headers');
    if (reach === 'loopback' && !isLocalHost(request.headers.host, port)) return refuse(response, 403, 'host');
    routes.server.emit('request', request, response);
  }

  function refuse(response: ServerResponse, status: number, reason: string): void {
    metrics.refused(status, reason);
    answerEmpty(response, status);
  }

  return {
    listen: async () => {
      const listeners = await openListeners(options.port, reach, onRequest);
      port = listeners.port;
      readiness.watch();
      let closed: Promise<void> | null = null;
      return {
        port,
        close: () => {
          closed ??= (async () => {
            readiness.stop();
            await within(messages.drain(), options.drainMs ?? DRAIN_MS);
            listeners.stop();
            listeners.cut();
          })();
          return closed;
        },
      };
    },
  };
}

/** Without credentials every page of a browser could reach the port; a foreign name in Host shows DNS rebinding. */
function isLocalHost(host: string | undefined, port: number): boolean {
  const names = ['localhost', '127.0.0.1', '[::1]'];
  const value = host?.toLowerCase() ?? '';
  return names.some((name) => value === `${name}:${port}` || (port === 80 && value === name));
}

/** restify's own answers repeat the path and name its error classes; ours are empty. It has set Allow for 405. */
function answerError(response: ServerResponse, error: unknown, log: HttpLog): void {
  const status =
    typeof error === 'object' && error !== null && 'statusCode' in error && typeof error.statusCode === 'number'
      ? error.statusCode
      : 500;
  if (status >= 500) log.error('request-failed', { ...describeError(error), status });
  answerEmpty(response, status);
}
