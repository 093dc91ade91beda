import { createHash, randomUUID } from 'node:crypto';
import {
  ActivityHandler,
  type Activity,
  type AdaptiveCardInvokeResponse,
  type AdaptiveCardInvokeValue,
  type InvokeResponse,
  type TurnContext,
} from 'botbuilder';
import { withNotes } from '../../cards/withNotes.ts';
import { readClick } from '../../dialogs/readIntents.ts';
import { chatKindOf } from '../model/chat.ts';
import { TURN_OUTCOME } from '../model/turnOutcome.ts';
import type { Intent } from '../session/intent.ts';
import type { CauseOutcome } from '../session/outcomes.ts';
import type { OutcomeCounter } from '../storage/outcomeCounter.ts';
import { KEY_MAX } from '../storage/sessionStore.ts';
import { personOf } from '../session/people.ts';
import { countVerdict, type BotMetrics } from './botMetrics.ts';
import type { Pace } from './cardUpdates.ts';
import type { TurnDeps, TurnInput } from './computeTurn.ts';
import { forgetOld } from './forgetOld.ts';
import { ownKey, takeGroupTurn } from './groupTurn.ts';
import { KeyedQueue } from './keyedQueue.ts';
import { answerExtension } from './messageExtension.ts';
import { readAgain } from './readAgain.ts';
import { readMessage } from './readMessage.ts';
import type { PictureReader } from './readPicture.ts';
import { createDelivery, isSharedIn, type Delivery, type TurnTaken } from './sendCards.ts';
import { SharedLists } from './sharedLists.ts';
import { forgetActivity, refuseActivity, takeTurn } from './takeTurn.ts';
import { Typing, type After } from './typing.ts';

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
  /** Counts how causes turned out; left out: nobody counts. */
  readonly outcomes?: OutcomeCounter;
  /** Left out: nothing is counted. */
  readonly metrics?: BotMetrics;
  /** Calls back after a time; left out: the clock of the system. */
  readonly after?: After;
  /** How often the list of a shared chat is updated; left out: once a second. */
  readonly pace?: Pace | undefined;
}

/** Turns activities into turns, and what is said into activities. Knows no rule of the product. */
export class HostmedicBot extends ActivityHandler {
  private readonly deps: HostmedicBotDeps;
  private readonly queue = new KeyedQueue();
  private readonly typing: Typing;
  private readonly lists: SharedLists;
  private readonly delivery: Delivery;

  constructor(deps: HostmedicBotDeps) {
    super();
    this.deps = deps;
    this.typing = new Typing(deps.after);
    this.lists = new SharedLists(deps, deps.pace);
    this.delivery = createDelivery(deps, this.lists);
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
    // Not onMembersAdded: the SDK leaves it out when nobody but the bot itself was added.
    this.onConversationUpdate(async (context, next) => {
      const { membersAdded, recipient } = context.activity;
      if (membersAdded?.some((member) => member.id === recipient.id) === true) await this.welcome(context);
      await next();
    });
    this.onInstallationUpdateAdd(async (context, next) => {
      await this.welcome(context);
      await next();
    });
  }

  private async answerMessage(context: TurnContext): Promise<void> {
    if (isFromBot(context)) return;
    let notes: readonly string[] = [];
    const { key, result } = await this.typing.during(context, async () => {
      const message = await readMessage(context, this.deps.filesFrom, this.deps.pictures);
      notes = message.notes;
      return await this.turn(context, message.intents, message.caseId);
    });
    const [first, ...others] = result.cards;
    const cards = first === undefined ? [] : [withNotes(first, notes), ...others];
    await this.delivery.message(context, keyOf(context), { key, result: { ...result, cards } });
  }

  /** Finishes what is still to be shown; before the storage is closed. */
  async settle(): Promise<void> {
    await this.lists.settle();
  }

  /** Takes out of the storage what is too old, see forgetOld. */
  async forgetOld(): Promise<void> {
    await forgetOld(this.deps);
  }

  /** A deleted message takes away what it brought, and is not taken in when it comes later; nothing is said. */
  private async forget(context: TurnContext): Promise<void> {
    const { id, from } = context.activity;
    if (id === undefined) return;
    const key = keyOf(context);
    await this.queue.run(key, async () => {
      await refuseActivity({ key, activityId: id }, this.deps);
      if (isGroupChat(context)) {
        await forgetActivity({ key: ownKey(key, personOf(from.id, from.name)), activityId: id }, this.deps);
      }
    });
  }

