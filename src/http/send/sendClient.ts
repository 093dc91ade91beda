import http from 'node:http';
import https from 'node:https';
import { createRequire } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import type * as compat from '@azure/core-http-compat';
import type * as pipeline from '@azure/core-rest-pipeline';
import { UNCOUNTED, type HttpLog, type HttpMetrics } from '../seams.ts';
import type { SendLimiter } from './sendLimiter.ts';

// As the SDK loads them: with `import` both would be read a second time in their form for modules, 140 files at each start.
const load = createRequire(import.meta.url);
const { toHttpHeadersLike } = load('@azure/core-http-compat') as typeof compat;
const { createDefaultHttpClient, createHttpHeaders, createPipelineRequest } = load(
  '@azure/core-rest-pipeline',
) as typeof pipeline;

/** Follows no redirect, tries nothing again. `fetch` takes more than twice the processor time. */
const wire = createDefaultHttpClient();
/** A connection that was quiet for longer may be closed by the other side in the moment in which it is used. */
const QUIET_MS = 4_000;
const agents = {
  'http:': new http.Agent({ keepAlive: true, timeout: QUIET_MS }),
  'https:': new https.Agent({ keepAlive: true, timeout: QUIET_MS }),
};

/** What the SDK calls to reach the connector. */
export type SendClient = compat.RequestPolicy;
type Request = Parameters<SendClient['sendRequest']>[0];
type Response = Awaited<ReturnType<SendClient['sendRequest']>>;

export interface SendClientOptions {
  readonly limiter: SendLimiter;
  readonly log: HttpLog;
  /** Left out: nothing is counted. */
  readonly metrics?: HttpMetrics;
  /** Milliseconds that never jump; left out: performance.now. */
  readonly clock?: () => number;
  /** Left out: a timer. */
  readonly pause?: (ms: number) => Promise<unknown>;
  /** 0..1; left out: Math.random. */
  readonly random?: () => number;
}

/** The connector did not take a request. Without a `code`, so that the SDK's own retries leave it alone. */
export class SendFailed extends Error {
  /** HTTP status; 429 also when it would have to wait too long; undefined: there was no answer. */
  readonly statusCode: number | undefined;

  constructor(statusCode: number | undefined, reason: string) {
    super(`the connector did not take a request: ${reason}`);
    this.statusCode = statusCode;
  }
}

/** Everything one send may take, with its waits and retries. */
const BUDGET_MS = 10_000;
const RETRIES_MAX = 3;
const FIRST_PAUSE_MS = 2_000;
const JITTER = 0.2;
/** What Teams asks to try again: too many requests, a conflict of its own, a gateway. */
const RETRIED: readonly number[] = [429, 412, 502, 504];

/**
 * The one way out to the connector: paced, bounded in time, tried again where Teams asks for it and nowhere else. A request
 * that got no answer is not repeated, because the message may be in the chat already.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit
 */
export function createSendClient(options: SendClientOptions): SendClient {
  const { clock = () => performance.now(), pause = sleep, random = Math.random } = options;
  const { limiter, log, metrics = UNCOUNTED } = options;

  /** @returns the milliseconds it waited */
  async function waitForTurn(request: Request, deadlineMs: number): Promise<number> {
    const waitMs = limiter.reserve(conversationOf(request.url), clock(), deadlineMs - clock());
    if (waitMs === null) throw failed(429, 'too many messages wait');
    if (waitMs > 0) await pause(waitMs);
    return waitMs;
  }

  function failed(status: number | undefined, reason: string): SendFailed {
    log.warn('send-failed', { reason, ...(status === undefined ? {} : { status }) });
    return new SendFailed(status, reason);
  }

  /** @param onWait told of each time the limiter held it back */
  async function send(request: Request, onWait: (waitMs: number) => void): Promise<Response> {
    const deadlineMs = clock() + BUDGET_MS;
    for (let tries = 0; ; tries += 1) {
      onWait(await waitForTurn(request, deadlineMs));
      const answer = await post(request, deadlineMs - clock()).catch((error: unknown) => {
        throw failed(undefined, reasonOf(error));
      });
      if (answer.status >= 200 && answer.status < 300) return answer;
      const pauseMs = Math.max(
        FIRST_PAUSE_MS * 2 ** tries * (1 + JITTER * (2 * random() - 1)),
        readRetryAfter(answer.headers.get('retry-after'), Date.now()),
      );
      const isRetried = RETRIED.includes(answer.status) && tries < RETRIES_MAX && clock() + pauseMs < deadlineMs;
      if (!isRetried) throw failed(answer.status, `status ${answer.status}`);
      log.info('send-again', { status: answer.status, durationMs: Math.round(pauseMs) });
      metrics.sentAgain(answer.status);
      await pause(pauseMs);
    }
  }

  return {
    sendRequest: async (request) => {
      const startMs = clock();
      let waitedMs = 0;
      let status: number | undefined;
      try {
        const answer = await send(request, (waitMs) => (waitedMs += waitMs));
        status = answer.status;
        return answer;
      } catch (error) {
        if (error instanceof SendFailed) status = error.statusCode;
        throw error;
      } finally {
        metrics.sent(status ?? null, clock() - startMs, waitedMs);
      }
    },
  };
}

async function post(request: Request, timeoutMs: number): Promise<Response> {
  const { url, method, body } = request;
  const isLocal = url.startsWith('http:');
  // Not AbortSignal.timeout: its timer outlives the answer, and holds request and turn for these 10 seconds.
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), timeoutMs);
  try {
    const answer = await wire.sendRequest(
      createPipelineRequest({
        url,
        method,
        headers: createHttpHeaders(request.headers.rawHeaders()),
        ...(typeof body === 'string' ? { body } : {}),
        abortSignal: late.signal,
        agent: agents[isLocal ? 'http:' : 'https:'],
        // Where a message may go is checked when one comes in; only the local chat has such an address.
        allowInsecureConnection: isLocal,
      }),
    );
    const { status, bodyAsText } = answer;
    const text = bodyAsText ?? '';
    const isOk = status >= 200 && status < 300;
    // An answer that cannot be read is still a message that was taken.
    return {
      request,
      status,
      headers: toHttpHeadersLike(answer.headers),
      bodyAsText: isOk && !isJson(text) ? '{}' : text,
    };
  } catch (error) {
    throw late.signal.aborted ? Object.assign(new Error('no answer in time'), { code: 'ETIMEDOUT' }) : error;
  } finally {
    clearTimeout(timer);
  }
}

/** Milliseconds that a Retry-After header asks for, in seconds or as a date; 0: nothing. */
export function readRetryAfter(value: string | undefined, nowMs: number): number {
  if (value === undefined) return 0;
  const ms = /^\d{1,9}$/.test(value) ? Number(value) * 1_000 : Date.parse(value) - nowMs;
  return Number.isNaN(ms) ? 0 : Math.max(0, ms);
}

function conversationOf(url: string): string {
  return /\/v3\/conversations\/([^/?]+)/.exec(url)?.[1] ?? '';
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** "ETIMEDOUT", "ECONNREFUSED": never a message, which may name what was sent. */
function reasonOf(error: unknown): string {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : null;
  if (typeof code === 'string') return code;
  return error instanceof Error ? error.name : 'unknown';
}
