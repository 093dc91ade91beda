import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findRoot } from '../src/catalog/findRoot.ts';
import type { SessionRecord } from '../src/session/record.ts';
import { openStore } from '../src/storage/openStore.ts';
import { describeWithAzurite } from './support/azurite.ts';
import { startConnector, type Connector } from './support/connector.ts';
import { startKeyServer, type KeyServer } from './support/keyServer.ts';
import { describeWithPostgres } from './support/postgresServer.ts';
import { startReplica, type Replica, type Surroundings } from './support/replica.ts';

describe('two replicas on one SQLite file', function () {
  this.timeout(60_000);
  let folder: string;
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'hostmedic-replicas-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

  theyShare(async () => `sqlite:${path.join(folder, 'h.db')}`);
});

describeWithPostgres('two replicas on one PostgreSQL database', (server) => theyShare(() => server().newDatabase()));

describeWithAzurite('two replicas on one Azure Blob container', (azurite) =>
  theyShare(async () => `azure-blob:${azurite().newAccount()}`),
);

function theyShare(place: () => Promise<string>): void {
  let keys: KeyServer;
  let connector: Connector;
  let around: Surroundings;
  let replicas: readonly Replica[];
  /** A chat of its own for each test: to start replicas takes seconds. */
  let conversation: { readonly id: string; readonly conversationType: string };

  before(async () => {
    keys = await startKeyServer();
    connector = await startConnector();
    around = { keys, connector, storage: await place() };
    replicas = await Promise.all([startReplica(around), startReplica(around)]);
  });
  beforeEach(() => {
    conversation = { id: `a:${randomUUID()}`, conversationType: 'personal' };
  });
  after(async () => {
    await Promise.all(replicas.map((replica) => replica.kill()));
    await connector.close();
    await keys.close();
  });

  async function turns(): Promise<number> {
    const store = await openStore(around.storage, findRoot());
    const stored = await store.load(`msteams/${conversation.id}`);
    await store.close();
    return (stored!.record as unknown as SessionRecord).turns;
  }

  /** Answers in this chat, without the signs of typing that a slow machine adds. */
  const answers = (): readonly unknown[] =>
    connector.sent
      .map(({ activity }) => activity)
      .filter((activity) => activity?.type === 'message' && activity.conversation?.id === conversation.id);
  const post = async (n: number, changes: object): Promise<number> =>
    (await replicas[n % 2]!.post({ conversation, ...changes })).status;

  it('count 50 messages of one chat at once, and answer each of them once', async () => {
    const statuses = await Promise.all(Array.from({ length: 50 }, (_, n) => post(n, { text: `HTTP Error 502.${n}` })));
    assert.ok(statuses.every((status) => status === 200));
    assert.equal(answers().length, 50);
    assert.equal(await turns(), 50);
  });

  it('answer an activity once that comes to both at the same time, ten times over', async () => {
    for (let round = 0; round < 10; round++) {
      const id = randomUUID();
      await Promise.all([0, 1].map((n) => post(n, { id, text: 'HTTP Error 502.5' })));
    }
    assert.equal(answers().length, 10);
    assert.equal(await turns(), 10);
  });

  it('answer an activity once that comes again after one was killed and started anew', async () => {
    const id = randomUUID();
    await post(0, { id, text: 'HTTP Error 502.5' });
    await replicas[0]!.kill();
    replicas = [await startReplica(around), replicas[1]!];
    for (const n of [0, 1]) assert.equal(await post(n, { id, text: 'HTTP Error 502.5' }), 200);
    assert.equal(answers().length, 1);
    assert.equal(await turns(), 1);
  });

  it('go on with a conversation when the other one is gone', async () => {
    await post(0, { text: "The application to execute does not exist: 'D:\\sites\\shop\\Shop.Web.dll'" });
    await replicas[0]!.kill();
    await post(1, { text: 'start' });
    assert.match(JSON.stringify(answers().at(-1)), /Step 1 of/);
  });
}
