import { mkdirSync } from 'node:fs';
import path from 'node:path';
import Database from 'libsql';
import { HostmedicError } from '../model/errors.ts';
import { toJsonText } from './jsonText.ts';
import { inodeOf, putAside } from './putAside.ts';
import type { SessionStore, StoredRecord, StoreOptions } from './sessionStore.ts';
import { BUSY_TIMEOUT_MS, OPENING_TIMEOUT_MS, whileLocked } from './sqliteLock.ts';
import { firstVersion, readStored, storedKey, utf8Of } from './storedRow.ts';

/**
 * Opens (and creates) a SQLite file as session store. Several processes may share one file.
 * @param file path of the file; its folder is made; ":memory:" keeps everything in memory
 * A database file that is damaged or no database is put aside and begun anew, see putAside.
 * @throws STORAGE_UNAVAILABLE when the file cannot be opened or written, or is plainly none of ours
 */
export function openSqliteStore(file: string, options: StoreOptions = {}): SessionStore {
  const clock = options.clock ?? Date.now;
  const { database, statements } = openDatabase(file, options.onPutAside ?? (() => undefined));
  const inode = inodeOf(file);
  const { select, insert, update, moveRow, remove, sweepSession, sweepQuarantine, trial } = statements;
  let open = true;

  /** Runs synchronous work and turns every database error into STORAGE_UNAVAILABLE. */
  async function attempt<T>(work: () => T): Promise<T> {
    try {
      return await whileLocked(() => {
        if (!open) throw closed();
        return work();
      });
    } catch (error) {
      if (error instanceof HostmedicError) throw error;
      throw unavailable(file, error);
    }
  }

  return {
    load: (key) =>
      attempt(() => {
        const row = readRow(select.get(storedKey(key)));
        if (row.type === 'absent') return null;
        if (row.type === 'found') return row.stored;
        database
          .transaction(() => {
            // Read again inside the transaction: another process may have put it aside and written a good one meanwhile.
            if (readRow(select.get(storedKey(key))).type !== 'corrupt') return;
            moveRow[0].run(clock(), storedKey(key));
            moveRow[1].run(storedKey(key));
          })
          .immediate();
        return null;
      }),

    commit: (key, expectedVersion, record) =>
      attempt(() => {
        const text = toJsonText(record);
        const result =
          expectedVersion === null
            ? insert.run(storedKey(key), firstVersion(), text, clock())
            : update.run(text, clock(), storedKey(key), expectedVersion);
        return result.changes === 1;
      }),

    delete: (key) =>
      attempt(() => {
        const stored = storedKey(key);
        database.transaction(() => remove.forEach((statement) => statement.run(stored))).immediate();
      }),

    sweep: (olderThanMs) =>
      attempt(() => {
        const before = clock() - olderThanMs;
        sweepQuarantine.run(before);
        const { changes } = sweepSession.run(before);
        emptyLog(database);
        return changes;
      }),

    check: () =>
      attempt(() => {
        // SQLite goes on writing into a file that was moved away or deleted.
        if (inodeOf(file) !== inode) throw unavailable(file, new Error('the file is gone, or another is in its place'));
        const now = clock();
        trial.run(now, now);
      }),

    close: async () => {
      if (!open) return;
      open = false;
      emptyLog(database);
      database.close();
    },
  };
}

type Row = { readonly type: 'absent' | 'corrupt' } | { readonly type: 'found'; readonly stored: StoredRecord };

function readRow(row: unknown): Row {
  if (typeof row !== 'object' || row === null) return { type: 'absent' };
  const stored = 'version' in row && 'record' in row ? readStored(row.version, utf8Of(row.record)) : null;
  return stored === null ? { type: 'corrupt' } : { type: 'found', stored };
}

