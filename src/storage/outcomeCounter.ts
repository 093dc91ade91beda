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
