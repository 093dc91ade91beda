import { isStatusReport, readCodeQuery } from '../diagnosis/codeQuery.ts';
import type { Intent } from './intent.ts';

const outcome = (kind: 'done' | 'skipped' | 'saw-else' | 'did-not-help'): Intent => ({
  type: 'outcome',
  outcome: kind,
  causeId: null,
  stepId: null,
  text: '',
});
const absent = (
  absence: Extract<Intent, { type: 'absent' }>['absence'],
  symptom: Extract<Intent, { type: 'absent' }>['symptom'] = null,
): Intent => ({
  type: 'absent',
  symptom,
  absence,
});

/** Everything a button does can be typed. Keys are folded: lower case, no punctuation at the end. */
const WORDS: Readonly<Record<string, Intent>> = {
  diagnose: { type: 'guide' },
  'guide me': { type: 'guide' },
  'check this': { type: 'guide' },
  'browse causes': { type: 'browse' },
  browse: { type: 'browse' },
  causes: { type: 'browse' },
  iis: { type: 'platform', platform: 'iis' },
  'azure app service': { type: 'platform', platform: 'azure-app-service' },
  'app service': { type: 'platform', platform: 'azure-app-service' },
  azure: { type: 'platform', platform: 'azure-app-service' },
  'iis express': { type: 'platform', platform: 'iis-express' },
  skip: { type: 'skip', symptom: null },
  'i do not know': { type: 'skip', symptom: null },
  "i don't know": { type: 'skip', symptom: null },
  "don't know": { type: 'skip', symptom: null },
  'no idea': { type: 'skip', symptom: null },
  'not sure': { type: 'skip', symptom: null },
  'no entry': absent('no-entry'),
  'no entries': absent('no-entry'),
  'log file not created': absent('not-created', 'ancmLog'),
  'not created': absent('not-created', 'ancmLog'),
  'log file empty': absent('empty', 'ancmLog'),
  empty: absent('empty'),
  'looks normal': absent('normal'),
  normal: absent('normal'),
  'cannot connect': absent('cannot-connect', 'browser'),
  'spins for ever': absent('no-answer', 'browser'),
  'blank page': absent('blank', 'browser'),
  'show me where': { type: 'where', symptom: null, procedureId: null },
  where: { type: 'where', symptom: null, procedureId: null },
  'start the steps': { type: 'start', causeId: null },
  start: { type: 'start', causeId: null },
  steps: { type: 'start', causeId: null },
  'not this': { type: 'notThis', causeId: null },
  'none of these': { type: 'noneOfThese', causeIds: null },
  'none of them': { type: 'noneOfThese', causeIds: null },
  neither: { type: 'noneOfThese', causeIds: null },
  done: outcome('done'),
  next: outcome('done'),
  'saw something else': outcome('saw-else'),
  'did not help': outcome('did-not-help'),
  "didn't help": outcome('did-not-help'),
  'skip step': outcome('skipped'),
  'it did not help': outcome('did-not-help'),
  'that did not help': outcome('did-not-help'),
  'does not help': outcome('did-not-help'),
  wrong: { type: 'notThis', causeId: null },
  'that is wrong': { type: 'notThis', causeId: null },
  'what can you do': { type: 'help' },
  'what can you do?': { type: 'help' },
  'it works now': { type: 'worksNow', causeId: null, stepId: null },
  'works now': { type: 'worksNow', causeId: null, stepId: null },
  'it works': { type: 'worksNow', causeId: null, stepId: null },
  fixed: { type: 'worksNow', causeId: null, stepId: null },
  solved: { type: 'worksNow', causeId: null, stepId: null },
  'show evidence': { type: 'evidence' },
  evidence: { type: 'evidence' },
  ticket: { type: 'ticket' },
  'text for a ticket': { type: 'ticket' },
  summary: { type: 'ticket' },
  report: { type: 'bundle' },
  'text to send': { type: 'bundle' },
  'no admin rights': { type: 'noRights' },
  'no rights': { type: 'noRights' },
  'i have no admin rights': { type: 'noRights' },
  'i have no rights': { type: 'noRights' },
  "i don't have admin rights": { type: 'noRights' },
  'i do not have admin rights': { type: 'noRights' },
  'i am not an admin': { type: 'noRights' },
  "i'm not an admin": { type: 'noRights' },
  why: { type: 'why' },
  never: { type: 'history', history: 'never' },
  'until a deployment or update': { type: 'history', history: 'until-change' },
  'yes, and nothing changed': { type: 'history', history: 'nothing-changed' },
  back: { type: 'back', undo: null },
  'start over': { type: 'restart' },
  restart: { type: 'restart' },
  cancel: { type: 'cancel' },
  stop: { type: 'cancel' },
  quit: { type: 'cancel' },
  help: { type: 'help' },
  '?': { type: 'help' },
  'forget me': { type: 'forget' },
  hi: { type: 'greeting' },
  hello: { type: 'greeting' },
  hey: { type: 'greeting' },
  'good morning': { type: 'greeting' },
  hallo: { type: 'greeting' },
  hola: { type: 'greeting' },
  bonjour: { type: 'greeting' },
  thanks: { type: 'thanks' },
  'thank you': { type: 'thanks' },
  thx: { type: 'thanks' },
  danke: { type: 'thanks' },
};

const SEARCH = /^(?:search|find|browse)\s+(.{2,80})$/i;

/**
 * Reads a typed command.
 * @param text one message, as typed
 * @returns null when it is not a command: then it is something pasted, or said about the case
 */
export function readWords(text: string): Intent | null {
  const said = text.trim().replace(/\s+/g, ' ');
  if (said.length > 120) return null;
  const folded = said.toLowerCase().replace(/[.!]+$/, '');
  if (folded === '') return { type: 'nothing' };
  if (Object.hasOwn(WORDS, folded)) return WORDS[folded]!;
  const asked = readCodeQuery(said);
  if (asked !== null && !isStatusReport(asked)) return { type: 'decode', code: asked.code, kind: asked.kind };
  const query = SEARCH.exec(said)?.[1];
  return query === undefined ? null : { type: 'search', query };
}
