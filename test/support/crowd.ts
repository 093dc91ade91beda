import assert from 'node:assert/strict';
import { ownKey } from '../../src/bot/groupTurn.ts';
import { personOf } from '../../src/session/people.ts';
import type { SessionRecord } from '../../src/session/record.ts';
import { buttonsOf, cardIn, startChat, type CardJson, type Chat, type ChatOptions } from './chat.ts';
import type { Turn } from './wire.ts';

/** Several people and the bot in one conversation. */
export interface Crowd {
  readonly chat: Chat;
  person(name: string): Member;
  record(): Promise<SessionRecord>;
  /** The record of a person's own, in a group chat. */
  ownRecord(member: Pick<Member, 'id'>): Promise<SessionRecord>;
  /** The message that everyone sees, as the connector got it last. */
  shown(activityId: string): CardJson;
}

export interface Member {
  readonly id: string;
  /** `changes` are laid over the activity. */
  say(text: string, changes?: object): Promise<Turn>;
  /** Clicks a button of a card as Action.Execute. */
  click(card: unknown, title: string, options?: ClickOptions): Promise<Turn>;
  /** Clicks it as an older client does: a message with `value`. */
  submit(card: unknown, title: string, options?: ClickOptions): Promise<Turn>;
  /** The client reads the card again by itself. */
  refresh(card: CardJson): Promise<Turn>;
}

export interface ClickOptions {
  /** The message that has the card. */
  readonly on?: string;
  readonly inputs?: Readonly<Record<string, string>>;
}

/** Starts the production bot in a chat of this type. */
export async function startCrowd(
  type: 'groupChat' | 'channel' | 'personal',
  options: ChatOptions = {},
): Promise<Crowd> {
  const chat = await startChat(options);
  const id = type === 'channel' ? '19:team@thread.tacv2;messageid=1700000000000' : `19:${type}@thread.v2`;
  const conversation = { id, conversationType: type, isGroup: type !== 'personal' };
  const { wire, store } = chat;
  return {
    chat,
    person: (name) => {
      const from = { id: `29:${name.toLowerCase()}`, name };
      const base = { from, conversation };
      return {
        id: from.id,
        say: async (text, changes = {}) => await wire.say(text, { ...base, ...changes }),
        click: async (card, title, { on, inputs = {} } = {}) => {
          const data = { ...inputs, ...dataOf(card, title) };
          return await wire.invoke(String(data['verb']), data, {
            ...base,
            ...(on === undefined ? {} : { replyToId: on }),
          });
        },
        submit: async (card, title, { on, inputs = {} } = {}) =>
          await wire.submit({ ...inputs, ...dataOf(card, title) }, { ...base, replyToId: on ?? 'sent-1' }),
        refresh: async (card) => {
          const { action } = card['refresh'] as { readonly action: { readonly data: object } };
          return await wire.invoke('refresh', action.data, base);
        },
      };
    },
    record: async () => (await store.load(`msteams/${id}`))!.record as unknown as SessionRecord,
    ownRecord: async (member) =>
      (await store.load(ownKey(`msteams/${id}`, personOf(member.id, ''))))!.record as unknown as SessionRecord,
    shown: (activityId) => {
      const last = wire.connector.sent.findLast((one) => one.id === activityId);
      const content: unknown = last?.activity.attachments?.at(-1)?.content;
      return content as CardJson;
    },
  };
}

/** The card that a turn brought. */
export function cardOf(turn: Turn): CardJson {
  const card = cardIn(turn);
  assert.ok(card, 'a card');
  return card;
}

/** Id of the message that a turn sent. */
export function sentId(turn: Turn): string {
  assert.equal(turn.sent.length, 1, 'one call to the connector');
  return turn.sent[0]!.id;
}

function dataOf(card: unknown, title: string): Readonly<Record<string, unknown>> {
  const button = buttonsOf(card).find((one) => one.title === title);
  assert.ok(
    button,
    `no "${title}"; there are: ${buttonsOf(card)
      .map((one) => one.title)
      .join(', ')}`,
  );
  return button.data;
}
