import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startModule } from './support/child.ts';
import type { Child } from './support/child.ts';
import { startConnector } from './support/connector.ts';
import { ALICE, messageOf } from './support/wire.ts';

/** The environment of the tests must not decide. */
const BARE = { NODE_ENV: '', WEBSITE_SITE_NAME: '', MicrosoftAppId: '', LOG_LEVEL: '' };

describe('npm start', function () {
  this.timeout(30_000);
  let child: Child;
  let folder: string;

  const start = (env: NodeJS.ProcessEnv): void => {
    const storage = `sqlite:${path.join(folder, 'hostmedic.db')}`;
    child = startModule('../src/index', import.meta.url, [], {
      ...BARE,
      PORT: '0',
      HOSTMEDIC_STORAGE: storage,
      ...env,
    });
  };
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'hostmedic-index-'));
  });
  afterEach(async () => {
    child.kill('SIGKILL');
    await child.exited;
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  it('prints where it listens, is alive and ready, answers a message, and stops with 0', async () => {
    start({});
    const line = await child.waitFor(/^listening on (http:\/\/localhost:\d+\/) pid (\d+)\n/);
    assert.equal(Number(line[2]), child.pid);
    const url = line[1] ?? '';
    assert.deepEqual(await (await fetch(`${url}healthz`)).json(), { status: 'ok' });
    assert.deepEqual(await (await fetch(`${url}readyz`)).json(), { status: 'ready' });
    const connector = await startConnector();
    try {
      const body = JSON.stringify({ ...messageOf(ALICE, connector.serviceUrl), text: 'help' });
      const headers = { 'content-type': 'application/json' };
      assert.equal((await fetch(`${url}api/messages`, { method: 'POST', headers, body })).status, 200);
      assert.equal(connector.sent.length, 1);
    } finally {
      await connector.close();
    }
    child.kill('SIGTERM');
    // Windows has no SIGTERM: the process is ended by the system.
    assert.equal(await child.exited, process.platform === 'win32' ? 'SIGTERM' : 0);
    assert.equal(child.output.stdout, line[0]);
  });

  for (const [what, env, message] of [
    ['production without an app id', { NODE_ENV: 'production' }, /^CONFIG_MISSING {2}MicrosoftAppId is not set; .*\n$/],
    [
      'an unknown storage',
      { HOSTMEDIC_STORAGE: 'redis:x' },
      /^CONFIG_INVALID {2}HOSTMEDIC_STORAGE begins with "redis:".*\n$/,
    ],
    [
      'a storage that cannot be opened',
      { HOSTMEDIC_STORAGE: `sqlite:${tmpdir()}` },
      /^STORAGE_UNAVAILABLE {2}HOSTMEDIC_STORAGE: .*\n$/,
    ],
  ] as const) {
    it(`does not start with ${what}, and says why in one line`, async () => {
      start(env);
      assert.equal(await child.exited, 1);
      assert.match(child.output.stderr, message);
      assert.equal(child.output.stdout, '');
    });
  }
});
