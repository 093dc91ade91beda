import type { CauseOutcome } from '../session/outcomes.ts';

export interface OutcomeCount extends CauseOutcome {
  /** At least 1. */
  readonly count: number;
}

/** Counts how causes turned out: an id and two words each, no text, no name, no time. Counts only grow. */
export interface OutcomeCounter {
  /** @throws STORAGE_UNAVAILABLE */
  add(outcome: CauseOutcome): Promise<void>;

  /** @returns by cause, the most frequent first within one; empty: nothing was counted. @throws STORAGE_UNAVAILABLE */
  list(): Promise<readonly OutcomeCount[]>;

  /** Twice is fine. */
  close(): Promise<void>;
}

const WORDS: readonly CauseOutcome['word'][] = ['certain', 'likely', 'possible', 'unknown'];
const OUTCOMES: readonly CauseOutcome['outcome'][] = ['works-now', 'not-this'];

/** @returns null for a row that another release wrote */
export function readOutcomeCount(row: unknown): OutcomeCount | null {
  if (typeof row !== 'object' || row === null) return null;
  if (!('causeId' in row && 'word' in row && 'outcome' in row && 'count' in row)) return null;
  const { causeId, count } = row;
  const word = WORDS.find((one) => one === row.word);
  const outcome = OUTCOMES.find((one) => one === row.outcome);
  if (typeof causeId !== 'string' || typeof count !== 'number' || word === undefined || outcome === undefined)
    return null;
  return { causeId, word, outcome, count };
}
