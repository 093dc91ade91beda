import {
  ActivityHandler,
  CardFactory,
  MessageFactory,
  type AdaptiveCardInvokeResponse,
  type AdaptiveCardInvokeValue,
  type TurnContext,
} from 'botbuilder';
import type { AdaptiveCard } from '../../cards/adaptiveCard.ts';
import { noticeCard } from '../../cards/noticeCard.ts';
import { readClick } from '../../dialogs/readIntents.ts';
import type { Intent } from '../session/intent.ts';
import { KeyedQueue } from './keyedQueue.ts';
import { readMessage } from './readMessage.ts';
import { takeTurn, type TurnDeps, type TurnInput, type TurnResult } from './takeTurn.ts';

/** What this room reports. Never what a person wrote. */
export interface BotLog {
  info(event: string, fields?: { readonly reason?: string; readonly durationMs?: number }): void;
  warn(event: string, fields?: { readonly reason?: string; readonly durationMs?: number }): void;
}

export interface HostmedicBotDeps extends TurnDeps {
  readonly log: BotLog;
  readonly filesFrom: 'this-machine' | 'teams';
}

/** Turns activities into turns, and what is said into activities. Knows no rule of the product. */
export class HostmedicBot extends ActivityHandler {
  private readonly deps: HostmedicBotDeps;
  private readonly queue = new KeyedQueue();

  constructor(deps: HostmedicBotDeps) {
    super();
    this.deps = deps;
    this.onMessage(async (context, next) => {
      await this.answerMessage(context);
      await next();
    });
    this.onMessageUpdate(async (context, next) => {
      await this.answerMessage(context);
      await next();
    });
    this.onMembersAdded(async (context, next) => {
      await this.welcome(context);
      await next();
    });
  }

  private async answerMessage(context: TurnContext): Promise<void> {
    const message = await readMessage(context, this.deps.filesFrom);
    if (message.type === 'refused') {
      await sendCards(context, [
        noticeCard({ ref: { caseId: 'none', revision: 0 }, heading: 'I cannot read that file', text: message.reason }),
      ]);
      return;
    }
    const result = await this.turn(context, message.intents, message.caseId);
    if (result.type === 'answered') await sendCards(context, result.cards);
  }

  /** Once in a conversation, when the bot itself is new there. */
  private async welcome(context: TurnContext): Promise<void> {
    const { membersAdded, recipient, conversation } = context.activity;
    const isPersonal = conversation.conversationType === undefined || conversation.conversationType === 'personal';
    if (!isPersonal || membersAdded?.some((member) => member.id === recipient.id) !== true) return;
    const stored = await this.deps.store.load(keyOf(context));
    if (stored !== null) return;
    const result = await this.turn(context, [{ type: 'greeting' }], null);
    if (result.type === 'answered') await sendCards(context, result.cards);
  }

  /** A button that updates its card in place: the answer to the click is the card as it is now. */
  protected override async onAdaptiveCardInvoke(
    context: TurnContext,
    invokeValue: AdaptiveCardInvokeValue,
  ): Promise<AdaptiveCardInvokeResponse> {
    const click = readClick({ ...Object(invokeValue.action.data), verb: invokeValue.action.verb });
    if (click === null)
      return {
        statusCode: 400,
        type: 'application/vnd.microsoft.error',
        value: { code: 'BadRequest', message: 'This button is not known.' },
      };
    const { cards } = await this.turn(context, click.intents, click.caseId);
    return { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: { ...cards.at(-1) } };
  }

  private async turn(context: TurnContext, intents: readonly Intent[], caseId: string | null): Promise<TurnResult> {
    const { activity } = context;
    const isEdit = activity.type === 'messageUpdate';
    const started = this.deps.clock();
    const input: TurnInput = {
      key: keyOf(context),
      activityId: isEdit
        ? `${activity.id ?? ''}#${String(activity.timestamp ?? started)}`
        : (activity.id ?? `none-${started}`),
      personId: activity.from.id,
      intents,
      caseId,
      replaces: isEdit,
    };
    const result = await this.queue.run(input.key, async () => await takeTurn(context, input, this.deps));
    this.deps.log.info('turn', { durationMs: this.deps.clock() - started });
    return result;
  }
}

function keyOf(context: TurnContext): string {
  return `${context.activity.channelId}/${context.activity.conversation.id}`;
}

async function sendCards(context: TurnContext, cards: readonly AdaptiveCard[]): Promise<void> {
  for (const card of cards) await context.sendActivity(MessageFactory.attachment(CardFactory.adaptiveCard(card)));
}
