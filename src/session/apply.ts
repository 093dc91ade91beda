import { readDocument } from '../intake/readDocument.ts';
import type { Absence, Document, Slot, Symptom } from '../model/artifact.ts';
import type { Finding } from '../model/verdict.ts';
import type { Engine } from '../diagnosis/diagnose.ts';
import { platformIn } from '../diagnosis/platform.ts';
import { absenceFinding, statementFinding, symptomOfArtifact, versionIn } from '../diagnosis/situation.ts';
import type { Intent } from './intent.ts';
import { READ_MAX, TAIL_MAX, TAIL_MS } from './limits.ts';
import { newCase, type CaseState, type Solved, type StoredFinding } from './record.ts';
import { trimFindings } from './trim.ts';
import { stepAt, verdictOf } from './views.ts';

/** What an intent meets: the engine, the time, and where the person is. */
export interface Meeting {
  readonly engine: Engine;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly activityId: string;
  /** The symptom this person was asked for last; an absence or Skip without a name means this one. */
  readonly asked: Symptom | 'platform' | 'history' | null;
}

/**
 * Takes an intent into the case. Pure: same case, same intent, same meeting, same result.
 * @returns the same object when the intent changes nothing (a look at a cause, help ...); else a copy with the next revision
 */
export function apply(state: CaseState, intent: Intent, meeting: Meeting): CaseState {
  const next = change(state, intent, meeting);
  return next === state ? state : { ...next, revision: state.revision + 1, changedAt: meeting.now };
}

function change(state: CaseState, intent: Intent, meeting: Meeting): CaseState {
  switch (intent.type) {
    case 'paste':
      // A closed case stays closed: what is pasted next is the next case.
      return takePaste(state.solved === null ? state : freshCase(meeting), intent.slot, intent.text, meeting);
    case 'absent':
      return answer(state, intent.symptom ?? askedSymptom(meeting), intent.absence, meeting);
    case 'skip':
      return skip(state, intent.symptom ?? meeting.asked);
    case 'platform':
      return { ...state, platform: intent.platform };
    case 'history':
      return withFindings(
        { ...state, history: intent.history, historyAsked: true },
        [statementFinding(HISTORY[intent.history])],
        meeting,
      );
    case 'start':
      return { ...state, following: intent.causeId ?? best(state, meeting) ?? state.following };
    case 'notThis':
      return reject(state, intent.causeId ?? state.following ?? best(state, meeting));
    case 'outcome':
      return recordOutcome(state, intent, meeting);
    case 'worksNow':
      return { ...state, solved: solvedBy(state, intent.causeId, intent.stepId, meeting) };
    case 'restart':
    case 'forget':
      return freshCase(meeting);
    default:
      return state;
  }
}

function freshCase(meeting: Meeting): CaseState {
  return newCase(
    `${meeting.now.toString(36)}-${meeting.activityId.replace(/[^a-zA-Z0-9]/g, '').slice(-12)}`,
    meeting.now,
  );
}

const HISTORY = {
  never: 'never-worked',
  'until-change': 'worked-until-deployment',
  'nothing-changed': 'worked-before',
} as const;

function takePaste(state: CaseState, slot: Slot, text: string, meeting: Meeting): CaseState {
  const document = readDocument(slot, text);
  const findings = meeting.engine.detect(document);
  const joined = joinedFindings(state, document, findings, meeting);
  const read = document.artifacts.map((artifact) => ({
    activityId: meeting.activityId,
    kind: artifact.kind,
    symptom: symptomOfArtifact(artifact, slot),
  }));
  const answers = { ...state.answers };
  for (const one of read) if (one.symptom !== null) delete answers[one.symptom];
  const restOfPageAsked =
    state.restOfPageAsked || (slot === 'browser' && state.read.some((one) => one.symptom === 'browser'));
  return withFindings(
    {
      ...state,
      answers,
      restOfPageAsked,
      read: [...state.read, ...read].slice(-READ_MAX),
      platform: state.platform ?? platformIn(document.text),
      aspNetCoreVersion: state.aspNetCoreVersion ?? versionIn(findings),
      secrets: document.secrets,
      tail: { text: document.text.slice(-TAIL_MAX), at: meeting.now },
    },
    [...findings, ...joined],
    meeting,
  );
}

