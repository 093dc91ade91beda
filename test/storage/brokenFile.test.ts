import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as fc from 'fast-check';
import Database from 'libsql';
import { HostmedicError } from '../../src/model/errors.ts';
import { putAside } from '../../src/storage/putAside.ts';
import { openSqliteDatabase, type SqliteDatabase } from '../../src/storage/sqliteDatabase.ts';
import { openSqliteOutcomes } from '../../src/storage/sqliteOutcomes.ts';
import { openSqliteStore } from '../../src/storage/sqliteStore.ts';
import { storedKey } from '../../src/storage/storedRow.ts';
import { startModule } from '../support/child.ts';
import { loaded } from './contract.ts';

const KEYS = 20;
const PAGE = 4096;

describe('a SQLite file that is broken', () => {
  let folder: string;
  let whole: string;

  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'hostmedic-broken-'));
    whole = path.join(folder, 'whole.db');
    const store = await openSqliteStore(whole);
    for (let n = 0; n < KEYS; n++) await store.commit(`key/${n}`, null, { n, filler: 'x'.repeat(1000) });
    await store.close();
    const database = new Database(whole);
    database.pragma('wal_checkpoint(TRUNCATE)');
    database.close();
    assert.ok(statSync(whole).size > KEYS * 1000);
  });
  after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

  for (const [what, name, damage, ending] of [
    ['is a text', 'text.db', () => Buffer.from('to do: buy milk'), 'not-sqlite'],
    ['is another format', 'other.sqlite3', () => Buffer.from('{"sessions":[]}'.repeat(1000)), 'not-sqlite'],
    ['is all zeros', 'zeros.db', (bytes: Buffer) => Buffer.alloc(bytes.length), 'not-sqlite'],
    ['is cut in the middle', 'half.db', (bytes: Buffer) => bytes.subarray(0, 3 * PAGE), 'damaged'],
    ['has a page of garbage', 'page.db', (bytes: Buffer) => withGarbage(bytes, PAGE, PAGE), 'damaged'],
  ] as const) {
    it(`and ${what} is put aside as it is, and a new one begins`, async () => {
      const file = path.join(folder, name);
      const broken = damage(readFileSync(whole));
      writeFileSync(file, broken);
      writeFileSync(`${file}-wal`, 'of a broken file');
      const told: string[] = [];
      const store = await openSqliteStore(file, { onPutAside: (aside) => told.push(aside) });
      assert.equal(await store.commit('a', null, 1), true);
      await store.check();
      await store.close();
      const [aside = '', ...more] = told;
      assert.deepEqual(more, []);
      assert.match(path.basename(aside), new RegExp(`^${name.replace('.', '\\.')}\\.${ending}-\\d{13}$`));
      assert.deepEqual(readFileSync(aside), broken);
      assert.equal(readFileSync(`${aside}-wal`, 'utf8').length, 16);
      const again = await openSqliteStore(file, { onPutAside: (other) => told.push(other) });
      assert.equal((await loaded(again, 'a')).record, 1);
      await again.close();
      assert.equal(told.length, 1);
    });
  }

  it('is left alone under a name that is none of a database: that is a wrong path', async () => {
    for (const name of ['notes.txt', 'web.config', 'database']) {
      const file = path.join(folder, name);
      writeFileSync(file, 'somebody needs this, and it is longer than a header of SQLite would be');
      await assert.rejects(openSqliteStore(file), {
        code: 'STORAGE_UNAVAILABLE',
        message: /^HOSTMEDIC_STORAGE: .*NOTADB|not a database/,
      });
      assert.match(readFileSync(file, 'utf8'), /^somebody/);
    }
  });

  it('is not put aside for want of rights, and not when another process has already done it', () => {
    const file = path.join(folder, 'taken.db');
    copyFileSync(whole, file);
    const { ino } = statSync(file);
    const codes = ['SQLITE_CANTOPEN', 'SQLITE_IOERR_READ', 'SQLITE_BUSY', 'SQLITE_READONLY', 'SQLITE_FULL', 'EACCES'];
    for (const code of codes) assert.equal(putAside(file, ino, withCode(code), 1), null, code);
    assert.equal(putAside(file, ino + 1, withCode('SQLITE_NOTADB'), 1), null);
    assert.deepEqual(
      readdirSync(folder).filter((name) => name.startsWith('taken')),
      ['taken.db'],
    );
  });

  it('and holds no UTF-8 where a text was, is read all the same', async () => {
    const file = path.join(folder, 'latin.db');
    const store = await openSqliteStore(file);
    const outcomes = await openSqliteOutcomes(file);
    await store.commit('a', null, 'x');
    await outcomes.add({ causeId: 'disk-full', word: 'likely', outcome: 'not-this' });
    const database = new Database(file);
    database.exec(`UPDATE session SET record = CAST(x'22ff22' AS TEXT), version = 5;
      UPDATE outcome SET cause_id = CAST(x'ff' AS TEXT)`);
    assert.equal(await store.load('a'), null);
    assert.deepEqual(await outcomes.list(), []);
    assert.equal(await store.commit('a', null, 1), true);
    database.exec(`UPDATE session SET version = CAST(x'ff' AS TEXT)`);
    assert.equal(await store.load('a'), null);
    database.close();
    await outcomes.close();
    await store.close();
  });

  it('in any place never makes a load fail', () => {
    const original = readFileSync(whole);
    let runs = 0;
    fc.assert(
      fc.property(placeIn(original.length), fc.uint8Array({ minLength: 1, maxLength: 600 }), (at, bytes) => {
        const file = path.join(folder, `fuzz${runs++}.db`);
        const damaged = Buffer.from(original);
        damaged.set(bytes.subarray(0, damaged.length - at), at);
        writeFileSync(file, damaged);
        let database: SqliteDatabase;
        try {
          database = openSqliteDatabase(file, () => undefined);
        } catch (error) {
          // The first page names the tables: whole, but with other columns, it could be a database of somebody else.
          assert.ok(error instanceof HostmedicError && error.code === 'STORAGE_UNAVAILABLE' && at < PAGE);
          return;
        }
        for (let n = 0; n < KEYS; n++) database.load(storedKey(`key/${n}`));
        assert.equal(database.commit(storedKey('new'), null, '1', Date.now(), null), true);
        database.close();
      }),
      { numRuns: 60 },
    );
  });

  it('does not stop the bot, and the log says where it is now', async function () {
    this.timeout(30_000);
    const file = path.join(folder, 'start.db');
    writeFileSync(file, 'x'.repeat(5000));
    const env = { NODE_ENV: '', WEBSITE_SITE_NAME: '', MicrosoftAppId: '', LOG_LEVEL: '', PORT: '0' };
    const bot = startModule('../../src/index', import.meta.url, [], { ...env, HOSTMEDIC_STORAGE: `sqlite:${file}` });
    const [, url = ''] = await bot.waitFor(/^listening on (http:\S+)/);
    assert.equal((await fetch(`${url}readyz`)).status, 200);
    bot.kill('SIGKILL');
    await bot.exited;
    assert.match(bot.output.stderr, /"level":"warn".*"event":"storage-put-aside".*start\.db\.not-sqlite-\d{13}/);
  });
});

/** Any place, and often the first two pages. */
function placeIn(length: number): fc.Arbitrary<number> {
  return fc.oneof(fc.nat(length - 1), fc.nat(2 * PAGE));
}

function withGarbage(bytes: Buffer, at: number, length: number): Buffer {
  return Buffer.concat([bytes.subarray(0, at), Buffer.alloc(length, 0xa5), bytes.subarray(at + length)]);
}

function withCode(code: string): Error {
  return Object.assign(new Error(code), { code });
}
