import { ABSENCES, PLATFORMS, SYMPTOMS } from '../src/model/artifact.ts';
import { GROUPS } from '../src/model/catalog.ts';
import { CARRIED_MAX, readCarried } from '../src/session/carried.ts';
import {
  hasField,
  isFields,
  readChoice,
  readCount,
  readId,
  readIds,
  readKey,
  readText,
  readWord,
  type Fields,
} from './readFields.ts';
import {
  CARRIED_VERBS,
  HISTORIES,
  PASTE_MAX,
  QUERY_MAX,
  VERBS,
  type Asked,
  type CardAction,
  type Findings,
} from './verbs.ts';

const ASKED: readonly Asked[] = [...SYMPTOMS, 'platform', 'history'];

/**
 * Reads the data of a click: `value` of a message (Action.Submit) or `value.action.data` of an invoke (Action.Execute).
 * @param fields untrusted; a client sends what it likes
 * @returns null for an unknown verb, a missing, inherited or mistyped field, an unknown word or a text that is too long; other fields are ignored
 * @throws never
 */
export function readAction(fields: unknown): CardAction | null {
  if (!isFields(fields)) return null;
  const verb = readWord(fields, 'verb', VERBS);
  const caseId = readKey(fields, 'caseId');
  const revision = readCount(fields, 'revision');
  if (verb === null || caseId === null || revision === null) return null;
  const clicked = { caseId, revision };
  switch (verb) {
    case 'browse':
    case 'back':
    case 'evidence':
    case 'restart':
    case 'bundle':
    case 'ticket':
    case 'noRights':
    case 'close':
    case 'refresh':
      return { ...clicked, verb };
    case 'carry': {
      const next = readWord(fields, 'next', CARRIED_VERBS);
      const findings = readFindings(fields);
      const inner = next === null || findings === null ? null : readAction({ ...fields, verb: next });
      return inner === null || findings === null ? null : { ...clicked, verb, inner, ...findings };
    }
    case 'sendVerdict': {
      const findings = readFindings(fields);
      return findings === null ? null : { ...clicked, verb, ...findings };
    }
    case 'diagnose': {
      const paste = readText(fields, 'paste', PASTE_MAX);
      const platform = readChoice(fields, 'platform', PLATFORMS);
      const history = readChoice(fields, 'history', HISTORIES);
      if (paste === null || platform === undefined || history === undefined) return null;
      return { ...clicked, verb, paste, platform, history };
    }
    case 'answer': {
      const symptom = readWord(fields, 'symptom', SYMPTOMS);
      const paste = readText(fields, 'paste', PASTE_MAX);
      return symptom === null || paste === null ? null : { ...clicked, verb, symptom, paste };
    }
    case 'absent': {
      const symptom = readWord(fields, 'symptom', SYMPTOMS);
      const absence = readWord(fields, 'absence', ABSENCES);
      return symptom === null || absence === null ? null : { ...clicked, verb, symptom, absence };
    }
    case 'where': {
      const symptom = readChoice(fields, 'symptom', SYMPTOMS);
      const procedureId = readId(fields, 'procedureId');
      if (symptom === undefined || (procedureId === null && hasField(fields, 'procedureId'))) return null;
      return (symptom === null) === (procedureId === null) ? null : { ...clicked, verb, symptom, procedureId };
    }
    case 'skip':
    case 'ask': {
      const symptom = readWord(fields, 'symptom', ASKED);
      return symptom === null ? null : { ...clicked, verb, symptom };
    }
    case 'platform': {
      const platform = readWord(fields, 'platform', PLATFORMS);
      return platform === null ? null : { ...clicked, verb, platform };
    }
    case 'history': {
      const history = readWord(fields, 'history', HISTORIES);
      return history === null ? null : { ...clicked, verb, history };
    }
    case 'start':
    case 'notThis':
    case 'cause': {
      const causeId = readId(fields, 'causeId');
      return causeId === null ? null : { ...clicked, verb, causeId };
    }
    case 'noneOfThese': {
      const causeIds = readIds(fields, 'causeIds');
      return causeIds === null ? null : { ...clicked, verb, causeIds };
    }
    case 'done':
    case 'didNotHelp':
    case 'worksNow':
    case 'skipStep':
    case 'claim':
    case 'release': {
      const causeId = readId(fields, 'causeId');
      const stepId = readId(fields, 'stepId');
      return causeId === null || stepId === null ? null : { ...clicked, verb, causeId, stepId };
    }
    case 'sawElse': {
      const causeId = readId(fields, 'causeId');
      const stepId = readId(fields, 'stepId');
      const paste = readText(fields, 'paste', PASTE_MAX);
      return causeId === null || stepId === null || paste === null
        ? null
        : { ...clicked, verb, causeId, stepId, paste };
    }
    case 'hostHere': {
      const platform = readWord(fields, 'platform', PLATFORMS);
      const causeId = readId(fields, 'causeId');
      return platform === null || causeId === null ? null : { ...clicked, verb, platform, causeId };
    }
    case 'join':
    case 'ownCase': {
      const who = readKey(fields, 'who');
      return who === null ? null : { ...clicked, verb, who };
    }
    case 'procedure': {
      const procedureId = readId(fields, 'procedureId');
      return procedureId === null ? null : { ...clicked, verb, procedureId };
    }
    case 'procedureNext':
    case 'procedureDone': {
      const procedureId = readId(fields, 'procedureId');
      const index = readCount(fields, 'index');
      const returnTo = readKey(fields, 'returnTo');
      if (procedureId === null || index === null || (returnTo === null && hasField(fields, 'returnTo'))) return null;
      return { ...clicked, verb, procedureId, index, returnTo };
    }
    case 'search': {
      const query = readText(fields, 'query', QUERY_MAX);
      return query === null ? null : { ...clicked, verb, query };
    }
    case 'family': {
      const familyId = readId(fields, 'familyId');
      return familyId === null ? null : { ...clicked, verb, familyId };
    }
    case 'group':
      break;
  }
  const group = readWord(fields, 'group', GROUPS);
  return group === null ? null : { ...clicked, verb, group };
}

function readFindings(fields: Fields): Findings | null {
  const found = readText(fields, 'found', CARRIED_MAX);
  const carried = found === null ? null : readCarried(found);
  const on = readChoice(fields, 'on', PLATFORMS);
  return carried === null || on === undefined ? null : { found: carried, on };
}
