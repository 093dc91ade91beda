import { openSqlite } from './openSqlite.ts';
import { readOutcomeCount, type OutcomeCounter } from './outcomeCounter.ts';

/**
 * Counts in a table of its own, in the file of the session store; it never looks at the sessions, and no sweep looks at it.
 * @param file path of the file; ":memory:" counts for this process only
 * @throws STORAGE_UNAVAILABLE when the file cannot be opened
 */
export async function openSqliteOutcomes(file: string): Promise<OutcomeCounter> {
  const sqlite = await openSqlite(file, () => undefined);
  return {
    add: async ({ causeId, word, outcome }) => await sqlite.run('countOutcome', causeId, word, outcome),
    list: async () => (await sqlite.run('listOutcomes')).flatMap((row) => readOutcomeCount(row) ?? []),
    close: async () => await sqlite.close(),
  };
}
