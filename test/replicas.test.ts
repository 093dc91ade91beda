import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { SessionRecord } from '../src/session/record.ts';
import { openStore } from '../src/storage/openStore.ts';
import { startConnector, type Connector } from './support/connector.ts';
import { startKeyServer, type KeyServer } from './support/keyServer.ts';
import { describeWithPostgres } from './support/postgresServer.ts';
import { startReplica, type Replica, type Surroundings } from './support/replica.ts';
import { ALICE } from './support/wire.ts';

const CONVERSATION = `msteams/${ALICE.conversationId}`;

describe('two replicas on one SQLite file', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'hostmedic-replicas-'));
  let files = 0;
  after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  describeReplicas(async () => `sqlite:${path.join(folder, `${(files += 1)}.db`)}`);
});

describeWithPostgres('two replicas on one PostgreSQL database', (server) => {
  describeReplicas(async () => await server().newDatabase());
});

/** @param newStorage makes an empty storage, as HOSTMEDIC_STORAGE */
function describeReplicas(newStorage: () => Promise<string>): void {
  let keys: KeyServer;
  let connector: Connector;
  let around: Surroundings;
  let replicas: readonly Replica[];

  beforeEach(async () => {
    keys = await startKeyServer();
    connector = await startConnector();
    around = { keys, connector, storage: await newStorage() };
    replicas = await Promise.all([startReplica(around), startReplica(around)]);
  });
  afterEach(async () => {
    await Promise.all(replicas.map((replica) => replica.kill()));
    await connector.close();
    await keys.close();
  });

  async function turns(): Promise<number> {
    const store = await openStore(around.storage, '.');
    const stored = await store.load(CONVERSATION);
    await store.close();
    return (stored!.record as unknown as SessionRecord).turns;
  }

  /** Messages sent; a slow machine sees "typing" besides. */
  const said = (): number => connector.sent.filter(({ activity }) => activity.type === 'message').length;
  const at = (n: number): Replica => replicas[n % 2]!;

  it('count 50 messages of one chat at once, and answer each of them once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, n) => at(n).post({ text: `HTTP Error 502.${n}` })),
    );
    assert.ok(answers.every((answer) => answer.status === 200));
    assert.equal(said(), 50);
    assert.equal(await turns(), 50);
  });

  it('answer an activity once that comes to both at the same time, ten times over', async () => {
    for (let round = 0; round < 10; round++) {
      const id = randomUUID();
      await Promise.all(replicas.map((replica) => replica.post({ id, text: 'HTTP Error 502.5' })));
    }
    assert.equal(said(), 10);
    assert.equal(await turns(), 10);
  });

  it('answer an activity once that comes again after one was killed and started anew', async () => {
    const id = randomUUID();
    await at(0).post({ id, text: 'HTTP Error 502.5' });
    await at(0).kill();
    replicas = [await startReplica(around), at(1)];
    for (const replica of replicas) assert.equal((await replica.post({ id, text: 'HTTP Error 502.5' })).status, 200);
    assert.equal(said(), 1);
    assert.equal(await turns(), 1);
  });

  it('go on with a conversation when the other one is gone', async () => {
    await at(0).post({ text: "The application to execute does not exist: 'D:\\sites\\shop\\Shop.Web.dll'" });
    await at(0).kill();
    await at(1).post({ text: 'start' });
    assert.match(JSON.stringify(connector.sent.at(-1)?.activity), /Step 1 of/);
  });
}
