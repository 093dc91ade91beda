import assert from 'node:assert/strict';
import { ConversationState, MessageFactory, TestAdapter } from 'botbuilder';
import type { Storage, StoreItems } from 'botbuilder';
import { DialogSet, DialogTurnStatus, TextPrompt, WaterfallDialog } from 'botbuilder-dialogs';
import { findRoot } from '../../src/catalog/findRoot.ts';
import { openStore } from '../../src/storage/openStore.ts';
import type { SessionStore } from '../../src/storage/sessionStore.ts';
import { describeWithAzurite } from '../support/azurite.ts';
import { createBotStorage } from '../support/botStorage.ts';
import { describeWithPostgres } from '../support/postgresServer.ts';

describe('Bot Framework storage on SQLite', () => itBehaves(async () => 'memory:'));

describeWithPostgres('Bot Framework storage on PostgreSQL', (server) => itBehaves(() => server().newDatabase()));

describeWithAzurite('Bot Framework storage on Azure Blob Storage', (azurite) =>
  itBehaves(async () => `azure-blob:${azurite().newAccount()}`),
);

/** What the framework expects of every storage. */
function itBehaves(place: () => Promise<string>): void {
  let store: SessionStore;
  let storage: Storage;

  before(async () => {
    store = await openStore(await place(), findRoot());
    storage = createBotStorage(store);
  });
  after(() => store.close());
  afterEach(() => storage.delete(['one', 'two', 'three', HOSTILE]));

  it('reads an unknown key as nothing', async () => {
    assert.deepEqual(await storage.read(['unknown']), {});
  });

  it('reads no keys as nothing', async () => {
    assert.deepEqual(await storage.read(nothing()), {});
  });

  it('takes no changes at all', async () => {
    assert.equal(await storage.write(nothing()), undefined);
  });

  it('takes an empty list of changes', async () => {
    await storage.write([]);
  });

  it('creates two objects, each with an eTag', async () => {
    await storage.write({ one: { id: 1 }, two: { id: 2 } });
    const items = await storage.read(['one', 'two']);
    assert.deepEqual([items['one'].id, items['two'].id], [1, 2]);
    assert.ok(eTagOf(items, 'one') !== '' && eTagOf(items, 'two') !== '');
  });

  it('takes a key of signs', async () => {
    await storage.write({ [HOSTILE]: { id: 1 } });
    assert.equal((await storage.read([HOSTILE]))[HOSTILE].id, 1);
  });

  it('changes the eTag with each update, and refuses a stale one', async () => {
    await storage.write({ one: { id: 1 } });
    const first = await storage.read(['one']);
    await storage.write({ one: { ...first['one'], id: 2 } });
    const second = await storage.read(['one']);
    assert.equal(second['one'].id, 2);
    assert.notEqual(eTagOf(second, 'one'), eTagOf(first, 'one'));

    await storage.write({ one: { id: 3 } });
    assert.equal((await storage.read(['one']))['one'].id, 3);
    await assert.rejects(storage.write({ one: { ...first['one'], id: 4 } }), /eTag/);
    assert.equal((await storage.read(['one']))['one'].id, 3);
    await storage.write({ one: { id: 5, eTag: '*' } });
    assert.equal((await storage.read(['one']))['one'].id, 5);
  });

  it('deletes', async () => {
    await storage.write({ one: { id: 1 } });
    await storage.delete(['one']);
    assert.deepEqual(await storage.read(['one']), {});
  });

  it('deletes an unknown key without a word', async () => {
    await storage.delete(['unknown']);
  });

  it('writes, reads and deletes three at once', async () => {
    const keys = ['one', 'two', 'three'];
    await storage.write({ one: { id: 1 }, two: { id: 2 }, three: { id: 3 } });
    assert.deepEqual(Object.keys(await storage.read(keys)).sort(), keys.toSorted());
    await storage.delete(keys);
    assert.deepEqual(await storage.read(keys), {});
  });

  it('carries a waterfall whose prompt asks again', async () => {
    const conversation = new ConversationState(storage);
    const dialogs = new DialogSet(conversation.createProperty('dialogs'));
    dialogs.add(new TextPrompt('code', async ({ recognized }) => /^\d+$/.test(recognized.value ?? '')));
    dialogs.add(
      new WaterfallDialog('ask', [
        async (step) =>
          await step.prompt('code', {
            prompt: MessageFactory.text('Which code?'),
            retryPrompt: MessageFactory.text('Digits, please.'),
          }),
        async (step) => {
          await step.context.sendActivity(`It is ${String(step.result)}.`);
          return await step.endDialog();
        },
      ]),
    );
    const adapter = new TestAdapter(async (context) => {
      const dialog = await dialogs.createContext(context);
      const { status } = await dialog.continueDialog();
      if (status === DialogTurnStatus.empty) await dialog.beginDialog('ask');
      await conversation.saveChanges(context);
    });
    await adapter
      .send('hello')
      .assertReply('Which code?')
      .send('none')
      .assertReply('Digits, please.')
      .send('503')
      .assertReply('It is 503.')
      .startTest();
  });
}

const HOSTILE = `!@#$%^&*()~/\\><,.?';"\`~`;

function eTagOf(items: StoreItems, key: string): string {
  return String(items[key].eTag ?? '');
}

/** What callers without types pass. */
function nothing(): never {
  return null as never;
}
