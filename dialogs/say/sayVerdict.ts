import { fill } from '../../cards/fill.ts';
import { bundleText } from '../../cards/handover/bundleText.ts';
import { lookBeside } from '../../cards/look.ts';
import { lookAlikesCard, type LookAlike } from '../../cards/lookAlikesCard.ts';
import { unknownCard } from '../../cards/unknownCard.ts';
import { verdictCard } from '../../cards/verdictCard.ts';
import type { Cause } from '../../src/model/catalog.ts';
import type { Candidate } from '../../src/model/verdict.ts';
import { describeRead } from '../../src/session/describe.ts';
import { stepsOf } from '../../src/session/views.ts';
import { wordFor } from '../../src/diagnosis/confidence.ts';
import { isBarePage, shownOf } from '../../src/diagnosis/shown.ts';
import { toldBack } from '../../src/diagnosis/toldBack.ts';
import { causeOf, familyOf } from './lookUp.ts';
import type { Turn } from '../turn.ts';

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
  const { lead, alike, beside } = shownOf(verdict, turn.engine.catalog);
  const best = shown.find((one) => one.candidate === lead);
  if (best === undefined) {
    turn.say(
      unknownCard({
        ref,
        foreign: verdict.foreign,
        chat: turn.chat,
        read,
        question: verdict.question,
        secrets,
        setAside: lastSetAside(turn),
        bundle: bundleText(turn.case, verdict, turn.engine.catalog),
        contact: turn.contact,
      }),
    );
    return;
  }
  const rows = shown.filter((one) => alike.includes(one.candidate));
  if (rows.length > 1) {
    turn.say(
      lookAlikesCard({
        ref,
        entries: rows.map((one) => asLookAlike(one, rows)),
        family: familyOf(
          turn,
          rows.map((one) => one.cause.id),
        ),
        question: verdict.question,
        read,
        secrets,
      }),
    );
    return;
  }
  const side = shown.find((one) => one.candidate === beside);
  const others = shown.filter((one) => one !== best && one !== side);
  const open = others.filter((one) => one.candidate.confidence >= OPEN_FROM);
  const ruledOut = others.filter((one) => one.candidate.confidence < OPEN_FROM);
  turn.say(
    verdictCard({
      ref,
      cause: best.cause,
      word: isBarePage(best.candidate) ? null : wordFor(best.candidate),
      headline: headlineOf(best) || pageHeadline(turn, best),
      evidence: best.candidate.evidence,
      against: againstOf(best, ruledOut),
      read,
      secrets,
      others: open.slice(0, 2).map((one) => ({ cause: one.cause, by: tellApart(best.cause, one.cause) })),
      question: verdict.question,
      ...(side === undefined
        ? {}
        : { beside: { cause: side.cause, word: wordFor(side.candidate), headline: headlineOf(side) } }),
      news: setAside(turn),
      said: toldBack(turn.case.findings, verdict.candidates, best.cause, turn.engine.catalog.vocabulary),
      firstStep: stepsOf(turn.case, best.cause)[0]?.do ?? '',
    }),
  );
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
export function headlineOf({ cause, candidate }: Shown): string {
  if (cause.headline === undefined) return '';
  const text = fill(cause.headline, candidate.values);
  return /<[a-z][a-z0-9]*>/.test(text) ? '' : text;
}

/** A page is known by its number: "500.30: the app itself fails ...". Empty when the title says it, or no number was read. */
function pageHeadline(turn: Turn, { cause, candidate }: Shown): string {
  if (!isBarePage(candidate)) return '';
  const statuses = turn.case.findings.flatMap(({ key }) => /^status:(.+)$/.exec(key)?.[1] ?? []);
  const status = cause.pages.find((page) => statuses.includes(page.status))?.status;
  return status === undefined || cause.title.includes(status) ? '' : `${status}: ${cause.title}`;
}

function asLookAlike(one: Shown, all: readonly Shown[]): LookAlike {
  const looks = all.filter((rival) => rival !== one).map((rival) => lookBeside(one.cause, rival.cause));
  return {
    cause: one.cause,
    confidenceWord: isBarePage(one.candidate) ? null : wordFor(one.candidate),
    tellApart: looks.find((look) => look !== '') ?? '',
    headline: headlineOf(one),
  };
}

/** What the other looks like beside the cause; empty when the catalog does not say. */
function tellApart(cause: Cause, other: Cause): string {
  return cause.tellApart.find((one) => one.from === other.id)?.by ?? '';
}

function againstOf(best: Shown, others: readonly Shown[]): readonly string[] {
  const rival = others.find((one) => tellApart(best.cause, one.cause) !== '');
  const said = best.candidate.against.map((one) => one.why);
  return rival === undefined ? said : [...said, `Not "${rival.cause.title}": ${tellApart(best.cause, rival.cause)}`];
}
