import assert from 'node:assert/strict';
import { createBot, type BotDeps } from '../../src/bot/createBot.ts';
import { openCatalog } from '../../src/catalog/compiled.ts';
import { findRoot } from '../../src/catalog/findRoot.ts';
import { createEngine } from '../../src/diagnosis/diagnose.ts';
import type { Contact } from '../../src/model/contact.ts';
import { openStore } from '../../src/storage/openStore.ts';
import type { SessionStore } from '../../src/storage/sessionStore.ts';
import { startWire, type Turn, type Wire, type WireOptions } from './wire.ts';

const ENGINE = createEngine(openCatalog(findRoot()));
const SILENT = { info: () => undefined, warn: () => undefined };

/** A card as it went over the wire. */
export type CardJson = Record<string, unknown>;

export interface Button {
  readonly type: string;
  readonly title: string;
  readonly data: Record<string, unknown>;
}

/** A chat with the real bot over real HTTP: type, click what is on the last card, read the last card. */
export interface Chat {
  readonly wire: Wire;
  readonly store: SessionStore;
  /** The card that was shown last. */
  readonly card: CardJson;
  /** All readable text of the last card. */
  readonly text: string;
  readonly buttons: readonly string[];
  say(text: string, changes?: object): Promise<Turn>;
  /** Clicks the button with this title on the last card, with what stands in its input boxes. */
  click(title: string, inputs?: Record<string, string>): Promise<Turn>;
  /** Finishes the updates that still wait for their time. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

export type ChatOptions = WireOptions & {
  readonly store?: SessionStore;
  readonly clock?: () => number;
  readonly contact?: Contact;
  /** `pace`: how often the list of a shared chat is updated; left out: as in production. */
} & Pick<BotDeps, 'outcomes' | 'after' | 'pictures' | 'pace'>;

/** Starts the production bot with an in-memory store. */
export async function startChat(options: ChatOptions = {}): Promise<Chat> {
  const {
    store = await openStore('memory:', findRoot()),
    clock = Date.now,
    contact,
    outcomes,
    after,
    pace,
    pictures = null,
    ...rest
  } = options;
  const config = { evidenceHours: 24, stepsDays: 14, credentials: null, contact: contact ?? null };
  const seams = {
    ...(outcomes === undefined ? {} : { outcomes }),
    ...(after === undefined ? {} : { after }),
    ...(pace === undefined ? {} : { pace }),
  };
  const bot = createBot({ store, engine: ENGINE, log: SILENT, config, pictures, clock, ...seams });
  const wire = await startWire(bot, rest);
  let card: CardJson = {};
  const keep = (turn: Turn): Turn => {
    card = cardIn(turn) ?? card;
    return turn;
  };
  return {
    wire,
    store,
    get card() {
      return card;
    },
    get text() {
      return textOf(card);
    },
    get buttons() {
      return buttonsOf(card).map((button) => button.title);
    },
    say: async (text, changes) => keep(await wire.say(text, changes)),
    click: async (title, inputs = {}) => {
      const button = buttonsOf(card).find((one) => one.title === title);
      assert.ok(
        button,
        `no button "${title}" on the card; there are: ${buttonsOf(card)
          .map((one) => one.title)
          .join(', ')}\n${textOf(card)}`,
      );
      const data = { ...inputs, ...button.data };
      return keep(
        button.type === 'Action.Execute' ? await wire.invoke(String(data.verb), data) : await wire.submit(data),
      );
    },
    settle: async () => await bot.settle(),
    close: async () => {
      await bot.settle();
      await wire.close();
      await store.close();
    },
  };
}

/** The last card a turn brought, sent or as the answer to a click; null when it brought none. */
export function cardIn(turn: Turn): CardJson | null {
  const answer = turn.body;
  if (isObject(answer) && isObject(answer.value)) return answer.value;
  const attachments = turn.sent.flatMap((one) => one.activity?.attachments ?? []);
  const content: unknown = attachments.at(-1)?.content;
  return isObject(content) ? content : null;
}

/** Everything a person can read on a card, a line each. */
export function textOf(card: unknown): string {
  const lines: string[] = [];
  walk(card, (node) => {
    if (typeof node.text === 'string') lines.push(node.text);
    if (node.type === 'RichTextBlock' && Array.isArray(node.inlines))
      lines.push(node.inlines.map((run) => (isObject(run) ? String(run.text) : String(run))).join(''));
  });
  return lines.join('\n');
}

/** Buttons and rows to click of a card, in order. */
export function buttonsOf(card: unknown): Button[] {
  const buttons: Button[] = [];
  walk(card, (node) => {
    if (
      typeof node.title === 'string' &&
      typeof node.type === 'string' &&
      node.type.startsWith('Action.') &&
      isObject(node.data)
    ) {
      buttons.push({ type: node.type, title: node.title, data: node.data });
    }
  });
  return buttons;
}

function walk(node: unknown, visit: (node: Record<string, unknown>) => void): void {
  if (Array.isArray(node)) for (const one of node) walk(one, visit);
  if (!isObject(node)) return;
  visit(node);
  for (const [name, value] of Object.entries(node)) if (name !== 'fallback' && name !== 'inlines') walk(value, visit);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
