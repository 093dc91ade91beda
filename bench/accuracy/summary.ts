import { seededRandom, pickIndex } from '../random.ts';
import { calibrationOf, type Calibration } from './calibration.ts';
import type { Outcome } from './measure.ts';

/** So many of so many. */
export interface Share {
  readonly part: number;
  readonly of: number;
}

/** What a measurement says, as plain JSON. */
export interface Summary {
  /** The first cause is accepted; of the cases that have an accepted one. */
  readonly top1: Share;
  /** 95 % of the samples drawn from these cases lie between these shares of top-1, 0..1. */
  readonly top1Interval: readonly [number, number];
  readonly top3: Share;
  /** "Unknown" where that is right. */
  readonly refusals: Share;
  /** Answers called certain or likely where "unknown" is right. */
  readonly identifiedOutside: number;
  /** Answers called certain or likely whose first cause is not accepted, these included. */
  readonly identifiedWrong: number;
  readonly calibration: Calibration;
  /** What was wanted and what was said instead, most frequent first. */
  readonly confusions: readonly { readonly wanted: string; readonly got: string; readonly cases: number }[];
  /** Top-1 by language, kind of artifact, number of kinds; a case counts for each kind it holds. */
  readonly byLanguage: Readonly<Record<string, Share>>;
  readonly byKind: Readonly<Record<string, Share>>;
  readonly byKindCount: Readonly<Record<string, Share>>;
}

const SAMPLES = 2000;
const BOOTSTRAP_SEED = 1;

export function summarise(outcomes: readonly Outcome[]): Summary {
  const inside = outcomes.filter((one) => one.case.accept.length > 0);
  const outside = outcomes.filter((one) => one.case.accept.length === 0);
  return {
    top1: shareOf(inside),
    top1Interval: bootstrap(inside.map((one) => one.right)),
    top3: {
      part: inside.filter((one) => one.ids.slice(0, 3).some((id) => one.case.accept.includes(id))).length,
      of: inside.length,
    },
    refusals: { part: outside.filter((one) => one.verdict === 'unknown').length, of: outside.length },
    identifiedOutside: identifiedWrong(outside),
    identifiedWrong: identifiedWrong(outcomes),
    calibration: calibrationOf(outcomes),
    confusions: confusionsOf(outcomes),
    byLanguage: groupShares(inside, (one) => [one.case.language]),
    byKind: groupShares(inside, (one) => one.kinds),
    byKindCount: groupShares(inside, (one) => [String(one.kinds.length)]),
  };
}

/** Answers called certain or likely that are wrong. */
function identifiedWrong(list: readonly Outcome[]): number {
  return list.filter((one) => one.verdict === 'identified' && !one.right).length;
}

function shareOf(outcomes: readonly Outcome[]): Share {
  return { part: outcomes.filter((one) => one.right).length, of: outcomes.length };
}

/** Draws as many cases again, with repeats, many times over: how much of the figure is the luck of these cases. */
function bootstrap(rights: readonly boolean[]): [number, number] {
  if (rights.length === 0) return [0, 1];
  const random = seededRandom(BOOTSTRAP_SEED);
  const shares = Array.from({ length: SAMPLES }, () => {
    let right = 0;
    for (let drawn = 0; drawn < rights.length; drawn += 1) if (rights[pickIndex(random, rights.length)]!) right += 1;
    return right / rights.length;
  }).sort((a, b) => a - b);
  return [shares[Math.floor(0.025 * SAMPLES)]!, shares[Math.ceil(0.975 * SAMPLES) - 1]!];
}

function confusionsOf(outcomes: readonly Outcome[]): Summary['confusions'] {
  const counts = new Map<string, { wanted: string; got: string; cases: number }>();
  for (const one of outcomes) {
    const wanted = one.case.accept[0] ?? 'unknown';
    const got = one.ids[0] ?? 'unknown';
    if (one.right || wanted === got) continue;
    const known = counts.get(`${wanted}>${got}`) ?? { wanted, got, cases: 0 };
    counts.set(`${wanted}>${got}`, { ...known, cases: known.cases + 1 });
  }
  return [...counts.values()].sort((a, b) => b.cases - a.cases || a.wanted.localeCompare(b.wanted));
}

function groupShares(
  outcomes: readonly Outcome[],
  groupsOf: (outcome: Outcome) => readonly string[],
): Record<string, Share> {
  const groups = new Map<string, Outcome[]>();
  for (const one of outcomes) for (const group of groupsOf(one)) groups.set(group, [...(groups.get(group) ?? []), one]);
  const sorted = [...groups].sort((a, b) => b[1].length - a[1].length || a[0].localeCompare(b[0]));
  return Object.fromEntries(sorted.map(([group, list]) => [group, shareOf(list)]));
}
