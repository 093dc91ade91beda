import { stepCard } from '../../cards/stepCard.ts';
import type { Cause } from '../../src/model/catalog.ts';
import type { CaseState, StepOutcome } from '../../src/session/record.ts';
import { stepAt, stepsOf } from '../../src/session/views.ts';
import { causeOf } from './lookUp.ts';
import { sayVerdict } from './sayVerdict.ts';
import type { Turn } from '../turn.ts';

/** Shows the step that is next; without one the verdict, which then is the next candidate's. */
export function sayStep(turn: Turn): void {
  const { following } = turn.case;
  const cause = following === null ? null : causeOf(turn, following);
  const at = cause === null ? null : stepAt(turn.case, turn.engine, cause.id);
  if (cause === null || at === null) {
    sayVerdict(turn);
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
    }),
  );
}

/** "Saw something else" is answered with what that means. */
function learnedIn({ intent }: Turn, cause: Cause): { readonly learned?: string } {
  if (intent.type !== 'outcome' || intent.outcome !== 'saw-else') return {};
  const step = cause.steps.find((one) => one.id === intent.stepId);
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
