import assert from 'node:assert/strict';
import { createSigningKeys, type SigningKeys } from '../../src/http/auth/signingKeys.ts';
import { startKeyServer, type KeyServer } from '../support/keyServer.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

describe('the signing keys of the connector', () => {
  let server: KeyServer;
  let keys: SigningKeys;
  let nowMs: number;
  const reports: string[] = [];
  const note = (event: string): void => void reports.push(event);

  beforeEach(async () => {
    nowMs = 1_000_000;
    reports.length = 0;
    server = await startKeyServer();
    const log = { info: note, warn: note, error: note };
    keys = createSigningKeys({ metadataUrl: server.metadataUrl, log, clock: () => nowMs });
  });
  afterEach(() => server.close());

  it('are read once for many callers at once, with their endorsements', async () => {
    const found = await Promise.all(Array.from({ length: 50 }, () => keys.find('k1')));
    assert.ok(found.every((key) => key?.endorsements[0] === 'msteams'));
    assert.equal(server.reads(), 1);
  });

  it('are asked for at most once a minute, whatever ids callers make up', async () => {
    await keys.find('k1');
    nowMs += MINUTE;
    for (let n = 0; n < 30; n++) assert.equal(await keys.find(`made-up-${n}`), null);
    assert.equal(server.reads(), 2);
  });

  it('follow a rotation within a minute', async () => {
    await keys.find('k1');
    server.rotate('k2');
    nowMs += MINUTE;
    assert.notEqual(await keys.find('k2'), null);
    assert.equal(await keys.find('k1'), null);
  });

  for (const mode of ['down', 'no-keys', 'foreign-keys'] as const) {
    it(`go on counting for five days while the key server is ${mode}, then nobody is let in`, async () => {
      await keys.find('k1');
      server.mode = mode;
      for (let day = 0; day < 5; day++) {
        assert.notEqual(await keys.find('k1'), null);
        await keys.check();
        nowMs += DAY - 1;
      }
      nowMs += 5;
      await assert.rejects(keys.find('k1'));
      await assert.rejects(keys.check());
      assert.ok(reports.includes('keys-not-read'));
      server.mode = 'keys';
      nowMs += MINUTE;
      assert.notEqual(await keys.find('k1'), null);
    });
  }

  it('are read anew each day, without making a caller wait', async () => {
    await keys.find('k1');
    server.rotate('k2');
    nowMs += DAY;
    assert.notEqual(await keys.find('k1'), null, 'the old key serves while the new ones are read');
    while ((await keys.find('k2')) === null) await new Promise((resolve) => setImmediate(resolve));
    assert.equal(server.reads(), 2);
  });

  it('are not waited for longer than three seconds', async () => {
    server.mode = 'silent';
    await assert.rejects(keys.find('k1'), /no signing key/);
    assert.deepEqual(reports, ['keys-not-read']);
  });
});
