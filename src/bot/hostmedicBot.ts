import { createHash, randomUUID } from 'node:crypto';
import {
  ActivityHandler,
  CardFactory,
  MessageFactory,
  type AdaptiveCardInvokeResponse,
  type AdaptiveCardInvokeValue,
  type TurnContext,
} from 'botbuilder';
import type { AdaptiveCard } from '../../cards/adaptiveCard.ts';
import { withNotes } from '../../cards/withNotes.ts';
import { readClick } from '../../dialogs/readIntents.ts';
import { chatKindOf } from '../model/chat.ts';
import type { Intent } from '../session/intent.ts';
import { KEY_MAX } from '../storage/sessionStore.ts';
import { KeyedQueue } from './keyedQueue.ts';
import { readMessage } from './readMessage.ts';
import type { PictureReader } from './readPicture.ts';
import { forgetActivity, takeTurn, type TurnDeps, type TurnInput, type TurnResult } from './takeTurn.ts';

/** What this room reports. Never what a person wrote. */
export interface BotLog {
  info(event: string, fields?: { readonly reason?: string; readonly durationMs?: number }): void;
  warn(event: string, fields?: { readonly reason?: string; readonly durationMs?: number }): void;
}

export interface HostmedicBotDeps extends TurnDeps {
  readonly log: BotLog;
  readonly filesFrom: 'this-machine' | 'teams';
  /** Left out: pictures are not read. */
  readonly pictures?: PictureReader | null;
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
    this.onMessageDelete(async (context, next) => {
      await this.forget(context);
      await next();
    });
    this.onMembersAdded(async (context, next) => {
      await this.welcome(context);
      await next();
    });
  }

  private async answerMessage(context: TurnContext): Promise<void> {
    const message = await readMessage(context, this.deps.filesFrom, this.deps.pictures);
    const result = await this.turn(context, message.intents, message.caseId);
    const [first, ...others] = result.cards;
    if (result.type !== 'answered' || first === undefined) return;
    await sendCards(context, [withNotes(first, message.notes), ...others]);
  }

  /** A deleted message takes away what it brought; nothing is said. */
  private async forget(context: TurnContext): Promise<void> {
    const { id } = context.activity;
    const input = { key: keyOf(context), activityId: id ?? '' };
    if (id !== undefined) await this.queue.run(input.key, async () => await forgetActivity(input, this.deps));
  }

  /** Once in a conversation, when the bot itself is new there. */
  private async welcome(context: TurnContext): Promise<void> {
    const { membersAdded, recipient } = context.activity;
    if (isShared(context) || membersAdded?.some((member) => member.id === recipient.id) !== true) return;
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
    const activityId = activity.id ?? randomUUID();
    const input: TurnInput = {
      key: keyOf(context),
      activityId,
      deliveryId: isEdit ? `${activityId}#${timeOf(activity.timestamp)}` : activityId,
      personId: activity.from.id,
      intents,
      caseId,
      replaces: isEdit,
      shared: isShared(context),
      chat: chatKindOf(activity.conversation.conversationType),
    };
    const result = await this.queue.run(input.key, async () => await takeTurn(context, input, this.deps));
    this.deps.log.info('turn', { durationMs: this.deps.clock() - started });
    return result;
  }
}

function isShared(context: TurnContext): boolean {
  const { conversationType } = context.activity.conversation;
  return conversationType !== undefined && conversationType !== 'personal';
}

/** The SDK reads timestamps into dates, whose text has no milliseconds. */
function timeOf(timestamp: unknown): string {
  return timestamp instanceof Date && !Number.isNaN(timestamp.getTime()) ? timestamp.toISOString() : String(timestamp);
}

function keyOf(context: TurnContext): string {
  const key = `${context.activity.channelId}/${context.activity.conversation.id}`;
  return key.length <= KEY_MAX ? key : createHash('sha256').update(key).digest('base64url');
}

async function sendCards(context: TurnContext, cards: readonly AdaptiveCard[]): Promise<void> {
  for (const card of cards) await context.sendActivity(MessageFactory.attachment(CardFactory.adaptiveCard(card)));
}
