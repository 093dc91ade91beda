import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { Client } from 'pg';
import { openPostgresStore } from '../../src/storage/postgresStore.ts';
import { KEY_MAX } from '../../src/storage/sessionStore.ts';
import type { SessionStore } from '../../src/storage/sessionStore.ts';
import { describeWithPostgres } from '../support/postgresServer.ts';
import { describeContract, dueIn, loaded } from './contract.ts';

describeWithPostgres('PostgreSQL', (server) => {
  describeContract('a PostgreSQL database', () => {
    const opened: SessionStore[] = [];
    const url = (async () => await server().newDatabase())();
    return {
      open: async (clock) => {
        const store = await openPostgresStore(await url, { tryMs: 20_000, ...(clock === undefined ? {} : { clock }) });
        opened.push(store);
        return store;
      },
      setting: () => url,
      clear: async () => {
        for (const store of opened) await store.close();
      },
    };
  });

  describe('openPostgresStore', () => {
    let url: string;
    let store: SessionStore;
    let behind: Client;

    beforeEach(async () => {
      url = await server().newDatabase();
      store = await openPostgresStore(url);
      behind = await connect(url);
    });
    afterEach(async () => {
      await store.close();
      await behind.end();
    });

    for (const [what, change] of [
      ['torn JSON', `record = '{"a":'`],
      ['a version that no number holds', 'version = 9223372036854775807'],
    ] as const) {
      it(`puts a row with ${what} aside, reads it as nothing, and takes a new one`, async () => {
        await store.commit('a', null, 1);
        await store.commit('b', null, 2);
        await behind.query(`UPDATE hostmedic_session SET ${change} WHERE key = '"a"'`);
        assert.equal(await store.load('a'), null);
        assert.deepEqual((await behind.query('SELECT key FROM hostmedic_quarantine')).rows, [{ key: '"a"' }]);
        assert.equal(await store.commit('a', null, 3), true);
        assert.equal((await loaded(store, 'a')).record, 3);
        assert.equal((await loaded(store, 'b')).record, 2);
        await store.delete('a');
        assert.equal((await behind.query('SELECT key FROM hostmedic_quarantine')).rowCount, 0);
      });
    }

    it('forgets what was put aside on a sweep', async () => {
      await store.commit('a', null, 1);
      await behind.query(`UPDATE hostmedic_session SET record = ''`);
      assert.equal(await store.load('a'), null);
      await store.sweep(-1000);
      assert.equal((await behind.query('SELECT key FROM hostmedic_quarantine')).rowCount, 0);
    });

    it('does not sweep what another replica writes in the same moment', async () => {
      let now = 1_000_000;
      const timed = await openPostgresStore(url, { clock: () => now });
      await timed.commit('a', null, 'old');
      now += 60_000;
      await behind.query(`BEGIN; UPDATE hostmedic_session SET written_ms = ${now}`);
      const sweeping = timed.sweep(30_000);
      await new Promise((resolve) => setTimeout(resolve, 200));
      await behind.query('COMMIT');
      assert.equal(await sweeping, 0);
      assert.equal((await loaded(timed, 'a')).record, 'old');
      await timed.close();
    });

    it('takes the tables of an earlier release, whose rows are due at once', async () => {
      await store.commit('a', null, 1);
      await behind.query('ALTER TABLE hostmedic_session DROP COLUMN due_ms');
      const later = await openPostgresStore(url);
      assert.deepEqual(await dueIn(later, 0), ['a']);
      assert.equal(await later.commit('a', (await loaded(later, 'a')).version, 2), true);
      assert.deepEqual(await dueIn(later, 0), []);
      await later.close();
    });

    it('takes the longest key of signs that have to be escaped', async () => {
      const keys = ['\ud801', '\ud802'].map((last) => lonely(KEY_MAX - 1) + last);
      for (const [index, key] of keys.entries()) assert.equal(await store.commit(key, null, index), true);
      for (const [index, key] of keys.entries()) assert.equal((await loaded(store, key)).record, index);
    });

    it('makes its tables once when many start together', async () => {
      const fresh = await server().newDatabase();
      const stores = await Promise.all(Array.from({ length: 6 }, () => openPostgresStore(fresh, { tryMs: 20_000 })));
      for (const one of stores) await one.check();
      await Promise.all(stores.map((one) => one.close()));
    });

    it('starts for a user who may use the tables but make none', async () => {
      await behind.query(`CREATE ROLE guest LOGIN;
        GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO guest`);
      try {
        const guest = await openPostgresStore(asUser(url, 'guest'));
        await guest.check();
        await guest.close();
        await behind.query('REVOKE CREATE ON SCHEMA public FROM public; DROP TABLE hostmedic_trial');
        await assertUnavailable(openPostgresStore(asUser(url, 'guest')), /42501.*right to create tables/);
      } finally {
        await behind.query('DROP OWNED BY guest; DROP ROLE guest');
      }
    });

    it('goes on after the server was restarted, also while it does nothing', async () => {
      await store.commit('a', null, 1);
      server().restart();
      await new Promise((resolve) => setTimeout(resolve, 100));
      assert.equal((await loaded(store, 'a')).record, 1);
      behind = await connect(url);
    });

    it('gives up after a second when a row is locked, and keeps the old record', async () => {
      await store.commit('a', null, 'old');
      const { version } = await loaded(store, 'a');
      await behind.query('BEGIN; SELECT * FROM hostmedic_session FOR UPDATE');
      await assertUnavailable(store.commit('a', version, 'new'), /57014.*longer than a second/);
      await behind.query('COMMIT');
      assert.deepEqual(await store.load('a'), { version, record: 'old' });
    });

    it('is not ready on a read-only copy', async () => {
      const { pathname } = new URL(url);
      await behind.query(`ALTER DATABASE ${pathname.slice(1)} SET default_transaction_read_only = on`);
      const copy = await openPostgresStore(url);
      await assertUnavailable(copy.check(), /25006.*the primary/);
      await copy.close();
    });

    it('says what is wrong with an address, and never repeats the password', async () => {
      const missing = new URL(url);
      missing.pathname = 'no_such_database';
      await assertUnavailable(openPostgresStore(missing.href), /3D000.*create the database/);
      await assertUnavailable(openPostgresStore('postgres://u:geheim@127.0.0.1:1/x'), /ECONNREFUSED.*host and port/);
      await assertUnavailable(openPostgresStore('postgres://u:geheim%zz@127.0.0.1:1/x'), /.*/);
    });
  });
});

