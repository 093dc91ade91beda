import { readEvents } from '../intake/signs/eventSigns.ts';
import { readStatuses } from '../intake/signs/statusSigns.ts';
import type { Sign } from '../intake/signs/sign.ts';
import { readFrebStatuses, readHarStatuses } from '../intake/signs/traceSigns.ts';
import { readLogLines } from '../intake/signs/w3cSigns.ts';
import type { Artifact, Document } from '../model/artifact.ts';

/** What the line about a read artifact needs: small, and from redacted text. */
export interface Summary {
  /** "IIS AspNetCore Module V2 (1018)" of an event, "500.30" of a page, log or trace; absent when not known. */
  readonly what?: string;
  /** Entries of the event log, or lines of an IIS log; absent when one or not counted. */
  readonly count?: number;
  /** True when `what` is the newest of several by its time. */
  readonly newest?: true;
}

/**
 * Says what an artifact is about.
 * @param document cleaned and redacted; an artifact is looked at for its first LOOK_MAX characters
 */
export function summarise(document: Document, artifact: Artifact): Summary {
  const part = document.text.slice(artifact.start, Math.min(artifact.end, artifact.start + LOOK_MAX));
  switch (artifact.kind) {
    case 'windows-event':
      return ofEvents(part);
    case 'browser-page':
    case 'http-trace':
      return lastOf(readStatuses(part).sort((a, b) => a.start - b.start));
    case 'har':
      return lastOf(readHarStatuses(part));
    case 'freb-trace':
      return lastOf(readFrebStatuses(part));
    case 'iis-w3c-log':
    case 'httperr-log': {
      const lines = part.split('\n').filter((line) => line.trim() !== '' && !line.trimStart().startsWith('#')).length;
      return { ...lastOf(readLogLines(part, artifact.kind === 'httperr-log')), ...(lines > 1 ? { count: lines } : {}) };
    }
    default:
      return {};
  }
}

const LOOK_MAX = 100_000;

function lastOf(signs: readonly Sign[]): Summary {
  const value = signs.findLast((sign) => sign.type === 'status' && /^[45]/.test(sign.value))?.value;
  return value === undefined ? {} : { what: value };
}

function ofEvents(part: string): Summary {
  const events = readEvents(part)
    .filter((sign) => sign.id !== undefined && SOURCE.test(sign.value))
    .sort((a, b) => a.start - b.start);
  const last = events.at(-1);
  if (last === undefined) return {};
  if (events.length === 1) return { what: nameOf(last) };
  const times = events.map((event) => timeNear(part, event));
  if (times.includes(Number.NaN)) return { what: nameOf(last), count: events.length };
  const newest = events[times.indexOf(times.reduce((a, b) => Math.max(a, b)))]!;
  return { what: nameOf(newest), count: events.length, newest: true };
}

// A source is a name; anything else is not repeated.
const SOURCE = /^[\w .-]{2,60}$/;

function nameOf(event: Sign): string {
  return `${event.value} (${event.id})`;
}

const TIME =
  /(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d):(\d\d)|(\d{1,2})([./])(\d{1,2})[./](\d{4}),?[ T](\d{1,2}):(\d\d):(\d\d)(?: ([AP])M)?/;
const BEFORE = 80;
const BEHIND = 400;

/** Milliseconds of the time that stands in an entry, in an order of its own; NaN without one. */
function timeNear(part: string, { start, end }: Sign): number {
  const found = TIME.exec(part.slice(start, end + BEHIND)) ?? TIME.exec(part.slice(Math.max(0, start - BEFORE), start));
  if (found === null) return Number.NaN;
  const numbers = found.map(Number);
  const [, year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = numbers;
  if (found[1] !== undefined) return Date.UTC(year, month - 1, day, hour, minute, second);
  const [first = 1, , other = 1, long = 0, clock = 0, minutes = 0, seconds = 0] = numbers.slice(7);
  // With AM and PM the month stands first; elsewhere the day does.
  const american = found[14] !== undefined;
  const hours = american ? (clock % 12) + (found[14] === 'P' ? 12 : 0) : clock;
  return american
    ? Date.UTC(long, first - 1, other, hours, minutes, seconds)
    : Date.UTC(long, other - 1, first, hours, minutes, seconds);
}
