import type { Storage, StoreItem, StoreItems } from 'botbuilder';
import type { JsonValue, SessionStore } from '../../src/storage/sessionStore.ts';

/**
 * A session store behind the Storage interface of the Bot Framework; the eTag is the version.
 * As the framework wants it: no eTag and "*" overwrite, another eTag must be the stored one, and a new key takes any.
 */
export function createBotStorage(store: SessionStore): Storage {
  async function write(key: string, item: StoreItem): Promise<void> {
    const { eTag, ...rest } = item;
    // The framework's states hold undefined and dates, which JSON turns into nothing and text.
    const record: JsonValue = JSON.parse(JSON.stringify(rest));
    for (;;) {
      const stored = await store.load(key);
      const isFree = stored === null || eTag === undefined || eTag === '*';
      if (!isFree && eTag !== String(stored.version)) throw new Error(`"${key}" was not written: eTag conflict`);
      if (await store.commit(key, stored?.version ?? null, record)) return;
    }
  }

  return {
    read: async (keys: string[] | null) => {
      const items: StoreItems = {};
      for (const key of keys ?? []) {
        const stored = await store.load(key);
        if (stored === null) continue;
        const item: unknown = { ...(stored.record as object), eTag: String(stored.version) };
        // Not an assignment: a key may be __proto__.
        Object.defineProperty(items, key, { value: item, enumerable: true, writable: true, configurable: true });
      }
      return items;
    },
    write: async (changes: StoreItems | null) => {
      for (const [key, item] of Object.entries(changes ?? {})) await write(key, item as StoreItem);
    },
    delete: async (keys: string[] | null) => {
      for (const key of keys ?? []) await store.delete(key);
    },
  };
}
