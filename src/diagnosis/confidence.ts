import type { Candidate, Verdict, Word } from '../model/verdict.ts';
import type { Scored } from './score.ts';

/**
 * From log-odds to the probability that an expert would accept the cause.
 * Fitted on examples by `npm run accuracy -- FILE --calibrate`; docs/diagnosis.md shows how well it holds.
 */
const MIDDLE = 2.4;
const SLOPE = 0.75;
/** A rival as good as the best one takes away up to this share. */
const RIVAL_SHARE = 0.45;
/** What a page alone can reach: it never says why. */
const PAGE_ONLY_MAX = 0.7;

export const CERTAIN_FROM = 0.95;
export const LIKELY_FROM = 0.75;

/** Adds the confidence, 0..1. Order is kept. */
export function withConfidence(scored: readonly Scored[]): Candidate[] {
  return scored.map((one) => {
    const rival = Math.max(
      ...scored.filter((other) => other !== one).map((other) => other.score),
      Number.NEGATIVE_INFINITY,
    );
    const alone = 1 / (1 + Math.exp(-SLOPE * (one.score - MIDDLE)));
    const taken = RIVAL_SHARE / (1 + Math.exp(one.score - rival + 0.5));
    const confidence = alone * (1 - taken);
    return { ...one, confidence: isPageOnly(one) ? Math.min(PAGE_ONLY_MAX, confidence) : confidence };
  });
}

/** True when nothing but error pages and absences speaks for it. */
export function isPageOnly(one: Pick<Candidate, 'evidence'>): boolean {
  return one.evidence.every((evidence) => evidence.pageOnly || evidence.start === null);
}

/** The word for the best candidate; a page entry and a page alone never get more than `possible`. */
export function wordFor(best: Candidate): Word {
  if (isPageOnly(best)) return 'possible';
  if (best.confidence >= CERTAIN_FROM) return 'certain';
  return best.confidence >= LIKELY_FROM ? 'likely' : 'possible';
}

/** certain and likely are `identified`. */
export function typeFor(word: Word): Verdict['type'] {
  return word === 'possible' ? 'possible' : 'identified';
}
