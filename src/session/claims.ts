import type { Meeting } from './apply.ts';
import { CLAIM_MS } from './limits.ts';
import { whoOf } from './people.ts';
import type { CaseState, Claim } from './record.ts';

interface AtStep {
  readonly causeId: string;
  readonly stepId: string;
}

/**
 * Notes that a person is on a step, and no longer on another one. Only a step that changes something and has no outcome
 * can be taken, and not one that somebody else is on. Nothing changes in a personal chat.
 */
export function claim(state: CaseState, { causeId, stepId }: AtStep, meeting: Meeting): CaseState {
  const who = meeting.by ?? null;
  const step = meeting.engine.catalog.causes.find((one) => one.id === causeId)?.steps.find((one) => one.id === stepId);
  const key = `${causeId}/${stepId}`;
  if (who === null || step?.changes !== true || state.outcomes[key] !== undefined) return state;
  if (claimOn(state, key, meeting.now) !== null) return state;
  const others = Object.entries(state.claims).filter(([, one]) => one.who.key !== who.key);
  const claims = { ...Object.fromEntries(others), [key]: { who: whoOf(who), at: meeting.now } };
  return { ...state, following: causeId, claims };
}

/** Takes back an own claim; somebody else's stays. */
export function release(state: CaseState, { causeId, stepId }: AtStep, meeting: Meeting): CaseState {
  const key = `${causeId}/${stepId}`;
  const own = state.claims[key];
  return own === undefined || own.who.key !== meeting.by?.key
    ? state
    : { ...state, claims: without(state.claims, key) };
}

/** Who is on a step now; null: nobody. */
export function claimOn(state: Pick<CaseState, 'claims'>, key: string, now: number): Claim | null {
  const found = state.claims[key];
  return found === undefined || now - found.at >= CLAIM_MS ? null : found;
}

/** A copy without one key. */
export function without<Value>(fields: Readonly<Record<string, Value>>, key: string): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(fields).filter(([own]) => own !== key));
}