  /** Once in a chat with one person, before anything was said there; Teams reports an installation in two ways, in either order. */
  private async welcome(context: TurnContext): Promise<void> {
    if (isSharedIn(context)) return;
    const taken = await this.turn(context, [{ type: 'greeting' }], null, true);
    await this.delivery.message(context, keyOf(context), taken);
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
    if (click.intents[0]?.type === 'refresh') {
      const card = await readAgain(context, this.input(context, click.intents, click.caseId), this.deps);
      return { statusCode: 200, type: CARD_TYPE, value: { ...card } };
    }
    const taken = await this.turn(context, click.intents, click.caseId);
    await this.delivery.click(context, keyOf(context), taken);
    return { statusCode: 200, type: CARD_TYPE, value: { ...taken.result.cards.at(-1) } };
  }

  /** 501 for what this bot does not know, 400 for what no client sends; never 500 for either. */
  protected override async onInvokeActivity(context: TurnContext): Promise<InvokeResponse> {
    const { name, value } = context.activity;
    const { engine, contact = null, clock } = this.deps;
    const answered = answerExtension(name ?? '', value, { engine, contact, clock });
    if (answered !== null) return answered;
    if (name !== 'adaptiveCard/action') return { status: 501 };
    // The SDK trips over a value without an action.
    return isFields(value) && isFields(value['action']) ? await super.onInvokeActivity(context) : { status: 400 };
  }

  private async turn(
    context: TurnContext,
    intents: readonly Intent[],
    caseId: string | null,
    onlyFirst = false,
  ): Promise<TurnTaken> {
    const started = this.deps.clock();
    const input = { ...this.input(context, intents, caseId), onlyFirst };
    const taken = await this.queue.run(input.key, async () =>
      isGroupChat(context)
        ? await takeGroupTurn(context, input, this.deps)
        : { key: input.key, result: await takeTurn(context, input, this.deps) },
    );
    const { type, outcomes, verdict } = taken.result;
    if (type === 'duplicate') context.turnState.set(TURN_OUTCOME, type);
    if (verdict !== null && this.deps.metrics !== undefined) countVerdict(verdict, this.deps.metrics);
    for (const outcome of outcomes) await this.count(outcome);
    this.deps.log.info('turn', { durationMs: this.deps.clock() - started });
    return taken;
  }

  private input(context: TurnContext, intents: readonly Intent[], caseId: string | null): TurnInput {
    const { activity } = context;
    const isEdit = activity.type === 'messageUpdate';
    const activityId = activity.id ?? randomUUID();
    return {
      key: keyOf(context),
      activityId,
      deliveryId: isEdit ? `${activityId}#${versionOf(activity)}` : activityId,
      personId: activity.from.id,
      personName: activity.from.name,
      intents,
      caseId,
      replaces: isEdit,
      chat: chatKindOf(activity.conversation.conversationType),
    };
  }

  /** Counting is for those who look after the catalog; a turn does not fail for it. */
  private async count(outcome: CauseOutcome): Promise<void> {
    try {
      await this.deps.outcomes?.add(outcome);
    } catch {
      this.deps.log.warn('outcome-not-counted');
    }
  }
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Two bots that answer each other would never end. Teams gives bots ids that begin with 28. */
function isFromBot(context: TurnContext): boolean {
  const { from } = context.activity;
  return from.id.startsWith('28:') || from.role === 'bot';
}

const CARD_TYPE = 'application/vnd.microsoft.card.adaptive';

/** In a channel a thread is about one thing; in a group chat everything is in one row. */
function isGroupChat(context: TurnContext): boolean {
  return context.activity.conversation.conversationType === 'groupChat';
}

/** Tells edits of one message apart: by their time, and by their text where a channel gives none. */
function versionOf({ timestamp, text }: Activity): string {
  const time: unknown = timestamp;
  // The SDK reads timestamps into dates, whose text has no milliseconds.
  if (time instanceof Date && !Number.isNaN(time.getTime())) return time.toISOString();
  return createHash('sha256')
    .update(text ?? '')
    .digest('base64url');
}

function keyOf(context: TurnContext): string {
  const key = `${context.activity.channelId}/${context.activity.conversation.id}`;
  return key.length <= KEY_MAX ? key : createHash('sha256').update(key).digest('base64url');
}
