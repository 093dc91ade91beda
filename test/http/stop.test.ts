import assert from 'node:assert/strict';
import { startModule } from '../support/child.ts';
import type { Child } from '../support/child.ts';
import { startConnector } from '../support/connector.ts';
import type { Connector } from '../support/connector.ts';
import { ALICE, messageOf, startWire } from '../support/wire.ts';
import { echoBot, LONG } from './echoBot.ts';

describe('closing the server', () => {
  it('lets the running turn finish, and answers new ones with 503 until then', async () => {
    const wire = await startWire(echoBot);
    const turn = wire.say('wait 400');
    await new Promise((resolve) => setTimeout(resolve, 100));
    const closed = wire.close();
    assert.equal((await wire.say('too late')).status, 503);
    assert.equal((await fetch(`${wire.url}/readyz`)).status, 503);
    assert.equal((await fetch(`${wire.url}/healthz`)).status, 200);
    assert.equal((await turn).status, 200);
    await closed;
    await assert.rejects(wire.say('much too late'));
    assert.deepEqual(
      wire.connector.sent.map(({ activity }) => activity.text),
      ['you said wait 400'],
    );
  });

  it('lets a long answer reach the caller', async () => {
    const wire = await startWire(echoBot);
    const turn = wire.invoke('long', {});
    await new Promise((resolve) => setTimeout(resolve, 100));
    await wire.close();
    assert.ok(JSON.stringify((await turn).body).length > LONG);
  });

  it('cuts what takes longer than the drain time', async () => {
    const wire = await startWire(echoBot, { drainMs: 200 });
    const started = performance.now();
    const turn = wire.say('wait 3000');
    await new Promise((resolve) => setTimeout(resolve, 100));
    await Promise.all([assert.rejects(turn), wire.close()]);
    assert.ok(performance.now() - started < 1_500);
  });
});

// Windows has no SIGTERM to send; there the process is ended by its host.
if (process.platform !== 'win32') {
  describe('SIGTERM', () => {
    let child: Child;
    let connector: Connector;
    let port: number;

    const start = async (drainMs: number): Promise<void> => {
      child = startModule('./echoServer', import.meta.url, [String(drainMs)]);
      port = Number((await child.waitFor(/^\d+/))[0]);
    };
    const say = (text: string): Promise<Response> =>
      fetch(`http://127.0.0.1:${port}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ...messageOf(ALICE, connector.serviceUrl), text }),
      });

    beforeEach(async () => {
      connector = await startConnector();
    });
    afterEach(async () => {
      child.kill('SIGKILL');
      await connector.close();
    });

    it('ends an idle process with 0', async () => {
      await start(5_000);
      assert.equal((await say('hello')).status, 200);
      const started = performance.now();
      child.kill('SIGTERM');
      assert.equal(await child.exited, 0);
      assert.ok(performance.now() - started < 1_000);
      assert.match(child.output.stderr, /"event":"stopping","signal":"SIGTERM"/);
    });

    it('waits for the running turn, also when it comes twice', async () => {
      await start(5_000);
      const answer = say('wait 700');
      await new Promise((resolve) => setTimeout(resolve, 200));
      child.kill('SIGTERM');
      await new Promise((resolve) => setTimeout(resolve, 50));
      child.kill('SIGINT');
      const late = await say('too late');
      assert.deepEqual([late.status, late.headers.get('retry-after')], [503, '5']);
      assert.equal((await answer).status, 200);
      assert.equal(await child.exited, 0);
      assert.deepEqual(
        connector.sent.map(({ activity }) => activity.text),
        ['you said wait 700'],
      );
    });

    it('does not wait longer than the drain time', async () => {
      await start(300);
      const answer = assert.rejects(say('wait 5000'));
      await new Promise((resolve) => setTimeout(resolve, 200));
      child.kill('SIGTERM');
      assert.equal(await child.exited, 0);
      await answer;
      assert.deepEqual(connector.sent, []);
    });
  });
}
