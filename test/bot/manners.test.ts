import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { TYPING_AFTER_MS, type After } from '../../src/bot/typing.ts';
import type { SessionRecord } from '../../src/session/record.ts';
import { findRoot } from '../../src/catalog/findRoot.ts';
import { openOutcomes } from '../../src/storage/openStore.ts';
import { startChat, textOf, type Chat } from '../support/chat.ts';
import { ALICE, type Turn } from '../support/wire.ts';

const KEY = `msteams/${ALICE.conversationId}`;
const BOT = { id: '28:hostmedic', name: 'Hostmedic' };
const MISSING = "The application to execute does not exist: 'D:\\sites\\shop\\Shop.Web.dll'";
const PAGE = 'HTTP Error 500.30 - ASP.NET Core app failed to start';
const CHANNEL = { id: '19:team@thread.tacv2;messageid=1', conversationType: 'channel', isGroup: true };
const GROUP = { id: '19:group@thread.v2', conversationType: 'groupChat', isGroup: true };
const MENTION = [{ type: 'mention', mentioned: BOT, text: '<at>Hostmedic</at>' }];

const team = (eventType: string, more: object = {}): object => ({
  conversation: CHANNEL,
  channelData: { eventType, team: { id: '19:team', name: 'Shop' }, tenant: { id: '1' } },
  ...more,
});

