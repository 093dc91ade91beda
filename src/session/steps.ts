import { shownOf } from '../diagnosis/shown.ts';
import type { Procedure } from '../model/catalog.ts';
import type { Meeting } from './apply.ts';
import { without } from './claims.ts';
import type { Intent } from './intent.ts';
import { REJECTED_MAX } from './limits.ts';
import { whoOf, type Person } from './people.ts';
import type { CaseState, Solved } from './record.ts';
import { takePaste } from './takeIn.ts';
import { stepAt, stepsHere, verdictOf } from './views.ts';

/** Follows the steps of a cause; one that was set aside is taken back. An unknown id changes nothing. */
export function follow(state: CaseState, causeId: string | null, meeting: Meeting): CaseState {
  const id = causeId ?? best(state, meeting) ?? state.following;
  if (id === null || causeOf(meeting, id) === undefined) return state;
  const rejected = state.rejected.includes(id) ? state.rejected.filter((one) => one !== id) : state.rejected;
  return { ...state, following: id, rejected, solved: null };
}

/** Sets a cause aside. An unknown id changes nothing. */
export function reject(state: CaseState, causeId: string | null, meeting: Meeting): CaseState {
  const id = causeId ?? state.following ?? best(state, meeting);
  if (id === null || causeOf(meeting, id) === undefined || state.rejected.includes(id)) return state;
  const following = state.following === id ? null : state.following;
  return { ...state, rejected: [...state.rejected, id].slice(-REJECTED_MAX), following };
}

/**
 * Sets several causes aside at once: "none of these".
 * @param causeIds as the card showed them; null: what is shown now. Unknown ids change nothing
 */
export function rejectAll(state: CaseState, causeIds: readonly string[] | null, meeting: Meeting): CaseState {
  const shown = shownOf(verdictOf(state, meeting.engine), meeting.engine.catalog);
  const now = shown.alike.length > 0 ? shown.alike : shown.lead === null ? [] : [shown.lead];
  return (causeIds ?? now.map((one) => one.id)).reduce((next, id) => reject(next, id, meeting), state);
}

/**
 * Notes the outcome of a step. An outcome that is there already stays: a late click changes nothing.
 * After the last step the cause is set aside if one of them did not help; else it is asked whether it works now.
 */
export function takeOutcome(
  state: CaseState,
  intent: Extract<Intent, { type: 'outcome' }>,
  meeting: Meeting,
): CaseState {
  const cause = causeOf(meeting, intent.causeId ?? state.following ?? '');
  if (cause === undefined) return state;
  const open = stepAt(state, meeting.engine, cause.id);
  if (open === null && intent.stepId === null)
    return intent.outcome === 'did-not-help' ? reject(state, cause.id, meeting) : state;
  const step = cause.steps.find((one) => one.id === (intent.stepId ?? open?.step.id));
  const key = `${cause.id}/${step?.id ?? ''}`;
  if (step === undefined || state.outcomes[key] !== undefined) return state;
  const left = intent.outcome === 'done' ? step.leavesOn : undefined;
  const noted: CaseState = {
    ...state,
    following: cause.id,
    outcomes: { ...state.outcomes, [key]: intent.outcome },
    marks: marksWith(state, key, meeting),
    claims: without(state.claims, key),
    switchedOn: left === undefined || state.switchedOn.includes(left) ? state.switchedOn : [...state.switchedOn, left],
  };
  const told = intent.text.trim() === '' ? noted : takePaste(noted, 'text', intent.text, meeting);
  const helped = intent.outcome === 'done' || intent.outcome === 'skipped';
  return helped || stepAt(told, meeting.engine, cause.id) !== null ? told : reject(told, cause.id, meeting);
}

/** In a personal chat nobody needs to be told who it was. */
function marksWith({ marks }: CaseState, key: string, { by = null, now }: Meeting): CaseState['marks'] {
  return by === null ? marks : { ...marks, [key]: { who: whoOf(by), at: now } };
}

/** Closes the case. What fixed it: the open step if it changes something, else the last change that was done; a look fixes nothing. */
export function close(state: CaseState, intent: Extract<Intent, { type: 'worksNow' }>, meeting: Meeting): CaseState {
  if (state.following === null && state.findings.length === 0) return state;
  const cause = causeOf(meeting, intent.causeId ?? state.following ?? best(state, meeting) ?? '');
  const solved: Solved = { causeId: null, stepId: null, onlyRestart: false };
  if (cause === undefined) return { ...state, solved };
  const open =
    intent.stepId ?? (state.following === cause.id ? stepAt(state, meeting.engine, cause.id)?.step.id : undefined);
  const changed = cause.steps.filter(
    (one) => one.changes && (one.id === open || state.outcomes[`${cause.id}/${one.id}`] === 'done'),
  );
  const fixing = changed.find((one) => one.id === open) ?? changed.at(-1);
  const onlyRestart = changed.length > 0 && changed.every((one) => one.procedure === 'restart-iis');
  return { ...state, solved: { causeId: cause.id, stepId: fixing?.id ?? null, onlyRestart } };
}

/**
 * Takes back the last outcome of the steps that are followed; without one the steps are left.
 * @param by in a shared chat: only what this person said is taken back, and nobody leaves the list for the others
 */
export function undoOutcome(state: CaseState, by: Person | null = null): CaseState {
  const own = Object.keys(state.outcomes).filter((key) => key.startsWith(`${state.following ?? ''}/`));
  const last = by === null ? own.at(-1) : own.findLast((key) => state.marks[key]?.who?.key === by.key);
  if (last === undefined) return by === null ? { ...state, following: null } : state;
  return { ...state, outcomes: without(state.outcomes, last), marks: without(state.marks, last) };
}

/** Walking through a procedure past a change leaves something on, or switches it off again. */
export function walk(state: CaseState, procedureId: string | null, index: number | null, meeting: Meeting): CaseState {
  const { procedures } = meeting.engine.catalog;
  const procedure = procedures.find((one) => one.id === procedureId);
  if (procedure === undefined || index === null) return state;
  if (
    !stepsHere(procedure.steps, state.platform)
      .slice(0, index + 1)
      .some((step) => step.changes)
  )
    return state;
  const off = procedures.filter((one: Procedure) => one.switchOff === procedure.id).map((one) => one.leavesOn);
  const kept = state.switchedOn.filter((what) => !off.includes(what));
  const on = procedure.leavesOn;
  const switchedOn = on === undefined || kept.includes(on) ? kept : [...kept, on];
  return switchedOn.length === state.switchedOn.length && switchedOn.every((one, at) => one === state.switchedOn[at])
    ? state
    : { ...state, switchedOn };
}

function best(state: CaseState, meeting: Meeting): string | null {
  return shownOf(verdictOf(state, meeting.engine), meeting.engine.catalog).lead?.id ?? null;
}

function causeOf(meeting: Meeting, id: string): Meeting['engine']['catalog']['causes'][number] | undefined {
  return meeting.engine.catalog.causes.find((one) => one.id === id);
}
