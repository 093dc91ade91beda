import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Worker } from 'node:worker_threads';
import Database from 'libsql';
import { runCalls, type Answer, type Call } from '../../src/storage/sqliteCalls.ts';
import { openSqliteDatabase, type SqliteDatabase } from '../../src/storage/sqliteDatabase.ts';
import type { SessionStore } from '../../src/storage/sessionStore.ts';
import { openSqliteStore } from '../../src/storage/sqliteStore.ts';
import { loaded } from './contract.ts';

describe('calls that reach a SQLite file together', () => {
  let folder: string;
  let file: string;
  let database: SqliteDatabase;
  let asked: string[];

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'hostmedic-calls-'));
    file = path.join(folder, 'h.db');
    database = openSqliteDatabase(file, () => undefined);
    asked = [];
  });
  afterEach(() => {
    database.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  function answersTo(calls: readonly Call[]): readonly Answer[] {
    const noted: SqliteDatabase = {
      ...database,
      together: (work) => note('together', () => database.together(work)),
      commit: (...args) => note(`commit ${args[0]}`, () => database.commit(...args)),
    };
    const answers: Answer[] = [];
    runCalls(noted, calls, (some) => answers.push(...some));
    return answers.toSorted((a, b) => a.id - b.id);
  }

  function note<T>(name: string, work: () => T): T {
    asked.push(name);
    return work();
  }

  it('are one write, and each is answered for itself', () => {
    database.commit('there', null, '1', 1, null);
    assert.deepEqual(
      answersTo([created(1, 'a'), created(2, 'there'), { id: 3, name: 'load', args: ['there'] }, created(4, 'b')]).map(
        ({ id, value }) => [id, typeof value === 'boolean' ? value : 'row'],
      ),
      [
        [1, true],
        [2, false],
        [3, 'row'],
        [4, true],
      ],
    );
    assert.deepEqual(asked, ['together', 'commit a', 'commit there', 'commit b']);
  });

  it('do not suffer from one of them that fails', () => {
    change(`CREATE TRIGGER refuse BEFORE INSERT ON session WHEN new.key = 'bad'
      BEGIN SELECT RAISE(ABORT, 'disk I/O error'); END`);
    const [a, bad, b] = answersTo([created(1, 'a'), created(2, 'bad'), created(3, 'b')]);
    assert.deepEqual([a?.value, bad?.fault?.code, b?.value], [true, 'STORAGE_UNAVAILABLE', true]);
    assert.deepEqual(
      ['a', 'bad', 'b'].map((key) => database.load(key)?.text),
      ['"a"', undefined, '"b"'],
    );
  });

  it('wait once, not each, for a lock that nobody gives back', () => {
    const other = new Database(file);
    other.exec('BEGIN IMMEDIATE');
    const answers = answersTo([created(1, 'a'), created(2, 'b'), created(3, 'c')]);
    other.exec('COMMIT');
    other.close();
    assert.deepEqual(
      answers.map(({ fault }) => fault?.code),
      ['STORAGE_UNAVAILABLE', 'STORAGE_UNAVAILABLE', 'STORAGE_UNAVAILABLE'],
    );
    assert.deepEqual(asked, ['together']);
  });

  function change(sql: string): void {
    const other = new Database(file);
    other.exec(sql);
    other.close();
  }
});

describe('the thread of a SQLite file', () => {
  let folder: string;
  let store: SessionStore;
  let file: string;
  const threads: Worker[] = [];
  const noted = (worker: Worker): unknown => threads.push(worker);

  // The compiler of the sources has a thread too, from its first use.
  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'hostmedic-thread-'));
    await (await openSqliteStore(path.join(folder, 'h.db'))).close();
    rmSync(folder, { recursive: true });
  });
  beforeEach(async () => {
    process.on('worker', noted);
    folder = mkdtempSync(path.join(tmpdir(), 'hostmedic-thread-'));
    file = path.join(folder, 'h.db');
    store = await openSqliteStore(file);
  });
  afterEach(async () => {
    process.off('worker', noted);
    threads.length = 0;
    await store.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  it('is one for all who open the file, and ends with the last of them', async () => {
    const again = await openSqliteStore(file);
    assert.equal(threads.length, 1);
    await store.close();
    assert.equal(await again.commit('a', null, 1), true);
    await again.close();
    assert.equal(threads[0]?.threadId, -1);
  });

  it('tells everyone who waits when it is lost, and begins again', async () => {
    await store.commit('a', null, 'kept');
    const waiting = [store.commit('b', null, 1), store.load('a')];
    await threads[0]?.terminate();
    const ends = await Promise.allSettled(waiting);
    for (const end of ends) if (end.status === 'rejected') assert.equal(end.reason.code, 'STORAGE_UNAVAILABLE');
    assert.ok(ends.some(({ status }) => status === 'rejected'));
    assert.equal((await loaded(store, 'a')).record, 'kept');
    assert.equal(threads.length, 2);
  });

  it('does not try what waited too long for the calls before it', async () => {
    const other = new Database(file);
    other.exec('BEGIN IMMEDIATE');
    const [first, second] = [store.commit('a', null, 1), store.commit('b', null, 1)];
    const now = performance.now.bind(performance);
    try {
      await new Promise(setImmediate);
      performance.now = () => now() + 1_500;
      other.exec('COMMIT');
      await assert.rejects(second, { code: 'STORAGE_UNAVAILABLE', message: /did not answer in time/ });
      assert.equal(await first, true);
    } finally {
      Reflect.deleteProperty(performance, 'now');
      other.close();
    }
    assert.equal(await store.load('b'), null);
  });
});

function created(id: number, key: string): Call {
  return { id, name: 'commit', args: [key, null, JSON.stringify(key), 1, null] };
}
