import Database from 'libsql';
import { HostmedicError } from '../model/errors.ts';
import { readOutcomeCount } from './outcomeCounter.ts';
import type { OutcomeCounter } from './outcomeCounter.ts';
import { utf8Of } from './storedRow.ts';

/**
 * Counts in a table of its own, in the file of the session store; it never looks at the sessions, and no sweep looks at it.
 * @param file path of the file, whose folder is there; ":memory:" counts for this process only
 * @throws STORAGE_UNAVAILABLE when the file cannot be opened
 */
export function openSqliteOutcomes(file: string): OutcomeCounter {
  const database = attempt(() => {
    const opened = new Database(file);
    opened.pragma('busy_timeout = 1000');
    opened.exec(`
      CREATE TABLE IF NOT EXISTS outcome (cause_id TEXT NOT NULL, word TEXT NOT NULL, outcome TEXT NOT NULL,
        count INTEGER NOT NULL, PRIMARY KEY (cause_id, word, outcome));
    `);
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
      attempt(() => whileOpen(() => add.run(causeId, word, outcome)));
    },
    list: async () => attempt(() => whileOpen(() => list.all().flatMap((row) => readOutcomeCount(decoded(row)) ?? []))),
    close: async () => {
      if (open) database.close();
      open = false;
    },
  };
}

function attempt<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof HostmedicError) throw error;
    throw new HostmedicError(
      'STORAGE_UNAVAILABLE',
      'HOSTMEDIC_STORAGE: outcomes cannot be counted in the SQLite file',
      error,
    );
  }
}

function decoded(row: unknown): unknown {
  const fields = typeof row === 'object' && row !== null ? Object.entries(row) : [];
  return Object.fromEntries(fields.map(([name, value]) => [name, name === 'count' ? value : utf8Of(value)]));
}
