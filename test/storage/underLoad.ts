import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { JsonValue, SessionStore } from '../../src/storage/sessionStore.ts';
import { loaded } from './contract.ts';
import type { StoreUnderTest } from './contract.ts';

/** Registers what a session store has to keep while many write; `manyKeys`: how many of them it gets. */
export function describeUnderLoad(make: () => StoreUnderTest, manyKeys: number): void {
  describe('under load', function () {
    this.timeout(120_000);
    let place: StoreUnderTest;
    let store: SessionStore;

    beforeEach(async () => {
      place = make();
      store = await place.open();
    });
    afterEach(() => place.clear());

    it('shows no reader half a write of 100 writers, and counts each write once', async () => {
      await store.commit('a', null, wide(0));
      const { version: first } = await loaded(store, 'a');
      const writing = new AbortController();
      let read = 0;
      const readers = Array.from({ length: 4 }, async () => {
        while (!writing.signal.aborted) {
          assertWhole((await loaded(store, 'a')).record);
          read++;
          await new Promise(setImmediate);
        }
      });
      const written = await Promise.all(
        Array.from({ length: 100 }, async (_, writer) => {
          const { version } = await loaded(store, 'a');
          await new Promise(setImmediate);
          return await store.commit('a', version, wide(writer));
        }),
      );
      writing.abort();
      await Promise.all(readers);
      assert.ok(read > 0);
      const { version, record } = await loaded(store, 'a');
      assert.equal(version - first, written.filter(Boolean).length);
      assert.equal(written[assertWhole(record)], true);
    });

    it('answers loads during deletes with all or nothing', async () => {
      for (let round = 0; round < 30; round++) {
        assert.equal(await store.commit('a', null, wide(round)), true);
        const [before, , after] = await Promise.all([store.load('a'), store.delete('a'), store.load('a')]);
        for (const found of [before, after]) if (found !== null) assert.equal(assertWhole(found.record), round);
        assert.equal(await store.load('a'), null);
      }
    });

    it(`holds ${manyKeys} keys, finds each, and sweeps them all`, async () => {
      let now = 1_000_000;
      const timed = await place.open(() => now);
      await eachAtOnce(manyKeys, async (index) => assert.equal(await timed.commit(`key/${index}`, null, index), true));
      await eachAtOnce(manyKeys / 10, async (index) =>
        assert.equal((await loaded(timed, `key/${index * 10}`)).record, index * 10),
      );
      now += 60_000;
      await timed.commit('new', null, 'stays');
      assert.equal(await timed.sweep(59_999), manyKeys);
      assert.equal(await timed.load('key/1'), null);
      assert.equal((await loaded(timed, 'new')).record, 'stays');
    });

    it('sweeps nothing that is written meanwhile', async () => {
      let now = 1_000_000;
      const timed = await place.open(() => now);
      await eachAtOnce(100, async (index) => {
        await timed.commit(`key/${index}`, null, 'old');
      });
      const versions = await Promise.all(
        Array.from({ length: 100 }, async (_, index) => (await loaded(timed, `key/${index}`)).version),
      );
      now += 60_000;
      const [removed, ...written] = await Promise.all([
        timed.sweep(30_000),
        ...versions.map((version, index) => timed.commit(`key/${index}`, version, 'new')),
      ]);
      assert.equal(removed + written.filter(Boolean).length, 100);
      for (const [index, isWritten] of written.entries()) {
        assert.equal((await timed.load(`key/${index}`))?.record, isWritten ? 'new' : undefined);
      }
    });

    it('loses no update when two processes count', async () => {
      const run = promisify(execFile);
      const script = fileURLToPath(new URL('./increment.ts', import.meta.url));
      const setting = await place.setting();
      const child = () => run(process.execPath, ['--import', 'tsx', script, setting, '250']);
      const conflicts = (await Promise.all([child(), child()])).map(({ stdout }) => Number(stdout));
      assert.equal((await loaded(store, 'counter')).record, 500);
      assert.ok(conflicts.every(Number.isInteger));
    });
  });
}

/** A record that shows when two of them are mixed. */
function wide(by: number): JsonValue {
  return { by, filler: Array.from({ length: 500 }, () => by), again: by };
}

/** @returns who wrote it */
function assertWhole(record: JsonValue): number {
  assert.ok(typeof record === 'object' && record !== null && 'by' in record && typeof record.by === 'number');
  assert.deepEqual(record, wide(record.by));
  return record.by;
}

/** Runs the work for 0..count-1, at most 50 at once. */
async function eachAtOnce(count: number, work: (index: number) => Promise<void>): Promise<void> {
  let next = 0;
  await Promise.all(
    Array.from({ length: 50 }, async () => {
      while (next < count) await work(next++);
    }),
  );
}
