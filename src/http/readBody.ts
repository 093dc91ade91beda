import type { IncomingMessage } from 'node:http';

export interface BodyLimits {
  /** Largest body in bytes. */
  readonly bytesMax: number;
  /** Time for the whole body in milliseconds. */
  readonly timeoutMs: number;
  /** Deepest nesting of objects and arrays; the outermost object is level 1. */
  readonly depthMax: number;
}

export const BODY_LIMITS: BodyLimits = { bytesMax: 262_144, timeoutMs: 8_000, depthMax: 500 };

export type Body =
  | { readonly type: 'object'; readonly value: Readonly<Record<string, unknown>> }
  /** `drained` is false when unread bytes are left: the connection cannot be used again. */
  | { readonly type: 'refused'; readonly status: 400 | 408 | 413 | 415; readonly drained: boolean }
  /** The client went away; nobody waits for an answer. */
  | { readonly type: 'gone' };

/**
 * Reads a JSON object. It takes the place of restify's body parser, which ends the process on a body that claims to be gzip
 * and is not, counts compressed bytes, and writes uploads to the temporary folder.
 * @param onStart called before the first byte is waited for (to answer "Expect: 100-continue")
 * @returns never rejects
 * https://github.com/restify/node-restify/issues/1975
 */
export async function readBody(request: IncomingMessage, onStart: () => void, limits = BODY_LIMITS): Promise<Body> {
  if (request.headers['content-encoding'] !== undefined) return refused(415);
  if (!isJson(request.headers['content-type'])) return refused(415);
  if (Number(request.headers['content-length'] ?? 0) > limits.bytesMax) return refused(413);
  onStart();
  const bytes = await readBytes(request, limits);
  return Buffer.isBuffer(bytes) ? parseObject(bytes, limits.depthMax) : bytes;
}

function refused(status: 400 | 408 | 413 | 415, drained = false): Body {
  return { type: 'refused', status, drained };
}

/** "application/json", with no other parameter than charset=utf-8. */
function isJson(contentType: string | undefined): boolean {
  return /^application\/json\s*(?:;\s*charset\s*=\s*"?utf-8"?\s*)?;?$/i.test(contentType?.trim() ?? '');
}

function readBytes(request: IncomingMessage, limits: BodyLimits): Promise<Buffer | Body> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    // What arrived while the process was busy is read first: it was in time.
    const timer = setTimeout(() => setImmediate(() => finish(refused(408))), limits.timeoutMs);

    function onData(chunk: Buffer): void {
      length += chunk.length;
      if (length > limits.bytesMax) finish(refused(413));
      else chunks.push(chunk);
    }
    function onEnd(): void {
      finish(Buffer.concat(chunks));
    }
    function onGone(): void {
      finish({ type: 'gone' });
    }
    let finished = false;
    function finish(result: Buffer | Body): void {
      if (finished) return;
      finished = true;
      clearTimeout(timer);
      request.off('data', onData).off('end', onEnd).off('close', onGone);
      request.pause();
      resolve(result);
    }

    // The error listener stays: a late reset of the connection must not become an uncaught exception.
    request.on('error', onGone);
    request.on('data', onData).on('end', onEnd).on('close', onGone);
  });
}

const UTF8 = new TextDecoder('utf-8', { fatal: true });

function parseObject(bytes: Buffer, depthMax: number): Body {
  try {
    const text = UTF8.decode(bytes);
    if (isDeeperThan(text, depthMax)) return refused(400, true);
    const value: unknown = JSON.parse(text);
    return isObject(value) ? { type: 'object', value } : refused(400, true);
  } catch {
    return refused(400, true);
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Counts brackets outside of strings, before parsing: what is too deep is never built. */
function isDeeperThan(text: string, depthMax: number): boolean {
  let depth = 0;
  let inString = false;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (inString) {
      if (unit === 0x5c /* \ */) index++;
      else if (unit === 0x22 /* " */) inString = false;
    } else if (unit === 0x22) inString = true;
    else if (unit === 0x7b /* { */ || unit === 0x5b /* [ */) {
      depth++;
      if (depth > depthMax) return true;
    } else if (unit === 0x7d /* } */ || unit === 0x5d /* ] */) depth--;
  }
  return false;
}