/** A long paste arrives in several messages: what only shows in both pieces together is found as well. */
function joinedFindings(
  state: CaseState,
  document: Document,
  findings: readonly Finding[],
  meeting: Meeting,
): Finding[] {
  if (state.tail === null || meeting.now - state.tail.at > TAIL_MS || document.text === '') return [];
  const seam = `${state.tail.text}\n${document.text.slice(0, TAIL_MAX)}`;
  const known = new Set([...state.findings, ...findings].map((finding) => finding.key));
  return meeting.engine
    .detect(readDocument(document.slot, seam))
    .filter((finding) => !known.has(finding.key) && finding.quality === 1)
    .map((finding) => ({ ...finding, start: null, end: null }));
}

function answer(state: CaseState, symptom: Symptom | null, absence: Absence, meeting: Meeting): CaseState {
  if (symptom === null) return state;
  const answered = { ...state, answers: { ...state.answers, [symptom]: absence } };
  return withFindings(answered, [absenceFinding(symptom, absence)], meeting);
}

function skip(state: CaseState, what: Symptom | 'platform' | 'history' | null): CaseState {
  if (what === null || what === 'platform') return state;
  if (what === 'history') return { ...state, historyAsked: true };
  if (state.read.some((one) => one.symptom === what)) return { ...state, restOfPageAsked: true };
  return { ...state, answers: { ...state.answers, [what]: 'skipped' } };
}

function reject(state: CaseState, causeId: string | null): CaseState {
  if (causeId === null || state.rejected.includes(causeId)) return state;
  return { ...state, rejected: [...state.rejected, causeId], following: null };
}

function recordOutcome(state: CaseState, intent: Extract<Intent, { type: 'outcome' }>, meeting: Meeting): CaseState {
  const following = intent.causeId ?? state.following;
  const at = following === null ? null : stepAt(state, meeting.engine, following);
  const stepId = intent.stepId ?? at?.step.id ?? null;
  const cause = meeting.engine.catalog.causes.find((one) => one.id === following);
  const step = cause?.steps.find((one) => one.id === stepId);
  if (cause === undefined || step === undefined) return state;
  const key = `${cause.id}/${step.id}`;
  if (state.outcomes[key] !== undefined) return state;
  const leavesOn =
    intent.outcome !== 'skipped' && step.leavesOn !== undefined && !state.switchedOn.includes(step.leavesOn);
  const noted: CaseState = {
    ...state,
    following: cause.id,
    outcomes: { ...state.outcomes, [key]: intent.outcome },
    switchedOn: leavesOn && step.leavesOn !== undefined ? [...state.switchedOn, step.leavesOn] : state.switchedOn,
  };
  const told = intent.text.trim() === '' ? noted : takePaste(noted, 'text', intent.text, meeting);
  const exhausted = stepAt(told, meeting.engine, cause.id) === null;
  return exhausted ? reject(told, cause.id) : told;
}

/** What fixed it: the step that was open if it changes something, else the last change before it. */
function solvedBy(state: CaseState, causeId: string | null, stepId: string | null, meeting: Meeting): Solved {
  const following = causeId ?? state.following ?? best(state, meeting);
  const cause = meeting.engine.catalog.causes.find((one) => one.id === following);
  if (cause === undefined) return { causeId: null, stepId: null, onlyRestart: false };
  const open = stepId ?? stepAt(state, meeting.engine, cause.id)?.step.id ?? null;
  const changed = cause.steps.filter(
    (one) => one.changes && (one.id === open || state.outcomes[`${cause.id}/${one.id}`] === 'done'),
  );
  const fixing = changed.find((one) => one.id === open) ?? changed.at(-1);
  const onlyRestart = changed.length > 0 && changed.every((one) => one.procedure === 'restart-iis');
  return { causeId: cause.id, stepId: fixing?.id ?? open, onlyRestart };
}

function withFindings(state: CaseState, findings: readonly Finding[], meeting: Meeting): CaseState {
  const known = new Map(state.findings.map((finding) => [`${finding.key}@${finding.channel}`, finding]));
  for (const finding of findings) {
    const stored: StoredFinding = { ...finding, activityId: meeting.activityId };
    const before = known.get(`${finding.key}@${finding.channel}`);
    if (before === undefined || before.quality <= finding.quality)
      known.set(`${finding.key}@${finding.channel}`, stored);
  }
  return trimFindings({ ...state, findings: [...known.values()] }, meeting.engine);
}

function best(state: CaseState, meeting: Meeting): string | null {
  return verdictOf(state, meeting.engine).candidates[0]?.id ?? null;
}

function askedSymptom(meeting: Meeting): Symptom | null {
  return meeting.asked === null || meeting.asked === 'platform' || meeting.asked === 'history' ? null : meeting.asked;
}
