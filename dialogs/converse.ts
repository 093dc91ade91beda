import type { TurnContext } from 'botbuilder';
import type { DialogState } from 'botbuilder-dialogs';
// The package as a whole loads number and date recognizers for prompts that are not used here: 34 MB, and a third of the start.
import { DialogContext } from 'botbuilder-dialogs/lib/dialogContext.js';
import { DialogSet } from 'botbuilder-dialogs/lib/dialogSet.js';
import type { Intent } from '../src/session/intent.ts';
import type { StoredDialog } from '../src/session/record.ts';
import { askedIn, placeIn } from './place.ts';
import { PROCEDURE_DIALOG, ProcedureDialog, type ProcedureOptions } from './procedureDialog.ts';
import { QUESTION_PROMPT, QuestionPrompt } from './questionPrompt.ts';
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
  const known = isKnown(stack) ? stack : [];
  turn.place = placeIn(known);
  const state: DialogState = { dialogStack: structuredClone([...known]) };
  await route(new DialogContext(DIALOGS, context, state), turn);
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
  switch (kindOf(intent, dc.activeDialog?.id ?? null)) {
    case 'look':
      sayLook(turn);
      return;
    case 'here':
      if (dc.activeDialog !== undefined) await dc.repromptDialog();
      return;
    case 'up':
      await dc.endDialog();
      return;
    case 'leave':
      await dc.cancelAllDialogs();
      sayLook(turn);
      return;
    case 'procedure':
      return await showProcedure(dc, turn);
    case 'continue':
      await dc.continueDialog();
      return;
    case 'steps':
      await dc.cancelAllDialogs();
      if (turn.case.following !== null || intent.type === 'worksNow') await dc.beginDialog(STEPS_DIALOG);
      return;
    case 'troubleshoot':
      await dc.cancelAllDialogs();
      await dc.beginDialog(TROUBLESHOOT_DIALOG, { guided: isGuided(intent) });
      return;
  }
}

/** While a procedure is read, an answer belongs to the question or step underneath. */
function isAnswer(intent: Intent): boolean {
  return ['outcome', 'paste', 'absent', 'skip', 'platform', 'history', 'worksNow', 'claim', 'release'].includes(
    intent.type,
  );
}

type RouteKind = 'look' | 'here' | 'up' | 'leave' | 'procedure' | 'continue' | 'steps' | 'troubleshoot';

function kindOf(intent: Intent, active: string | null): RouteKind {
  switch (intent.type) {
    case 'here':
      return 'here';
    case 'back':
      if (active === PROCEDURE_DIALOG) return 'up';
      if (intent.undo === null) return 'here';
      return intent.undo === 'answer' ? 'troubleshoot' : 'steps';
    case 'cancel':
    case 'restart':
    case 'forget':
      return 'leave';
    case 'where':
      return 'procedure';
    case 'procedureNext':
    case 'procedureDone':
      return active === PROCEDURE_DIALOG ? 'continue' : 'procedure';
    case 'start':
      return 'steps';
    case 'outcome':
    case 'worksNow':
    case 'claim':
    case 'release':
      return active === STEP_PROMPT ? 'continue' : 'steps';
    case 'paste':
      return active === QUESTION_PROMPT || active === STEP_PROMPT ? 'continue' : 'troubleshoot';
    case 'platform':
      return active === QUESTION_PROMPT || active === STEP_PROMPT ? 'continue' : 'troubleshoot';
    case 'absent':
    case 'skip':
    case 'history':
      return active === QUESTION_PROMPT ? 'continue' : 'troubleshoot';
    case 'guide':
    case 'ask':
    case 'notThis':
    case 'noneOfThese':
      return 'troubleshoot';
    default:
      return 'look';
  }
}

/** A paste is answered with what it says; everything else means that the person wants to be asked. */
function isGuided(intent: Intent): boolean {
  return intent.type !== 'paste' && intent.type !== 'notThis';
}

/** Opens a procedure on top of what is going on; a click on an old card of one goes on from there. */
async function showProcedure(dc: DialogContext, turn: Turn): Promise<void> {
  const { intent } = turn;
  const isNext = intent.type === 'procedureNext' || intent.type === 'procedureDone';
  const procedureId = isNext ? intent.procedureId : procedureFor(turn, askedIn(stackOf(dc)));
  if (procedureId === null || intent.type === 'procedureDone') return;
  if (dc.activeDialog?.id === PROCEDURE_DIALOG) dc.stack.pop();
  const options: ProcedureOptions = { procedureId, index: isNext ? (intent.index ?? -1) + 1 : 0 };
  await dc.beginDialog(PROCEDURE_DIALOG, options);
}

function stackOf(dc: DialogContext): readonly StoredDialog[] {
  return dc.stack.map(({ id, state }) => ({ id, state }));
}

/** A release that renamed a dialog, or a record that was tampered with, must not throw on every turn. */
function isKnown(stack: readonly StoredDialog[]): boolean {
  return stack.every((one) => {
    const dialog = DIALOGS.find(one.id);
    if (dialog === undefined || typeof one.state !== 'object' || one.state === null) return false;
    if (one.id === QUESTION_PROMPT) return 'ask' in one.state && typeof one.state.ask === 'string';
    if (one.id === PROCEDURE_DIALOG) return 'procedureId' in one.state && typeof one.state.procedureId === 'string';
    return one.version === undefined || one.version === dialog.getVersion();
  });
}
