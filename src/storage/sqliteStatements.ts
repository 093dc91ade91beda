import type Database from 'libsql';

/** Makes what is missing. Rows of an earlier release are due at once. @throws when a table is there and none of ours */
export function makeTables(database: Database.Database): void {
  database.exec(`
    BEGIN IMMEDIATE;
    CREATE TABLE IF NOT EXISTS session (key TEXT PRIMARY KEY, version INTEGER NOT NULL, record TEXT NOT NULL,
      written_ms INTEGER NOT NULL, due_ms INTEGER DEFAULT 0);
    CREATE INDEX IF NOT EXISTS session_written ON session (written_ms);
    CREATE TABLE IF NOT EXISTS quarantine (key TEXT NOT NULL, record BLOB, put_aside_ms INTEGER NOT NULL);
    CREATE TABLE IF NOT EXISTS trial (id INTEGER PRIMARY KEY, at_ms INTEGER NOT NULL);
    CREATE TABLE IF NOT EXISTS outcome (cause_id TEXT NOT NULL, word TEXT NOT NULL, outcome TEXT NOT NULL,
      count INTEGER NOT NULL, PRIMARY KEY (cause_id, word, outcome));
  `);
  const isOld =
    database.prepare("SELECT 1 FROM pragma_table_info('session') WHERE name = 'due_ms'").get() === undefined;
  database.exec(`
    ${isOld ? 'ALTER TABLE session ADD COLUMN due_ms INTEGER DEFAULT 0;' : ''}
    CREATE INDEX IF NOT EXISTS session_due ON session (due_ms) WHERE due_ms IS NOT NULL;
    COMMIT;
  `);
}

/**
 * Every statement that is run on the tables of sqliteDatabase.ts. Texts are read as bytes: the driver ends the process over a text
 * that is no UTF-8, and a damaged file can hold one.
 * @throws when the tables are none of ours
 */
export function prepareAll(database: Database.Database) {
  return {
    select: database.prepare(
      `SELECT iif(typeof(version) = 'integer', version, NULL) AS version, CAST(record AS BLOB) AS record
     FROM session WHERE key = ?`,
    ),
    insert: database.prepare(
      'INSERT INTO session (key, version, record, written_ms, due_ms) VALUES (?, ?, ?, ?, ?) ON CONFLICT (key) DO NOTHING',
    ),
    update: database.prepare(
      'UPDATE session SET version = version + 1, record = ?, written_ms = ?, due_ms = ? WHERE key = ? AND version = ?',
    ),
    due: database.prepare(
      `SELECT CAST(key AS BLOB) AS key, due_ms AS dueMs, rowid AS row FROM session
     WHERE due_ms <= ? AND (due_ms, rowid) > (?, ?) ORDER BY due_ms, rowid LIMIT ?`,
    ),
    removeVersion: database.prepare('DELETE FROM session WHERE key = ? AND version = ?'),
    moveRow: [
      database.prepare('INSERT INTO quarantine SELECT key, CAST(record AS BLOB), ? FROM session WHERE key = ?'),
      database.prepare('DELETE FROM session WHERE key = ?'),
    ] as const,
    remove: [
      database.prepare('DELETE FROM session WHERE key = ?'),
      database.prepare('DELETE FROM quarantine WHERE key = ?'),
    ] as const,
    sweepSession: database.prepare(
      'DELETE FROM session WHERE rowid IN (SELECT rowid FROM session WHERE written_ms < ? LIMIT ?)',
    ),
    sweepQuarantine: database.prepare('DELETE FROM quarantine WHERE put_aside_ms < ?'),
    trial: database.prepare('INSERT INTO trial (id, at_ms) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET at_ms = ?'),
    countOutcome: database.prepare(
      'INSERT INTO outcome VALUES (?, ?, ?, 1) ON CONFLICT (cause_id, word, outcome) DO UPDATE SET count = count + 1',
    ),
    listOutcomes: database.prepare(
      `SELECT CAST(cause_id AS BLOB) AS causeId, CAST(word AS BLOB) AS word, CAST(outcome AS BLOB) AS outcome, count
     FROM outcome ORDER BY cause_id, count DESC, word, outcome`,
    ),
  };
}