describe('manners over the wire', () => {
  let chat: Chat;
  const outcomes = openOutcomes('memory:', findRoot());
  /** What the bot asked the clock for, and never got: a turn of a test takes no time. */
  const waits: number[] = [];
  let fire = false;
  const later: After = (ms, callback) => {
    waits.push(ms);
    if (fire) callback();
    return () => undefined;
  };
  before(async () => {
    chat = await startChat({
      outcomes,
      after: later,
      contact: { type: 'mail', label: 'IT helpdesk', address: 'help@contoso.com' },
    });
  });
  beforeEach(async () => {
    fire = false;
    for (const id of [ALICE.conversationId, CHANNEL.id, GROUP.id]) await chat.store.delete(`msteams/${id}`);
  });
  after(async () => {
    await chat.close();
    await outcomes.close();
  });

  const event = async (type: string, changes: object = {}): Promise<Turn> =>
    await chat.wire.post({ type, text: undefined, ...changes });
  const recordAt = async (key: string): Promise<SessionRecord> =>
    (await chat.store.load(key))!.record as unknown as SessionRecord;

  describe('welcome', () => {
    const ADDED = { membersAdded: [BOT] };

    it('comes once, whichever way Teams tells of the installation', async () => {
      const turns = [
        await event('installationUpdate', { action: 'add' }),
        await event('conversationUpdate', ADDED),
        await event('installationUpdate', { action: 'add' }),
      ];
      assert.deepEqual(
        turns.map(({ sent }) => sent.length),
        [1, 0, 0],
      );
      assert.match(textOf(turns[0]?.sent[0]?.activity), /Why does the app not run/);
    });

    it('comes once when both arrive at the same moment', async () => {
      const before = chat.wire.connector.sent.length;
      await Promise.all([event('installationUpdate', { action: 'add' }), event('conversationUpdate', ADDED)]);
      assert.equal(chat.wire.connector.sent.length - before, 1);
    });

    it('does not come after somebody spoke, nor with an answer', async () => {
      assert.equal((await chat.say(PAGE)).sent.length, 1);
      assert.equal((await event('conversationUpdate', ADDED)).sent.length, 0);
    });

    for (const conversation of [CHANNEL, GROUP]) {
      it(`does not come in a ${conversation.conversationType}`, async () => {
        const turns = [
          await event('conversationUpdate', { ...ADDED, conversation }),
          await event('installationUpdate', { action: 'add', conversation }),
        ];
        assert.deepEqual(
          turns.map(({ status, sent }) => [status, sent.length]),
          [
            [200, 0],
            [200, 0],
          ],
        );
      });
    }
  });

  describe('says nothing to', () => {
    const people = [{ id: '29:bob', name: 'Bob' }];
    const SILENT: Readonly<Record<string, readonly [string, object]>> = {
      'a person who was added': ['conversationUpdate', team('teamMemberAdded', { membersAdded: people })],
      'a person who left': ['conversationUpdate', team('teamMemberRemoved', { membersRemoved: people })],
      'its own removal': ['conversationUpdate', { membersRemoved: [BOT] }],
      'a renamed team': ['conversationUpdate', team('teamRenamed')],
      'a renamed channel': ['conversationUpdate', team('channelRenamed')],
      'a deleted channel': ['conversationUpdate', team('channelDeleted')],
      'an uninstallation': ['installationUpdate', { action: 'remove' }],
      'an upgrade': ['installationUpdate', { action: 'upgrade' }],
      'a reaction': ['messageReaction', { reactionsAdded: [{ type: 'like' }], replyToId: 'sent-1' }],
      'a reaction taken back': ['messageReaction', { reactionsRemoved: [{ type: 'like' }], replyToId: 'sent-1' }],
      'a read receipt': ['event', { name: 'application/vnd.microsoft.readReceipt', value: { lastReadMessageId: '1' } }],
      'a meeting': ['event', { name: 'application/vnd.microsoft.meetingStart', value: {} }],
      'an event of no name': ['event', {}],
      typing: ['typing', {}],
      'the end of a conversation': ['endOfConversation', {}],
      'a kind nobody knows': ['carrierPigeon', {}],
      'another bot': ['message', { text: PAGE, from: { id: '28:other-bot', name: 'Other' } }],
      'a message with the role of a bot': ['message', { text: PAGE, from: { id: 'x', role: 'bot' } }],
      'its own echo': ['message', { text: PAGE, from: BOT }],
      'an edit by another bot': [
        'messageUpdate',
        { text: PAGE, from: { id: '28:other-bot' }, channelData: { eventType: 'editMessage' } },
      ],
    };
    for (const [what, [type, changes]] of Object.entries(SILENT)) {
      it(what, async () => {
        const turn = await event(type, changes);
        assert.deepEqual([turn.status, turn.sent.length], [200, 0]);
        assert.equal(await chat.store.load(KEY), null);
      });
    }
  });

  describe('invokes', () => {
    const UNKNOWN = [
      'task/fetch',
      'application/search',
      'config/fetch',
      'handoff/action',
      'signin/verifyState',
      'composeExtension/queryLink',
      '__proto__',
      '',
    ];
    for (const name of UNKNOWN) {
      it(`"${name}" is answered 501`, async () => {
        const turn = await event('invoke', { name, value: {} });
        assert.deepEqual([turn.status, turn.sent.length], [501, 0]);
      });
    }

    for (const value of [undefined, null, [], 'x', {}, { action: null }, { action: { type: 'Action.Execute' } }]) {
      it(`a click with the value ${JSON.stringify(value)} is answered 400`, async () => {
        const turn = await event('invoke', { name: 'adaptiveCard/action', value });
        assert.deepEqual([turn.status, turn.sent.length], [400, 0]);
      });
    }
  });

  describe('in a channel', () => {
    it('reads past the mention', async () => {
      const turn = await chat.say('<at>Hostmedic</at> help', { conversation: CHANNEL, entities: MENTION });
      assert.match(textOf(turn.sent[0]?.activity), /What I understand/);
    });

    it('suggests nothing there, and at most three things in a chat with one person', async () => {
      const shared = await chat.say('<at>Hostmedic</at> hello', { conversation: CHANNEL, entities: MENTION });
      assert.equal(shared.sent[0]?.activity.suggestedActions, undefined);
      const alone = await chat.say('hello');
      const { actions = [], to } = alone.sent[0]?.activity.suggestedActions ?? {};
      assert.deepEqual([actions.length > 0 && actions.length <= 3, to], [true, [ALICE.id]]);
      for (const { value } of actions) {
        const turn = await chat.say(String(value));
        assert.doesNotMatch(textOf(turn.sent[0]?.activity), /Nothing new|Not in my catalog/, String(value));
      }
    });
  });

  describe('typing', () => {
    it('is shown before the answer when a turn takes longer than 1.5 seconds', async () => {
      fire = true;
      const turn = await chat.say(PAGE);
      assert.deepEqual(
        turn.sent.map(({ activity }) => activity.type),
        ['typing', 'message'],
      );
    });

    it('is not shown in a fast turn', async () => {
      waits.length = 0;
      assert.equal((await chat.say(PAGE)).sent.length, 1);
      assert.deepEqual(waits, [TYPING_AFTER_MS]);
    });
  });

  it('help says what can be typed at this very moment', async () => {
    await chat.say('help');
    assert.match(chat.text, /Paste what you see/);
    await chat.say('guide me');
    await chat.say('help');
    assert.match(chat.text, /The open question: Paste what the browser shows[\s\S]*"cannot connect"/);
    await chat.say(MISSING);
    await chat.say('start');
    await chat.say('help');
    assert.match(chat.text, /You follow steps[\s\S]*"no admin rights"/);
  });

  describe('forget me', () => {
    it('in a chat with one person leaves nothing, and says so', async () => {
      await chat.say(MISSING);
      await chat.say('forget me');
      assert.match(chat.text, /is deleted/);
      const stored = JSON.stringify(await recordAt(KEY));
      assert.doesNotMatch(stored, /Shop|29:alice|Alice/);
    });

    it('in a shared chat takes name, place and quotes of this person only; what was found stays', async () => {
      const bob = { from: { id: '29:bob', name: 'Bob' }, conversation: GROUP };
      const alice = { conversation: GROUP };
      await chat.say(MISSING, alice);
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
      await chat.say(MISSING, { id, conversation: GROUP });
      await chat.say('forget me', { conversation: GROUP });
      await event('messageDelete', { id, conversation: GROUP, channelData: { eventType: 'softDeleteMessage' } });
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
      await chat.say(MISSING);
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
      await chat.say(`${MISSING}\nPassword=Gx9-kkQ2-plm;`);
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
    await chat.say(MISSING);
    await chat.say('not this');
    await chat.say('restart');
    await chat.say(MISSING);
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
