import assert from 'node:assert/strict';
import type { AdaptiveCard } from '../../cards/adaptiveCard.ts';
import type { Turn, Wire } from '../support/wire.ts';
import { EVENT } from './fixtures.ts';

export const HTML = `<div><p>Good morning, since the deployment:</p><pre>HTTP Error 502.5 - Process Failure\n${EVENT}</pre><p>Password=Gx9-kkQ2-plm;</p></div>`;

/** What the message extension is called with, over the wire. */
export interface ExtensionCalls {
  invoke(name: string, value: unknown): Promise<Turn>;
  /** "Diagnose this message". */
  fetchTask(messagePayload: unknown): Promise<Turn>;
  /** A button of the dialog. */
  submitAction(data: unknown, changes?: object): Promise<Turn>;
  /** The card that "Send to the conversation" brings for a message of this HTML. */
  send(html: string): Promise<AdaptiveCard>;
  query(text: unknown, name?: string): Promise<Turn>;
  pick(value: unknown): Promise<Turn>;
}

/** Calls the extension of the bot at the end of this wire. */
export function callsOf(wire: Pick<Wire, 'post'>): ExtensionCalls {
  const invoke = async (name: string, value: unknown): Promise<Turn> =>
    await wire.post({ type: 'invoke', name, text: undefined, value });
  const command = { commandId: 'diagnoseMessage', commandContext: 'message' };
  const calls: ExtensionCalls = {
    invoke,
    fetchTask: async (messagePayload) => await invoke('composeExtension/fetchTask', { ...command, messagePayload }),
    submitAction: async (data, changes = {}) =>
      await invoke('composeExtension/submitAction', { ...command, data, ...changes }),
    send: async (html) => {
      const dialog = cardOf(taskOf(await calls.fetchTask(message(html))).value['card']);
      return sentCard(await calls.submitAction(dataOf(dialog, 'Send to the conversation')));
    },
    query: async (text, name = 'query') =>
      await invoke('composeExtension/query', {
        commandId: 'searchCatalog',
        parameters: [{ name, value: text }],
        queryOptions: { skip: 0, count: 25 },
      }),
    pick: async (value) => await invoke('composeExtension/selectItem', value),
  };
  return calls;
}

type Fields = Readonly<Record<string, unknown>>;

/** A message of a chat, as Teams hands it to the extension. */
export function message(content: string): object {
  return { id: '1', body: { contentType: 'html', content }, attachments: [] };
}

/** The dialog that is shown. */
export function taskOf(turn: Turn): { readonly value: Fields } {
  assert.equal(turn.status, 200);
  const { task } = turn.body as { readonly task: { readonly type: string; readonly value: Fields } };
  assert.equal(task.type, 'continue');
  return task;
}

/** The card of an attachment. */
export function cardOf(attachment: unknown): AdaptiveCard {
  const { contentType, content } = attachment as { readonly contentType: string; readonly content: AdaptiveCard };
  assert.equal(contentType, 'application/vnd.microsoft.card.adaptive');
  return content;
}

function resultOf(turn: Turn): readonly Fields[] {
  assert.equal(turn.status, 200);
  const { composeExtension } = turn.body as {
    readonly composeExtension: { readonly type: string; readonly attachments: readonly Fields[] };
  };
  assert.equal(composeExtension.type, 'result');
  return composeExtension.attachments;
}

/** The card that goes into the conversation. */
export function sentCard(turn: Turn): AdaptiveCard {
  return cardOf(resultOf(turn)[0]);
}

/** The rows of a search, and what picking each sends. */
export function rowsOf(
  turn: Turn,
): readonly { readonly title: string; readonly text: string; readonly picked: unknown }[] {
  return resultOf(turn).map(({ preview }) => {
    const { content } = preview as {
      readonly content: { readonly title: string; readonly text: string; readonly tap: { readonly value: unknown } };
    };
    return { title: content.title, text: content.text, picked: content.tap.value };
  });
}

/** What a button of a card sends. */
export function dataOf(card: AdaptiveCard, title: string): object {
  const found = card.actions?.find((one) => one.title === title);
  assert.ok(found?.type === 'Action.Submit', `no button ${title}: ${card.actions?.map((one) => one.title).join(', ')}`);
  return found.data;
}
