import type { QueryResult } from 'pg';
import { HostmedicError } from '../model/errors.ts';
import { TRY_MS } from './sessionStore.ts';

/** A pool of connections to PostgreSQL, in which the tables of Hostmedic are. */
export interface PostgresDatabase {
  /** One statement, a transaction of its own. @throws STORAGE_UNAVAILABLE */
  query(statement: string, values?: readonly (string | number | null)[]): Promise<QueryResult<Record<string, unknown>>>;
  /** Twice is fine. */
  close(): Promise<void>;
}

/**
 * Two replicas that start together make the tables one after the other; the number is "hmed" in ASCII. Rows of an earlier
 * release are due at once.
 */
const MAKE_TABLES = `
  SELECT pg_advisory_xact_lock(1752000868);
  CREATE TABLE IF NOT EXISTS hostmedic_session
    (key text PRIMARY KEY, version bigint NOT NULL, record text NOT NULL, written_ms bigint NOT NULL);
  ALTER TABLE hostmedic_session ADD COLUMN IF NOT EXISTS due_ms bigint DEFAULT 0;
  CREATE INDEX IF NOT EXISTS hostmedic_session_due ON hostmedic_session (due_ms);
  CREATE INDEX IF NOT EXISTS hostmedic_session_written ON hostmedic_session (written_ms);
  CREATE TABLE IF NOT EXISTS hostmedic_quarantine (key text NOT NULL, record text NOT NULL, put_aside_ms bigint NOT NULL);
  CREATE TABLE IF NOT EXISTS hostmedic_outcome (cause_id text NOT NULL, word text NOT NULL, outcome text NOT NULL,
    count bigint NOT NULL, PRIMARY KEY (cause_id, word, outcome));
  CREATE TABLE IF NOT EXISTS hostmedic_trial (id integer PRIMARY KEY, at_ms bigint NOT NULL);
`;
const HAS_TABLES = `SELECT count(to_regclass(name)) = 4 AND EXISTS (SELECT 1 FROM pg_attribute
    WHERE attrelid = to_regclass('hostmedic_session') AND attname = 'due_ms') AS whole
  FROM unnest(ARRAY['hostmedic_session', 'hostmedic_quarantine', 'hostmedic_outcome', 'hostmedic_trial']) AS name`;

/**
 * Connects, and makes the tables that are missing.
 * @param url         postgres://...
 * @param connections most that are open at once
 * @param tryMs       longest wait for a connection, and for a statement
 * @throws STORAGE_UNAVAILABLE
 */
export async function openPostgres(url: string, connections: number, tryMs = TRY_MS): Promise<PostgresDatabase> {
  const database = await connect(url, connections, tryMs);
  try {
    // Asked first, because a role that may only use the tables may not even try to make them.
    if ((await database.query(HAS_TABLES)).rows[0]?.['whole'] !== true) await database.query(MAKE_TABLES);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

/**
 * Connects, changes nothing, and disconnects.
 * @throws STORAGE_UNAVAILABLE when the server cannot be reached, refuses, or takes no writes
 */
export async function probePostgres(url: string): Promise<void> {
  const database = await connect(url, 1, TRY_MS);
  try {
    const { rows } = await database.query('SHOW transaction_read_only');
    if (rows[0]?.['transaction_read_only'] === 'on') {
      throw unavailable(Object.assign(new Error('it takes no writes'), { code: '25006' }));
    }
  } finally {
    await database.close();
  }
}

/** The package pg is loaded here and nowhere else. */
async function connect(url: string, connections: number, tryMs: number): Promise<PostgresDatabase> {
  const { Pool } = await import('pg');
  const pool = attempt(
    () =>
      new Pool({
        connectionString: url,
        max: connections,
        application_name: 'hostmedic',
        keepAlive: true,
        connectionTimeoutMillis: tryMs,
        // The server gives up after the first; the second is for a server that does not answer at all.
        statement_timeout: tryMs,
        query_timeout: 2 * tryMs,
      }),
  );
  // A connection that breaks while nobody uses it: the pool drops it and opens another when one is needed.
  pool.on('error', () => undefined);
  let ended: Promise<void> | null = null;
  return {
    query: async (statement, values = []) => {
      if (ended !== null) throw new HostmedicError('STORAGE_UNAVAILABLE', 'the PostgreSQL storage is closed');
      // Without values several statements may stand in one query.
      const run = values.length === 0 ? pool.query(statement) : pool.query(statement, [...values]);
      return await run.catch((error: unknown) => {
        throw unavailable(error);
      });
    },
    close: async () => {
      ended ??= pool.end();
      await ended;
    },
  };
}

function attempt<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw unavailable(error);
  }
}

/** What to do, by SQLSTATE (https://www.postgresql.org/docs/current/errcodes-appendix.html) or error code of Node. */
const WHAT_TO_DO: Readonly<Record<string, string>> = {
  '28P01': 'correct user and password',
  '28000': 'correct the user, or add ?sslmode=verify-full when the server asks for encryption',
  '3D000': 'create the database, or correct its name',
  '42501':
    'give the user the right to create tables and to read and write them, or start once as the owner of the tables',
  '25006': 'the server is a read-only copy: give the address of the primary',
  '53300': 'the server has no connection left: raise max_connections, or run fewer replicas',
  '57014': 'the server took longer than a second: look at its load and its locks',
};
const UNREACHED = 'see whether host and port are right and can be reached from this machine';

/** The cause is left out: errors of a connection carry the address with the password. */
function unavailable(error: unknown): HostmedicError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reason = error instanceof Error && error.message !== '' ? error.message : code;
  const isServer = /^[0-9A-Z]{5}$/.test(code) && /\d/.test(code);
  const todo = WHAT_TO_DO[code] ?? (isServer ? "look into the server's log" : UNREACHED);
  return new HostmedicError(
    'STORAGE_UNAVAILABLE',
    `HOSTMEDIC_STORAGE: cannot use PostgreSQL (${code === '' || reason === code ? reason : `${code}, ${reason}`}); ${todo}`,
  );
}
