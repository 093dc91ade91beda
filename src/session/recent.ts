import { CURSORS_MAX, RECENT_MAX, RECENT_MS } from './limits.ts';
import type { Cursor, RecentActivity, SessionRecord, StoredDialog } from './record.ts';

/** True when the activity was taken in before: a channel delivers again when an answer took too long. */
export function isTaken(record: SessionRecord, activityId: string): boolean {
  return record.recent.some((one) => one.id === activityId);
}

/** Notes an activity as taken in. */
export function taken(record: SessionRecord, activityId: string, now: number): SessionRecord {
  const recent: RecentActivity[] = [
    ...record.recent.filter((one) => now - one.at < RECENT_MS),
    { id: activityId, at: now },
  ];
  return { ...record, recent: recent.slice(-RECENT_MAX), turns: record.turns + 1 };
}

/** Puts a person where the dialogs left them; of more than CURSORS_MAX people the ones longest away lose their place. */
export function placed(
  record: SessionRecord,
  personId: string,
  dialogs: readonly StoredDialog[],
  now: number,
): SessionRecord {
  const cursors: [string, Cursor][] = Object.entries({ ...record.cursors, [personId]: { dialogs, at: now } });
  const kept = cursors.sort(([, a], [, b]) => b.at - a.at).slice(0, CURSORS_MAX);
  return { ...record, cursors: Object.fromEntries(kept) };
}

/** Takes away everything that one activity brought: it was deleted, or edited and is read again. */
export function withoutActivity(record: SessionRecord, activityId: string, now: number): SessionRecord {
  const { case: state } = record;
  const findings = state.findings.filter((one) => one.activityId !== activityId);
  const read = state.read.filter((one) => one.activityId !== activityId);
  if (findings.length === state.findings.length && read.length === state.read.length) return record;
  return { ...record, case: { ...state, findings, read, tail: null, revision: state.revision + 1, changedAt: now } };
}