describe('openPostgresStore, without a server', () => {
  it('gives up on a server that takes the connection and says nothing', async () => {
    const sockets: Socket[] = [];
    const silent = createServer((socket) => sockets.push(socket)).listen(0, '127.0.0.1');
    await new Promise((resolve) => silent.once('listening', resolve));
    const { port } = silent.address() as AddressInfo;
    const started = performance.now();
    await assertUnavailable(openPostgresStore(`postgres://u:geheim@127.0.0.1:${port}/x`), /timeout.*host and port/);
    assert.ok(performance.now() - started < 5_000);
    for (const socket of sockets) socket.destroy();
    silent.close();
  });
});

async function assertUnavailable(call: Promise<unknown>, message: RegExp): Promise<void> {
  await assert.rejects(call, (error: unknown) => {
    assert.ok(error instanceof Error && 'code' in error);
    assert.equal(error.code, 'STORAGE_UNAVAILABLE');
    assert.match(error.message, /^HOSTMEDIC_STORAGE: cannot use PostgreSQL \(/);
    assert.match(error.message, message);
    assert.equal(/geheim/.test(`${error.message} ${String(error.cause)}`), false);
    return true;
  });
}

async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  // A test breaks it.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

function asUser(url: string, user: string): string {
  const address = new URL(url);
  address.username = user;
  return address.href;
}

/** Half surrogate pairs by chance: nothing that an index could compress. */
function lonely(length: number): string {
  return Array.from({ length }, () => String.fromCharCode(randomInt(0xd800, 0xdc00))).join('');
}
