import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findRoot } from '../src/catalog/findRoot.ts';
import { openStore } from '../src/storage/openStore.ts';
import { startModule, type Child } from './support/child.ts';
import { startConnector, type Connector } from './support/connector.ts';
import { APP_ID, startKeyServer, type KeyServer } from './support/keyServer.ts';
import { ALICE, messageOf } from './support/wire.ts';

// Windows has no SIGTERM to send; there the process is ended by its host.
if (process.platform !== 'win32') {
  describe('SIGTERM to the whole bot in the middle of a turn', function () {
    this.timeout(60_000);
    let folder: string;
    let connector: Connector;
    let keys: KeyServer;
    let child: Child;
    let port: number;
    let authorization: string;
    const agent = new http.Agent({ keepAlive: true });

    beforeEach(async () => {
      folder = mkdtempSync(path.join(tmpdir(), 'hostmedic-stop-'));
      connector = await startConnector();
      keys = await startKeyServer();
      authorization = await keys.token({ serviceurl: connector.serviceUrl });
      child = startModule('./support/guardedBot', import.meta.url, [], {
        PORT: '0',
        STATE_DIR: folder,
        MicrosoftAppId: APP_ID,
        TEST_OIDC: keys.metadataUrl,
        TEST_SERVICE_URL: connector.serviceUrl,
      });
      port = Number((await child.waitFor(/LISTENING (\d+)/))[1]);
    });
    afterEach(async () => {
      child.kill('SIGKILL');
      await connector.close();
      await keys.close();
      agent.destroy();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    });

    /** Status of the answer, over a connection that is kept. */
    function say(text: string): Promise<number> {
      const body = JSON.stringify({ ...messageOf(ALICE, connector.serviceUrl), text });
      const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), authorization };
      return new Promise((resolve, reject) => {
        http
          .request({ port, host: '127.0.0.1', method: 'POST', path: '/api/messages', headers, agent }, (answer) => {
            answer.resume().once('end', () => resolve(answer.statusCode ?? 0));
          })
          .once('error', reject)
          .end(body);
      });
    }

    it('answers it, turns new ones away, closes the storage, and exits with 0; also when it comes twice', async () => {
      assert.equal(await say('help'), 200);
      connector.script({ type: 'accept', delayMs: 3_000 });
      const turn = say('guide me');
      await pause(500);
      child.kill('SIGTERM');
      await pause(200);
      child.kill('SIGTERM');
      const startMs = performance.now();
      assert.deepEqual(await Promise.all([say('too late'), say('also too late')]), [503, 503]);
      assert.equal((await fetch(`http://127.0.0.1:${port}/readyz`)).status, 503);
      assert.ok(performance.now() - startMs < 1_500);
      assert.equal(await turn, 200);
      assert.equal(await child.exited, 0);
      assert.equal(connector.sent.length, 2);
      assert.equal(child.output.stderr.match(/"event":"stopping"/g)?.length, 1);
      assert.match(child.output.stderr, /"event":"refused","status":503,"reason":"stopping"/);
      const store = await openStore(`sqlite:${path.join(folder, 'hostmedic.db')}`, findRoot());
      assert.notEqual(await store.load(`msteams/${ALICE.conversationId}`), null);
      await store.close();
    });
  });
}

async function pause(ms: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ms));
}
