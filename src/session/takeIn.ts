import { platformIn } from '../diagnosis/platform.ts';
import { absenceFinding, statementFinding, symptomOfArtifact, versionIn } from '../diagnosis/situation.ts';
import { lowerOf, readDocument } from '../intake/readDocument.ts';
import type { Absence, Document, History, Slot, Symptom } from '../model/artifact.ts';
import type { Finding } from '../model/verdict.ts';
import type { Meeting } from './apply.ts';
import { isOtherFailure } from './compare.ts';
import { READ_MAX, TAIL_FROM, TAIL_MAX, TAIL_MS } from './limits.ts';
import { personKey } from './recent.ts';
import type { CaseState, StoredFinding } from './record.ts';
import { summarise } from './summarise.ts';
import { trimFindings } from './trim.ts';
import { verdictOf } from './views.ts';

/** Takes a paste into the case: what it says counts from now on, the text itself is forgotten. */
export function takePaste(state: CaseState, slot: Slot, text: string, meeting: Meeting): CaseState {
  const document = documentOf(slot, text, meeting);
  const found = meeting.engine.detect(document);
  const findings = [...found, ...joinedFindings(state, document, found, meeting)];
  const known = state.following !== null && isOtherFailure(state, found) ? withoutFailure(state) : state;
  const read = document.artifacts.map((artifact) => ({
    activityId: meeting.activityId,
    kind: artifact.kind,
    symptom: symptomOfArtifact(artifact, document.slot),
    at: meeting.now,
    ...summarise(document, artifact),
  }));
  const symptoms = read.flatMap((one) => one.symptom ?? []);
  const pasted = withFindings(
    {
      ...withoutForeign(withoutAbsences(known, symptoms)),
      read: [...known.read, ...read].slice(-READ_MAX),
      platform: state.platform ?? platformIn(document.text, lowerOf(document)),
      aspNetCoreVersion: state.aspNetCoreVersion ?? versionIn(findings),
      secrets: document.secrets,
      tail: document.text.length < TAIL_FROM ? null : { text: document.text.slice(-TAIL_MAX), at: meeting.now },
    },
    findings,
    meeting,
  );
  return { ...pasted, rejected: stillRejected(pasted, findings, meeting) };
}

/** Plain words typed as the answer to a question belong to that question, not to the whole case. */
function documentOf(slot: Slot, text: string, { asked }: Meeting): Document {
  const document = readDocument(slot, text);
  const onlyWords = document.artifacts.every((artifact) => artifact.kind === 'prose');
  const symptom = asked === 'platform' || asked === 'history' ? null : asked;
  return slot === 'text' && onlyWords && symptom !== null ? readDocument(symptom, text) : document;
}

/** A long paste arrives in several messages: what only shows in both pieces together is found as well. */
function joinedFindings(state: CaseState, document: Document, found: readonly Finding[], meeting: Meeting): Finding[] {
  if (state.tail === null || meeting.now - state.tail.at > TAIL_MS || document.text === '') return [];
  const seam = readDocument(document.slot, `${state.tail.text}\n${document.text.slice(0, TAIL_MAX)}`);
  const exact = new Set([...state.findings, ...found].filter((one) => one.quality === 1).map((one) => one.key));
  return meeting.engine
    .detect(seam)
    .filter((finding) => finding.quality === 1 && !exact.has(finding.key))
    .map((finding) => ({ ...finding, start: null, end: null }));
}

/** A cause that was set aside is back when the new paste names it by itself. */
function stillRejected(state: CaseState, findings: readonly Finding[], meeting: Meeting): readonly string[] {
  if (state.rejected.length === 0) return state.rejected;
  const stored = findings.map((finding) => ({ ...finding, activityId: meeting.activityId, at: meeting.now }));
  const alone = verdictOf({ ...state, findings: stored, rejected: [] }, meeting.engine);
  const named = alone.type === 'identified' ? alone.candidates[0]?.id : undefined;
  return state.rejected.filter((id) => id !== named);
}

/**
 * Another page while steps are followed: a step has changed something, and what was found before tells of a failure
 * that is over. What the person said and what the configuration holds still counts.
 */
export function withoutFailure(state: CaseState): CaseState {
  const findings = state.findings.filter(({ key }) => key.startsWith('statement:') || key.startsWith('setting:'));
  return { ...state, findings, read: [], answers: {}, tail: null, restOfPageAsked: false };
}

/** That an earlier message was about something else does not stand in the way of this one. */
function withoutForeign(state: CaseState): CaseState {
  return { ...state, findings: state.findings.filter((one) => !one.key.startsWith('foreign:')) };
}

/** Takes a stated absence into the case; an earlier one of the same symptom no longer counts. */
export function takeAbsence(state: CaseState, symptom: Symptom, absence: Absence, meeting: Meeting): CaseState {
  const said = absenceAt(symptom, absence);
  const cleared = withoutAbsences(state, [symptom]);
  return withFindings(
    { ...cleared, answers: { ...cleared.answers, [symptom]: said } },
    [absenceFinding(symptom, said)],
    meeting,
  );
}

/** "Empty" is said of a file; an event log without entries has no entry, a page without content is blank. */
function absenceAt(symptom: Symptom, absence: Absence): Absence {
  if (absence !== 'empty' && absence !== 'not-created') return absence;
  if (symptom === 'ancmLog') return absence;
  return symptom === 'browser' ? 'blank' : 'no-entry';
}

const HISTORY: Readonly<Record<History, string>> = {
  never: 'never-worked',
  'until-change': 'worked-until-deployment',
  'nothing-changed': 'worked-before',
};

/** Takes in whether it ever worked; another answer replaces the first. */
export function takeHistory(state: CaseState, history: History, meeting: Meeting): CaseState {
  const known = Object.values(HISTORY).map((id) => `statement:${id}`);
  const findings = state.findings.filter((one) => !known.includes(one.key));
  return withFindings(
    { ...state, findings, history, historyAsked: true },
    [statementFinding(HISTORY[history])],
    meeting,
  );
}

/** Text beats an absence: what was said to be missing is there now. */
export function withoutAbsences(state: CaseState, symptoms: readonly Symptom[]): CaseState {
  const answers = { ...state.answers };
  for (const symptom of symptoms) delete answers[symptom];
  const findings = state.findings.filter(
    (one) => !symptoms.some((symptom) => one.key.startsWith(`absent:${symptom}:`)),
  );
  return { ...state, answers, findings };
}

/**
 * Adds findings, each noted with the activity that brought it and once in its channel; a damaged one never takes the place
 * of a better one.
 */
export function withFindings(state: CaseState, findings: readonly Finding[], meeting: Meeting): CaseState {
  const known = new Map(state.findings.map((finding) => [placeOf(finding), finding]));
  for (const finding of findings) {
    const stored: StoredFinding = { ...finding, activityId: meeting.activityId, at: meeting.now, ...byOf(meeting) };
    const before = known.get(placeOf(finding));
    if (before === undefined || before.quality <= finding.quality) known.set(placeOf(finding), stored);
  }
  return trimFindings({ ...state, findings: [...known.values()] }, meeting.engine);
}

/** Who brought it, so that "forget me" finds it. */
function byOf({ by }: Meeting): { readonly by?: string } {
  return by === undefined || by === null ? {} : { by: personKey(by.id) };
}

function placeOf(finding: Finding): string {
  return `${finding.key}@${finding.channel}`;
}
