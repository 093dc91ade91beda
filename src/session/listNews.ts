import type { Engine } from '../diagnosis/diagnose.ts';
import { shownOf } from '../diagnosis/shown.ts';
import type { CaseState } from './record.ts';
import { verdictOf } from './views.ts';

/** True when a step list drawn from `before` no longer shows what `after` knows. */
export function isListChanged(before: CaseState, after: CaseState): boolean {
  return before !== after && textOf(before) !== textOf(after);
}

/**
 * What everyone in a shared chat must be told about an end: the case is solved, or the cause whose steps were followed
 * was set aside. null: neither.
 */
export function tellEnd(before: CaseState, after: CaseState, engine: Engine): string | null {
  const titleOf = (id: string | null): string | null =>
    engine.catalog.causes.find((one) => one.id === id)?.title ?? null;
  if (before.solved === null && after.solved !== null) {
    const title = titleOf(after.solved.causeId);
    return title === null ? 'It works now.' : `It works now: ${title}.`;
  }
  const { following } = before;
  if (following === null || after.following !== null || !after.rejected.includes(following)) return null;
  const next = titleOf(shownOf(verdictOf(after, engine), engine.catalog).lead?.id ?? null);
  const now = next === null ? 'No other cause fits yet.' : `First cause now: ${next}.`;
  return `Set aside: ${titleOf(following) ?? following}. ${now}`;
}

function textOf({ id, following, outcomes, marks, claims, solved, platform, rejected }: CaseState): string {
  return JSON.stringify([id, following, outcomes, marks, claims, solved, platform, rejected]);
}
