import { CardFactory, MessageFactory, type Activity, type TurnContext } from 'botbuilder';
import type { AdaptiveCard } from '../../cards/adaptiveCard.ts';
import { readAction } from '../../cards/readAction.ts';
import { LIST_VERBS } from '../../cards/verbs.ts';
import { chatKindOf, isShared } from '../model/chat.ts';
import { listPlaceOf, type ListLog, type SharedLists } from './sharedLists.ts';
import type { TurnDeps } from './computeTurn.ts';
import { suggested } from './suggested.ts';
import { opened, type TurnResult } from './takeTurn.ts';

/** A turn, and whose record it was taken in. */
export interface TurnTaken {
  readonly key: string;
  readonly result: TurnResult;
}

export interface Delivery {
  /** Sends what a message is answered with: one call to the connector. */
  message(context: TurnContext, conversation: string, taken: TurnTaken): Promise<void>;
  /** Tells the others what a click changed; the clicker gets the card as the answer to the click. */
  click(context: TurnContext, conversation: string, taken: TurnTaken): Promise<void>;
}

/** Brings what a turn said to the people: as a new message, in place, or on the list that everyone sees. */
export function createDelivery(deps: TurnDeps & { readonly log: ListLog }, lists: SharedLists): Delivery {
  return {
    async message(context, conversation, { key, result }) {
      if (result.type === 'duplicate') return;
      const place = listPlaceOf(context, conversation, key);
      const clicked = listClicked(context.activity);
      if (clicked !== null && (await answerInPlace(clicked))) return;
      const sentId = await sendCards(context, result);
      if (!isSharedIn(context)) return;
      if (result.showsList && sentId !== null) await lists.remember(place, sentId, result);
      else if (result.listChanged) lists.changed(place);

      /** A click that came as a message, from a client that knows no other way. */
      async function answerInPlace(activityId: string): Promise<boolean> {
        if (!isSharedIn(context)) return await update(context, activityId, result.cards.at(-1));
        if (!(await isList(key, activityId, result))) return false;
        lists.changed(place);
        const line = result.line ?? result.end;
        if (line !== null) await context.sendActivity(line);
        return true;
      }
    },

    async click(context, conversation, { key, result }) {
      if (result.type === 'duplicate' || !isSharedIn(context)) return;
      const place = listPlaceOf(context, conversation, key);
      const clicked = listClicked(context.activity);
      if (clicked !== null) await isList(key, clicked, result);
      if (result.listChanged) lists.changed(place);
      const line = result.line ?? result.end;
      if (line === null) return;
      // The click counts; that the line could not be sent must not tell the clicker otherwise.
      await context.sendActivity(line).catch(() => deps.log.warn('line-not-sent'));
    },
  };

  /** True when the message is the list that everyone sees; the first one that is clicked is, when none is known. */
  async function isList(key: string, activityId: string, result: TurnResult): Promise<boolean> {
    const stored = await deps.store.load(key);
    if (stored === null) return false;
    const { list, case: state } = opened(stored, { activityId: '' }, deps, deps.clock());
    if (list !== null && list.caseId === state.id) return list.activityId === activityId;
    if (result.caseId !== state.id) return false;
    await lists.adopt(key, activityId, state.id);
    return true;
  }
}

/** True where others read along. */
export function isSharedIn(context: TurnContext): boolean {
  return isShared(chatKindOf(context.activity.conversation.conversationType));
}

/** A message with a card; the line stands above it, and in the notification. */
export function cardMessage(card: AdaptiveCard, line: string | null): Partial<Activity> {
  return MessageFactory.attachment(CardFactory.adaptiveCard(card), line ?? undefined);
}

/** Status of a failed call to the connector; null when there was no answer. */
export function statusOf(error: unknown): number | null {
  if (typeof error !== 'object' || error === null || !('statusCode' in error)) return null;
  return typeof error.statusCode === 'number' ? error.statusCode : null;
}

/**
 * In the chat with one person the last card brings what can be typed next.
 * @returns id of the last message; null: nothing was sent, or the channel gives no ids
 */
async function sendCards(context: TurnContext, { cards, line, suggestions }: TurnResult): Promise<string | null> {
  let id: string | null = null;
  for (const card of cards) {
    const isLast = card === cards.at(-1);
    const message = cardMessage(card, isLast ? line : null);
    const sent = await context.sendActivity({ ...message, ...(isLast ? suggested(context, suggestions) : {}) });
    id = sent?.id ?? null;
  }
  return id;
}

/** @returns false: the message is gone, or there is no card */
async function update(context: TurnContext, activityId: string, card: AdaptiveCard | undefined): Promise<boolean> {
  if (card === undefined) return false;
  try {
    await context.updateActivity({ ...cardMessage(card, null), id: activityId });
    return true;
  } catch (error) {
    if (statusOf(error) === 404) return false;
    throw error;
  }
}

/** Id of the step list that was clicked, as Action.Execute or as its fallback; null: the activity is no such click. */
function listClicked({ type, value, replyToId }: Activity): string | null {
  const data: unknown = type === 'invoke' ? Object(Object(value).action).data : value;
  const action = readAction(data);
  return action === null || !LIST_VERBS.includes(action.verb) ? null : (replyToId ?? null);
}
