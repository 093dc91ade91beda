import { WaterfallDialog, type DialogTurnResult, type WaterfallStepContext } from 'botbuilder-dialogs';
import { stepAt } from '../src/session/views.ts';
import { sayClosing } from './say/sayClosing.ts';
import { sayVerdict } from './say/sayVerdict.ts';
import { STEP_PROMPT } from './stepPrompt.ts';
import { turnOf, type Turn } from './turn.ts';

export const STEPS_DIALOG = 'stepsDialog';

/** Follows the steps of one cause, one at a time; which step is next is the case's to say. */
export class StepsDialog extends WaterfallDialog {
  constructor() {
    super(STEPS_DIALOG, [
      async (step) => await this.showStepStep(step),
      async (step) => await this.readOutcomeStep(step),
    ]);
  }

  private async showStepStep(step: WaterfallStepContext): Promise<DialogTurnResult> {
    const turn = turnOf(step.context);
    if (turn.intent.type === 'worksNow') return await this.close(step, turn);
    const { following } = turn.case;
    if (following === null || stepAt(turn.case, turn.engine, following) === null) return await this.giveUp(step, turn);
    return await step.beginDialog(STEP_PROMPT);
  }

  private async readOutcomeStep(step: WaterfallStepContext): Promise<DialogTurnResult> {
    const turn = turnOf(step.context);
    const best = turn.verdict.candidates[0];
    const changed =
      turn.intent.type === 'paste' && turn.verdict.type === 'identified' && best?.id !== turn.case.following;
    if (changed) return await this.giveUp(step, turn);
    return await step.replaceDialog(STEPS_DIALOG);
  }

  private async close(step: WaterfallStepContext, turn: Turn): Promise<DialogTurnResult> {
    sayClosing(turn);
    return await step.endDialog();
  }

  /** All steps are done without help, or a new paste says something else: the next candidate. */
  private async giveUp(step: WaterfallStepContext, turn: Turn): Promise<DialogTurnResult> {
    sayVerdict(turn);
    return await step.endDialog();
  }
}
