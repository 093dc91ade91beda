import assert from 'node:assert/strict';
import { findRoot } from '../src/catalog/findRoot.ts';
import { measured } from '../src/measuredStore.ts';
import { HostmedicError } from '../src/model/errors.ts';
import { openStore } from '../src/storage/openStore.ts';

describe('a measured storage', () => {
  const calls: { call: string; durationMs: number; code: string | null }[] = [];
  const metrics = {
    stored: (call: string, durationMs: number, code: string | null): void =>
      void calls.push({ call, durationMs, code }),
  };
  beforeEach(() => {
    calls.length = 0;
  });

  it('times work that is done before the promise is there', async () => {
    const memory = await openStore('memory:', findRoot());
    const slow = measured(
      {
        ...memory,
        commit: (...given) => {
          const until = performance.now() + 30;
          while (performance.now() < until);
          return memory.commit(...given);
        },
      },
      metrics,
    );
    assert.equal(await slow.commit('a', null, { b: 1 }), true);
    assert.deepEqual((await slow.load('a'))?.record, { b: 1 });
    assert.deepEqual(
      calls.map(({ call, code }) => [call, code]),
      [
        ['commit', null],
        ['load', null],
      ],
    );
    assert.ok((calls[0]?.durationMs ?? 0) >= 30);
    await slow.close();
  });

  it('hands failures on, and counts them by code', async () => {
    const memory = await openStore('memory:', findRoot());
    const failing = measured(
      {
        ...memory,
        load: async () => {
          throw new HostmedicError('STORAGE_UNAVAILABLE', 'full');
        },
        check: async () => {
          throw new Error('unexpected');
        },
      },
      metrics,
    );
    await assert.rejects(failing.load('a'), { code: 'STORAGE_UNAVAILABLE' });
    await assert.rejects(failing.check(), /unexpected/);
    assert.deepEqual(
      calls.map(({ call, code }) => [call, code]),
      [
        ['load', 'STORAGE_UNAVAILABLE'],
        ['check', 'UNKNOWN'],
      ],
    );
    await memory.close();
  });
});
