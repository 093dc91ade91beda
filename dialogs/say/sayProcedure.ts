import { procedureCard } from '../../cards/procedureCard.ts';
import type { Symptom } from '../../src/model/artifact.ts';
import { SYMPTOMS } from '../../src/model/artifact.ts';
import type { Procedure, Step } from '../../src/model/catalog.ts';
import type { Question } from '../../src/model/verdict.ts';
import { stepAt, stepsHere } from '../../src/session/views.ts';
import { procedureOf } from './lookUp.ts';
import { sayCurrent } from './sayLook.ts';
import type { Turn } from '../turn.ts';

/** Shows one step of a procedure. */
export function sayProcedure(
  turn: Turn,
  at: { readonly procedureId: string; readonly index: number },
  returns: boolean,
): void {
  const procedure = procedureOf(turn, at.procedureId);
  if (procedure === null) {
    sayCurrent(turn);
    return;
  }
  const { platform } = turn.case;
  const here = { ...procedure, steps: procedureSteps(turn, procedure.id) };
  turn.say(
    procedureCard({ ref: turn.ref, procedure: here, index: at.index, platform, returnTo: returns ? 'here' : null }),
  );
}

/** The steps of a procedure that apply on the platform of the case. Empty: the procedure is not known. */
export function procedureSteps(turn: Turn, procedureId: string): readonly Step[] {
  return stepsHere(procedureOf(turn, procedureId)?.steps ?? [], turn.case.platform);
}

/** The procedure that "Show me where" means: the named one, or the one that shows where the symptom is found. null: there is none. */
export function procedureFor(turn: Turn, asked: Question['ask'] | null): string | null {
  const { intent } = turn;
  if (intent.type !== 'where') return null;
  if (intent.procedureId !== null) return procedureOf(turn, intent.procedureId)?.id ?? null;
  const symptom = intent.symptom ?? SYMPTOMS.find((one) => one === asked) ?? null;
  if (symptom !== null) return procedureForSymptom(turn, symptom);
  const { following } = turn.case;
  const open = following === null ? null : stepAt(turn.case, turn.engine, following);
  if (open !== null) return open.step.procedure ?? null;
  const question = turn.verdict.question?.ask;
  const shown = SYMPTOMS.find((one) => one === question);
  return shown === undefined ? null : procedureForSymptom(turn, shown);
}

/** Of several the one for the platform of the case; when that is not known, IIS. */
export function procedureForSymptom(turn: Turn, symptom: Symptom): string | null {
  const platform = turn.case.platform ?? 'iis';
  const showing = turn.engine.catalog.procedures.filter((one: Procedure) => one.shows === symptom);
  const fitting = showing.find((one) => one.where.includes(platform)) ?? showing[0];
  return fitting?.id ?? null;
}
