import type { DialogContext, DialogReason, DialogTurnResult, WaterfallStepContext } from 'botbuilder-dialogs';
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

/** The natural order of the questions. */
const QUESTIONS: readonly Question['ask'][] = [
  'browser',
  'eventLog',
  'ancmLog',
  'systemLog',
  'iisLog',
  'platform',
  'history',
];
/** Place of the first question among the steps. */
const FIRST_QUESTION = 1;

type Step = WaterfallStepContext<TroubleshootOptions>;

/**
 * Finds the cause. One symptom a step, asked only if the answer would change the verdict; the order inside one pass is the
 * natural one, and a question that the status puts first makes another pass.
 */
export class TroubleshootDialog extends WaterfallDialog<TroubleshootOptions> {
  constructor() {
    super(TROUBLESHOOT_DIALOG, [
      async (step) => await this.showWhatIsClearStep(step),
      ...QUESTIONS.map((ask) => async (step: Step) => await this.askStep(step, ask)),
      async (step) => await this.verdictStep(step),
    ]);
  }

  /** Passes over the questions that are not asked now: each step that is run costs a dialog context of its own. */
  protected override async runStep(
    dc: DialogContext,
    index: number,
    reason: DialogReason,
    result?: unknown,
  ): Promise<DialogTurnResult> {
    const { verdict } = turnOf(dc.context);
    let next = index;
    while (QUESTIONS[next - FIRST_QUESTION] !== undefined && QUESTIONS[next - FIRST_QUESTION] !== verdict.question?.ask)
      next += 1;
    return await super.runStep(dc, next, reason, result);
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
