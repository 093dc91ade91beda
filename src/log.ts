import { writeSync } from 'node:fs';
import pino from 'pino';
import type { LogLevel } from './config.ts';

/**
 * Everything a log line may say besides its event name. Nothing here ever holds what a person wrote:
 * numbers, codes, ids of the catalog and of the product's own parts. Other fields are dropped, also at run time.
 */
export interface LogFields {
  /** Reference of 8 hex digits that was also shown to the person. */
  readonly ref?: string;
  /** Class of an error, as "RestError". */
  readonly error?: string;
  /** Code of an error, as "STORAGE_UNAVAILABLE" or "ECONNREFUSED". */
  readonly code?: string;
  /** Where in the program: file names and lines of a stack, without its message. */
  readonly at?: string;
  readonly status?: number;
  readonly reason?: string;
  readonly activityType?: string;
  readonly verb?: string;
  readonly causeId?: string;
  readonly verdict?: string;
  readonly count?: number;
  readonly durationMs?: number;
  readonly port?: number;
  readonly signal?: string;
  readonly setting?: string;
}

export interface Logger {
  /** @param event what happened, kebab-case, a literal of the program: "turn-failed" */
  debug(event: string, fields?: LogFields): void;
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}

/** Takes whole lines; a file, a stream or a test's list. */
export interface LogTarget {
  write(line: string): void;
}

/**
 * One line of JSON for each event: {"level":"warn","time":"2026-11-20T17:00:00.000Z","event":"refused","status":413}.
 * @param target standard error when left out; lines are dropped while nobody reads it, the bot goes on
 */
export function createLogger(level: LogLevel, target: LogTarget = openStandardError()): Logger {
  const log = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    target,
  );
  return {
    debug: (event, fields) => log.debug({ event, ...onlyAllowed(fields) }),
    info: (event, fields) => log.info({ event, ...onlyAllowed(fields) }),
    warn: (event, fields) => log.warn({ event, ...onlyAllowed(fields) }),
    error: (event, fields) => log.error({ event, ...onlyAllowed(fields) }),
  };
}

const ALLOWED: Readonly<Record<keyof LogFields, 'string' | 'number'>> = {
  ref: 'string',
  error: 'string',
  code: 'string',
  at: 'string',
  status: 'number',
  reason: 'string',
  activityType: 'string',
  verb: 'string',
  causeId: 'string',
  verdict: 'string',
  count: 'number',
  durationMs: 'number',
  port: 'number',
  signal: 'string',
  setting: 'string',
};

/** Longest string of a field; `at` holds a few stack frames. */
const STRING_MAX = 400;

function onlyAllowed(fields: LogFields = {}): Record<string, string | number> {
  const kept: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (!Object.hasOwn(ALLOWED, name)) continue;
    if (typeof value === 'number') kept[name] = value;
    else if (typeof value === 'string') kept[name] = value.slice(0, STRING_MAX);
  }
  return kept;
}

function openStandardError(): LogTarget {
  // Not synchronous: a reader that stops reading must not stop the bot. Above 1 MB of unread lines new ones are dropped.
  let isExiting = false;
  let isPending = false;
  const destination = pino.destination({
    dest: 2,
    sync: false,
    maxLength: 1_048_576,
    retryEAGAIN: () => !isExiting,
  });
  destination.on('error', () => {
    // A closed standard error (EPIPE) has nobody left to tell.
  });
  destination.on('drain', () => (isPending = false));
  const flush = destination.flushSync.bind(destination);
  // Called at the exit. The library tries for ever where the reader is gone, and the process would never end.
  destination.flushSync = () => {
    isExiting = true;
    if (!isPending) return;
    try {
      writeSync(2, `${JSON.stringify({ level: 'info', time: new Date().toISOString(), event: 'exit' })}\n`);
      flush();
    } catch {
      // Nobody reads any more.
    }
  };
  return {
    write: (line) => {
      isPending = true;
      destination.write(line);
    },
  };
}
