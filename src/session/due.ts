import { RECENT_MINUTES, TAIL_MS } from './limits.ts';
import type { Keep } from './openRecord.ts';
import type { SessionRecord } from './record.ts';

/**
 * When something in a record has to be forgotten, by the rules of openRecord: the end of a long paste, the marks of deliveries
 * (when the last of them is too old), evidence, the case itself.
 * @returns milliseconds since 1970; null: nothing is left that has to be
 */
export function dueOf({ case: state, cursors, recent, list, apart }: SessionRecord, keep: Keep): number | null {
  const isTouched = state.revision > 0 || Object.keys(cursors).length > 0 || list !== null || apart.length > 0;
  const ends = [
    ...(state.tail === null ? [] : [state.tail.at + TAIL_MS]),
    ...recent.slice(-1).map(({ at }) => (at + RECENT_MINUTES + 1) * 60_000),
    ...[...state.findings, ...state.read].map(({ at }) => at + keep.evidenceMs),
    ...(Object.keys(state.answers).length === 0 ? [] : [state.changedAt + keep.evidenceMs]),
    ...(isTouched ? [state.changedAt + keep.stepsMs] : []),
  ];
  // At its very end it still counts.
  return ends.length === 0 ? null : Math.min(...ends) + 1;
}
