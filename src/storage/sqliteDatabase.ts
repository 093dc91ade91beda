import { mkdirSync } from 'node:fs';
import path from 'node:path';
import Database from 'libsql';
import { HostmedicError } from '../model/errors.ts';
import { inodeOf, putAside } from './putAside.ts';
import { PAGE_ROWS } from './sessionStore.ts';
import { BUSY_TIMEOUT_MS } from './sqliteLock.ts';
import { makeTables, prepareAll } from './sqliteStatements.ts';
import { firstVersion, readStored, utf8Of } from './storedRow.ts';

/** While two processes open one file, each may wait for the other. */
const OPENING_TIMEOUT_MS = 5_000;

/** A row as it lies there; null for what is no version and no text. */
export interface SqliteRow {
  readonly version: number | null;
  readonly text: string | null;
}

/** Where a list of due rows goes on. */
export interface DuePlace {
  readonly dueMs: number;
  readonly row: number;
}

export interface DueRow extends DuePlace {
  /** null: it cannot be read. */
  readonly key: string | null;
}

/**
 * A SQLite file, used synchronously: each call returns when the disk has it, and waits BUSY_TIMEOUT_MS for the lock of another
 * process. Keys are storedKey, times milliseconds since 1970. Each call throws STORAGE_UNAVAILABLE, with nothing changed then.
 */
export interface SqliteDatabase {
  /** @returns null when nothing is stored under the key */
  load(key: string): SqliteRow | null;
  /** As SessionStore.commit, with the record as JSON text. */
  commit(key: string, expectedVersion: number | null, text: string, nowMs: number, dueMs: number | null): boolean;
  /** The next PAGE_ROWS that are due, behind a place: the earliest first. */
  due(nowMs: number, behind: DuePlace): readonly DueRow[];
  /** As SessionStore.delete. */
  delete(key: string, version: number | null): boolean;
  /** Puts a row aside that cannot be read; one that can be read stays. */
  putRowAside(key: string, nowMs: number): void;
  /** @returns number of rows removed, at most PAGE_ROWS, that were last written before that time */
  sweep(beforeMs: number): number;
  /** Writes for a trial, into the file that was opened. */
  check(nowMs: number): void;
  countOutcome(causeId: string, word: string, outcome: string): void;
  /** Rows { causeId, word, outcome, count }. */
  listOutcomes(): readonly unknown[];
  /** Runs calls as one write: all of them, or none. */
  together(work: () => void): void;
  close(): void;
}

/**
 * Opens (and creates) a SQLite file. A file that is damaged or no database is put aside and begun anew, see putAside.
 * @param file       ":memory:" keeps everything in memory
 * @param onPutAside told where the broken file is now
 * @throws STORAGE_UNAVAILABLE when the file cannot be opened or written, or is plainly none of ours
 */
export function openSqliteDatabase(file: string, onPutAside: (file: string) => void): SqliteDatabase {
  const { database, statements } = openOrBegin(file, onPutAside);
  const inode = inodeOf(file);

  /** Turns every database error into STORAGE_UNAVAILABLE. */
  function attempt<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw error instanceof HostmedicError ? error : unavailable(file, error);
    }
  }

  let inside = false;
  function together(work: () => void): void {
    // A write inside another is part of it already.
    if (inside) return work();
    rollBack();
    database.exec('BEGIN IMMEDIATE');
    inside = true;
    try {
      work();
      database.exec('COMMIT');
    } finally {
      inside = false;
      rollBack();
    }
  }

  /** After a failure, unless the fault of the disk has ended the transaction already. */
  function rollBack(): void {
    if (database.inTransaction) database.exec('ROLLBACK');
  }

  return {
    load: (key) => attempt(() => readRow(statements.select.get(key))),
    commit: (key, expectedVersion, text, nowMs, dueMs) =>
      attempt(() => {
        const result =
          expectedVersion === null
            ? statements.insert.run(key, firstVersion(), text, nowMs, dueMs)
            : statements.update.run(text, nowMs, dueMs, key, expectedVersion);
        return result.changes === 1;
      }),
    due: (nowMs, behind) =>
      attempt(() => statements.due.all(nowMs, behind.dueMs, behind.row, PAGE_ROWS).flatMap((row) => dueRow(row) ?? [])),
    delete: (key, version) =>
      attempt(() => {
        let isGone = true;
        together(() => {
          isGone = version === null || statements.removeVersion.run(key, version).changes === 1;
          if (isGone) for (const statement of statements.remove) statement.run(key);
        });
        return isGone;
      }),
    putRowAside: (key, nowMs) =>
      attempt(() =>
        together(() => {
          // Another process may have put it aside and written a good one meanwhile.
          const row = readRow(statements.select.get(key));
          if (row === null || readStored(row.version, row.text) !== null) return;
          statements.moveRow[0].run(nowMs, key);
          statements.moveRow[1].run(key);
        }),
      ),
    sweep: (beforeMs) =>
      attempt(() => {
        statements.sweepQuarantine.run(beforeMs);
        const { changes } = statements.sweepSession.run(beforeMs, PAGE_ROWS);
        emptyLog(database);
        return changes;
      }),
    check: (nowMs) =>
      attempt(() => {
        // SQLite goes on writing into a file that was moved away or deleted.
        if (inodeOf(file) !== inode) throw unavailable(file, new Error('the file is gone, or another is in its place'));
        statements.trial.run(nowMs, nowMs);
      }),
    countOutcome: (causeId, word, outcome) => attempt(() => void statements.countOutcome.run(causeId, word, outcome)),
    listOutcomes: () => attempt(() => statements.listOutcomes.all().map(decoded)),
    together: (work) => attempt(() => together(work)),
    close: () => {
      emptyLog(database);
      database.close();
    },
  };
}

function readRow(row: unknown): SqliteRow | null {
  if (typeof row !== 'object' || row === null) return null;
  const version = 'version' in row && typeof row.version === 'number' ? row.version : null;
  return { version, text: 'record' in row ? utf8Of(row.record) : null };
}

function dueRow(row: unknown): DueRow | null {
  if (typeof row !== 'object' || row === null || !('key' in row && 'dueMs' in row && 'row' in row)) return null;
  const { dueMs, row: number } = row;
  return typeof dueMs === 'number' && typeof number === 'number' ? { dueMs, row: number, key: utf8Of(row.key) } : null;
}

function decoded(row: unknown): unknown {
  const fields = typeof row === 'object' && row !== null ? Object.entries(row) : [];
  return Object.fromEntries(fields.map(([name, value]) => [name, name === 'count' ? value : utf8Of(value)]));
}

interface Opened {
  readonly database: Database.Database;
  readonly statements: ReturnType<typeof prepareAll>;
}

function openOrBegin(file: string, onPutAside: (file: string) => void): Opened {
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
    // FULL: a commit that returned survives a power cut.
    database.pragma('synchronous = FULL');
    // What is deleted or replaced is overwritten in the file, not only taken off its list.
    database.pragma('secure_delete = ON');
    makeTables(database);
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

function unavailable(file: string, error: unknown): HostmedicError {
  const reason = error instanceof Error ? error.message : String(error);
  return new HostmedicError(
    'STORAGE_UNAVAILABLE',
    `HOSTMEDIC_STORAGE: cannot use the SQLite file ${file} (${reason}); ` +
      'give a path this account can write to, or free space on its disk',
    error,
  );
}
