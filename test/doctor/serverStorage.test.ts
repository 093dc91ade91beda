import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { checkNames } from '../../src/doctor/checkNames.ts';
import { checkStorage } from '../../src/doctor/checkStorage.ts';
import type { Finding } from '../../src/doctor/finding.ts';
import { thisMachine } from '../../src/doctor/surroundings.ts';
import { openStore } from '../../src/storage/openStore.ts';
import { describeWithAzurite } from '../support/azurite.ts';
import { describeWithPostgres } from '../support/postgresServer.ts';

const SECRET = 'geheim';
const NOW = Date.parse('2026-11-27T12:00:00Z');
const ACCOUNT = 'DefaultEndpointsProtocol=https;AccountName=contoso;EndpointSuffix=core.windows.net';

describe('doctor, storage on a server', () => {
  for (const [what, setting, finding, fix] of [
    ['a connection string without its scheme', `${ACCOUNT};AccountKey=${SECRET}`, /known:/, /azure-blob: in front/],
    [
      'one of the emulator without its scheme',
      `AccountKey=${SECRET};BlobEndpoint=http://127.0.0.1:1/x`,
      /does not begin with a scheme/,
      /azure-blob: in front/,
    ],
    ['an ADO.NET string', `Host=db;Username=u;Password=${SECRET}`, /known:/, /as an address/],
    ['a sign in the password', `postgres://u:${SECRET}#1@db/x`, /known:/, /%23/],
    ['an account without a key', `azure-blob:${ACCOUNT}`, /neither an AccountKey nor/, /Access keys/],
    ['an account with an empty key', `azure-blob:${ACCOUNT};AccountKey=`, /neither an AccountKey nor/, /Access keys/],
    [
      'the address of an account',
      'azure-blob:https://contoso.blob.core.windows.net/',
      /is the address/,
      /connection string/,
    ],
    [
      'a signature that is over',
      `azure-blob:BlobEndpoint=https://x;SharedAccessSignature=sv=2024-11-04&se=2026-11-27T11%3A59%3A59Z&sig=${SECRET}`,
      /expired on 2026-11-27T11:59:59/,
      /new one/,
    ],
    ['what is no connection string', `azure-blob:AccountKey=${SECRET}`, /no connection string/, /Access keys/],
    ['a server that is not there', `postgres://u:${SECRET}@127.0.0.1:1/x`, /ECONNREFUSED/, /host and port/],
    [
      'a service that is not there',
      `azure-blob:AccountName=x;AccountKey=${Buffer.from(SECRET).toString('base64')};DefaultEndpointsProtocol=http;BlobEndpoint=http://127.0.0.1:1/x;`,
      /ECONNREFUSED/,
      /endpoint/,
    ],
  ] as const) {
    it(`names ${what}, and shows no secret`, async () => {
      const [found, ...more] = await examineStorage(setting);
      assert.deepEqual(more, []);
      assert.equal(found?.state, 'fault');
      assert.equal(found.setting, 'HOSTMEDIC_STORAGE');
      assert.match(found.what + (found.fix ?? ''), finding);
      assert.match(found.what + (found.fix ?? ''), fix);
      assert.equal(JSON.stringify(found).includes(SECRET), false);
    });
  }

  it('warns of Azure without encryption, and of the emulator in production', async () => {
    const unencrypted = `postgres://u:${SECRET}@nobody.invalid.postgres.database.azure.com/x`;
    assert.match((await examineStorage(unencrypted))[0]?.fix ?? '', /sslmode=verify-full/);
    const [emulator] = await examineStorage('azure-blob:UseDevelopmentStorage=true', { NODE_ENV: 'production' });
    assert.match(emulator?.what ?? '', /emulator/);
  });

  it('does not show the setting when it was copied badly', () => {
    const findings = checkNames({ HOSTMEDIC_STORAGE: `"postgres://u:${SECRET}@db/x"` }, 'linux');
    assert.match(findings[0]?.what ?? '', /holds quotes/);
    assert.equal(JSON.stringify(findings).includes(SECRET), false);
  });
});

describeWithPostgres('doctor, PostgreSQL', (server) => {
  it('says that it answers, and makes nothing there', async () => {
    const url = await server().newDatabase();
    assert.deepEqual(await statesOf(url), ['ok']);
    const { Client } = await import('pg');
    const client = new Client({ connectionString: url });
    await client.connect();
    assert.equal((await client.query(`SELECT 1 FROM pg_tables WHERE tablename LIKE 'hostmedic%'`)).rowCount, 0);
    await client.query(`ALTER DATABASE ${new URL(url).pathname.slice(1)} SET default_transaction_read_only = on`);
    await client.end();
    assert.match((await examineStorage(url))[0]?.what ?? '', /25006/);
  });
});

describeWithAzurite('doctor, Azure Blob Storage', (azurite) => {
  it('says that it answers, before and after the first start', async () => {
    const setting = `azure-blob:${azurite().newAccount()}`;
    assert.deepEqual(await statesOf(setting), ['ok']);
    const store = await openStore(setting, '.');
    await store.close();
    assert.deepEqual(await statesOf(setting), ['ok']);
    const [finding] = await examineStorage(setting.replace(/AccountKey=[^;]*/, 'AccountKey=eA=='));
    assert.match(finding?.what ?? '', /AuthorizationFailure|AuthenticationFailed/);
  });
});

async function examineStorage(setting: string, env: Record<string, string> = {}): Promise<Finding[]> {
  const around = { ...thisMachine(tmpdir(), null), now: () => NOW };
  return await checkStorage({ ...env, HOSTMEDIC_STORAGE: setting }, around, false);
}

async function statesOf(setting: string): Promise<string[]> {
  return (await examineStorage(setting)).map(({ state }) => state);
}
