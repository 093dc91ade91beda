import type { Question } from '../src/model/verdict.ts';
import type { Intent } from '../src/session/intent.ts';
import type { Cursor, StoredDialog } from '../src/session/record.ts';
import { PROCEDURE_DIALOG, type ProcedureOptions } from './procedureDialog.ts';
import { QUESTION_PROMPT, type QuestionOptions } from './questionPrompt.ts';
import { STEP_PROMPT } from './stepPrompt.ts';
import type { Place } from './turn.ts';

/** What a person was asked for last, read from the stack; null when no question is open. */
export function askedIn(stack: readonly StoredDialog[]): Question['ask'] | null {
  const question = stack.find((one) => one.id === QUESTION_PROMPT);
  return question === undefined ? null : (question.state as QuestionOptions).ask;
}

/** Where a person is, read from the stack: the dialog on top. */
export function placeIn(stack: readonly StoredDialog[]): Place {
  const top = stack.at(-1);
  if (top?.id === QUESTION_PROMPT) return { type: 'question', ask: (top.state as QuestionOptions).ask };
  if (top?.id === STEP_PROMPT) return { type: 'step' };
  return { type: top?.id === PROCEDURE_DIALOG ? 'procedure' : 'none' };
}

/** Looks leave the place as it is; Back leads from them to it. */
const LOOKS: readonly Intent['type'][] = [
  'help',
  'evidence',
  'why',
  'bundle',
  'ticket',
  'noRights',
  'browse',
  'search',
  'group',
  'family',
  'cause',
  'decode',
  'thanks',
  'refused',
];

export function isLook(intent: Intent): boolean {
  return LOOKS.includes(intent.type);
}

/** A typed word means what the button of that name means on the card in front of the person. */
export function intentAt(intent: Intent, { dialogs, looking }: Cursor): Intent {
  const top = dialogs.at(-1);
  if (top === undefined) return intent;
  if (top.id === STEP_PROMPT && intent.type === 'skip' && intent.symptom === null) {
    return { type: 'outcome', outcome: 'skipped', causeId: null, stepId: null, text: '' };
  }
  if (top.id === PROCEDURE_DIALOG) return inProcedure(intent, top.state as ProcedureOptions);
  if (intent.type !== 'back' || looking) return intent;
  if (top.id === QUESTION_PROMPT) return { type: 'back', undo: 'answer' };
  return top.id === STEP_PROMPT ? { type: 'back', undo: 'outcome' } : intent;
}

function inProcedure(intent: Intent, { procedureId, index }: ProcedureOptions): Intent {
  if (intent.type === 'outcome' && intent.stepId === null) return { type: 'procedureNext', procedureId, index };
  const isTyped = (intent.type === 'procedureNext' || intent.type === 'procedureDone') && intent.procedureId === null;
  return isTyped ? { type: intent.type, procedureId, index } : intent;
}
