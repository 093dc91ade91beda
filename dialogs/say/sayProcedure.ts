import { procedureCard } from '../../cards/procedureCard.ts';
import type { Symptom } from '../../src/model/artifact.ts';
import { SYMPTOMS } from '../../src/model/artifact.ts';
import type { Procedure } from '../../src/model/catalog.ts';
import type { Question } from '../../src/model/verdict.ts';
import type { Intent } from '../../src/session/intent.ts';
import { procedureOf } from './lookUp.ts';
import { sayCurrent } from './sayLook.ts';
import type { Turn } from '../turn.ts';

/** Shows one step of a procedure. */
export function sayProcedure(
  turn: Turn,
  at: { readonly procedureId: string; readonly index: number },
  returns = false,
): void {
  const procedure = procedureOf(turn, at.procedureId);
  if (procedure === null) {
    sayCurrent(turn);
    return;
  }
  const returnTo = returns ? 'here' : null;
  turn.say(procedureCard({ ref: turn.ref, procedure, index: at.index, platform: turn.case.platform, returnTo }));
}

/** The procedure that "Show me where" means: the named one, or the one that shows where the symptom is found. null: there is none. */
export function procedureFor(turn: Turn, intent: Intent, asked: Question['ask'] | null): string | null {
  if (intent.type !== 'where') return null;
  if (intent.procedureId !== null) return procedureOf(turn, intent.procedureId)?.id ?? null;
  const symptom = intent.symptom ?? SYMPTOMS.find((one) => one === asked) ?? null;
  if (symptom !== null) return procedureForSymptom(turn, symptom);
  const { following } = turn.case;
  const steps = turn.engine.catalog.causes.find((one) => one.id === following)?.steps ?? [];
  return (
    steps.find((step) => step.procedure !== undefined && turn.case.outcomes[`${following}/${step.id}`] === undefined)
      ?.procedure ?? null
  );
}

/** Of several the one for the platform of the case; when that is not known, IIS. */
export function procedureForSymptom(turn: Turn, symptom: Symptom): string | null {
  const platform = turn.case.platform ?? 'iis';
  const showing = turn.engine.catalog.procedures.filter((one: Procedure) => one.shows === symptom);
  const fitting = showing.find((one) => one.where.includes(platform)) ?? showing[0];
  return fitting?.id ?? null;
}
