import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findRoot } from '../../src/catalog/findRoot.ts';
import { openOutcomes, openStore } from '../../src/storage/openStore.ts';
import { describeWithAzurite } from '../support/azurite.ts';
import { startModule } from '../support/child.ts';
import { describeWithPostgres } from '../support/postgresServer.ts';

describe('outcome counter in a SQLite file', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'hostmedic-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

  itCounts(async () => `sqlite:${path.join(folder, 'h.db')}`);
});

describeWithPostgres('outcome counter in PostgreSQL', (server) => itCounts(() => server().newDatabase()));

describeWithAzurite('outcome counter in Azure Blob Storage', (azurite) =>
  itCounts(async () => `azure-blob:${azurite().newAccount()}`),
);

function itCounts(place: () => Promise<string>): void {
  it('counts beside the sessions, survives a restart and a sweep, and is printed', async () => {
    const setting = await place();
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
    await counter.add({ causeId: 'disk-full', word: 'possible', outcome: 'not-this' });
    await counter.add({ causeId: 'app-pool-stopped', word: 'unknown', outcome: 'not-this' });
    assert.deepEqual(await counter.list(), [
      { causeId: 'app-pool-stopped', word: 'unknown', outcome: 'not-this', count: 1 },
      { causeId: 'disk-full', word: 'likely', outcome: 'works-now', count: 2 },
      { causeId: 'disk-full', word: 'possible', outcome: 'not-this', count: 1 },
    ]);
    await counter.close();
    await assert.rejects(counter.list(), { code: 'STORAGE_UNAVAILABLE' });

    const printed = startModule('../../src/cli', import.meta.url, ['outcomes'], { HOSTMEDIC_STORAGE: setting });
    assert.equal(await printed.exited, 0);
    assert.equal(
      printed.output.stdout,
      'app-pool-stopped  not-this 1 (unknown 1)\ndisk-full  works-now 2 (likely 2)  not-this 1 (possible 1)\n',
    );
  });

  it('loses no count of two that count at once', async () => {
    const setting = await place();
    const store = await openStore(setting, findRoot());
    const counters = await Promise.all([openOutcomes(setting, findRoot()), openOutcomes(setting, findRoot())]);
    await Promise.all(
      counters.map(async (counter) => {
        for (let n = 0; n < 20; n++) await counter.add({ causeId: 'disk-full', word: 'likely', outcome: 'works-now' });
      }),
    );
    assert.equal((await counters[0].list())[0]?.count, 40);
    for (const counter of counters) await counter.close();
    await store.close();
  });
}
