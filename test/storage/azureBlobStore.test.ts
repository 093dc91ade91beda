import assert from 'node:assert/strict';
import { createServer, request } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { BlobServiceClient, ContainerSASPermissions } from '@azure/storage-blob';
import type { ContainerClient } from '@azure/storage-blob';
import { CONTAINER } from '../../src/storage/azureBlobContainer.ts';
import { openAzureBlobStore } from '../../src/storage/azureBlobStore.ts';
import type { SessionStore } from '../../src/storage/sessionStore.ts';
import { describeWithAzurite } from '../support/azurite.ts';
import { describeContract, loaded } from './contract.ts';

describeWithAzurite('Azure Blob Storage', (azurite) => {
  describeContract(
    'an Azure Blob container',
    () => {
      const opened: SessionStore[] = [];
      const account = azurite().newAccount();
      return {
        open: async (clock) => {
          const store = await openAzureBlobStore(account, { tryMs: 20_000, ...(clock === undefined ? {} : { clock }) });
          opened.push(store);
          return store;
        },
        setting: () => `azure-blob:${account}`,
        clear: async () => {
          for (const store of opened) await store.close();
        },
      };
    },
    400,
  );

  describe('openAzureBlobStore', () => {
    let account: string;
    let store: SessionStore;
    let behind: ContainerClient;

    beforeEach(async () => {
      account = azurite().newAccount();
      store = await openAzureBlobStore(account);
      behind = containerOf(account);
    });
    afterEach(() => store.close());

    for (const [what, text] of [
      ['torn JSON', '{"key":"a","version":1,"rec'],
      ['nothing', ''],
      ['the record of another key', '{"key":"b","version":1,"write":"w","record":1}'],
      ['a version that is no number', '{"key":"a","version":"x","write":"w","record":1}'],
      ['more than a record can be', `{"key":"a","version":1,"write":"w","record":"${'x'.repeat(70_000)}"}`],
    ] as const) {
      it(`puts a blob with ${what} aside, reads it as nothing, and takes a new one`, async () => {
        await store.commit('a', null, 1);
        const [name = ''] = await namesIn(behind, 'session/');
        await behind.getBlockBlobClient(name).upload(text, text.length);
        assert.equal(await store.load('a'), null);
        assert.equal((await namesIn(behind, 'quarantine/')).length, 1);
        assert.equal(await store.commit('a', null, 2), true);
        assert.equal((await loaded(store, 'a')).record, 2);
        await store.delete('a');
        assert.deepEqual(await namesIn(behind, ''), ['trial']);
      });
    }

    it('forgets what was put aside on a sweep', async () => {
      await store.commit('a', null, 1);
      const [name = ''] = await namesIn(behind, 'session/');
      await behind.getBlockBlobClient(name).upload('?', 1);
      await store.load('a');
      assert.equal(await store.sweep(-1000), 0);
      assert.deepEqual(await namesIn(behind, ''), ['trial']);
    });

    it('knows a write again whose answer was lost', async () => {
      const proxy = await losingAnswers(azurite().port);
      const through = await openAzureBlobStore(proxy.addressOf(account));
      try {
        proxy.loseNext('PUT');
        assert.equal(await through.commit('a', null, 'first'), true);
        const { version } = await loaded(through, 'a');
        proxy.loseNext('PUT');
        assert.equal(await through.commit('a', version, 'second'), true);
        assert.deepEqual(await store.load('a'), { version: version + 1, record: 'second' });
        assert.equal(proxy.lost(), 2);
      } finally {
        await through.close();
        proxy.close();
      }
    });

    it('takes a version that another process wrote, and refuses one that another process has passed', async () => {
      const other = await openAzureBlobStore(account);
      await store.commit('a', null, 1);
      const { version } = await loaded(other, 'a');
      assert.equal(await other.commit('a', version, 2), true);
      assert.equal(await store.commit('a', version, 3), false);
      assert.equal(await store.commit('a', version + 1, 4), true);
      assert.equal((await loaded(other, 'a')).record, 4);
      await other.close();
    });

    it('opens one container for many that start together', async () => {
      const fresh = azurite().newAccount();
      const stores = await Promise.all(Array.from({ length: 6 }, () => openAzureBlobStore(fresh, { tryMs: 20_000 })));
      for (const one of stores) await one.check();
    });

    it('needs no more than a signature for its container', async () => {
      const url = await behind.generateSasUrl({
        permissions: ContainerSASPermissions.parse('rwdl'),
        expiresOn: new Date(Date.now() + 600_000),
      });
      const endpoint = url.slice(0, url.indexOf(`/${CONTAINER}`));
      const signature = url.slice(url.indexOf('?') + 1);
      const limited = await openAzureBlobStore(`BlobEndpoint=${endpoint};SharedAccessSignature=${signature}`);
      assert.equal(await limited.commit('a', null, 1), true);
      assert.equal(await limited.sweep(-1000), 1);
    });

    it('is not ready when its container is gone, and says what to do', async () => {
      await behind.delete();
      for (const call of [() => store.check(), () => store.load('a'), () => store.commit('a', null, 1)]) {
        await assertUnavailable(call(), /ContainerNotFound.*hostmedic-sessions/);
      }
    });

    it('says what is wrong with a connection string, and never repeats the key', async () => {
      const otherKey = account.replace(/AccountKey=[^;]*/, `AccountKey=${Buffer.from('geheim').toString('base64')}`);
      await assertUnavailable(openAzureBlobStore(otherKey), /AuthorizationFailure|AuthenticationFailed/);
      const nobody = otherKey.replace(/:\d+\//, ':1/');
      await assertUnavailable(openAzureBlobStore(nobody), /ECONNREFUSED.*endpoint/);
      await assert.rejects(openAzureBlobStore('AccountKey=geheim'), {
        code: 'CONFIG_INVALID',
        message: /^HOSTMEDIC_STORAGE: what follows azure-blob: is no connection string[^=]*$/,
      });
    });

    it('gives up on a service that takes the request and says nothing', async () => {
      const silent = createServer(() => undefined);
      const port = await listening(silent);
      const started = performance.now();
      await assertUnavailable(
        openAzureBlobStore(account.replace(/:\d+\//, `:${port}/`)),
        /no answer in time.*endpoint/,
      );
      assert.ok(performance.now() - started < 5_000);
      silent.closeAllConnections();
      silent.close();
    });
  });
});

async function assertUnavailable(call: Promise<unknown>, message: RegExp): Promise<void> {
  await assert.rejects(call, (error: unknown) => {
    assert.ok(error instanceof Error && 'code' in error);
    assert.equal(error.code, 'STORAGE_UNAVAILABLE');
    assert.match(error.message, /^HOSTMEDIC_STORAGE: cannot use Azure Blob Storage \(/);
    assert.match(error.message, message);
    assert.equal(error.cause, undefined);
    return true;
  });
}

function containerOf(account: string): ContainerClient {
  return BlobServiceClient.fromConnectionString(account).getContainerClient(CONTAINER);
}

async function namesIn(container: ContainerClient, prefix: string): Promise<string[]> {
  const names: string[] = [];
  for await (const { name } of container.listBlobsFlat({ prefix })) names.push(name);
  return names;
}

interface LosingProxy {
  addressOf(account: string): string;
  /** The next request of this method is done, and its answer thrown away. */
  loseNext(method: string): void;
  lost(): number;
  close(): void;
}

async function losingAnswers(port: number): Promise<LosingProxy> {
  let method: string | null = null;
  let lost = 0;
  const server = createServer((incoming: IncomingMessage, response: ServerResponse) => {
    const isLost = incoming.method === method;
    if (isLost) method = null;
    const outgoing = request(
      { port, host: '127.0.0.1', method: incoming.method, path: incoming.url, headers: incoming.headers },
      (answer) => {
        if (!isLost) {
          response.writeHead(answer.statusCode ?? 500, answer.headers);
          answer.pipe(response);
          return;
        }
        lost++;
        answer.resume();
        answer.once('end', () => incoming.socket.destroy());
      },
    );
    incoming.pipe(outgoing);
  });
  const own = await listening(server);
  return {
    addressOf: (account) => account.replace(`:${port}/`, `:${own}/`),
    loseNext: (name) => {
      method = name;
    },
    lost: () => lost,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}
