import assert from 'node:assert/strict';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { createAdapter } from '../../src/http/adapter.ts';
import type { ConnectorToken } from '../../src/http/auth/connectorToken.ts';
import { createMessagesEndpoint, type MessagesEndpoint, type MessagesOptions } from '../../src/http/messages.ts';
import { NO_LIMIT } from '../../src/http/send/sendLimiter.ts';
import { ALICE, messageOf } from '../support/wire.ts';

const QUIET = { info: () => undefined, warn: () => undefined, error: () => undefined };

describe('turns whose callers are gone', () => {
  let server: http.Server;
  let ended: number;

  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  async function start(options: Partial<MessagesOptions>): Promise<MessagesEndpoint> {
    ended = 0;
    const endpoint = createMessagesEndpoint({
      adapter: createAdapter({ credentials: null, log: QUIET, limiter: NO_LIMIT }),
      bot: {
        run: async () => {
          await sleep(300);
          ended += 1;
        },
      },
      serviceUrls: { type: 'loopback' },
      callers: null,
      log: QUIET,
      ...options,
    });
    server = http.createServer((request, response) => void endpoint.handle(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return endpoint;
  }

  async function post(): Promise<number> {
    const { port } = server.address() as AddressInfo;
    const answer = await fetch(`http://127.0.0.1:${port}/`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', connection: 'close' },
      body: JSON.stringify({ ...messageOf(ALICE, 'http://127.0.0.1:1/'), text: 'hi' }),
    });
    return answer.status;
  }

  it('count among those that run, and are waited for at the end', async () => {
    const endpoint = await start({ turnsMax: 2, turnMs: 50 });
    assert.deepEqual(await Promise.all([post(), post()]), [200, 200]);
    assert.equal(ended, 0);
    assert.equal(await post(), 503);
    await endpoint.drain();
    assert.equal(ended, 2);
  });

  it('are not begun by a request whose token was still being checked when the end came', async () => {
    const endpoint = await start({ callers: { tokens: { check: slowCheck }, tenants: 'any' } });
    const answer = post();
    await sleep(100);
    await endpoint.drain();
    assert.equal(await answer, 503);
    assert.equal(ended, 0);
  });
});

async function slowCheck(): Promise<ConnectorToken> {
  await sleep(200);
  return { claims: {}, serviceUrl: 'http://127.0.0.1:1/', endorsements: ['msteams'] };
}
