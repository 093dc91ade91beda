import assert from 'node:assert/strict';
import type { JWTPayload } from 'jose';
import { createAdapter } from '../../src/http/adapter.ts';
import { createTokenCheck } from '../../src/http/auth/connectorToken.ts';
import { createSigningKeys } from '../../src/http/auth/signingKeys.ts';
import type { Credentials } from '../../src/http/credentials.ts';
import { UNCOUNTED, type HttpMetrics } from '../../src/http/seams.ts';
import { NO_LIMIT } from '../../src/http/send/sendLimiter.ts';
import { createHttpServer } from '../../src/http/server.ts';
import type { RunningServer } from '../../src/http/server.ts';
import { APP_ID, startKeyServer, type KeyServer } from '../support/keyServer.ts';
import { ALICE, messageOf } from '../support/wire.ts';
import { echoBot } from './echoBot.ts';

const TEAMS = 'https://smba.trafficmanager.net/emea/';
const TENANT_ID = '11111111-2222-3333-4444-555555555555';
const CREDENTIALS: Credentials = {
  type: 'SingleTenant',
  appId: APP_ID,
  tenantId: TENANT_ID,
  password: 'not-a-real-one',
};

describe('the HTTP server with credentials', () => {
  const reasons: string[] = [];
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const metrics: HttpMetrics = { ...UNCOUNTED, refused: (_status, reason) => void reasons.push(reason) };
  let running: RunningServer;
  let keys: KeyServer;

  before(async () => {
    keys = await startKeyServer();
    const tokens = createTokenCheck(APP_ID, createSigningKeys({ metadataUrl: keys.metadataUrl, log }));
    running = await createHttpServer({
      port: 0,
      callers: { tokens, tenants: [TENANT_ID] },
      adapter: createAdapter({ credentials: CREDENTIALS, log, limiter: NO_LIMIT }),
      bot: echoBot,
      ready: async () => undefined,
      log,
      metrics,
    }).listen();
  });
  after(async () => {
    await running.close();
    await keys.close();
  });
  beforeEach(() => {
    reasons.length = 0;
  });

  function send(headers: Record<string, string>, changes: object = {}): Promise<Response> {
    // A reaction: it is admitted or refused like a message, and nothing is sent to an address that cannot be reached here.
    const activity = { ...messageOf(ALICE, TEAMS), type: 'messageReaction', ...changes };
    return fetch(`http://127.0.0.1:${running.port}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(activity),
    });
  }

  it('takes an activity with a good token', async () => {
    const answer = await send({ authorization: await keys.token({ serviceurl: TEAMS }) });
    assert.equal(answer.status, 200);
    assert.deepEqual(reasons, []);
  });

  for (const authorization of [
    '',
    'Bearer',
    'Bearer x',
    'Basic YTpi',
    'Bearer a.b',
    'Bearer a.b.c.d',
    'Bearer a.b.$',
    'Bearer a.b.c',
  ]) {
    it(`answers 401 to the authorization "${authorization}" without reading the body or asking for keys`, async () => {
      const reads = keys.reads();
      const answer = await send({ authorization, 'content-type': 'text/plain' });
      assert.equal(answer.status, 401);
      assert.equal(answer.headers.get('connection'), 'close');
      assert.equal(await answer.text(), '');
      assert.deepEqual(reasons, ['token']);
      assert.equal(keys.reads(), reads);
    });
  }

  const refused: readonly (readonly [string, JWTPayload])[] = [
    ['of another bot', { aud: '99999999-0000-0000-0000-000000000000' }],
    ['for several bots', { aud: [APP_ID, '99999999-0000-0000-0000-000000000000'] }],
    ['of another issuer', { iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/' }],
    ['that expired 310 s ago', { exp: now() - 310 }],
    ['that begins in 900 s', { nbf: now() + 900 }],
    ['that never expires', { exp: undefined }],
  ];
  for (const [what, claims] of refused) {
    it(`answers 401 to a token ${what}`, async () => {
      const answer = await send({ authorization: await keys.token({ serviceurl: TEAMS, ...claims }) });
      assert.equal(answer.status, 401);
    });
  }

  it('takes a token that expired 200 s ago, because clocks differ', async () => {
    assert.equal(
      (await send({ authorization: await keys.token({ serviceurl: TEAMS, exp: now() - 200 }) })).status,
      200,
    );
  });

  for (const serviceUrl of [
    'http://127.0.0.1:1/',
    'http://smba.trafficmanager.net/emea/',
    'https://smba.trafficmanager.net:8443/',
    'https://x.trafficmanager.net/',
    'https://user@smba.trafficmanager.net/',
    'https://smba.trafficmanager.net.evil.example/',
  ]) {
    it(`answers 403 to the service URL ${serviceUrl}, also when the token names it`, async () => {
      const authorization = await keys.token({ serviceurl: serviceUrl });
      assert.equal((await send({ authorization }, { serviceUrl })).status, 403);
    });
  }

  for (const [reason, claims, changes] of [
    ['serviceUrl-claim', { serviceurl: 'https://smba.trafficmanager.net/amer/' }, {}],
    ['serviceUrl-claim', {}, {}],
    ['channel', { serviceurl: TEAMS }, { channelId: 'webchat' }],
    ['channel', { serviceurl: TEAMS }, { channelId: undefined }],
    [
      'tenant-differs',
      { serviceurl: TEAMS },
      { channelData: { tenant: { id: 'bbbbbbbb-0000-0000-0000-000000000002' } } },
    ],
    ['tenant', { serviceurl: TEAMS }, { channelData: {}, conversation: { id: 'a:x' } }],
  ] as const) {
    it(`answers 403 (${reason}) to ${JSON.stringify(changes)} with a token that says ${JSON.stringify(claims)}`, async () => {
      assert.equal((await send({ authorization: await keys.token(claims) }, changes)).status, 403);
      assert.deepEqual(reasons, [reason]);
    });
  }

  it('tells no reason and no app id', async () => {
    const answer = await send({ authorization: await keys.token({ aud: 'x' }) });
    assert.equal(await answer.text(), '');
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
      assert.ok(createAdapter({ credentials, log, limiter: NO_LIMIT }).onTurnError);
    }
  });
});

function now(): number {
  return Math.floor(Date.now() / 1000);
}
