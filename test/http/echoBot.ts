import type { TurnContext } from 'botbuilder';
import type { Bot } from '../../src/http/seams.ts';

/** Length of the answer to the verb "long": more than the buffers of a socket hold. */
export const LONG = 20_000_000;

/** Answers by echo; "fail TEXT" throws, "wait MS" takes its time, a submit with verb "update" changes the card it came from. */
export const echoBot: Bot = {
  async run(context: TurnContext): Promise<void> {
    const { type, text, value, name, replyToId } = context.activity;
    if (type === 'invoke') {
      if (name !== 'adaptiveCard/action') return;
      if (value.action.verb === 'fail') throw new Error('failed on purpose');
      const isLong = value.action.verb === 'long';
      if (isLong) await new Promise((resolve) => setTimeout(resolve, 200));
      const said = isLong ? 'x'.repeat(LONG) : value.action.verb;
      const body = { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: said };
      await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body } });
      return;
    }
    if (type !== 'message') {
      if (name === 'fail') throw new Error('failed on purpose');
      return;
    }
    if (text === undefined) {
      await context.updateActivity({ id: replyToId, type: 'message', text: `updated ${JSON.stringify(value)}` });
      return;
    }
    const [word, ...rest] = text.split(' ');
    if (word === 'fail') throw new RangeError(`${rest.join(' ')}\n   at Shop.Web.Startup in secret.ts:12:3)`);
    if (word === 'wait') await new Promise((resolve) => setTimeout(resolve, Number(rest[0])));
    await context.sendActivity(`you said ${text}`);
  },
};
