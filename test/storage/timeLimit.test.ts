import assert from 'node:assert/strict';
import { openStore } from '../../src/storage/openStore.ts';
import type { SessionStore } from '../../src/storage/sessionStore.ts';
import { withTimeLimit } from '../../src/storage/timeLimit.ts';

const NEVER = new Promise<never>(() => undefined);

describe('a storage with a time limit', () => {
  let real: SessionStore;
  beforeEach(async () => {
    real = await openStore('memory:', '.');
  });
  afterEach(() => real.close());

  function limited(changes: Partial<SessionStore>): SessionStore {
    return withTimeLimit({ ...real, ...changes }, 20);
  }

  it('says that a storage which never answers is unavailable', async () => {
    const store = limited({ load: () => NEVER, commit: () => NEVER, delete: () => NEVER, check: () => NEVER });
    const calls = [
      () => store.load('a'),
      () => store.commit('a', null, 1),
      () => store.delete('a'),
      () => store.check(),
    ];
    for (const call of calls) {
      await assert.rejects(call, { code: 'STORAGE_UNAVAILABLE', message: /did not answer in time/ });
    }
  });

  it('tries twice', async () => {
    await real.commit('a', null, 'kept');
    let calls = 0;
    const store = limited({ load: (key) => ((calls += 1) === 1 ? NEVER : real.load(key)) });
    assert.equal((await store.load('a'))?.record, 'kept');
    assert.equal(calls, 2);
  });

  it('writes again when the first write did not arrive', async () => {
    let calls = 0;
    const store = limited({ commit: (...write) => ((calls += 1) === 1 ? NEVER : real.commit(...write)) });
    assert.equal(await store.commit('a', null, 'x'), true);
    assert.equal((await real.load('a'))?.record, 'x');
  });

  it('does not call it a conflict when the first write may have arrived', async () => {
    const store = limited({
      commit: async (...write) => {
        await real.commit(...write);
        return await NEVER;
      },
    });
    await assert.rejects(store.commit('a', null, 'x'), { code: 'STORAGE_UNAVAILABLE' });
    const slowOnce = limited({
      commit: async (...write) => {
        const won = await real.commit(...write);
        return won ? await NEVER : false;
      },
    });
    const { version } = (await real.load('a')) ?? { version: 0 };
    await assert.rejects(slowOnce.commit('a', version, 'y'), { code: 'STORAGE_UNAVAILABLE' });
  });

  it('hands on conflicts and faults of the caller at once', async () => {
    const store = limited({});
    assert.equal(await store.commit('a', 7, 'x'), false);
    await assert.rejects(store.commit('a', null, 'x'.repeat(20_000)), { code: 'RECORD_TOO_LARGE' });
  });
});
