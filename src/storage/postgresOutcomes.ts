import { readOutcomeCount } from './outcomeCounter.ts';
import type { OutcomeCounter } from './outcomeCounter.ts';
import { openPostgres } from './postgresDatabase.ts';

/**
 * Counts in a table of its own, beside the sessions.
 * @throws STORAGE_UNAVAILABLE when the server cannot be reached or used
 */
export async function openPostgresOutcomes(url: string): Promise<OutcomeCounter> {
  const database = await openPostgres(url, 1);
  return {
    add: async ({ causeId, word, outcome }) => {
      await database.query(
        `INSERT INTO hostmedic_outcome AS stored VALUES ($1, $2, $3, 1)
         ON CONFLICT (cause_id, word, outcome) DO UPDATE SET count = stored.count + 1`,
        [causeId, word, outcome],
      );
    },
    list: async () => {
      const { rows } = await database.query(
        `SELECT cause_id AS "causeId", word, outcome, count::float8 AS count FROM hostmedic_outcome
         ORDER BY cause_id COLLATE "C", count DESC, word COLLATE "C", outcome COLLATE "C"`,
      );
      return rows.flatMap((row) => readOutcomeCount(row) ?? []);
    },
    close: () => database.close(),
  };
}
