import type { Cause, Step } from '../model/catalog.ts';
import type { Verdict } from '../model/verdict.ts';
import type { Engine } from '../diagnosis/diagnose.ts';
import { situate } from '../diagnosis/situation.ts';
import type { CaseState } from './record.ts';

/** What the case means now. Causes that were set aside are no candidates any more. */
export function verdictOf(state: CaseState, engine: Engine): Verdict {
  const situation = situate({
    findings: state.findings,
    read: state.read.flatMap((one) => (one.symptom === null ? [] : [one.symptom])),
    answers: state.answers,
    platform: state.platform,
    aspNetCoreVersion: state.aspNetCoreVersion,
    history: state.history ?? (state.historyAsked ? 'never' : null),
    restOfPageAsked: state.restOfPageAsked,
  });
  return engine.verdict(state.findings, situation, state.rejected);
}

/** The steps of a cause that apply on the platform of the case and are not needless by what the person said. */
export function stepsOf(state: CaseState, cause: Cause): readonly Step[] {
  const said = new Set(state.findings.map((finding) => finding.key));
  return cause.steps.filter((step) => {
    const here = step.where.length === 0 || state.platform === null || step.where.includes(state.platform);
    return here && !(step.doneBy !== undefined && said.has(`statement:${step.doneBy}`));
  });
}

/** The first step without outcome. null: all steps have one, or the cause is not known. */
export function stepAt(
  state: CaseState,
  engine: Engine,
  causeId: string,
): { readonly step: Step; readonly index: number; readonly of: number } | null {
  const cause = engine.catalog.causes.find((one) => one.id === causeId);
  if (cause === undefined) return null;
  const steps = stepsOf(state, cause);
  const index = steps.findIndex((step) => state.outcomes[`${cause.id}/${step.id}`] === undefined);
  const step = steps[index];
  return step === undefined ? null : { step, index, of: steps.length };
}
