import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findRoot } from '../../src/catalog/findRoot.ts';
import type { SessionRecord } from '../../src/session/record.ts';
import { openStore } from '../../src/storage/openStore.ts';
import type { JsonValue, SessionStore } from '../../src/storage/sessionStore.ts';
import { startChat, textOf, type Chat } from '../support/chat.ts';
import { ALICE } from '../support/wire.ts';

const KEY = `msteams/${ALICE.conversationId}`;
const PAGE = 'HTTP Error 500.30 - ASP.NET Core app failed to start';

describe('turns over the wire', () => {
  let chat: Chat;
  beforeEach(async () => {
    chat = await startChat();
  });
  afterEach(async () => await chat.close());

  it('a message is answered with exactly one call to the connector', async () => {
    const turn = await chat.say(PAGE);
    assert.equal(turn.status, 200);
    assert.equal(turn.sent.length, 1);
  });

  it('the same activity delivered twice is answered once', async () => {
    const id = randomUUID();
    const first = await chat.say(PAGE, { id });
    const second = await chat.say(PAGE, { id });
    assert.deepEqual([first.sent.length, second.sent.length, second.status], [1, 0, 200]);
    assert.equal((await recordOf(chat.store)).turns, 1);
  });

  it('50 messages of one chat at once: 50 in the record, each answered once', async () => {
    const turns = await Promise.all(
      Array.from({ length: 50 }, async (_, index) => await chat.say(`HTTP Error 500.30, attempt ${index}`)),
    );
    assert.deepEqual([...new Set(turns.map((turn) => turn.status))], [200]);
    const record = await recordOf(chat.store);
    assert.equal(record.turns, 50);
    assert.equal(record.recent.map(({ marks }) => marks).join('').length, 50 * 8);
    assert.equal(chat.wire.connector.sent.length, 50);
  });

  it('a click is answered in place with the next card, a replayed click with the current one', async () => {
    await chat.say("The application to execute does not exist: 'D:\\sites\\shop\\Shop.Web.dll'");
    await chat.say('start');
    assert.match(chat.text, /Step 1 of/);
    const { data } = firstButton(chat, 'Done');
    const id = randomUUID();
    const first = await chat.wire.invoke('done', data, { id });
    const again = await chat.wire.invoke('done', data, { id });
    assert.equal(first.sent.length + again.sent.length, 0);
    assert.match(textOf(first.body), /Step 2 of/);
    assert.match(textOf(again.body), /Step 2 of/);
  });

  it('a late click on a step that is done changes nothing and shows the current step', async () => {
    await chat.say("The application to execute does not exist: 'D:\\sites\\shop\\Shop.Web.dll'");
    await chat.say('start');
    const { data } = firstButton(chat, 'Done');
    await chat.wire.invoke('done', data);
    const late = await chat.wire.invoke('didNotHelp', { ...data, verb: 'didNotHelp' });
    assert.match(textOf(late.body), /Step 2 of/);
    const outcomes = (await recordOf(chat.store)).case.outcomes;
    assert.deepEqual(Object.values(outcomes), ['done']);
  });

  it('a click of an older case shows where the case stands now', async () => {
    await chat.say("The application to execute does not exist: 'D:\\sites\\shop\\Shop.Web.dll'");
    await chat.say('start');
    const { data } = firstButton(chat, 'Done');
    await chat.say('restart');
    const late = await chat.wire.invoke('done', data);
    assert.match(textOf(late.body), /Paste what you see|Why does the app not run/);
  });

  it('a button that is not known is refused with 400, and the case stays', async () => {
    await chat.say(PAGE);
    const before = await recordOf(chat.store);
    const turn = await chat.wire.invoke('formatDisk', { verb: 'formatDisk', caseId: 'x', revision: 0 });
    assert.equal(turn.status, 400);
    assert.deepEqual(await recordOf(chat.store), before);
  });

  it('an edited message is read again: what it brought before is gone', async () => {
    const id = randomUUID();
    await chat.say('HTTP Error 500.31 - Failed to load ASP.NET Core runtime', { id });
    await chat.wire.post({
      type: 'messageUpdate',
      id,
      text: PAGE,
      timestamp: new Date(),
      channelData: { eventType: 'editMessage', tenant: { id: '1' } },
    });
    const { findings } = (await recordOf(chat.store)).case;
    assert.ok(findings.some((one) => one.key === 'status:500.30'));
    assert.ok(!findings.some((one) => one.key === 'status:500.31'));
  });

  it('of a paste no more is in the record than its proofs', async () => {
    await chat.say(`${PAGE}\nour canteen serves zebra noodles on Tuesdays\nPassword=Gx9-kkQ2-plm;`);
    const stored = JSON.stringify((await chat.store.load(KEY))?.record);
    assert.doesNotMatch(stored, /Gx9-kkQ2-plm|zebra noodles/);
    assert.ok(stored.length < 16_384);
  });

  for (const id of ['__proto__', 'constructor', 'toString', 'x'.repeat(400)]) {
    it(`a person with the id ${id.slice(0, 12)} has a place of their own`, async () => {
      const from = { id, name: 'Mallory' };
      await chat.say('guide me', { from });
      await chat.say(PAGE, { from });
      const asked = chat.text;
      await chat.say('help', { from });
      await chat.say('back', { from });
      assert.match(asked, /Application event/);
      assert.equal(chat.text, asked);
    });
  }

  it('a conversation with an id longer than a key is answered like any other', async () => {
    const conversation = { id: 'c'.repeat(2000), conversationType: 'personal' };
    await chat.say(PAGE, { conversation });
    assert.match(chat.text, /500\.30|starts/);
  });

  it('a deleted message takes its findings away, and nothing is said', async () => {
    const id = randomUUID();
    await chat.say(PAGE, { id });
    assert.ok((await recordOf(chat.store)).case.findings.length > 0);
    const turn = await chat.wire.post({
      type: 'messageDelete',
      id,
      text: undefined,
      channelData: { eventType: 'softDeleteMessage', tenant: { id: '1' } },
    });
    assert.deepEqual([turn.status, turn.sent.length], [200, 0]);
    assert.deepEqual((await recordOf(chat.store)).case.findings, []);
  });

  it('a message that comes after it was deleted is not taken in, and the next one is', async () => {
    const id = randomUUID();
    const gone = { type: 'messageDelete', id, text: undefined, channelData: { eventType: 'softDeleteMessage' } };
    await chat.wire.post(gone);
    const late = await chat.say(PAGE, { id });
    assert.deepEqual([late.status, late.sent.length], [200, 0]);
    assert.deepEqual((await recordOf(chat.store)).case.findings, []);
    assert.equal((await chat.say(PAGE)).sent.length, 1);
    assert.ok((await recordOf(chat.store)).case.findings.length > 0);
  });

  it('edits without a time are told apart by their text', async () => {
    const id = randomUUID();
    await chat.say('HTTP Error 500.31 - Failed to load ASP.NET Core runtime', { id });
    const edit = async (text: string): Promise<number> => {
      const channelData = { eventType: 'editMessage', tenant: { id: '1' } };
      return (await chat.wire.post({ type: 'messageUpdate', id, text, timestamp: undefined, channelData })).sent.length;
    };
    assert.deepEqual([await edit('HTTP Error 500.32'), await edit(PAGE), await edit(PAGE)], [1, 1, 0]);
    const { findings } = (await recordOf(chat.store)).case;
    assert.ok(findings.some((one) => one.key === 'status:500.30'));
    assert.ok(!findings.some((one) => one.key === 'status:500.32'));
  });

  it('an edited command does not count again', async () => {
    const id = randomUUID();
    await chat.say("The application to execute does not exist: 'D:\\sites\\shop\\Shop.Web.dll'");
    await chat.say('start');
    await chat.say('done', { id });
    await chat.wire.post({
      type: 'messageUpdate',
      id,
      text: 'done',
      timestamp: new Date(),
      channelData: { eventType: 'editMessage', tenant: { id: '1' } },
    });
    assert.equal(Object.keys((await recordOf(chat.store)).case.outcomes).length, 1);
  });

  it('a paste with a button of an older case is read all the same', async () => {
    await chat.say('hi');
    const { data } = firstButton(chat, 'Diagnose');
    await chat.say('restart');
    await chat.wire.submit({ ...data, paste: PAGE });
    assert.ok((await recordOf(chat.store)).case.findings.some((one) => one.key === 'status:500.30'));
  });

  it('"forget me" leaves nothing of the case', async () => {
    await chat.say(PAGE);
    await chat.say('forget me');
    const record = await recordOf(chat.store);
    assert.deepEqual(record.case.findings, []);
    assert.match(chat.text, /deleted/);
  });
});

