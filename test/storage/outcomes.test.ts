import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findRoot } from '../../src/catalog/findRoot.ts';
import { openOutcomes, openStore } from '../../src/storage/openStore.ts';

describe('outcome counter', () => {
  it('counts beside the sessions of one file, and survives a restart and a sweep', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'hostmedic-'));
    const setting = `sqlite:${path.join(folder, 'h.db')}`;
    try {
      for (let start = 0; start < 2; start += 1) {
        const store = await openStore(setting, findRoot());
        const counter = await openOutcomes(setting, findRoot());
        await counter.add({ causeId: 'disk-full', word: 'likely', outcome: 'works-now' });
        assert.ok(await store.commit(`k${start}`, null, {}));
        await store.sweep(-1);
        await counter.close();
        await store.close();
      }
      const counter = await openOutcomes(setting, findRoot());
      assert.deepEqual(await counter.list(), [
        { causeId: 'disk-full', word: 'likely', outcome: 'works-now', count: 2 },
      ]);
      await counter.close();
      await assert.rejects(counter.list(), { code: 'STORAGE_UNAVAILABLE' });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
