import type { TurnContext } from 'botbuilder';
import { DialogContext, DialogSet, type DialogState } from 'botbuilder-dialogs';
import type { Intent } from '../src/session/intent.ts';
import type { StoredDialog } from '../src/session/record.ts';
import { PROCEDURE_DIALOG, ProcedureDialog, type ProcedureOptions } from './procedureDialog.ts';
import { QUESTION_PROMPT, QuestionPrompt, type QuestionOptions } from './questionPrompt.ts';
import { sayCurrent, sayLook } from './say/sayLook.ts';
import { procedureFor } from './say/sayProcedure.ts';
import { STEP_PROMPT, StepPrompt } from './stepPrompt.ts';
import { STEPS_DIALOG, StepsDialog } from './stepsDialog.ts';
import { TROUBLESHOOT_DIALOG, TroubleshootDialog } from './troubleshootDialog.ts';
import { setTurn, type Turn } from './turn.ts';

const DIALOGS = new DialogSet()
  .add(new TroubleshootDialog())
  .add(new QuestionPrompt())
  .add(new StepsDialog())
  .add(new StepPrompt())
  .add(new ProcedureDialog());

/** What a person was asked for last, read from the stack; null when no question is open. */
export function askedIn(stack: readonly StoredDialog[]): QuestionOptions['ask'] | null {
  const question = stack.find((one) => one.id === QUESTION_PROMPT);
  return question === undefined ? null : (question.state as QuestionOptions).ask;
}

/**
 * Runs one turn through the dialogs: an intent is a look at something, a procedure on top, an answer, or a step.
 * @param stack where the person is; a stack that this release does not know starts over, the case is kept
 * @returns where the person is afterwards; the cards are in `turn.said`, at least one
 */
export async function converse(
  context: TurnContext,
  turn: Turn,
  stack: readonly StoredDialog[],
): Promise<readonly StoredDialog[]> {
  setTurn(context, turn);
  const state: DialogState = { dialogStack: isKnown(stack) ? structuredClone([...stack]) : [] };
  const dc = new DialogContext(DIALOGS, context, state);
  await route(dc, turn);
  if (turn.said.length === 0) sayCurrent(turn);
  return state.dialogStack.map(({ id, state: kept, version }) => ({
    id,
    state: kept,
    ...(version === undefined ? {} : { version }),
  }));
}

async function route(dc: DialogContext, turn: Turn): Promise<void> {
  const { intent } = turn;
  if (dc.activeDialog?.id === PROCEDURE_DIALOG && isAnswer(intent)) dc.stack.pop();
  const active = dc.activeDialog?.id ?? null;
  switch (kindOf(intent, active)) {
    case 'look':
      sayLook(turn);
      return;
    case 'back':
      return await goBack(dc, turn);
    case 'leave':
      await dc.cancelAllDialogs();
      sayLook(turn);
      return;
    case 'procedure':
      return await showProcedure(dc, intent, turn);
    case 'continue':
      await dc.continueDialog();
      return;
    case 'steps':
      await dc.cancelAllDialogs();
      await dc.beginDialog(STEPS_DIALOG);
      return;
    case 'troubleshoot':
      await dc.cancelAllDialogs();
      await dc.beginDialog(TROUBLESHOOT_DIALOG, { guided: isGuided(intent) });
      return;
  }
}

/** While a procedure is read, an answer belongs to the question or step underneath. */
function isAnswer(intent: Intent): boolean {
  if (intent.type === 'outcome') return intent.stepId !== null;
  return ['paste', 'absent', 'skip', 'platform', 'history', 'worksNow'].includes(intent.type);
}

type RouteKind = 'look' | 'back' | 'leave' | 'procedure' | 'continue' | 'steps' | 'troubleshoot';

function kindOf(intent: Intent, active: string | null): RouteKind {
  switch (intent.type) {
    case 'back':
      return 'back';
    case 'cancel':
    case 'restart':
    case 'forget':
      return 'leave';
    case 'where':
      return 'procedure';
    case 'procedureNext':
    case 'procedureDone':
      return active === PROCEDURE_DIALOG ? 'continue' : 'look';
    case 'start':
      return 'steps';
    case 'outcome':
      if (active === PROCEDURE_DIALOG && intent.stepId === null) return 'continue';
      return active === STEP_PROMPT ? 'continue' : 'steps';
    case 'worksNow':
      return active === STEP_PROMPT ? 'continue' : 'steps';
    case 'paste':
      if (active === QUESTION_PROMPT || active === STEP_PROMPT) return 'continue';
      return 'troubleshoot';
    case 'absent':
    case 'skip':
    case 'platform':
    case 'history':
      return active === QUESTION_PROMPT ? 'continue' : 'troubleshoot';
    case 'guide':
    case 'ask':
    case 'notThis':
      return 'troubleshoot';
    default:
      return 'look';
  }
}

/** A paste is answered with what it says; everything else means that the person wants to be asked. */
function isGuided(intent: Intent): boolean {
  return intent.type !== 'paste' && intent.type !== 'notThis';
}

async function goBack(dc: DialogContext, turn: Turn): Promise<void> {
  if (dc.activeDialog?.id === PROCEDURE_DIALOG) await dc.endDialog();
  else if (dc.activeDialog !== undefined) await dc.repromptDialog();
  if (turn.said.length === 0) sayCurrent(turn);
}

async function showProcedure(dc: DialogContext, intent: Intent, turn: Turn): Promise<void> {
  const procedureId = procedureFor(turn, intent, asked(dc));
  if (procedureId === null) {
    sayLook(turn);
    return;
  }
  if (dc.activeDialog?.id === PROCEDURE_DIALOG) dc.stack.pop();
  const options: ProcedureOptions = { procedureId, index: 0 };
  await dc.beginDialog(PROCEDURE_DIALOG, options);
}

function asked(dc: DialogContext): QuestionOptions['ask'] | null {
  return askedIn(dc.stack.map(({ id, state }) => ({ id, state })));
}

/** A release that renamed a dialog, or a record that was tampered with, must not throw on every turn. */
function isKnown(stack: readonly StoredDialog[]): boolean {
  return stack.every((one) => {
    if (DIALOGS.find(one.id) === undefined || typeof one.state !== 'object' || one.state === null) return false;
    if (one.id === QUESTION_PROMPT) return typeof (one.state as { ask?: unknown }).ask === 'string';
    if (one.id === PROCEDURE_DIALOG) return typeof (one.state as { procedureId?: unknown }).procedureId === 'string';
    const version = DIALOGS.find(one.id)!.getVersion();
    return one.version === undefined || one.version === version;
  });
}
