import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'libsql';
import type { SessionStore } from '../../src/storage/sessionStore.ts';
import { openSqliteStore } from '../../src/storage/sqliteStore.ts';
import { describeContract, dueIn, loaded } from './contract.ts';

describeContract('a SQLite file', () => {
  const folder = makeFolder();
  const file = path.join(folder, 'new', 'folder', 'sessions.db');
  const opened: SessionStore[] = [];
  return {
    open: async (clock) => {
      const store = await openSqliteStore(file, clock === undefined ? {} : { clock });
      opened.push(store);
      return store;
    },
    setting: () => `sqlite:${file}`,
    clear: async () => {
      for (const store of opened) await store.close();
      removeFolder(folder);
    },
  };
});

describe('openSqliteStore', () => {
  let folder: string;
  let file: string;
  let store: SessionStore;

  beforeEach(async () => {
    folder = makeFolder();
    file = path.join(folder, 'sessions.db');
    store = await openSqliteStore(file);
  });
  afterEach(async () => {
    await store.close();
    removeFolder(folder);
  });

  for (const [what, sql] of [
    ['torn JSON', `UPDATE session SET record = '{"a":'`],
    ['a blob', `UPDATE session SET record = x'00ff'`],
    ['a version that is no number', `UPDATE session SET version = 'x'`],
  ] as const) {
    it(`puts a row with ${what} aside, reads it as nothing, and takes a new one`, async () => {
      await store.commit('a', null, { n: 1 });
      await store.commit('b', null, { n: 2 });
      runSql(file, `${sql} WHERE key = '"a"'`);
      assert.equal(await store.load('a'), null);
      assert.deepEqual(
        runSql(file, 'SELECT key FROM quarantine').map(({ key }) => key),
        ['"a"'],
      );
      assert.equal(await store.commit('a', null, { n: 3 }), true);
      assert.deepEqual((await loaded(store, 'a')).record, { n: 3 });
      assert.deepEqual((await loaded(store, 'b')).record, { n: 2 });
    });
  }

  it('forgets what was put aside on delete and on sweep', async () => {
    for (const key of ['a', 'b']) {
      await store.commit(key, null, 1);
      runSql(file, `UPDATE session SET record = '{' WHERE key = '"${key}"'`);
      assert.equal(await store.load(key), null);
    }
    await store.delete('a');
    assert.equal(runSql(file, 'SELECT * FROM quarantine').length, 1);
    await store.sweep(-1000);
    assert.equal(runSql(file, 'SELECT * FROM quarantine').length, 0);
  });

  it('is not ready when its file was moved away, and ready again when it is back', async () => {
    await store.check();
    renameSync(file, `${file}.away`);
    await assert.rejects(store.check(), { code: 'STORAGE_UNAVAILABLE', message: /the file is gone/ });
    renameSync(`${file}.away`, file);
    await store.check();
  });

  it('reports a write that fails and keeps the old record', async () => {
    await store.commit('a', null, 'old');
    const { version } = await loaded(store, 'a');
    runSql(file, `CREATE TRIGGER refuse BEFORE UPDATE ON session BEGIN SELECT RAISE(ABORT, 'disk I/O error'); END`);
    await assert.rejects(store.commit('a', version, 'new'), {
      code: 'STORAGE_UNAVAILABLE',
      message: /disk I\/O error/,
    });
    assert.deepEqual(await store.load('a'), { version, record: 'old' });
    runSql(file, 'DROP TRIGGER refuse');
    assert.equal(await store.commit('a', version, 'new'), true);
  });

  it('takes the tables of an earlier release, whose rows are due at once', async () => {
    const old = path.join(folder, 'old.db');
    runSql(
      old,
      `CREATE TABLE session (key TEXT PRIMARY KEY, version INTEGER NOT NULL, record TEXT NOT NULL, written_ms INTEGER NOT NULL);
       INSERT INTO session VALUES ('"a"', 7, '{"n":1}', 1)`,
    );
    for (let start = 0; start < 2; start += 1) {
      const later = await openSqliteStore(old);
      assert.deepEqual(await dueIn(later, 0), start === 0 ? ['a'] : []);
      assert.equal(await later.commit('a', 7 + start, { n: 2 }), true);
      await later.close();
    }
  });

  it('names the setting when the path cannot be opened', async () => {
    mkdirSync(path.join(folder, 'a-folder'));
    writeFileSync(path.join(folder, 'a-file'), 'this is a text file, not a database; it must not be overwritten');
    for (const bad of ['a-folder', 'a-file', path.join('a-file', 'below.db')]) {
      await assert.rejects(openSqliteStore(path.join(folder, bad)), {
        code: 'STORAGE_UNAVAILABLE',
        message: /^HOSTMEDIC_STORAGE: cannot use the SQLite file .*; give a path this account can write to/,
      });
    }
    assert.equal(existsSync(path.join(folder, 'a-file')), true);
  });
});

/** What a disk adds is the part of faults.test.ts; here it would only be slow. */
const IN_MEMORY = '/dev/shm';

function makeFolder(): string {
  return mkdtempSync(path.join(existsSync(IN_MEMORY) ? IN_MEMORY : tmpdir(), 'hostmedic-storage-'));
}

function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** Changes the file behind the store's back. */
function runSql(file: string, sql: string): readonly { readonly key?: unknown }[] {
  const database = new Database(file);
  try {
    database.pragma('busy_timeout = 5000');
    if (!sql.startsWith('SELECT')) {
      database.exec(sql);
      return [];
    }
    return database
      .prepare(sql)
      .all()
      .map((row) => (typeof row === 'object' && row !== null ? row : {}));
  } finally {
    database.close();
  }
}
