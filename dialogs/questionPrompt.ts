import type { DialogContext, DialogInstance, DialogTurnResult } from 'botbuilder-dialogs';
import { Dialog } from 'botbuilder-dialogs/lib/dialog.js';
import type { TurnContext } from 'botbuilder';
import type { Question } from '../src/model/verdict.ts';
import { sayQuestion } from './say/sayQuestion.ts';
import { turnOf } from './turn.ts';

export const QUESTION_PROMPT = 'questionPrompt';

/** What a question keeps on the stack: plain JSON. */
export interface QuestionOptions {
  readonly ask: Question['ask'];
}

/**
 * Shows one question and ends with the next message, whatever it is: the intent was already taken into the case.
 * A TextPrompt would ask again after a card submit, which has a value and no text.
 */
export class QuestionPrompt extends Dialog {
  constructor() {
    super(QUESTION_PROMPT);
  }

  override async beginDialog(dc: DialogContext, options: QuestionOptions): Promise<DialogTurnResult> {
    dc.activeDialog!.state = { ask: options.ask };
    sayQuestion(turnOf(dc.context), options.ask);
    return Dialog.EndOfTurn;
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    return await dc.endDialog();
  }

  /** A procedure that was shown on top has ended: ask again. */
  override async resumeDialog(dc: DialogContext): Promise<DialogTurnResult> {
    await this.repromptDialog(dc.context, dc.activeDialog!);
    return Dialog.EndOfTurn;
  }

  override async repromptDialog(context: TurnContext, instance: DialogInstance): Promise<void> {
    const state: unknown = instance.state;
    sayQuestion(turnOf(context), (state as QuestionOptions).ask);
  }
}
