import assert from 'node:assert/strict';
import { KEY_MAX, RECORD_BYTES_MAX } from '../../src/storage/sessionStore.ts';
import type { JsonValue, SessionStore } from '../../src/storage/sessionStore.ts';
import { HOSTILE_KEYS, NOT_JSON, RECORDS } from './contractData.ts';
import { describeDue } from './dueRecords.ts';
import { describeUnderLoad } from './underLoad.ts';

/** A place that one or more stores can be opened on. */
export interface StoreUnderTest {
  /** Opens the place; a second call opens the same records again. `clock` gives milliseconds. */
  open(clock?: () => number): Promise<SessionStore>;
  /** The place as HOSTMEDIC_STORAGE, for another process. */
  setting(): string | Promise<string>;
  /** Closes what is open and removes the place. */
  clear(): Promise<void>;
}

/** Registers the tests every session store has to pass; `manyKeys`: as many as this one takes in some seconds. */
export function describeContract(name: string, make: () => StoreUnderTest, manyKeys = 10_000): void {
  describe(`${name} as a session store`, () => {
    let place: StoreUnderTest;
    let store: SessionStore;

    beforeEach(async () => {
      place = make();
      store = await place.open();
    });
    afterEach(() => place.clear());

    it('knows nothing at first', async () => {
      assert.equal(await store.load('a'), null);
      await store.delete('a');
      assert.equal(await store.sweep(0), 0);
    });

    it('creates once', async () => {
      assert.equal(await store.commit('a', null, { n: 1 }), true);
      assert.equal(await store.commit('a', null, { n: 2 }), false);
      assert.deepEqual((await store.load('a'))?.record, { n: 1 });
    });

    it('adds one to the version with each write and refuses a stale one', async () => {
      await store.commit('a', null, 'first');
      const { version } = await loaded(store, 'a');
      assert.equal(await store.commit('a', version, 'second'), true);
      assert.deepEqual(await store.load('a'), { version: version + 1, record: 'second' });
      assert.equal(await store.commit('a', version, 'third'), false);
      assert.deepEqual(await store.load('a'), { version: version + 1, record: 'second' });
    });

    it('does not write a version to a key that is not there', async () => {
      assert.equal(await store.commit('a', 1, 'x'), false);
      assert.equal(await store.load('a'), null);
    });

    it('lets exactly one of 100 writers with the same version win, round after round', async () => {
      await store.commit('a', null, { by: -1 });
      for (let round = 0; round < 5; round++) {
        const { version } = await loaded(store, 'a');
        const results = await Promise.all(
          Array.from({ length: 100 }, (_, writer) => store.commit('a', version, { by: writer })),
        );
        assert.equal(results.filter(Boolean).length, 1);
        const after = await loaded(store, 'a');
        assert.deepEqual(after, { version: version + 1, record: { by: results.indexOf(true) } });
      }
    });

    it('lets exactly one of 100 creators win', async () => {
      const results = await Promise.all(Array.from({ length: 100 }, (_, n) => store.commit('a', null, n)));
      assert.equal(results.filter(Boolean).length, 1);
    });

    it('refuses a version from before a delete, also when the key was made again', async () => {
      await store.commit('a', null, 'old');
      const { version } = await loaded(store, 'a');
      await store.delete('a');
      await store.commit('a', null, 'new');
      assert.equal(await store.commit('a', version, 'stale'), false);
      assert.equal((await loaded(store, 'a')).record, 'new');
    });

    it('keeps hostile keys apart', async () => {
      for (const [index, key] of HOSTILE_KEYS.entries()) assert.equal(await store.commit(key, null, index), true, key);
      for (const [index, key] of HOSTILE_KEYS.entries()) assert.equal((await loaded(store, key)).record, index);
      await store.delete(HOSTILE_KEYS[0] ?? '');
      for (const [index, key] of HOSTILE_KEYS.entries()) {
        if (index > 0) assert.equal((await loaded(store, key)).record, index);
      }
    });

    it(`refuses a key above ${KEY_MAX} characters`, async () => {
      const key = 'k'.repeat(KEY_MAX + 1);
      for (const call of [store.load(key), store.commit(key, null, 1), store.delete(key)]) {
        await assert.rejects(call, { code: 'INPUT_INVALID', message: /513 characters, at most 512/ });
      }
    });

    it('gives back every kind of JSON as it was', async () => {
      for (const [index, record] of RECORDS.entries()) {
        await store.commit(`r${index}`, null, record);
        assert.deepEqual((await loaded(store, `r${index}`)).record, record);
      }
    });

    it('keeps a field named __proto__ as a field', async () => {
      const record: JsonValue = JSON.parse('{"__proto__":{"admin":true},"constructor":{"prototype":1}}');
      await store.commit('a', null, record);
      const back = (await loaded(store, 'a')).record;
      assert.equal(JSON.stringify(back), '{"__proto__":{"admin":true},"constructor":{"prototype":1}}');
      assert.equal('admin' in {}, false);
    });

    it(`refuses a record above ${RECORD_BYTES_MAX} bytes and keeps the old one`, async () => {
      const fits = 'ä'.repeat((RECORD_BYTES_MAX - 2) / 2);
      assert.equal(await store.commit('a', null, fits), true);
      const { version } = await loaded(store, 'a');
      await assert.rejects(store.commit('a', version, `${fits}x`), {
        code: 'RECORD_TOO_LARGE',
        message: /16385 bytes, at most 16384/,
      });
      assert.deepEqual(await store.load('a'), { version, record: fits });
    });

    it('refuses what is not plain JSON, names the place, and keeps the old record', async () => {
      await store.commit('a', null, 'old');
      const { version } = await loaded(store, 'a');
      for (const [what, value, message] of NOT_JSON) {
        await assert.rejects(commitUnchecked(store, 'a', version, value), { code: 'INPUT_INVALID', message }, what);
      }
      assert.deepEqual(await store.load('a'), { version, record: 'old' });
    });

    it('keeps its records when it is opened again', async () => {
      await store.commit('a', null, { n: 1 });
      const before = await store.load('a');
      const again = await place.open();
      assert.deepEqual(await again.load('a'), before);
      assert.equal(await again.commit('a', before?.version ?? 0, { n: 2 }), true);
      assert.deepEqual((await loaded(store, 'a')).record, { n: 2 });
    });

    it('deletes', async () => {
      await store.commit('a', null, 1);
      await store.commit('b', null, 2);
      await store.delete('a');
      assert.equal(await store.load('a'), null);
      assert.equal((await loaded(store, 'b')).record, 2);
    });

    it('sweeps what was written before the given time, counted from the last write', async () => {
      let now = 1_000_000;
      const timed = await place.open(() => now);
      await timed.commit('old', null, 1);
      await timed.commit('touched', null, 1);
      now += 60_000;
      await timed.commit('touched', (await loaded(timed, 'touched')).version, 2);
      await timed.commit('new', null, 1);
      assert.equal(await timed.sweep(60_000), 0);
      assert.equal(await timed.sweep(59_999), 1);
      assert.equal(await timed.load('old'), null);
      assert.equal((await loaded(timed, 'touched')).record, 2);
      assert.equal((await loaded(timed, 'new')).record, 1);
    });

    it('deletes a record only as it was loaded, when that is asked for', async () => {
      await store.commit('a', null, 1);
      const { version } = await loaded(store, 'a');
      await store.commit('a', version, 2);
      assert.equal(await store.delete('a', version), false);
      assert.equal((await loaded(store, 'a')).record, 2);
      assert.equal(await store.delete('a', version + 1), true);
      assert.equal(await store.load('a'), null);
      assert.equal(await store.delete('a', version + 1), false);
    });

    it('can be checked, closed twice, and says so when it is used afterwards', async () => {
      await store.check();
      await store.close();
      await store.close();
      const calls = [
        store.load('a'),
        store.commit('a', null, 1),
        store.delete('a'),
        store.sweep(0),
        dueIn(store, 0),
        store.check(),
      ];
      for (const call of calls) await assert.rejects(call, { code: 'STORAGE_UNAVAILABLE', message: /closed/ });
    });

    describeDue(make, Math.min(1_200, manyKeys));
    describeUnderLoad(make, manyKeys);
  });
}

/** All keys that are due. */
export async function dueIn(store: SessionStore, nowMs: number): Promise<readonly string[]> {
  const keys: string[] = [];
  for await (const page of store.due(nowMs)) keys.push(...page);
  return keys;
}

/** Loads a record that must be there. */
export async function loaded(store: SessionStore, key: string): Promise<{ version: number; record: JsonValue }> {
  const stored = await store.load(key);
  assert.ok(stored, `nothing is stored under ${JSON.stringify(key)}`);
  return stored;
}

/** Commits what the types would not let through. */
function commitUnchecked(store: SessionStore, key: string, version: number, record: unknown): Promise<boolean> {
  const commit: (...values: [string, number, never]) => Promise<boolean> = store.commit.bind(store);
  return Reflect.apply(commit, store, [key, version, record]);
}
