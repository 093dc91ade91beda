import { shownOf } from '../diagnosis/shown.ts';
import type { Finding } from '../model/verdict.ts';
import type { Engine } from '../diagnosis/diagnose.ts';
import type { CaseState } from './record.ts';
import { verdictOf } from './views.ts';

/** What new output shows, beside what was there before. */
export interface Comparison {
  /** Statuses that were seen before and are not in the new output: "500.19". Empty when the new output shows none. */
  readonly gone: readonly string[];
  /** Statuses of the new output. Empty: it shows none. */
  readonly now: readonly string[];
  /** The first cause before and after; null: none fitted. */
  readonly causeBefore: string | null;
  readonly causeAfter: string | null;
}

/**
 * Compares a case before and after a text was taken in. Pure.
 * @param after the case with the text taken in by the activity `activityId`
 */
export function compareCases(before: CaseState, after: CaseState, activityId: string, engine: Engine): Comparison {
  const now = statusesOf(after.findings.filter((one) => one.activityId === activityId));
  return {
    gone: now.length === 0 ? [] : statusesOf(before.findings).filter((status) => !isAmong(status, now)),
    now,
    causeBefore: leadOf(before, engine),
    causeAfter: leadOf(after, engine),
  };
}

/**
 * Says a comparison in sentences, the one that tells most first: "500.19 is gone; now 500.30.", "First cause now: ...".
 * @param titleOf title of a cause, without a full stop
 * @returns empty: nothing has changed, or nothing was there to compare with
 */
export function tellComparison(comparison: Comparison, titleOf: (causeId: string) => string): readonly string[] {
  const { gone, now, causeBefore, causeAfter } = comparison;
  const isOther = causeBefore !== null && causeAfter !== causeBefore;
  const cause = !isOther
    ? ''
    : causeAfter === null
      ? `No cause fits now (before: ${titleOf(causeBefore)}).`
      : `First cause now: ${titleOf(causeAfter)} (before: ${titleOf(causeBefore)}).`;
  const status =
    gone.length === 0 ? '' : `${listed(gone)} ${gone.length === 1 ? 'is' : 'are'} gone; now ${listed(now)}.`;
  return [status, cause].filter((part) => part !== '');
}

/**
 * True when new output shows another failure than the one that was known: another status on the page. What was found
 * before then describes a state that is over.
 */
export function isOtherFailure(state: CaseState, found: readonly Finding[]): boolean {
  const before = statusesOf(state.findings);
  const now = statusesOf(found);
  return before.length > 0 && now.length > 0 && !before.some((status) => isAmong(status, now));
}

/** What a page shows comes before the statuses of a log, of which there are many. */
function statusesOf(findings: readonly Finding[]): readonly string[] {
  const all = findings.flatMap(({ key, channel }) => {
    const status = /^status:([45]\d\d(?:\.\d{1,3})?)$/.exec(key)?.[1];
    return status === undefined ? [] : [{ status, isPage: channel === 'browser' }];
  });
  const pages = all.filter(({ isPage }) => isPage);
  const statuses = [...new Set((pages.length > 0 ? pages : all).map(({ status }) => status))];
  return statuses.filter((one) => !statuses.some((other) => other.startsWith(`${one}.`)));
}

/** "500" and "500.19" are the same page, one of them read less exactly. */
function isAmong(status: string, others: readonly string[]): boolean {
  return others.some((one) => one === status || one.startsWith(`${status}.`) || status.startsWith(`${one}.`));
}

function leadOf(state: CaseState, engine: Engine): string | null {
  return shownOf(verdictOf(state, engine), engine.catalog).lead?.id ?? null;
}

function listed(statuses: readonly string[]): string {
  return statuses.slice(0, 3).join(', ');
}