describe('turns across a restart', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'hostmedic-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const open = async (): Promise<Chat> =>
    await startChat({ store: await openStore(`sqlite:${path.join(folder, 'h.db')}`, findRoot()) });

  it('the conversation goes on where it was, and an activity of before is not answered again', async () => {
    const id = randomUUID();
    const before = await open();
    await before.say('guide me');
    await before.say(PAGE, { id });
    const asked = before.text;
    await before.close();
    const after = await open();
    const again = await after.say(PAGE, { id });
    assert.equal(again.sent.length, 0);
    await after.say('back');
    assert.equal(after.text, asked);
    await after.close();
  });

  it('a stored dialog that no longer exists starts over politely, and the case is kept', async () => {
    const before = await open();
    await before.say('guide me');
    await before.say(PAGE);
    await rewrite(before.store, (record) => ({
      ...record,
      cursors: { [`p:${ALICE.id}`]: { dialogs: [{ id: 'wizardOfLastYear', state: { step: 9 } }], at: 0 } },
    }));
    const turn = await before.say('back');
    assert.equal(turn.status, 200);
    assert.match(before.text, /500\.30|starts/);
    await before.close();
  });

  const BROKEN: Readonly<Record<string, JsonValue>> = {
    'another shape': { hello: 1 },
    'a newer version': { schema: 99, case: {} },
    'a list': [1, 2],
    text: 'x',
  };
  for (const [name, broken] of Object.entries(BROKEN)) {
    it(`a record that is ${name} is started over`, async () => {
      const chat = await open();
      await chat.store.commit(KEY, null, broken);
      const turn = await chat.say(PAGE);
      assert.equal(turn.status, 200);
      assert.equal(turn.sent.length, 1);
      assert.match(chat.text, /500\.30|starts/);
      await chat.close();
    });
  }

  it('what was said two days ago no longer counts, the steps do', async () => {
    let now = Date.now();
    const store = await openStore(`sqlite:${path.join(folder, 'h.db')}`, findRoot());
    const chat = await startChat({ store, clock: () => now });
    await chat.say("The application to execute does not exist: 'D:\\sites\\shop\\Shop.Web.dll'");
    await chat.say('start');
    now += 48 * 60 * 60 * 1000;
    await chat.say('done');
    assert.match(chat.text, /Step 2 of/);
    assert.deepEqual((await recordOf(store)).case.findings, []);
    await chat.close();
  });
});

function firstButton(chat: Chat, title: string): { readonly data: Record<string, unknown> } {
  const found: Record<string, unknown>[] = [];
  JSON.stringify(chat.card, (_key, value: unknown) => {
    if (typeof value === 'object' && value !== null && 'title' in value && value.title === title && 'data' in value)
      found.push(value);
    return value;
  });
  return { data: found[0]!.data as Record<string, unknown> };
}

async function recordOf(store: SessionStore): Promise<SessionRecord> {
  return (await store.load(KEY))!.record as unknown as SessionRecord;
}

async function rewrite(store: SessionStore, change: (record: SessionRecord) => unknown): Promise<void> {
  const stored = (await store.load(KEY))!;
  const next: JsonValue = JSON.parse(JSON.stringify(change(stored.record as unknown as SessionRecord)));
  assert.ok(await store.commit(KEY, stored.version, next));
}
