import { CardFactory, MessageFactory } from 'botbuilder';
import type { TurnContext } from 'botbuilder';
import type { Bot } from '../../src/http/seams.ts';

/** What the bot got, for a test to look at. */
export interface CardBot extends Bot {
  readonly got: readonly { readonly type: string; readonly value: unknown; readonly text: string | undefined }[];
}

/** Answers each message with one card, "plain" with text, "wait" after 1.5 s; "slow" clicks take a moment, "next" puts a second card in its place, "wrong" fails. */
export function createCardBot(): CardBot {
  const got: { type: string; value: unknown; text: string | undefined }[] = [];
  return {
    got,
    async run(context: TurnContext): Promise<void> {
      const { type, value, text } = context.activity;
      got.push({ type, value, text });
      if (type === 'invoke') {
        const { verb } = value.action;
        if (verb === 'wrong') throw new Error('failed on purpose');
        if (verb === 'slow') await new Promise((resolve) => setTimeout(resolve, 400));
        const body = { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card('Second', 2) };
        await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body } });
        return;
      }
      if (type !== 'message') return;
      if (text === 'wait') await new Promise((resolve) => setTimeout(resolve, 1_500));
      if (text === 'plain') await context.sendActivity('<b>plain</b>');
      else await context.sendActivity(MessageFactory.attachment(CardFactory.adaptiveCard(card('First', 1))));
    },
  };
}

function card(title: string, count: number): object {
  const execute = (name: string, verb: string, extra: object = {}): object => ({
    type: 'Action.Execute',
    title: name,
    verb,
    data: { verb, count },
    associatedInputs: 'none',
    ...extra,
  });
  return {
    type: 'AdaptiveCard',
    version: '1.5',
    body: [
      { type: 'TextBlock', text: title, style: 'heading', wrap: true },
      {
        type: 'TextBlock',
        wrap: true,
        text: '<img src=x onerror=alert(1)> [good](https://learn.microsoft.com/) [bad](javascript:alert(1)) [plain](http://contoso.example/)',
      },
      { type: 'Container', style: 'emphasis', items: ['iisreset /status', 'net start w3svc'].map(codeLine) },
      { type: 'Input.Text', id: 'paste', label: 'What did you see?', isMultiline: true },
      {
        type: 'ColumnSet',
        columns: [
          {
            type: 'Column',
            width: 'auto',
            items: [{ type: 'TextBlock', text: 'Why' }],
            selectAction: { type: 'Action.ToggleVisibility', title: 'Why', targetElements: ['why'] },
          },
        ],
      },
      { type: 'Container', id: 'why', isVisible: false, items: [{ type: 'TextBlock', text: 'Because.' }] },
    ],
    actions: [
      execute('Next', 'next'),
      execute('Slow', 'slow'),
      execute('Wrong', 'wrong'),
      { type: 'Action.Submit', title: 'Tell', data: { verb: 'tell', count } },
      execute('Hidden one', 'next', { mode: 'secondary' }),
      execute('Hidden two', 'next', { mode: 'secondary' }),
    ],
  };
}

function codeLine(text: string): object {
  return { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text, fontType: 'Monospace' }] };
}
