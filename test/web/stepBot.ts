import { CardFactory, MessageFactory } from 'botbuilder';
import type { TurnContext } from 'botbuilder';
import type { Bot } from '../../src/http/seams.ts';

/** A bot of step cards, and what became of the clicks. */
export interface StepBot extends Bot {
  readonly clicks: number;
  /** Ids of the activities of all clicks, also of the one that failed. */
  readonly clickIds: readonly string[];
  /** The next click fails. */
  failNext(): void;
}

/** Answers a message with the current step, "other case" with a card of another case; each click goes one step on, in place. */
export function createStepBot(): StepBot {
  const clickIds: string[] = [];
  let step = 1;
  let fails = false;
  return {
    clickIds,
    get clicks() {
      return step - 1;
    },
    failNext: () => {
      fails = true;
    },
    async run(context: TurnContext): Promise<void> {
      const { type, text, id } = context.activity;
      if (type === 'invoke') {
        clickIds.push(id ?? '');
        if (fails) {
          fails = false;
          throw new Error('failed on purpose');
        }
        step += 1;
        const body = { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card('case-1', step) };
        await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body } });
      } else if (type === 'message') {
        const content = text === 'other case' ? card('case-2', 1) : card('case-1', step);
        await context.sendActivity(MessageFactory.attachment(CardFactory.adaptiveCard(content)));
      }
    },
  };
}

/** Higher than a narrow window, with the long names and lines that such cards hold. */
function card(caseId: string, step: number): object {
  const data = { caseId, revision: step };
  return {
    type: 'AdaptiveCard',
    version: '1.5',
    body: [
      { type: 'TextBlock', text: `Step ${step}`, style: 'heading', wrap: true },
      { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: `Look for ${LONG_NAME} in the folder.` }] },
      { type: 'TextBlock', text: 'On the server:', size: 'Small', wrap: true },
      {
        type: 'Container',
        style: 'emphasis',
        items: [
          {
            type: 'RichTextBlock',
            inlines: [{ type: 'TextRun', text: LONG_COMMAND, fontType: 'Monospace' }],
          },
        ],
      },
      ...Array.from({ length: 12 }, (_item, line) => ({ type: 'TextBlock', text: `Line ${line} of what to do.` })),
    ],
    actions: [
      { type: 'Action.Execute', title: 'Done', verb: 'done', data: { ...data, verb: 'done' } },
      { type: 'Action.Submit', title: 'Back', data: { ...data, verb: 'back' } },
      ...['One', 'Two', 'Three', 'Four'].map((title) => ({
        type: 'Action.Submit',
        title,
        tooltip: `What ${title} means`,
        mode: 'secondary',
        data: { ...data, verb: 'skip' },
      })),
    ],
  };
}

export const LONG_NAME = 'Contoso.Shop.Web.Infrastructure.Persistence.SqlServer.Abstractions';
export const LONG_COMMAND =
  'dir "D:\\sites\\contoso-webshop-production\\releases\\2026-11-20\\*.runtimeconfig.json" /b';
