import type { Candidate, Verdict, Word, Evidence } from '../model/verdict.ts';
import type { Scored } from './score.ts';

/**
 * From log-odds to the probability that an expert would accept the cause: at a score of MIDDLE it is as likely as not.
 * Chosen from the tables that `npm run accuracy` prints; docs/diagnosis.md shows them and says why not steeper.
 */
const MIDDLE = 1.2;
const SLOPE = 1;
/** A rival as good as the best one takes away up to this share. */
const RIVAL_SHARE = 0.45;
/** What a page alone can reach, just short of `likely`: it never says why. */
const PAGE_ONLY_MAX = 0.74;

const CERTAIN_FROM = 0.95;
const LIKELY_FROM = 0.75;
/** What a text reaches in which nothing is of our field: programs of other kinds throw the same exceptions. */
const OUTSIDE_MAX = 0.74;
/** A page entry says what was shown, so only a message that is its own alone can make it certain. */
const PAGE_ENTRY_MAX = 0.94;

/**
 * Adds the confidence, 0..1. Order is kept.
 * @param scored best first
 * @param ofField whether anything in the texts is of our field
 */
export function withConfidence(scored: readonly Scored[], ofField: boolean): Candidate[] {
  const [highest, next] = [...scored].sort((a, b) => b.score - a.score);
  const rivalOfFirst = Math.max(
    ...scored
      .slice(1)
      .filter(isRivalOf(scored[0]))
      .map((other) => other.score),
  );
  return scored.map((one, rank) => {
    const rival = rank === 0 ? rivalOfFirst : ((one === highest ? next : highest)?.score ?? Number.NEGATIVE_INFINITY);
    const alone = 1 / (1 + Math.exp(-SLOPE * (one.score - MIDDLE)));
    const taken = RIVAL_SHARE / (1 + Math.exp(one.score - rival + 0.5));
    const confidence = alone * (1 - taken);
    return { ...one, confidence: Math.min(confidence, mostFor(one), ofField ? 1 : OUTSIDE_MAX) };
  });
}

/** A page entry behind the first cause is what was shown: both hold. */
function isRivalOf(first: Scored | undefined): (other: Scored) => boolean {
  return (other) => first?.kind === 'page' || other.kind !== 'page' || other.score <= (first?.score ?? 0);
}

function mostFor(one: Scored): number {
  if (isPageOnly(one)) return PAGE_ONLY_MAX;
  const named = one.evidence.some((evidence) => evidence.strength === 'decisive');
  return one.kind === 'page' && !named ? PAGE_ENTRY_MAX : 1;
}

/** True when nothing but error pages and what the person stated speaks for it. Of a page entry every sentence of the page is the page. */
export function isPageOnly(one: Pick<Candidate, 'evidence' | 'kind'>): boolean {
  const isPage = (evidence: Evidence): boolean =>
    evidence.pageOnly || (one.kind === 'page' && evidence.channel === 'browser');
  return one.evidence.every((evidence) => evidence.said || isPage(evidence));
}

/** The word for the best candidate: never more than `possible` on pages alone, nor `certain` for a page entry without a message of its own. */
export function wordFor(best: Candidate): Word {
  if (isPageOnly(best) || best.confidence < LIKELY_FROM) return 'possible';
  return best.confidence >= CERTAIN_FROM ? 'certain' : 'likely';
}

/** certain and likely are `identified`. */
export function typeFor(word: Word): Verdict['type'] {
  return word === 'possible' ? 'possible' : 'identified';
}
