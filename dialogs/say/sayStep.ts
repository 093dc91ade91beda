import { stepCard, type Crowd } from '../../cards/stepCard.ts';
import type { Cause } from '../../src/model/catalog.ts';
import type { CaseState, StepOutcome } from '../../src/session/record.ts';
import { claimOn } from '../../src/session/claims.ts';
import { stepAt, stepsOf } from '../../src/session/views.ts';
import { causeOf } from './lookUp.ts';
import { sayVerdict } from './sayVerdict.ts';
import type { Turn } from '../turn.ts';

/** Shows the step list; without one the verdict, which then is the next candidate's. */
export function sayStep(turn: Turn): void {
  const { following } = turn.case;
  const cause = following === null ? null : causeOf(turn, following);
  if (cause === null) {
    sayVerdict(turn);
    return;
  }
  const at = stepAt(turn.case, turn.engine, cause.id);
  turn.sayList(
    stepCard({
      ref: turn.ref,
      cause,
      steps: stepsOf(turn.case, cause),
      index: at?.index ?? null,
      outcomes: outcomesOf(turn.case, cause),
      values: valuesOf(turn, cause),
      platform: turn.case.platform,
      ...learnedIn(turn, cause),
      secrets: turn.case.secrets,
      readers: turn.case.acted,
      ...crowdOf(turn, cause, at?.step.id ?? ''),
    }),
  );
}

/** Who did what and who is on the open step; nothing in a personal chat. */
function crowdOf({ case: state, scene, shared }: Turn, cause: Cause, stepId: string): { readonly crowd?: Crowd } {
  if (!shared) return {};
  const own = Object.entries(state.marks).filter(([key]) => key.startsWith(`${cause.id}/`));
  const told = own.map(([key, { who, at }]) => [key.slice(cause.id.length + 1), { name: who?.name ?? null, at }]);
  const claim = claimOn(state, `${cause.id}/${stepId}`, scene.now);
  return {
    crowd: {
      told: Object.fromEntries(told),
      claim: claim === null ? null : { name: claim.who.name, own: claim.who.key === scene.viewer?.key },
    },
  };
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
