import { randomUUID } from 'node:crypto';

/** What the page shows, one entry a message. */
export type ChatEntry =
  | {
      readonly from: 'bot';
      readonly id: string;
      /** ISO 8601. */
      readonly at: string;
      readonly text: string | null;
      /** Adaptive Cards as the bot sent them. */
      readonly cards: readonly unknown[];
    }
  | {
      readonly from: 'person';
      readonly id: string;
      readonly at: string;
      readonly text: string | null;
      /** The person took its text away. */
      readonly hidden?: true;
      /** Title of the button that was clicked. */
      readonly click: string | null;
      readonly file: { readonly name: string; readonly bytes: number } | null;
    };

export type ChatEvent =
  /** New, or changed when the page shows this id already. */
  | { readonly type: 'put'; readonly entry: ChatEntry }
  | { readonly type: 'gone'; readonly id: string }
  | { readonly type: 'typing' };

/** `eventId` is null for what is not repeated after a lost connection. */
export type ChatListener = (eventId: string | null, event: ChatEvent) => void;

export interface Conversation {
  put(entry: ChatEntry): void;
  /** Changes what is shown; nothing when the id is not known. */
  change(id: string, change: (entry: ChatEntry) => ChatEntry): void;
  remove(id: string): void;
  typing(): void;
  /**
   * Hears what was missed, then everything new.
   * @param after id of the last event that was heard; null or of another process: everything is told
   * @returns ends it
   */
  listen(after: string | null, listener: ChatListener): () => void;
}

const CONVERSATIONS_MAX = 50;
const ENTRIES_MAX = 200;
/** Text and cards of one conversation, in UTF-16 units: a few pasted logs. */
const UNITS_MAX = 2_000_000;

interface Kept {
  readonly sequence: number;
  readonly id: string;
  readonly event: ChatEvent;
  readonly units: number;
}

/**
 * The conversations of the local chat, in memory, for a page that is loaded again or was cut off.
 * @returns finds a conversation or begins it; the one used longest ago is forgotten when there are too many
 */
export function createConversations(): (id: string) => Conversation {
  // Event ids of an earlier process must not be taken for ours.
  const epoch = randomUUID().slice(0, 8);
  const known = new Map<string, Conversation>();
  return (id) => {
    const conversation = known.get(id) ?? createConversation(epoch);
    known.delete(id);
    known.set(id, conversation);
    const [oldest] = known.keys();
    if (known.size > CONVERSATIONS_MAX && oldest !== undefined) known.delete(oldest);
    return conversation;
  };
}

function createConversation(epoch: string): Conversation {
  const listeners = new Set<ChatListener>();
  let kept: readonly Kept[] = [];
  let sequence = 0;

  function tell(id: string, event: ChatEvent): void {
    sequence += 1;
    const next = { sequence, id, event, units: JSON.stringify(event).length };
    // A changed message stays where it was.
    kept = kept.some((one) => one.id === id) ? kept.map((one) => (one.id === id ? next : one)) : [...kept, next];
    kept = fitting(kept);
    for (const listener of listeners) listener(`${epoch}-${sequence}`, event);
  }

  return {
    put: (entry) => tell(entry.id, { type: 'put', entry }),
    change: (id, change) => {
      const event = kept.find((one) => one.id === id)?.event;
      if (event?.type === 'put') tell(id, { type: 'put', entry: change(event.entry) });
    },
    remove: (id) => tell(id, { type: 'gone', id }),
    typing: () => {
      for (const listener of listeners) listener(null, { type: 'typing' });
    },
    listen: (after, listener) => {
      const heard = after?.startsWith(`${epoch}-`) === true ? Number(after.slice(epoch.length + 1)) : 0;
      for (const one of kept) if (one.sequence > heard) listener(`${epoch}-${one.sequence}`, one.event);
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

/** Keeps the newest; one that is too large alone stays, it is the one in use. */
function fitting(kept: readonly Kept[]): readonly Kept[] {
  let units = 0;
  let first = kept.length;
  while (first > 0 && kept.length - first < ENTRIES_MAX) {
    units += kept[first - 1]?.units ?? 0;
    if (units > UNITS_MAX && first < kept.length) break;
    first -= 1;
  }
  return kept.slice(first);
}
