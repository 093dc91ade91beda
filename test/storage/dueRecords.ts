import assert from 'node:assert/strict';
import type { SessionStore } from '../../src/storage/sessionStore.ts';
import { dueIn, loaded, type StoreUnderTest } from './contract.ts';
import { HOSTILE_KEYS } from './contractData.ts';

/** Registers what a session store has to tell of records that are due; `dueKeys`: how many of them it gets. */
export function describeDue(make: () => StoreUnderTest, dueKeys: number): void {
  describe('with records that are due', () => {
    let place: StoreUnderTest;
    let store: SessionStore;

    beforeEach(async () => {
      place = make();
      store = await place.open();
    });
    afterEach(() => place.clear());

    it('names the records that are due, the earliest first, until they are written with another time', async () => {
      await store.commit('late', null, 1, 3_000);
      await store.commit('early', null, 1, 1_000);
      await store.commit('never', null, 1);
      await store.commit('other', null, 1, 5_000);
      assert.deepEqual(await dueIn(store, 999), []);
      assert.deepEqual(await dueIn(store, 3_000), ['early', 'late']);
      await store.commit('early', (await loaded(store, 'early')).version, 2, null);
      await store.commit('late', (await loaded(store, 'late')).version, 2, 4_000);
      assert.deepEqual(await dueIn(store, 3_999), []);
      assert.deepEqual(await dueIn(store, 5_000), ['late', 'other']);
      await store.delete('other');
      assert.deepEqual(await dueIn(store, 5_000), ['late']);
    });

    it('names each record once, page after page, also when it stays due, whatever its key', async () => {
      const keys = [...HOSTILE_KEYS, ...Array.from({ length: dueKeys }, (_, n) => `key/${n}`)];
      for (let first = 0; first < keys.length; first += 50)
        await Promise.all(keys.slice(first, first + 50).map((key, n) => store.commit(key, null, 1, (first + n) % 7)));
      const named = await dueIn(store, 7);
      assert.equal(named.length, keys.length);
      assert.deepEqual(new Set(named), new Set(keys));
    });
  });
}
