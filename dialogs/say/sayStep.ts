import { stepCard } from '../../cards/stepCard.ts';
import type { Cause } from '../../src/model/catalog.ts';
import type { CaseState, StepOutcome } from '../../src/session/record.ts';
import { stepAt, stepsOf } from '../../src/session/views.ts';
import { noticeCard } from '../../cards/noticeCard.ts';
import { causeOf } from './lookUp.ts';
import { sayVerdict } from './sayVerdict.ts';
import type { Turn } from '../turn.ts';

/** Shows the step that is next; without one the verdict, which then is the next candidate's. */
export function sayStep(turn: Turn): void {
  const { following } = turn.case;
  const cause = following === null ? null : causeOf(turn, following);
  if (cause === null) {
    sayVerdict(turn);
    return;
  }
  const at = stepAt(turn.case, turn.engine, cause.id);
  if (at === null) {
    sayAllDone(turn, cause);
    return;
  }
  turn.say(
    stepCard({
      ref: turn.ref,
      cause,
      steps: stepsOf(turn.case, cause),
      index: at.index,
      outcomes: outcomesOf(turn.case, cause),
      values: valuesOf(turn, cause),
      platform: turn.case.platform,
      ...learnedIn(turn, cause),
      secrets: turn.case.secrets,
    }),
  );
}

/** Every step has an outcome and none was a failure: only the person can see whether it works. */
function sayAllDone(turn: Turn, cause: Cause): void {
  const text = `All steps for "${cause.title}" are done. Request the page again: does it work now?`;
  const actions = [
    { title: 'It works now', verb: 'worksNow', extra: { causeId: cause.id, stepId: cause.steps.at(-1)?.id ?? '' } },
    { title: 'Did not help', verb: 'notThis', extra: { causeId: cause.id } },
    { title: 'Back', verb: 'back' },
  ] as const;
  turn.say(noticeCard({ ref: turn.ref, heading: 'Does it work now?', text, actions }));
}

/** "Saw something else" is answered with what that means; a paste with what it brought. */
function learnedIn({ intent, before, engine, learned }: Turn, cause: Cause): { readonly learned?: string } {
  if (learned !== null) return { learned };
  if (intent.type !== 'outcome' || intent.outcome !== 'saw-else') return {};
  const id = intent.stepId ?? stepAt(before, engine, cause.id)?.step.id;
  const step = cause.steps.find((one) => one.id === id);
  return step === undefined ? {} : { learned: `You saw something else. ${step.otherwise}` };
}

/** Outcomes of one cause by step id. */
export function outcomesOf(state: CaseState, cause: Cause): Readonly<Record<string, StepOutcome>> {
  const prefix = `${cause.id}/`;
  const own = Object.entries(state.outcomes).filter(([key]) => key.startsWith(prefix));
  return Object.fromEntries(own.map(([key, outcome]) => [key.slice(prefix.length), outcome]));
}

function valuesOf(turn: Turn, cause: Cause): Readonly<Record<string, string>> {
  return turn.verdict.candidates.find((one) => one.id === cause.id)?.values ?? {};
}
