import { copyCard } from '../../cards/copyCard.ts';
import { adminText } from '../../cards/handover/adminText.ts';
import { bundleText } from '../../cards/handover/bundleText.ts';
import { ticketText } from '../../cards/handover/ticketText.ts';
import { noticeCard } from '../../cards/noticeCard.ts';
import { wordFor } from '../../src/diagnosis/confidence.ts';
import { isBarePage, shownOf } from '../../src/diagnosis/shown.ts';
import type { Cause } from '../../src/model/catalog.ts';
import { stepsOf } from '../../src/session/views.ts';
import type { Turn } from '../turn.ts';
import { causeOf } from './lookUp.ts';
import { outcomesOf } from './sayStep.ts';
import { headlineOf } from './sayVerdict.ts';

/** What is known of the case, for whoever helps. */
export function sayBundle(turn: Turn): void {
  const text = bundleText(turn.case, turn.verdict, turn.engine.catalog);
  if (text === '') return sayNothingToHand(turn);
  turn.say(
    copyCard({
      ref: turn.ref,
      heading: 'Text to send',
      intro: 'What I know so far, with passwords and names masked.',
      text,
      contact: turn.contact,
    }),
  );
}

/** The case as Markdown. */
export function sayTicket(turn: Turn): void {
  const { case: state, engine } = turn;
  if (state.findings.length === 0 && state.read.length === 0 && state.solved === null) return sayNothingToHand(turn);
  const cause = concerned(turn);
  const candidate = turn.verdict.candidates.find((one) => one.id === cause?.id);
  const text = ticketText({
    state,
    catalog: engine.catalog,
    cause,
    word: candidate === undefined || isBarePage(candidate) ? null : wordFor(candidate),
    evidence: candidate?.evidence ?? [],
    steps: cause === null ? [] : stepsOf(state, cause),
    outcomes: cause === null ? {} : outcomesOf(state, cause),
    values: candidate?.values ?? {},
  });
  const intro = 'The whole case as Markdown, with passwords and names masked.';
  turn.say(copyCard({ ref: turn.ref, heading: 'Text for a ticket', intro, text }));
}

/** For who may not do the steps: a text that asks an administrator to. */
export function sayNoRights(turn: Turn): void {
  const cause = concerned(turn);
  if (cause === null || cause.steps.length === 0) {
    const text =
      'That is fine: I ask for what you can see. Paste the page of the browser, or what someone with rights sends you from the server. When I know the cause, this gives you a text for your administrator.';
    turn.say(
      noticeCard({ ref: turn.ref, heading: 'No admin rights', text, actions: [{ title: 'Back', verb: 'back' }] }),
    );
    return;
  }
  const candidate = turn.verdict.candidates.find((one) => one.id === cause.id);
  const text = adminText({
    cause,
    headline: candidate === undefined ? '' : headlineOf({ cause, candidate }),
    evidence: candidate?.evidence ?? [],
    steps: stepsOf(turn.case, cause),
    outcomes: outcomesOf(turn.case, cause),
    values: candidate?.values ?? {},
    platform: turn.case.platform,
  });
  const intro =
    'What is wrong, the evidence, what to do, who is affected and how to undo it. Send it to who has the rights.';
  turn.say(copyCard({ ref: turn.ref, heading: 'Text for your administrator', intro, text, contact: turn.contact }));
}

/** The cause that the case is about: the one it was closed with, that is followed, or that leads. */
function concerned(turn: Turn): Cause | null {
  const { case: state, verdict, engine } = turn;
  const id = state.solved?.causeId ?? state.following ?? shownOf(verdict, engine.catalog).lead?.id ?? null;
  return id === null ? null : causeOf(turn, id);
}

function sayNothingToHand(turn: Turn): void {
  const text = 'I know nothing of your case yet. Paste what you see, and I can put it into words for others.';
  turn.say(
    noticeCard({ ref: turn.ref, heading: 'Nothing to hand on yet', text, actions: [{ title: 'Back', verb: 'back' }] }),
  );
}
