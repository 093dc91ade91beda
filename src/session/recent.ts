import { createHash } from 'node:crypto';
import { CURSORS_MAX, RECENT_MAX, RECENT_MINUTES, REPEATED_MINUTES } from './limits.ts';
import type { Cursor, RecentMinute, SessionRecord } from './record.ts';

/** Ids of channels are short; what is longer is kept as a hash, so that a record stays small. */
const ID_MAX = 40;

/** The form in which the id of an activity is kept: at most 40 characters. */
export function keptId(activityId: string): string {
  return activityId.length <= ID_MAX
    ? activityId
    : createHash('sha256').update(activityId).digest('base64url').slice(0, 24);
}

/** True when the delivery was taken in before: a channel delivers again when an answer took too long. */
export function wasDelivered({ recent }: Pick<SessionRecord, 'recent'>, deliveryId: string): boolean {
  const mark = markOf(deliveryId);
  return recent.some(({ marks }) => marksIn(marks).includes(mark));
}

/** Notes a delivery. What is older than RECENT_MINUTES is forgotten, and of what is left the oldest above RECENT_MAX. */
export function withDelivery(record: SessionRecord, deliveryId: string, now: number): SessionRecord {
  const minute = Math.floor(now / 60_000);
  return {
    ...record,
    recent: newestDeliveries(noted(knownDeliveries(record.recent, now), deliveryId, minute), RECENT_MAX),
  };
}

/** The deliveries of the last RECENT_MINUTES. */
export function knownDeliveries(recent: readonly RecentMinute[], now: number): readonly RecentMinute[] {
  const minute = Math.floor(now / 60_000);
  return recent.every(({ at }) => minute - at <= RECENT_MINUTES)
    ? recent
    : recent.filter(({ at }) => minute - at <= RECENT_MINUTES);
}

/** @param minute minutes since 1970 */
export function noted(recent: readonly RecentMinute[], deliveryId: string, minute: number): readonly RecentMinute[] {
  const last = recent.at(-1);
  const mark = markOf(deliveryId);
  return last?.at === minute
    ? [...recent.slice(0, -1), { at: minute, marks: last.marks + mark }]
    : [...recent, { at: minute, marks: mark }];
}

/** The last so many deliveries. */
export function newestDeliveries(recent: readonly RecentMinute[], count: number): readonly RecentMinute[] {
  const newest: RecentMinute[] = [];
  let room = count * MARK_LENGTH;
  for (const { at, marks } of recent.toReversed()) {
    if (room > 0) newest.unshift({ at, marks: marks.slice(-room) });
    room -= marks.length;
  }
  return newest;
}

/** The deliveries that a channel may still repeat, by the time of the newest one. */
export function youngDeliveries(recent: readonly RecentMinute[]): readonly RecentMinute[] {
  const newest = recent.at(-1)?.at ?? 0;
  return recent.filter(({ at }) => newest - at <= REPEATED_MINUTES);
}

// 48 bits of SHA-256: of 500 deliveries two look alike once in two thousand million conversations.
const MARK_LENGTH = 8;

function markOf(deliveryId: string): string {
  return createHash('sha256').update(keptId(deliveryId)).digest('base64url').slice(0, MARK_LENGTH);
}

function marksIn(marks: string): readonly string[] {
  return marks.match(/.{8}/g) ?? [];
}

/** Key of a person in the cursors: never the name of something that every object has, and never long. */
export function personKey(personId: string): string {
  return `p:${keptId(personId)}`;
}

/** Where a person is; without a place of their own, nowhere. */
export function cursorOf(record: SessionRecord, personId: string, now: number): Cursor {
  return record.cursors[personKey(personId)] ?? { dialogs: [], looking: false, at: now };
}

/**
 * Takes a person out of a record that others share: their place, and of what they brought every quote and value. That
 * something was found stays, without a name: the others go on with it.
 */
export function withoutPerson(record: SessionRecord, personId: string): SessionRecord {
  const key = personKey(personId);
  const { case: state } = record;
  const findings = state.findings.map((one) => {
    if (one.by !== key) return one;
    const { by: _by, ...nameless } = one;
    return { ...nameless, quote: '', captures: {} };
  });
  return {
    ...record,
    case: { ...state, findings, tail: null, secrets: [] },
    cursors: Object.fromEntries(Object.entries(record.cursors).filter(([own]) => own !== key)),
  };
}

/** Puts a person where the dialogs left them; of more than CURSORS_MAX people the ones longest away lose their place. */
export function placed(record: SessionRecord, personId: string, cursor: Cursor): SessionRecord {
  const cursors: [string, Cursor][] = Object.entries({ ...record.cursors, [personKey(personId)]: cursor });
  const kept = cursors.sort(([, a], [, b]) => b.at - a.at).slice(0, CURSORS_MAX);
  return { ...record, cursors: Object.fromEntries(kept) };
}

/** Takes away everything that one activity brought: it was deleted, or edited and is read again. */
export function withoutActivity(record: SessionRecord, activityId: string, now: number): SessionRecord {
  const { case: state } = record;
  const findings = state.findings.filter((one) => one.activityId !== activityId);
  const read = state.read.filter((one) => one.activityId !== activityId);
  if (findings.length === state.findings.length && read.length === state.read.length) return record;
  const changed = { findings, read, tail: null, secrets: [], revision: state.revision + 1, changedAt: now };
  return { ...record, case: { ...state, ...changed } };
}
