import assert from 'node:assert/strict';
import { createTokenCheck } from '../../src/http/auth/connectorToken.ts';
import { createSigningKeys, type SigningKeys } from '../../src/http/auth/signingKeys.ts';
import { APP_ID, startKeyServer, type KeyServer } from '../support/keyServer.ts';

const QUIET = { info: () => undefined, warn: () => undefined, error: () => undefined };

describe('a token that was proven before', () => {
  let server: KeyServer;
  let keys: SigningKeys;
  let nowMs: number;
  const now = (): Date => new Date(nowMs);

  beforeEach(async () => {
    server = await startKeyServer();
    keys = createSigningKeys({ metadataUrl: server.metadataUrl, log: QUIET });
    nowMs = Date.now();
  });
  afterEach(() => server.close());

  it('says the same as at first', async () => {
    const tokens = createTokenCheck(APP_ID, keys, now);
    const token = await server.token({ serviceurl: 'https://smba.trafficmanager.net/de/' });
    const first = await tokens.check(token);
    assert.equal(first?.serviceUrl, 'https://smba.trafficmanager.net/de/');
    assert.deepEqual(await tokens.check(token), first);
  });

  it('ends all the same, with the five minutes in which clocks may differ', async () => {
    const tokens = createTokenCheck(APP_ID, keys, now);
    const token = await server.token();
    const exp = Math.floor(nowMs / 1_000) + 600;
    for (const [at, good] of [
      [exp, true],
      [exp + 298, true],
      [exp + 301, false],
      [exp - 600, true],
    ] as const) {
      nowMs = at * 1_000;
      assert.equal((await tokens.check(token)) !== null, good, `${at - exp} s after its end`);
    }
  });

  it('does not count before its time', async () => {
    const tokens = createTokenCheck(APP_ID, keys, now);
    const token = await server.token({ nbf: Math.floor(nowMs / 1_000) });
    assert.notEqual(await tokens.check(token), null);
    nowMs -= 400_000;
    assert.equal(await tokens.check(token), null);
  });

  it('is nothing any more when its key is withdrawn, or another stands under the same id', async () => {
    const token = await server.token();
    let listed: SigningKeys | null = keys;
    const find: SigningKeys['find'] = async (kid) => (await listed?.find(kid)) ?? null;
    const tokens = createTokenCheck(APP_ID, { ...keys, find }, now);
    assert.notEqual(await tokens.check(token), null);
    listed = null;
    assert.equal(await tokens.check(token), null);
    server.rotate('k1');
    listed = createSigningKeys({ metadataUrl: server.metadataUrl, log: QUIET });
    assert.equal(await tokens.check(token), null);
  });

  it('proves nothing for another with the same beginning or the same end', async () => {
    const tokens = createTokenCheck(APP_ID, keys, now);
    const token = await server.token();
    assert.notEqual(await tokens.check(token), null);
    const [header = '', claims = '', signature = ''] = token.split('.');
    const more = Buffer.from(JSON.stringify({ iss: 'https://api.botframework.com', aud: APP_ID, exp: 9e9 })).toString(
      'base64url',
    );
    for (const forged of [`${header}.${more}.${signature}`, `${header}.${claims}.${'A'.repeat(signature.length)}`])
      assert.equal(await tokens.check(forged), null);
  });
});
