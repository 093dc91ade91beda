import assert from 'node:assert/strict';
import { createAdapter } from '../../src/http/adapter.ts';
import type { Credentials } from '../../src/http/credentials.ts';
import { createHttpServer } from '../../src/http/server.ts';
import type { RunningServer } from '../../src/http/server.ts';
import { ALICE, messageOf } from '../support/wire.ts';
import { echoBot } from './echoBot.ts';

const APP_ID = '00000000-1111-2222-3333-444444444444';
const TENANT_ID = 'aaaaaaaa-0000-0000-0000-000000000001';
const CREDENTIALS: Credentials = {
  type: 'SingleTenant',
  appId: APP_ID,
  tenantId: TENANT_ID,
  password: 'not-a-real-one',
};

describe('the HTTP server with credentials', () => {
  const reasons: string[] = [];
  const note = (_event: string, fields: { readonly reason?: string } = {}): void => {
    reasons.push(fields.reason ?? '');
  };
  const log = { info: note, warn: note, error: note };
  let running: RunningServer;

  before(async () => {
    const adapter = createAdapter(CREDENTIALS, log);
    const options = { port: 0, adapter, bot: echoBot, ready: async () => undefined, log };
    running = await createHttpServer({ reach: 'everyone', ...options }).listen();
  });
  after(() => running.close());

  function send(headers: Record<string, string>, changes: object = {}): Promise<Response> {
    const activity = { ...messageOf(ALICE, 'https://smba.trafficmanager.net/emea/'), text: 'hi', ...changes };
    return fetch(`http://127.0.0.1:${running.port}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(activity),
    });
  }

  for (const authorization of [
    '',
    'Bearer',
    'Bearer x',
    'Basic YTpi',
    'Bearer a.b',
    'Bearer a.b.c.d',
    'Bearer a.b.$',
  ]) {
    it(`answers 401 to the authorization "${authorization}" without reading the body`, async () => {
      reasons.length = 0;
      const answer = await send({ authorization, 'content-type': 'text/plain' });
      assert.equal(answer.status, 401);
      assert.equal(answer.headers.get('connection'), 'close');
      assert.equal(await answer.text(), '');
      assert.deepEqual(reasons, ['no-token']);
    });
  }

  for (const serviceUrl of [
    'http://127.0.0.1:1/',
    'http://smba.trafficmanager.net/emea/',
    'https://smba.trafficmanager.net:8443/',
    'https://x.trafficmanager.net/',
    'https://user@smba.trafficmanager.net/',
    'https://smba.trafficmanager.net.evil.example/',
  ]) {
    it(`answers 403 to the service URL ${serviceUrl}`, async () => {
      assert.equal((await send({ authorization: 'Bearer a.b.c' }, { serviceUrl })).status, 403);
    });
  }

  it('refuses a token that is none, tells no reason, and says no app id', async () => {
    const answer = await send({ authorization: 'Bearer a.b.c' });
    assert.ok([401, 500].includes(answer.status), String(answer.status));
    assert.equal(await answer.text(), '');
    assert.equal(reasons.at(-1), 'token');
  });

  it('answers any Host', async () => {
    const answer = await fetch(`http://127.0.0.1:${running.port}/healthz`, {
      headers: { host: 'bot.contoso.example' },
    });
    assert.equal(answer.status, 200);
  });

  it('makes an adapter for each kind of credentials', () => {
    const id = { appId: APP_ID, tenantId: TENANT_ID };
    for (const credentials of [
      CREDENTIALS,
      { type: 'UserAssignedMSI', ...id },
      { type: 'MultiTenant', appId: APP_ID, password: 'x' },
    ] as const) {
      assert.ok(createAdapter(credentials, log).onTurnError);
    }
  });
});
