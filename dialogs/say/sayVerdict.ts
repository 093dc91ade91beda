import { fill } from '../../cards/fill.ts';
import { lookAlikesCard, type LookAlike } from '../../cards/lookAlikesCard.ts';
import { unknownCard } from '../../cards/unknownCard.ts';
import { verdictCard } from '../../cards/verdictCard.ts';
import type { Cause } from '../../src/model/catalog.ts';
import type { Candidate, Word } from '../../src/model/verdict.ts';
import { describeRead } from '../../src/session/describe.ts';
import { stepsOf } from '../../src/session/views.ts';
import { isPageOnly, wordFor } from '../../src/diagnosis/confidence.ts';
import { goodNewsOf } from '../../src/diagnosis/goodNews.ts';
import { causeOf } from './lookUp.ts';
import type { Turn } from '../turn.ts';

/** Two candidates closer than this (log-odds) cannot be told apart by what is known. */
const ALIKE_WITHIN = 0.8;
const ALIKE_MAX = 3;
/** From this confidence on another candidate is "also possible"; below, it is what this is not. */
const OPEN_FROM = 0.35;

interface Shown {
  readonly cause: Cause;
  readonly candidate: Candidate;
}

/** Says the verdict: a cause, a page, look-alikes, or that nothing fits. */
export function sayVerdict(turn: Turn): void {
  const { verdict, ref } = turn;
  const read = describeRead(turn.case);
  const { secrets } = turn.case;
  const shown = verdict.candidates.flatMap((candidate): Shown[] => {
    const cause = causeOf(turn, candidate.id);
    return cause === null ? [] : [{ cause, candidate }];
  });
  const [best] = shown;
  if (best === undefined) {
    turn.say(
      unknownCard({
        ref,
        foreign: verdict.foreign,
        read,
        question: verdict.question,
        secrets,
        setAside: lastSetAside(turn),
      }),
    );
    return;
  }
  const alike = lookAlikes(shown);
  if (alike.length > 1) {
    turn.say(
      lookAlikesCard({
        ref,
        entries: alike.map((one) => asLookAlike(one, alike)),
        question: verdict.question,
        read,
        secrets,
      }),
    );
    return;
  }
  const open = shown.slice(1).filter((one) => one.candidate.confidence >= OPEN_FROM);
  const ruledOut = shown.slice(1).filter((one) => one.candidate.confidence < OPEN_FROM);
  turn.say(
    verdictCard({
      ref,
      cause: best.cause,
      word: isBarePage(best) ? null : verdict.word,
      headline: headlineOf(best),
      evidence: best.candidate.evidence,
      against: againstOf(best, ruledOut),
      read,
      secrets,
      others: open.slice(0, 2).map((one) => ({ cause: one.cause, by: tellApart(best.cause, one.cause) })),
      question: verdict.question,
      goodNews: [...setAside(turn), ...goodNewsOf(turn.case.findings)],
      firstStep: stepsOf(turn.case, best.cause)[0]?.do ?? '',
    }),
  );
}

/** A page entry that nothing but the page speaks for: it says what, not why. */
function isBarePage({ cause, candidate }: Shown): boolean {
  return cause.kind === 'page' && isPageOnly(candidate);
}

function lastSetAside(turn: Turn): Cause | null {
  const id = turn.case.rejected.at(-1);
  return id === undefined ? null : causeOf(turn, id);
}

/** What was learned from a cause that did not hold. */
function setAside(turn: Turn): readonly string[] {
  const cause = lastSetAside(turn);
  if (cause === null) return [];
  const tried = Object.keys(turn.case.outcomes).filter((key) => key.startsWith(`${cause.id}/`)).length;
  return [
    tried === 0
      ? `Set aside: ${cause.title}.`
      : `Set aside after ${tried} ${tried === 1 ? 'step' : 'steps'}: ${cause.title}.`,
  ];
}

/** The title with the values of this case; empty when one is missing or the entry has none. */
function headlineOf({ cause, candidate }: Shown): string {
  if (cause.headline === undefined) return '';
  const text = fill(cause.headline, candidate.values);
  return /<[a-z][a-z0-9]*>/.test(text) ? '' : text;
}

/** Pages are told apart by their status already; what is left are causes with next to the same score. */
function lookAlikes(shown: readonly Shown[]): readonly Shown[] {
  const [best] = shown;
  if (best === undefined || isBarePage(best)) return [];
  const near = shown.filter((one) => !isBarePage(one) && one.candidate.score >= best.candidate.score - ALIKE_WITHIN);
  return near.slice(0, ALIKE_MAX);
}

function asLookAlike(one: Shown, all: readonly Shown[]): LookAlike {
  const other = all.find((rival) => rival !== one);
  const word: Word | null = isBarePage(one) ? null : wordFor(one.candidate);
  return {
    cause: one.cause,
    confidenceWord: word,
    tellApart: other === undefined ? '' : tellApart(one.cause, other.cause),
    headline: headlineOf(one),
  };
}

function tellApart(cause: Cause, other: Cause): string {
  return (
    cause.tellApart.find((one) => one.from === other.id)?.by ??
    other.tellApart.find((one) => one.from === cause.id)?.by ??
    ''
  );
}

function againstOf(best: Shown, others: readonly Shown[]): readonly string[] {
  const rival = others.find((one) => tellApart(best.cause, one.cause) !== '');
  const said = best.candidate.against.map((one) => one.why);
  return rival === undefined ? said : [...said, `Not "${rival.cause.title}": ${tellApart(best.cause, rival.cause)}`];
}
