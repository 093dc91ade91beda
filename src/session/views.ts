import type { Engine } from '../diagnosis/diagnose.ts';
import { situate } from '../diagnosis/situation.ts';
import type { Platform } from '../model/artifact.ts';
import type { Cause, Step } from '../model/catalog.ts';
import type { Verdict } from '../model/verdict.ts';
import type { CaseState } from './record.ts';

/** All that a verdict depends on; what else a turn changes leaves it as it is. */
type Weighed = Pick<CaseState, 'findings' | (typeof BESIDE_FINDINGS)[number]>;
const BESIDE_FINDINGS = [
  'read',
  'answers',
  'platform',
  'aspNetCoreVersion',
  'history',
  'restOfPageAsked',
  'platformAsked',
  'historyAsked',
  'rejected',
] as const;

interface Known {
  readonly of: Weighed;
  readonly engine: Engine;
  readonly verdict: Verdict;
}

/** Verdicts of cases that are still in use, by their findings: one turn asks for the same one several times, and cases are never changed. */
const known = new WeakMap<Weighed['findings'], Known[]>();

/** What the case means now. Causes that were set aside are no candidates any more. */
export function verdictOf(state: Weighed, engine: Engine): Verdict {
  const verdicts = known.get(state.findings) ?? [];
  const before = verdicts.find((one) => one.engine === engine && isAlike(one.of, state));
  if (before !== undefined) return before.verdict;
  const verdict = weigh(state, engine);
  known.set(state.findings, [...verdicts, { of: state, engine, verdict }]);
  return verdict;
}

function isAlike(one: Weighed, other: Weighed): boolean {
  return BESIDE_FINDINGS.every((field) => one[field] === other[field]);
}

function weigh(state: Weighed, engine: Engine): Verdict {
  const situation = situate({
    findings: state.findings,
    read: state.read.flatMap((one) => (one.symptom === null ? [] : [one.symptom])),
    answers: state.answers,
    platform: state.platform,
    aspNetCoreVersion: state.aspNetCoreVersion,
    history: state.history,
    restOfPageAsked: state.restOfPageAsked,
    platformAsked: state.platformAsked,
    historyAsked: state.historyAsked,
  });
  return engine.verdict(state.findings, situation, state.rejected);
}

/** The steps that apply on a platform; when it is not known, all of them. */
export function stepsHere(steps: readonly Step[], platform: Platform | null): readonly Step[] {
  return steps.filter((step) => step.where.length === 0 || platform === null || step.where.includes(platform));
}

/** The steps of a cause that apply here and are not needless by what the person said. */
export function stepsOf(state: CaseState, cause: Cause): readonly Step[] {
  const said = new Set(state.findings.map((finding) => finding.key));
  return stepsHere(cause.steps, state.platform).filter(
    (step) => step.doneBy === undefined || !said.has(`statement:${step.doneBy}`),
  );
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
