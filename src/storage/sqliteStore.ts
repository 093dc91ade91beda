import { toJsonText } from './jsonText.ts';
import { openSqlite } from './openSqlite.ts';
import { PAGE_ROWS, type SessionStore, type StoreOptions } from './sessionStore.ts';
import type { DuePlace } from './sqliteDatabase.ts';
import { keyOf, readStored, storedKey } from './storedRow.ts';

/**
 * Opens (and creates) a SQLite file as session store. Several processes may share one file.
 * @param file path of the file; its folder is made; ":memory:" keeps everything in memory
 * A database file that is damaged or no database is put aside and begun anew, see putAside.
 * @throws STORAGE_UNAVAILABLE when the file cannot be opened or written, or is plainly none of ours
 */
export async function openSqliteStore(file: string, options: StoreOptions = {}): Promise<SessionStore> {
  const clock = options.clock ?? Date.now;
  const sqlite = await openSqlite(file, options.onPutAside ?? (() => undefined));
  return {
    load: async (key) => {
      const row = await sqlite.run('load', storedKey(key));
      if (row === null) return null;
      const stored = readStored(row.version, row.text);
      if (stored === null) await sqlite.run('putRowAside', storedKey(key), clock());
      return stored;
    },
    commit: async (key, expectedVersion, record, dueMs = null) =>
      await sqlite.run('commit', storedKey(key), expectedVersion, toJsonText(record), clock(), dueMs),
    due: async function* (nowMs) {
      let behind: DuePlace = { dueMs: Number.MIN_SAFE_INTEGER, row: 0 };
      for (;;) {
        const rows = await sqlite.run('due', nowMs, behind);
        const last = rows.at(-1);
        if (last === undefined) return;
        yield rows.flatMap(({ key }) => keyOf(key) ?? []);
        behind = last;
      }
    },
    delete: async (key, version) => await sqlite.run('delete', storedKey(key), version ?? null),
    sweep: async (olderThanMs) => {
      const before = clock() - olderThanMs;
      for (let removed = 0; ;) {
        const count = await sqlite.run('sweep', before);
        removed += count;
        if (count < PAGE_ROWS) return removed;
      }
    },
    check: async () => await sqlite.run('check', clock()),
    close: async () => await sqlite.close(),
  };
}
