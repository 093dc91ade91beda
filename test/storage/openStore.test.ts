import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findRoot } from '../../src/catalog/findRoot.ts';
import { openStore } from '../../src/storage/openStore.ts';
import { startModule } from '../support/child.ts';

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

  it('loads the package of a server only when it is chosen', () => {
    const sources = readdirSync(path.join(findRoot(), 'src'), { recursive: true, encoding: 'utf8' });
    const loading = sources
      .filter((name) => name.endsWith('.ts'))
      .filter((name) =>
        /^import (?!type)[^;]*'(?:pg|@azure\/storage-blob)'/m.test(
          readFileSync(path.join(findRoot(), 'src', name), 'utf8'),
        ),
      );
    assert.deepEqual(loading, []);
  });

  it('does not start without its server, and says so in one line without the password', async function () {
    this.timeout(30_000);
    const env = { NODE_ENV: '', WEBSITE_SITE_NAME: '', MicrosoftAppId: '', LOG_LEVEL: '', PORT: '0' };
    const HOSTMEDIC_STORAGE = 'postgres://bob:secret@127.0.0.1:1/x';
    const bot = startModule('../../src/index', import.meta.url, [], { ...env, HOSTMEDIC_STORAGE });
    assert.equal(await bot.exited, 1);
    assert.match(
      bot.output.stderr,
      /^STORAGE_UNAVAILABLE {2}HOSTMEDIC_STORAGE: cannot use PostgreSQL \(ECONNREFUSED[^\n]*\n$/,
    );
    assert.equal(bot.output.stderr.includes('secret'), false);
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
