import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { textOf } from './support/chat.ts';
import { startModule, type Child } from './support/child.ts';
import { startConnector, type Connector } from './support/connector.ts';
import { ALICE, messageOf } from './support/wire.ts';

describe('a server that is killed', function () {
  this.timeout(60_000);
  let folder: string;
  let connector: Connector;
  let child: Child;
  let url = '';

  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'hostmedic-kill-'));
    connector = await startConnector();
    await start();
  });
  afterEach(async () => {
    child.kill('SIGKILL');
    await child.exited;
    await connector.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  async function start(): Promise<void> {
    const env = {
      NODE_ENV: '',
      WEBSITE_SITE_NAME: '',
      MicrosoftAppId: '',
      LOG_LEVEL: 'silent',
      PORT: '0',
      HOSTMEDIC_STORAGE: `sqlite:${path.join(folder, 'h.db')}`,
    };
    child = startModule('../src/index', import.meta.url, [], env);
    url = (await child.waitFor(/listening on (\S+) pid/))[1] ?? '';
  }

  async function restart(): Promise<void> {
    child.kill('SIGKILL');
    await child.exited;
    await start();
  }

  async function say(text: string, id = randomUUID()): Promise<number> {
    const body = JSON.stringify({ ...messageOf(ALICE, connector.serviceUrl), id, text });
    const answer = await fetch(`${url}api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    return answer.status;
  }

  const lastText = (): string => textOf(connector.sent.at(-1)?.activity);

  it('goes on where it was in the middle of a dialog', async () => {
    await say("The application to execute does not exist: 'D:\\sites\\shop\\Shop.Web.dll'");
    await say('start');
    await say('done');
    assert.match(lastText(), /Step 2 of/);
    await restart();
    await say('done');
    assert.match(lastText(), /Step 3 of/);
  });

  it('does not answer an activity again that it answered before it was killed', async () => {
    const id = randomUUID();
    await say('guide me', id);
    await restart();
    assert.equal(await say('guide me', id), 200);
    assert.equal(connector.sent.length, 1);
  });

  it('killed while its answer is on the way, it has counted the message once', async () => {
    await say("The application to execute does not exist: 'D:\\sites\\shop\\Shop.Web.dll'");
    await say('start');
    const id = randomUUID();
    connector.script({ type: 'silence' });
    const pending = say('done', id).catch(() => 0);
    await until(() => connector.calls.length === 3);
    child.kill('SIGKILL');
    await pending;
    await child.exited;
    await start();
    await say('done', id);
    assert.equal(connector.sent.length, 2);
    await say('help');
    await say('back');
    assert.match(lastText(), /Step 2 of/);
  });
});

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 20));
}
