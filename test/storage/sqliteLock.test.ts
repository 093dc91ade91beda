import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'libsql';
import { openSqliteStore } from '../../src/storage/sqliteStore.ts';
import type { SessionStore } from '../../src/storage/sessionStore.ts';

describe('a SQLite file that somebody else has locked', () => {
  let folder: string;
  let file: string;
  let store: SessionStore;
  let other: Database.Database;

  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'hostmedic-lock-'));
    file = path.join(folder, 'h.db');
    store = await openSqliteStore(file);
    other = new Database(file);
    other.exec('BEGIN IMMEDIATE');
  });
  afterEach(async () => {
    await store.close();
    other.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  it('is waited for, and the process does other work meanwhile', async () => {
    const commit = store.commit('a', null, { n: 1 });
    let ticks = 0;
    const ticking = setInterval(() => (ticks += 1), 10);
    await sleep(300);
    clearInterval(ticking);
    assert.ok(ticks > 8, `${ticks} ticks of 30`);
    other.exec('COMMIT');
    assert.equal(await commit, true);
    assert.deepEqual((await store.load('a'))?.record, { n: 1 });
  });

  it('is given up after a second, and nothing is written', async () => {
    await assert.rejects(store.commit('a', null, { n: 1 }), { code: 'STORAGE_UNAVAILABLE', message: /locked/ });
    other.exec('COMMIT');
    assert.equal(await store.load('a'), null);
  });
});
