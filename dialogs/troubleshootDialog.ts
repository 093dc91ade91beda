import type { DialogTurnResult, WaterfallStepContext } from 'botbuilder-dialogs';
import { WaterfallDialog } from 'botbuilder-dialogs/lib/waterfallDialog.js';
import type { Question } from '../src/model/verdict.ts';
import { QUESTION_PROMPT } from './questionPrompt.ts';
import { sayNothingNew } from './say/sayLook.ts';
import { sayVerdict } from './say/sayVerdict.ts';
import { turnOf } from './turn.ts';

export const TROUBLESHOOT_DIALOG = 'troubleshootDialog';

/** `guided`: ask symptom by symptom; else a verdict is shown as soon as there is one to show. */
export interface TroubleshootOptions {
  readonly guided: boolean;
}

const PASSES_MAX = 3;

type Step = WaterfallStepContext<TroubleshootOptions>;

/**
 * Finds the cause. One symptom a step, asked only if the answer would change the verdict; the order inside one pass is the
 * natural one, and a question that the status puts first makes another pass.
 */
export class TroubleshootDialog extends WaterfallDialog<TroubleshootOptions> {
  constructor() {
    super(TROUBLESHOOT_DIALOG, [
      async (step) => await this.showWhatIsClearStep(step),
      async (step) => await this.askStep(step, 'browser'),
      async (step) => await this.askStep(step, 'eventLog'),
      async (step) => await this.askStep(step, 'ancmLog'),
      async (step) => await this.askStep(step, 'systemLog'),
      async (step) => await this.askStep(step, 'iisLog'),
      async (step) => await this.askStep(step, 'platform'),
      async (step) => await this.askStep(step, 'history'),
      async (step) => await this.verdictStep(step),
    ]);
  }

  /** A paste that already says something is answered at once; the question then is a button on the verdict. */
  private async showWhatIsClearStep(step: Step): Promise<DialogTurnResult> {
    const turn = turnOf(step.context);
    const { verdict } = turn;
    if (turn.intent.type === 'paste' && turn.news === 0 && verdict.candidates.length > 0) {
      sayNothingNew(turn);
      return await step.endDialog();
    }
    if (step.options.guided && verdict.foreign === null) return await step.next();
    const silent = verdict.candidates.length === 0 && verdict.question !== null;
    return silent ? await step.next() : await this.verdictStep(step);
  }

  private async askStep(step: Step, ask: Question['ask']): Promise<DialogTurnResult> {
    const { verdict } = turnOf(step.context);
    if (verdict.question?.ask !== ask) return await step.next();
    return await step.beginDialog(QUESTION_PROMPT, { ask });
  }

  private async verdictStep(step: Step): Promise<DialogTurnResult> {
    const turn = turnOf(step.context);
    const askMore = step.options.guided && turn.verdict.question !== null;
    turn.passes += 1;
    if (askMore && turn.verdict.foreign === null && turn.passes < PASSES_MAX)
      return await step.replaceDialog(TROUBLESHOOT_DIALOG, step.options);
    sayVerdict(turn);
    return await step.endDialog();
  }
}
