import { toJsonText } from './jsonText.ts';
import { openPostgres } from './postgresDatabase.ts';
import { PAGE_ROWS, type SessionStore, type StoreOptions } from './sessionStore.ts';
import { firstVersion, keyOf, readStored, storedKey } from './storedRow.ts';

const CONNECTIONS = 8;
/** Rows a statement of a sweep removes: it has to end within the statement timeout. */
const SWEEP_ROWS = 1_000;

/**
 * Opens PostgreSQL as session store, for several replicas. Needs version 12 or newer.
 * @param url postgres://user:password@host:port/database
 * @throws STORAGE_UNAVAILABLE when it cannot be reached or used
 */
export async function openPostgresStore(url: string, options: StoreOptions = {}): Promise<SessionStore> {
  const clock = options.clock ?? Date.now;
  const database = await openPostgres(url, CONNECTIONS, options.tryMs);

  async function removeBatches(table: string, column: string, before: number): Promise<number> {
    // The time is asked again outside: a record that is written meanwhile stays.
    const statement = `DELETE FROM ${table} WHERE ${column} < $1 AND ctid IN
      (SELECT ctid FROM ${table} WHERE ${column} < $1 LIMIT ${SWEEP_ROWS})`;
    let removed = 0;
    for (;;) {
      const count = (await database.query(statement, [before])).rowCount ?? 0;
      removed += count;
      if (count < SWEEP_ROWS) return removed;
    }
  }

  return {
    load: async (key) => {
      const { rows } = await database.query('SELECT version, record FROM hostmedic_session WHERE key = $1', [
        storedKey(key),
      ]);
      const [row] = rows;
      if (row === undefined) return null;
      // A bigint arrives as text.
      const stored = readStored(Number(row['version']), row['record']);
      if (stored !== null) return stored;
      // Only the row that was read: another replica may have put it aside and written a good one meanwhile.
      await database.query(
        `WITH corrupt AS (DELETE FROM hostmedic_session WHERE key = $1 AND version = $2 AND record = $3 RETURNING key, record)
         INSERT INTO hostmedic_quarantine SELECT key, record, $4 FROM corrupt`,
        [storedKey(key), String(row['version']), String(row['record']), clock()],
      );
      return null;
    },

    commit: async (key, expectedVersion, record, dueMs = null) => {
      const text = toJsonText(record);
      const result =
        expectedVersion === null
          ? await database.query(
              `INSERT INTO hostmedic_session (key, version, record, written_ms, due_ms) VALUES ($1, $2, $3, $4, $5)
               ON CONFLICT (key) DO NOTHING`,
              [storedKey(key), firstVersion(), text, clock(), dueMs],
            )
          : await database.query(
              `UPDATE hostmedic_session SET version = version + 1, record = $3, written_ms = $4, due_ms = $5
               WHERE key = $1 AND version = $2`,
              [storedKey(key), expectedVersion, text, clock(), dueMs],
            );
      return result.rowCount === 1;
    },

    due: async function* (nowMs) {
      for (let behind: (string | number)[] = [Number.MIN_SAFE_INTEGER, '']; ;) {
        const { rows } = await database.query(
          `SELECT key, due_ms FROM hostmedic_session
           WHERE due_ms <= $1 AND (due_ms, key) > ($2, $3) ORDER BY due_ms, key LIMIT $4`,
          [nowMs, ...behind, PAGE_ROWS],
        );
        const last = rows.at(-1);
        if (last === undefined) return;
        yield rows.flatMap(({ key }) => keyOf(key) ?? []);
        behind = [String(last['due_ms']), String(last['key'])];
      }
    },

    delete: async (key, version) => {
      const stored = storedKey(key);
      if (version === undefined) {
        await database.query(
          `WITH aside AS (DELETE FROM hostmedic_quarantine WHERE key = $1) DELETE FROM hostmedic_session WHERE key = $1`,
          [stored],
        );
        return true;
      }
      const gone = await database.query('DELETE FROM hostmedic_session WHERE key = $1 AND version = $2', [
        stored,
        version,
      ]);
      if (gone.rowCount !== 1) return false;
      await database.query('DELETE FROM hostmedic_quarantine WHERE key = $1', [stored]);
      return true;
    },

    sweep: async (olderThanMs) => {
      const before = clock() - olderThanMs;
      await removeBatches('hostmedic_quarantine', 'put_aside_ms', before);
      return await removeBatches('hostmedic_session', 'written_ms', before);
    },

    check: async () => {
      await database.query(
        'INSERT INTO hostmedic_trial (id, at_ms) VALUES (1, $1) ON CONFLICT (id) DO UPDATE SET at_ms = $1',
        [clock()],
      );
    },

    close: () => database.close(),
  };
}
