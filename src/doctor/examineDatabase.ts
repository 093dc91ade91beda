import { statSync } from 'node:fs';
import Database from 'libsql';

export interface DatabaseState {
  /** What SQLite says about it; null when it is whole. */
  readonly damage: string | null;
  /** Another process has it open. */
  readonly inUse: boolean;
}

/** Reads a SQLite file through and changes nothing. An empty file is whole: SQLite fills it. */
export function examineDatabase(file: string): DatabaseState {
  if (statSync(file).size === 0) return { damage: null, inUse: false };
  let database: Database.Database | null = null;
  try {
    database = new Database(file);
    database.pragma('busy_timeout = 0');
    const inUse = isInUse(database);
    const found: unknown = database.prepare('PRAGMA quick_check(1)').get();
    const answer = typeof found === 'object' && found !== null ? String(Object.values(found)[0]) : 'no answer';
    return { damage: answer === 'ok' ? null : answer, inUse };
  } catch (error) {
    return { damage: error instanceof Error && 'code' in error ? String(error.code) : 'unreadable', inUse: false };
  } finally {
    database?.close();
  }
}

/** A write-ahead log can be opened for oneself alone only while nobody else has the file open. */
function isInUse(database: Database.Database): boolean {
  try {
    database.pragma('locking_mode = EXCLUSIVE');
    database.prepare('SELECT count(*) FROM sqlite_master').get();
    return false;
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')) return true;
    throw error;
  } finally {
    database.pragma('locking_mode = NORMAL');
  }
}
