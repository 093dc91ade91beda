import assert from 'node:assert/strict';
import { TYPING_AFTER_MS, type After } from '../../src/bot/typing.ts';
import { startChat, textOf, type Chat } from '../support/chat.ts';
import { ALICE, type Turn } from '../support/wire.ts';
import { CHANNEL, EVENT, GROUP, KEY, STOPPED } from './fixtures.ts';

const BOT = { id: '28:hostmedic', name: 'Hostmedic' };
const MENTION = [{ type: 'mention', mentioned: BOT, text: '<at>Hostmedic</at>' }];

const team = (eventType: string, more: object = {}): object => ({
  conversation: CHANNEL,
  channelData: { eventType, team: { id: '19:team', name: 'Shop' }, tenant: { id: '1' } },
  ...more,
});

describe('manners over the wire', () => {
  let chat: Chat;
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
      after: later,
    });
  });
  beforeEach(async () => {
    fire = false;
    for (const id of [ALICE.conversationId, CHANNEL.id, GROUP.id]) await chat.store.delete(`msteams/${id}`);
  });
  after(async () => {
    await chat.close();
  });

  const event = async (type: string, changes: object = {}): Promise<Turn> =>
    await chat.wire.post({ type, text: undefined, ...changes });

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
      assert.equal((await chat.say(STOPPED)).sent.length, 1);
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
      'another bot': ['message', { text: STOPPED, from: { id: '28:other-bot', name: 'Other' } }],
      'a message with the role of a bot': ['message', { text: STOPPED, from: { id: 'x', role: 'bot' } }],
      'its own echo': ['message', { text: STOPPED, from: BOT }],
      'an edit by another bot': [
        'messageUpdate',
        { text: STOPPED, from: { id: '28:other-bot' }, channelData: { eventType: 'editMessage' } },
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
      const turn = await chat.say(STOPPED);
      assert.deepEqual(
        turn.sent.map(({ activity }) => activity.type),
        ['typing', 'message'],
      );
      const next = await chat.say(STOPPED);
      assert.deepEqual(
        next.sent.map(({ activity }) => activity.type),
        ['message'],
        'the sign is still there',
      );
    });

    it('is not shown in a fast turn', async () => {
      waits.length = 0;
      assert.equal((await chat.say(STOPPED)).sent.length, 1);
      assert.deepEqual(waits, [TYPING_AFTER_MS]);
    });
  });

  it('help says what can be typed at this very moment', async () => {
    await chat.say('help');
    assert.match(chat.text, /Paste what you see/);
    await chat.say('guide me');
    await chat.say('help');
    assert.match(chat.text, /The open question: Paste what the browser shows[\s\S]*"cannot connect"/);
    await chat.say(EVENT);
    await chat.say('start');
    await chat.say('help');
    assert.match(chat.text, /You follow steps[\s\S]*"no admin rights"/);
  });
});