function prepareAll(database: Database.Database) {
  return {
    // As bytes: the driver ends the process over a text that is no UTF-8, and a damaged file can hold one.
    select: database.prepare(
      `SELECT iif(typeof(version) = 'integer', version, NULL) AS version, CAST(record AS BLOB) AS record
     FROM session WHERE key = ?`,
    ),
    insert: database.prepare(
      'INSERT INTO session (key, version, record, written_ms) VALUES (?, ?, ?, ?) ON CONFLICT (key) DO NOTHING',
    ),
    update: database.prepare(
      'UPDATE session SET version = version + 1, record = ?, written_ms = ? WHERE key = ? AND version = ?',
    ),
    moveRow: [
      database.prepare('INSERT INTO quarantine SELECT key, CAST(record AS BLOB), ? FROM session WHERE key = ?'),
      database.prepare('DELETE FROM session WHERE key = ?'),
    ] as const,
    remove: [
      database.prepare('DELETE FROM session WHERE key = ?'),
      database.prepare('DELETE FROM quarantine WHERE key = ?'),
    ] as const,
    sweepSession: database.prepare('DELETE FROM session WHERE written_ms < ?'),
    sweepQuarantine: database.prepare('DELETE FROM quarantine WHERE put_aside_ms < ?'),
    trial: database.prepare('INSERT INTO trial (id, at_ms) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET at_ms = ?'),
  };
}

interface Opened {
  readonly database: Database.Database;
  readonly statements: ReturnType<typeof prepareAll>;
}

function openDatabase(file: string, onPutAside: (file: string) => void): Opened {
  for (let attempt = 0; ; attempt++) {
    const inode = inodeOf(file);
    try {
      return connect(file);
    } catch (error) {
      const aside = inode === null || attempt > 0 ? null : putAside(file, inode, error, Date.now());
      if (aside !== null) onPutAside(aside);
      // Another file in its place: another process has put it aside in this moment.
      else if (attempt > 0 || inodeOf(file) === inode) throw unavailable(file, error);
    }
  }
}

/** Moves the write-ahead log into the database and cuts it to nothing: it holds what records were before. */
function emptyLog(database: Database.Database): void {
  try {
    database.pragma('wal_checkpoint(TRUNCATE)');
  } catch {
    // Another process reads; its own checkpoint follows.
  }
}

function connect(file: string): Opened {
  const inMemory = file === ':memory:';
  if (!inMemory) mkdirSync(path.dirname(file), { recursive: true });
  const database = new Database(file);
  try {
    // First, so that two processes that start together wait for each other in the lines below.
    database.pragma(`busy_timeout = ${OPENING_TIMEOUT_MS}`);
    if (!inMemory) database.pragma('journal_mode = WAL');
    assertWhole(database);
    // FULL: a commit that returned survives a power cut. About 4,000 writes a second, more than turns come in.
    database.pragma('synchronous = FULL');
    // What is deleted or replaced is overwritten in the file, not only taken off its list.
    database.pragma('secure_delete = ON');
    database.exec(`
      CREATE TABLE IF NOT EXISTS session
        (key TEXT PRIMARY KEY, version INTEGER NOT NULL, record TEXT NOT NULL, written_ms INTEGER NOT NULL);
      CREATE INDEX IF NOT EXISTS session_written ON session (written_ms);
      CREATE TABLE IF NOT EXISTS quarantine (key TEXT NOT NULL, record BLOB, put_aside_ms INTEGER NOT NULL);
      CREATE TABLE IF NOT EXISTS trial (id INTEGER PRIMARY KEY, at_ms INTEGER NOT NULL);
    `);
    const statements = prepareAll(database);
    database.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`);
    return { database, statements };
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Reads the whole file, some milliseconds a megabyte: a page that is damaged shows at the start, not in a turn. */
function assertWhole(database: Database.Database): void {
  const found: unknown = database.prepare('PRAGMA integrity_check(1)').get();
  const answer = typeof found === 'object' && found !== null ? String(Object.values(found)[0]) : 'no answer';
  if (answer !== 'ok') throw Object.assign(new Error(answer), { code: 'SQLITE_CORRUPT' });
}

function closed(): HostmedicError {
  return new HostmedicError('STORAGE_UNAVAILABLE', 'the session storage is closed');
}

function unavailable(file: string, error: unknown): HostmedicError {
  const reason = error instanceof Error ? error.message : String(error);
  return new HostmedicError(
    'STORAGE_UNAVAILABLE',
    `HOSTMEDIC_STORAGE: cannot use the SQLite file ${file} (${reason}); ` +
      'give a path this account can write to, or free space on its disk',
    error,
  );
}
