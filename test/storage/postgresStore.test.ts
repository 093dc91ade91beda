import { openPostgresStore } from '../../src/storage/postgresStore.ts';
import type { SessionStore } from '../../src/storage/sessionStore.ts';
import { describeWithPostgres } from '../support/postgresServer.ts';
import { describeContract } from './contract.ts';

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
});
