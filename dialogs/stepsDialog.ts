import type { DialogTurnResult, WaterfallStepContext } from 'botbuilder-dialogs';
import { WaterfallDialog } from 'botbuilder-dialogs/lib/waterfallDialog.js';
import { shownOf } from '../src/diagnosis/shown.ts';
import { describeRead } from '../src/session/describe.ts';
import { sayClosing } from './say/sayClosing.ts';
import { sayVerdict } from './say/sayVerdict.ts';
import { STEP_PROMPT } from './stepPrompt.ts';
import { turnOf } from './turn.ts';

export const STEPS_DIALOG = 'stepsDialog';

const NOTHING_NEW = 'I read that, and it names nothing new. Use the buttons, paste what you see, or type "help".';

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
    if (turn.case.solved !== null) return await this.leave(step, () => sayClosing(turn));
    if (turn.case.following === null) return await this.leave(step, () => sayVerdict(turn));
    return await step.beginDialog(STEP_PROMPT, {});
  }

  /** What was pasted in the middle of the steps either fits, or leads to another cause, or says nothing. */
  private async readOutcomeStep(step: WaterfallStepContext): Promise<DialogTurnResult> {
    const turn = turnOf(step.context);
    const lead = shownOf(turn.verdict, turn.engine.catalog).lead;
    const isNew = turn.change.length > 0 && lead !== null && lead.id !== turn.case.following;
    if (turn.intent.type === 'outcome' && isNew) return await this.leave(step, () => sayVerdict(turn));
    if (turn.intent.type === 'paste') {
      if ((turn.news > 0 || turn.change.length > 0) && lead?.id !== turn.case.following)
        return await this.leave(step, () => sayVerdict(turn));
      turn.learned =
        turn.news === 0 && turn.change.length === 0
          ? NOTHING_NEW
          : `Read: ${describeRead(turn.case)}. It fits the same cause.`;
    }
    return await step.replaceDialog(STEPS_DIALOG);
  }

  private async leave(step: WaterfallStepContext, say: () => void): Promise<DialogTurnResult> {
    say();
    return await step.endDialog();
  }
}
