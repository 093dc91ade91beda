import path from 'node:path';
import { HostmedicError } from '../model/errors.ts';
import type { Call, CallName, CallResult } from './sqliteCalls.ts';
import { SqliteThread } from './sqliteThread.ts';

/** A SQLite file as the process uses it. */
export interface SqliteFile {
  /** @throws STORAGE_UNAVAILABLE also after `close` */
  run<Name extends CallName>(name: Name, ...args: Call<Name>['args']): Promise<CallResult<Name>>;
  /** Lets what was begun end. Twice is fine. */
  close(): Promise<void>;
}

/** Threads by file, each with the number of those who use it. */
const threads = new Map<string, { thread: Promise<SqliteThread>; users: number }>();

/**
 * Opens (and creates) a SQLite file; the thread of a file that is open in this process is shared.
 * @param file       ":memory:" is kept in this thread, apart from all others: there is no disk to wait for
 * @param onPutAside told where a broken file is now
 * @throws STORAGE_UNAVAILABLE as openSqliteDatabase
 */
export async function openSqlite(file: string, onPutAside: (file: string) => void): Promise<SqliteFile> {
  return file === ':memory:' ? await openInMemory() : await openInThread(path.resolve(file), onPutAside);
}

async function openInThread(file: string, onPutAside: (file: string) => void): Promise<SqliteFile> {
  const used = threads.get(file) ?? { thread: SqliteThread.start(file, onPutAside), users: 0 };
  threads.set(file, used);
  used.users += 1;
  let open = true;

  /** A thread that ended by itself, or could not be started again, is started again with the next call. */
  async function running(): Promise<SqliteThread> {
    const before = used.thread;
    const thread = await before.catch(() => null);
    if (thread !== null && !thread.ended) return thread;
    if (used.thread === before) used.thread = SqliteThread.start(file, onPutAside);
    return await used.thread;
  }

  async function close(): Promise<void> {
    if (!open) return;
    open = false;
    used.users -= 1;
    if (used.users > 0) return;
    threads.delete(file);
    const thread = await used.thread.catch(() => null);
    if (thread !== null && !thread.ended) await thread.close();
  }

  try {
    await used.thread;
  } catch (error) {
    await close();
    throw error;
  }
  return {
    run: async (name, ...args) => {
      const sinceMs = performance.now();
      if (!open) throw closed();
      return await (await running()).run(name, args, sinceMs);
    },
    close,
  };
}

async function openInMemory(): Promise<SqliteFile> {
  // The driver is loaded where it runs.
  const { openSqliteDatabase } = await import('./sqliteDatabase.ts');
  const { valueOf } = await import('./sqliteCalls.ts');
  const database = openSqliteDatabase(':memory:', () => undefined);
  let open = true;
  return {
    run: async (name, ...args) => {
      if (!open) throw closed();
      return valueOf({ name, args }, database);
    },
    close: async () => {
      if (open) database.close();
      open = false;
    },
  };
}

function closed(): HostmedicError {
  return new HostmedicError('STORAGE_UNAVAILABLE', 'the storage is closed');
}
