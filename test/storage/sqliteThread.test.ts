import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
import Database from 'libsql';
import { answerReads, answerWrites, isReading, type Answer, type Call } from '../../src/storage/sqliteCalls.ts';
import { openSqliteDatabase, type SqliteDatabase } from '../../src/storage/sqliteDatabase.ts';
import { TRY_MS, type SessionStore } from '../../src/storage/sessionStore.ts';
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

  async function answersTo(calls: readonly Call[]): Promise<readonly Answer[]> {
    const noted: SqliteDatabase = {
      ...database,
      together: (work) => note('together', () => database.together(work)),
      commit: (...args) => note(`commit ${args[0]}`, () => database.commit(...args)),
    };
    const writes = await answerWrites(
      noted,
      calls.filter(({ name }) => !isReading(name)),
    );
    const reads = answerReads(
      noted,
      calls.filter(({ name }) => isReading(name)),
    );
    return [...reads, ...writes].toSorted((a, b) => a.id - b.id);
  }

  function note<T>(name: string, work: () => T): T {
    asked.push(name);
    return work();
  }

  it('are one write, and each is answered for itself', async () => {
    database.commit('there', null, '1', 1, null);
    const calls: Call[] = [
      created(1, 'a'),
      created(2, 'there'),
      { id: 3, name: 'load', args: ['there'] },
      created(4, 'b'),
    ];
    assert.deepEqual(
      (await answersTo(calls)).map(({ id, value }) => [id, typeof value === 'boolean' ? value : 'row']),
      [
        [1, true],
        [2, false],
        [3, 'row'],
        [4, true],
      ],
    );
    assert.deepEqual(asked, ['together', 'commit a', 'commit there', 'commit b']);
  });

  it('do not suffer from one of them that fails', async () => {
    change(`CREATE TRIGGER refuse BEFORE INSERT ON session WHEN new.key = 'bad'
      BEGIN SELECT RAISE(ABORT, 'disk I/O error'); END`);
    const [a, bad, b] = await answersTo([created(1, 'a'), created(2, 'bad'), created(3, 'b')]);
    assert.deepEqual([a?.value, bad?.fault?.code, b?.value], [true, 'STORAGE_UNAVAILABLE', true]);
    assert.deepEqual(
      ['a', 'bad', 'b'].map((key) => database.load(key)?.text),
      ['"a"', undefined, '"b"'],
    );
  });

  it('wait once, not each, for a lock that nobody gives back', async () => {
    const other = new Database(file);
    other.exec('BEGIN IMMEDIATE');
    const startMs = performance.now();
    const answers = await answersTo([created(1, 'a'), created(2, 'b'), created(3, 'c')]);
    const tookMs = performance.now() - startMs;
    other.exec('COMMIT');
    other.close();
    assert.ok(tookMs < 2 * TRY_MS, `${tookMs} ms`);
    assert.deepEqual(
      answers.map(({ fault }) => fault?.code),
      ['STORAGE_UNAVAILABLE', 'STORAGE_UNAVAILABLE', 'STORAGE_UNAVAILABLE'],
    );
    assert.deepEqual(new Set(asked), new Set(['together']));
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
    await new Promise(setImmediate);
    await withClockAhead(async () => {
      other.exec('COMMIT');
      await assert.rejects(second, { code: 'STORAGE_UNAVAILABLE', message: /did not answer in time/ });
      assert.equal(await first, true);
    });
    other.close();
    assert.equal(await store.load('b'), null);
  });

  it('reads while a write waits for the lock of another process', async () => {
    await store.commit('a', null, 'old');
    const other = new Database(file);
    other.exec('BEGIN IMMEDIATE');
    let written = false;
    const commit = store.commit('b', null, 1).then((won) => (written = won));
    for (let n = 0; n < 20; n += 1) assert.equal((await loaded(store, 'a')).record, 'old');
    assert.equal(written, false);
    other.exec('COMMIT');
    other.close();
    assert.equal(await commit, true);
  });

  it('gives answers that come together one by one, so that others come in between', async () => {
    await store.commit('a', null, 1);
    const seen: string[] = [];
    let isOver = false;
    const between = (): void => {
      seen.push('other');
      if (!isOver) setImmediate(between);
    };
    const first = store.load('a');
    const turns = Array.from({ length: 5 }, async () => {
      await store.load('a');
      seen.push('turn');
    });
    await first;
    setImmediate(between);
    await Promise.all(turns);
    isOver = true;
    assert.doesNotMatch(seen.join(), /turn,turn/);
  });

  it('does not write what was asked for before it took too long to begin again', async () => {
    await store.commit('a', null, 'old');
    const { version } = await loaded(store, 'a');
    await threads[0]?.terminate();
    const late = store.commit('a', version, 'new');
    await withClockAhead(async () => {
      await assert.rejects(late, { code: 'STORAGE_UNAVAILABLE', message: /did not answer in time/ });
    });
    assert.deepEqual(await store.load('a'), { version, record: 'old' });
  });

  it('leaves no thread behind when it cannot begin again', async () => {
    await store.commit('a', null, 'kept');
    await threads[0]?.terminate();
    renameSync(file, `${file}.away`);
    mkdirSync(file);
    const calls = await Promise.allSettled(Array.from({ length: 20 }, () => store.load('a')));
    assert.ok(calls.every(({ status }) => status === 'rejected'));
    rmSync(file, { recursive: true });
    renameSync(`${file}.away`, file);
    assert.equal((await loaded(store, 'a')).record, 'kept');
    await store.close();
    for (let n = 0; n < 100 && threads.some(({ threadId }) => threadId !== -1); n += 1) await sleep(20);
    assert.ok(threads.every(({ threadId }) => threadId === -1));
  });
});

/** Runs with a steady clock that is 1.5 seconds ahead. */
async function withClockAhead(work: () => Promise<void>): Promise<void> {
  const now = performance.now.bind(performance);
  performance.now = () => now() + 1_500;
  try {
    await work();
  } finally {
    Reflect.deleteProperty(performance, 'now');
  }
}

function created(id: number, key: string): Call {
  return { id, name: 'commit', args: [key, null, JSON.stringify(key), 1, null] };
}
