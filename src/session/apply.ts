import type { Engine } from '../diagnosis/diagnose.ts';
import type { Symptom } from '../model/artifact.ts';
import type { Intent } from './intent.ts';
import { claim, release } from './claims.ts';
import type { Person } from './people.ts';
import { newCase, type CaseState } from './record.ts';
import { close, follow, reject, rejectAll, takeOutcome, undoOutcome, walk } from './steps.ts';
import { takeCarried } from './carried.ts';
import { takeAbsence, takeHistory, takePaste, withoutAbsences } from './takeIn.ts';

/** What an intent meets: the engine, the time, and where the person is. */
export interface Meeting {
  readonly engine: Engine;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Activity that brought the intent. */
  readonly activityId: string;
  /** What this person was asked for last; an absence or Skip without a name means this one. */
  readonly asked: Symptom | 'platform' | 'history' | null;
  /** Who speaks, in a chat with others; left out or null in a personal one. */
  readonly by?: Person | null;
}

/**
 * Takes an intent into the case. Pure: same case, same intent, same meeting, same result.
 * @returns the same object when the intent changes nothing (a look at a cause, help ...); else a copy with the next revision
 */
export function apply(state: CaseState, intent: Intent, meeting: Meeting): CaseState {
  const begun = opensNext(state, intent) ? freshCase(meeting) : state;
  const next = change(begun, intent, meeting);
  if (next === state) return state;
  const secrets = intent.type === 'paste' || intent.type === 'outcome' ? next.secrets : [];
  return { ...asked(begun, next, intent, meeting), secrets, revision: begun.revision + 1, changedAt: meeting.now };
}

/** A closed case stays closed: what is pasted or asked next is the next case. */
function opensNext(state: CaseState, intent: Intent): boolean {
  return state.solved !== null && ['paste', 'carried', 'guide', 'platform', 'history', 'absent'].includes(intent.type);
}

function change(state: CaseState, intent: Intent, meeting: Meeting): CaseState {
  switch (intent.type) {
    case 'paste':
      return takePaste(state, intent.slot, intent.text, meeting);
    case 'carried':
      return takeCarried(state, intent, meeting);
    case 'absent': {
      const symptom = intent.symptom ?? askedSymptom(meeting) ?? (intent.absence === 'empty' ? 'ancmLog' : null);
      return symptom === null ? state : takeAbsence(state, symptom, intent.absence, meeting);
    }
    case 'skip':
      return skip(state, intent.symptom ?? meeting.asked);
    case 'platform':
      return { ...state, platform: intent.platform, platformAsked: true };
    case 'history':
      return takeHistory(state, intent.history, meeting);
    case 'start':
      return follow(state, intent.causeId, meeting);
    case 'notThis':
      return state.solved === null ? reject(state, intent.causeId, meeting) : state;
    case 'noneOfThese':
      return state.solved === null ? rejectAll(state, intent.causeIds, meeting) : state;
    case 'outcome':
      return state.solved === null ? takeOutcome(state, intent, meeting) : state;
    case 'worksNow':
      return close(state, intent, meeting);
    case 'procedureNext':
    case 'procedureDone':
      return walk(state, intent.procedureId, intent.index, meeting);
    case 'back':
      return back(state, intent.undo, meeting);
    case 'claim':
      return claim(state, intent, meeting);
    case 'release':
      return release(state, intent, meeting);
    case 'restart':
    case 'forget':
      return freshCase(meeting);
    default:
      return state;
  }
}

/** A case for what comes next. */
export function freshCase({ now, activityId }: Pick<Meeting, 'now' | 'activityId'>): CaseState {
  return newCase(`${now.toString(36)}-${activityId.replace(/[^a-zA-Z0-9]/g, '').slice(-12) || 'x'}`, now);
}

/** The rest of a cut page is asked for once, when a part of it is there: whatever came, that question is answered. */
function asked(before: CaseState, state: CaseState, intent: Intent, meeting: Meeting): CaseState {
  const answered = meeting.asked === 'browser' && ['paste', 'absent', 'skip'].includes(intent.type);
  const hadPart = before.read.some((one) => one.symptom === 'browser');
  return answered && hadPart ? { ...state, restOfPageAsked: true } : state;
}

function skip(state: CaseState, what: Symptom | 'platform' | 'history' | null): CaseState {
  if (what === null) return state;
  if (what === 'platform') return { ...state, platformAsked: true };
  if (what === 'history') return { ...state, historyAsked: true };
  if (state.read.some((one) => one.symptom === what)) return { ...state, restOfPageAsked: true };
  return { ...state, answers: { ...state.answers, [what]: 'skipped' } };
}

function back(state: CaseState, undo: 'answer' | 'outcome' | null, meeting: Meeting): CaseState {
  if (undo === 'outcome') return undoOutcome(state, meeting.by ?? null);
  const last = undo === 'answer' ? Object.keys(state.answers).at(-1) : undefined;
  return last === undefined ? state : withoutAbsences(state, [last as Symptom]);
}

function askedSymptom(meeting: Meeting): Symptom | null {
  return meeting.asked === null || meeting.asked === 'platform' || meeting.asked === 'history' ? null : meeting.asked;
}
