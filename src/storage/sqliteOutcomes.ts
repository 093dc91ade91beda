import Database from 'libsql';
import { HostmedicError } from '../model/errors.ts';
import { readOutcomeCount } from './outcomeCounter.ts';
import type { OutcomeCounter } from './outcomeCounter.ts';
import { BUSY_TIMEOUT_MS, OPENING_TIMEOUT_MS, whileLocked } from './sqliteLock.ts';
import { utf8Of } from './storedRow.ts';

/**
 * Counts in a table of its own, in the file of the session store; it never looks at the sessions, and no sweep looks at it.
 * @param file path of the file, whose folder is there; ":memory:" counts for this process only
 * @throws STORAGE_UNAVAILABLE when the file cannot be opened
 */
export function openSqliteOutcomes(file: string): OutcomeCounter {
  const database = opening(() => {
    const opened = new Database(file);
    opened.pragma(`busy_timeout = ${OPENING_TIMEOUT_MS}`);
    opened.exec(`
      CREATE TABLE IF NOT EXISTS outcome (cause_id TEXT NOT NULL, word TEXT NOT NULL, outcome TEXT NOT NULL,
        count INTEGER NOT NULL, PRIMARY KEY (cause_id, word, outcome));
    `);
    opened.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`);
    return opened;
  });
  const add = database.prepare(
    'INSERT INTO outcome VALUES (?, ?, ?, 1) ON CONFLICT (cause_id, word, outcome) DO UPDATE SET count = count + 1',
  );
  // As bytes, see sqliteStore.ts.
  const list = database.prepare(
    `SELECT CAST(cause_id AS BLOB) AS causeId, CAST(word AS BLOB) AS word, CAST(outcome AS BLOB) AS outcome, count
     FROM outcome ORDER BY cause_id, count DESC, word, outcome`,
  );
  let open = true;
  // The driver goes on after close, into a file that nobody holds.
  const whileOpen = <T>(work: () => T): T => {
    if (open) return work();
    throw new HostmedicError('STORAGE_UNAVAILABLE', 'the counts of outcomes are closed');
  };
  return {
    add: async ({ causeId, word, outcome }) => {
      await attempt(() => whileOpen(() => add.run(causeId, word, outcome)));
    },
    list: () => attempt(() => whileOpen(() => list.all().flatMap((row) => readOutcomeCount(decoded(row)) ?? []))),
    close: async () => {
      if (open) database.close();
      open = false;
    },
  };
}

function opening<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw asFault(error);
  }
}

async function attempt<T>(work: () => T): Promise<T> {
  try {
    return await whileLocked(work);
  } catch (error) {
    throw asFault(error);
  }
}

function asFault(error: unknown): HostmedicError {
  if (error instanceof HostmedicError) return error;
  return new HostmedicError(
    'STORAGE_UNAVAILABLE',
    'HOSTMEDIC_STORAGE: outcomes cannot be counted in the SQLite file',
    error,
  );
}

function decoded(row: unknown): unknown {
  const fields = typeof row === 'object' && row !== null ? Object.entries(row) : [];
  return Object.fromEntries(fields.map(([name, value]) => [name, name === 'count' ? value : utf8Of(value)]));
}
