import { TurnContext } from 'botbuilder';
import { sayCurrent } from '../../dialogs/say/sayLook.ts';
import { Turn } from '../../dialogs/turn.ts';
import type { AdaptiveCard } from '../../cards/adaptiveCard.ts';
import { chatKindOf, type ChatKind } from '../model/chat.ts';
import type { SessionRecord } from '../session/record.ts';
import { CardUpdates, type Pace } from './cardUpdates.ts';
import { cardMessage, statusOf } from './sendCards.ts';
import type { TurnDeps } from './computeTurn.ts';
import { opened, rewrite } from './takeTurn.ts';

export interface ListLog {
  warn(event: string, fields?: { readonly reason?: string }): void;
}

/** Where a list is: its conversation for the pace, its record, and the way there outside a turn. */
export interface ListPlace {
  readonly conversation: string;
  readonly key: string;
  readonly chat: ChatKind;
  readonly reach: Reach;
}

type Claims = Exclude<Parameters<TurnContext['adapter']['continueConversationAsync']>[0], string>;
type Reach = (work: (context: TurnContext) => Promise<void>) => Promise<void>;

const TRIES_MAX = 5;
const FIRST_RETRY_MS = 1000;

/** Keeps the step list that everyone in a shared chat sees as the record is, at the pace of its conversation. */
export class SharedLists {
  private readonly deps: TurnDeps & { readonly log: ListLog };
  private readonly updates: CardUpdates;

  constructor(deps: TurnDeps & { readonly log: ListLog }, pace?: Pace) {
    this.deps = deps;
    this.updates = new CardUpdates(pace);
  }

  /**
   * Notes which message shows the list from now on. When the case has moved on since the list was drawn, it is updated.
   * @param drawn case and revision that the message shows
   */
  async remember(
    place: ListPlace,
    activityId: string,
    drawn: { readonly caseId: string; readonly revision: number },
  ): Promise<void> {
    // The list is with the people already: that it could not be noted must not tell them otherwise.
    const record = await rewrite(place.key, this.deps, (before) =>
      before.case.id === drawn.caseId ? { ...before, list: { activityId, caseId: drawn.caseId } } : before,
    ).catch(() => this.deps.log.warn('list-not-noted'));
    if (record?.list?.activityId === activityId && record.case.revision !== drawn.revision) this.changed(place);
  }

  /** Takes a message for the list of a case of which none is known: it was clicked, and it is one. */
  async adopt(key: string, activityId: string, caseId: string): Promise<void> {
    await rewrite(key, this.deps, (before) => {
      const isKnown = before.list !== null && before.list.caseId === before.case.id;
      return isKnown || before.case.id !== caseId ? before : { ...before, list: { activityId, caseId } };
    });
  }

  /** The list is no longer right: it is drawn anew when it may be, from the record as it is then. */
  changed(place: ListPlace): void {
    this.updates.request(place.conversation, place.key, async () => await this.update(place));
  }

  /** Finishes what still waits, before the storage is closed. */
  async settle(): Promise<void> {
    await this.updates.settle();
  }

  private async update(place: ListPlace): Promise<void> {
    let reason = '';
    for (let tries = 0; tries < TRIES_MAX; tries += 1) {
      if (tries > 0) await this.updates.pause(FIRST_RETRY_MS * 2 ** (tries - 1));
      try {
        await this.updateOnce(place);
        return;
      } catch (error) {
        reason = String(statusOf(error) ?? (error instanceof Error ? error.name : 'unknown'));
        if (reason === '400' || reason === '403') break;
      }
    }
    this.deps.log.warn('list-not-updated', { reason });
  }

  private async updateOnce(place: ListPlace): Promise<void> {
    const record = await this.load(place.key);
    if (record === null || record.list === null || record.list.caseId !== record.case.id) return;
    const { activityId } = record.list;
    const card = drawForAll(record, place.chat, this.deps);
    let sentId: string | null = null;
    let failure: unknown = null;
    await place.reach(async (context) => {
      try {
        sentId = await putOrSend(context, activityId, card);
      } catch (error) {
        // The adapter would report it as a failed turn; it is tried again instead.
        failure = error;
      }
    });
    if (failure !== null) throw failure;
    if (sentId !== null) await this.remember(place, sentId, { caseId: record.case.id, revision: record.case.revision });
  }

  private async load(key: string): Promise<SessionRecord | null> {
    const stored = await this.deps.store.load(key);
    return stored === null ? null : opened(stored, { activityId: '' }, this.deps, this.deps.clock());
  }
}

/** The way to a conversation that stays open after its turn. */
export function listPlaceOf(context: TurnContext, conversation: string, key: string): ListPlace {
  const { adapter, turnState } = context;
  const reference = TurnContext.getConversationReference(context.activity);
  const identity: Claims = turnState.get(adapter.BotIdentityKey);
  const audience: unknown = turnState.get(adapter.OAuthScopeKey);
  const reach: Reach = async (work) => {
    // The claims of the turn: the same app, and none where there are no credentials.
    if (typeof audience === 'string') {
      await adapter.continueConversationAsync(identity, reference, audience, work);
    } else await adapter.continueConversationAsync(identity, reference, work);
  };
  return { conversation, key, chat: chatKindOf(context.activity.conversation.conversationType), reach };
}

/** The list as everyone sees it, or what stands in its place: the end of the case, the next verdict. */
function drawForAll(
  { case: state }: SessionRecord,
  chat: ChatKind,
  { engine, contact = null, clock }: TurnDeps,
): AdaptiveCard {
  const scene = { viewer: null, chat, activityId: '', now: clock() };
  const turn = new Turn(engine, { type: 'here' }, state, state, scene, contact);
  sayCurrent(turn);
  return turn.said.at(-1)!;
}

/** @returns id of the message that stands in for one that was deleted; null: the message was updated */
async function putOrSend(context: TurnContext, activityId: string, card: AdaptiveCard): Promise<string | null> {
  try {
    await context.updateActivity({ ...cardMessage(card, null), id: activityId });
    return null;
  } catch (error) {
    if (statusOf(error) !== 404) throw error;
    const sent = await context.sendActivity(cardMessage(card, null));
    return sent?.id ?? null;
  }
}
