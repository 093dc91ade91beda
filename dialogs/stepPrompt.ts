import type { DialogContext, DialogInstance, DialogTurnResult } from 'botbuilder-dialogs';
import { Dialog } from 'botbuilder-dialogs/lib/dialog.js';
import type { TurnContext } from 'botbuilder';
import { sayStep } from './say/sayStep.ts';
import { turnOf } from './turn.ts';

export const STEP_PROMPT = 'stepPrompt';

/** Shows the step that is next in the case, and ends with the next message. Keeps nothing of its own. */
export class StepPrompt extends Dialog {
  constructor() {
    super(STEP_PROMPT);
  }

  override async beginDialog(dc: DialogContext): Promise<DialogTurnResult> {
    sayStep(turnOf(dc.context));
    return Dialog.EndOfTurn;
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    return await dc.endDialog();
  }

  override async resumeDialog(dc: DialogContext): Promise<DialogTurnResult> {
    sayStep(turnOf(dc.context));
    return Dialog.EndOfTurn;
  }

  override async repromptDialog(context: TurnContext, _instance: DialogInstance): Promise<void> {
    sayStep(turnOf(context));
  }
}
