import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { findRoot } from '../../src/catalog/findRoot.ts';
import type { SessionRecord } from '../../src/session/record.ts';
import type { OutcomeCounter } from '../../src/storage/outcomeCounter.ts';
import { openOutcomes } from '../../src/storage/openStore.ts';
import { startChat, textOf, type Chat } from '../support/chat.ts';
import { ALICE } from '../support/wire.ts';
import { EVENT, GROUP, KEY } from './fixtures.ts';

describe('what is handed on, and what is forgotten', () => {
  let chat: Chat;
  let outcomes: OutcomeCounter;
  before(async () => {
    outcomes = await openOutcomes('memory:', findRoot());
    chat = await startChat({
      outcomes,
      contact: { type: 'mail', label: 'IT helpdesk', address: 'help@contoso.com' },
    });
  });
  beforeEach(async () => {
    for (const id of [ALICE.conversationId, GROUP.id]) await chat.store.delete(`msteams/${id}`);
  });
  after(async () => {
    await chat.close();
    await outcomes.close();
  });
  const recordAt = async (key: string): Promise<SessionRecord> =>
    (await chat.store.load(key))!.record as unknown as SessionRecord;

  describe('forget me', () => {
    it('in a chat with one person leaves nothing, and says so', async () => {
      await chat.say(EVENT);
      await chat.say('forget me');
      assert.match(chat.text, /is deleted/);
      const stored = JSON.stringify(await recordAt(KEY));
      assert.doesNotMatch(stored, /Shop|29:alice|Alice/);
    });

    it('in a shared chat takes name, place and quotes of this person only; what was found stays', async () => {
      const bob = { from: { id: '29:bob', name: 'Bob' }, conversation: GROUP };
      const alice = { conversation: GROUP };
      await chat.say(EVENT, alice);
      await chat.say("Could not find 'aspnetcorev2_inprocess.dll'. Exception message: D:\\sites\\bob", bob);
      await chat.say('Yes', bob);
      const before = await recordAt(`msteams/${GROUP.id}`);
      assert.match(JSON.stringify(before), /Shop\.Web\.dll/);
      const turn = await chat.say('forget me', alice);
      assert.match(textOf(turn.sent[0]?.activity), /stays for the others, without your name/);
      const after = await recordAt(`msteams/${GROUP.id}`);
      const stored = JSON.stringify(after);
      assert.doesNotMatch(stored, /Shop\.Web\.dll|29:alice/);
      assert.match(stored, /29:bob/);
      assert.deepEqual(
        after.case.findings.map(({ key }) => key).sort(),
        before.case.findings.map(({ key }) => key).sort(),
      );
    });

    it('a message can still be deleted afterwards', async () => {
      const id = randomUUID();
      await chat.say(EVENT, { id, conversation: GROUP });
      await chat.say('forget me', { conversation: GROUP });
      await chat.wire.post({
        type: 'messageDelete',
        text: undefined,
        id,
        conversation: GROUP,
        channelData: { eventType: 'softDeleteMessage' },
      });
      assert.deepEqual((await recordAt(`msteams/${GROUP.id}`)).case.findings, []);
    });
  });

  describe('texts to hand on', () => {
    it('an unknown ends with what is known, and whom to send it to', async () => {
      await chat.say('guide me');
      for (let asked = 0; asked < 9 && !/Not in my catalog|Nothing else fits/.test(chat.text); asked += 1) {
        await chat.say(asked === 0 ? 'it answers 418 teapot Password=Gx9-kkQ2-plm;' : 'skip');
      }
      assert.match(chat.text, /Not in my catalog/);
      assert.match(chat.text, /help@contoso\.com/);
      assert.match(copied(chat), /skipped/);
      assert.doesNotMatch(copied(chat), /Gx9-kkQ2-plm/);
    });

    it('"I have no admin rights" gives a text for who has them', async () => {
      await chat.say(EVENT);
      await chat.say('start');
      await chat.say('I have no admin rights.');
      const text = copied(chat);
      for (const part of [
        /What is wrong: /,
        /Why I think so:/,
        /Shop\.Web\.dll/,
        /What to do:\n1\. /,
        /Who is affected: /,
        /Undo: /,
      ]) {
        assert.match(text, part);
      }
      await chat.say('back');
      assert.match(chat.text, /Step 1 of/);
    });

    it('before anything is known it says that this is fine', async () => {
      await chat.say('no admin rights');
      assert.match(chat.text, /I ask for what you can see/);
    });

    it('the end is also a text for a ticket, redacted, with steps and outcomes', async () => {
      await chat.say(`${EVENT}\nPassword=Gx9-kkQ2-plm;`);
      await chat.say('start');
      await chat.say('done');
      await chat.say('it works now');
      await chat.click('Text for a ticket');
      const text = copied(chat);
      for (const part of [
        /^# /,
        /- Status: works now/,
        /## Evidence\n\n- .*Shop\.Web\.dll/,
        /## Timeline \(UTC\)\n\n- \d{4}-\d\d-\d\d \d\d:\d\d read/,
        /## Steps\n\n1\. .*\*\*done\*\*/,
      ]) {
        assert.match(text, part);
      }
      assert.doesNotMatch(text, /Gx9-kkQ2-plm/);
    });
  });

  it('counts how causes turned out: an id and two words, nothing else', async () => {
    const start = await outcomes.list();
    await chat.say(EVENT);
    await chat.say('not this');
    await chat.say('restart');
    await chat.say(EVENT);
    await chat.say('start');
    await chat.say('it works now');
    const counted = (await outcomes.list()).filter(
      (one) => !start.some((old) => JSON.stringify(old) === JSON.stringify(one)),
    );
    assert.deepEqual(counted.map(({ outcome }) => outcome).sort(), ['not-this', 'works-now']);
    for (const one of counted) assert.deepEqual(Object.keys(one).sort(), ['causeId', 'count', 'outcome', 'word']);
  });
});

/** What stands in the box to copy from. */
function copied(chat: Chat): string {
  const found: string[] = [];
  JSON.stringify(chat.card, (_key, value: unknown) => {
    if (typeof value === 'object' && value !== null && 'id' in value && value.id === 'copy' && 'value' in value)
      found.push(String(value.value));
    return value;
  });
  assert.equal(found.length, 1, `no box to copy from on:\n${chat.text}`);
  return found[0]!;
}
