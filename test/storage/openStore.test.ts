import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openStore } from '../../src/storage/openStore.ts';

describe('openStore', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'hostmedic-open-'));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true, maxRetries: 5 }));

  it('takes a relative path from the root and makes its folder', async () => {
    const store = await openStore('sqlite:./data/hostmedic.db', root);
    await store.commit('a', null, 1);
    await store.close();
    assert.equal(existsSync(path.join(root, 'data', 'hostmedic.db')), true);
  });

  it('takes an absolute path as it is', async () => {
    const file = path.join(root, 'elsewhere.db');
    await (await openStore(`SQLite:${file}`, path.join(root, 'unused'))).close();
    assert.equal(existsSync(file), true);
  });

  it('keeps memory: to itself', async () => {
    const [one, two] = [await openStore('memory:', root), await openStore('memory:', root)];
    await one.commit('a', null, 1);
    await one.check();
    assert.equal(await two.load('a'), null);
    await one.close();
    await two.close();
  });

  for (const setting of [
    'mysql://bob:secret@db/x',
    'postgres://bob:secret#1@db/x',
    'postgres://bob:secret@',
    'azure-blob:',
    'hostmedic.db',
    'sqlite:',
    'sqlite:  ',
    'memory:x',
    '',
  ]) {
    it(`refuses "${setting}", names the known schemes and repeats no password`, async () => {
      await assert.rejects(
        openStore(setting, root),
        (error: unknown) =>
          error instanceof Error &&
          'code' in error &&
          error.code === 'CONFIG_INVALID' &&
          /^HOSTMEDIC_STORAGE .*known: sqlite:PATH, postgres:.*, azure-blob:.*, memory:/.test(error.message) &&
          !error.message.includes('secret'),
      );
    });
  }
});
