import assert from 'node:assert/strict';
import { startWholeBot, type WholeBot } from './support/wholeBot.ts';

/** What each field may say; a value that fits no pattern is a leak or a new field to be thought about. */
const FIELDS: Readonly<Record<string, RegExp>> = {
  level: /^(?:debug|info|warn|error)$/,
  time: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
  event: /^[a-z]+(?:-[a-z]+)*$/,
  ref: /^[0-9a-f]{8}$/,
  error: /^[A-Za-z]{3,40}$/,
  code: /^[A-Z][A-Z0-9_]{2,40}$/,
  at: /^(?:[\w.-]+:\d+(?: < )?){0,3}$/,
  status: /^[1-5]\d\d$/,
  reason: /^[A-Za-z]+(?:[ _-][A-Za-z0-9]+)*$/,
  activityType: /^(?:message|messageUpdate|messageDelete|messageReaction|invoke|conversationUpdate|event|other)$/,
  count: /^\d+$/,
  durationMs: /^\d+(?:\.\d+)?$/,
  port: /^\d+$/,
};

/** Each holds a word that must not be found in the log. */
const WORDS = ['zebedee', 'hunter2', 'kitchen', 'contoso', 'nordwind'];
const NAMES = ['Zebedee\n{"level":"error","event":"forged"}', '\u202ezebedee', '${jndi:zebedee}', '__proto__zebedee'];
const TEXTS = [
  'kitchen\r\n{"event":"forged","level":"fatal"}',
  "The application to execute does not exist: 'D:\\sites\\nordwind\\Shop.Web.dll'",
  'Server=sql.contoso.com;User Id=zebedee;Password=hunter2;',
  '\u001b[31mkitchen\u0000\u2028\u2029',
  '{{kitchen}} %s %o %j',
  'start',
  'done',
  'forget me',
];

describe('the log of a whole conversation', () => {
  let bot: WholeBot;
  before(async () => {
    bot = await startWholeBot();
    const everything = NAMES.flatMap((name, at) =>
      TEXTS.map((text) => ({ text, name, conversation: `kitchen-${at}-${name}` })),
    );
    for (const { text, name, conversation } of everything) {
      const who = { from: { id: `29:${name}`, name }, conversation: { id: conversation, tenantId: 'nordwind' } };
      const channelData = { tenant: { id: 'nordwind' } };
      await bot.post({ text, ...who, channelData });
      bot.connector.script({ type: 'fail', status: 413 });
      await bot.post({ text, ...who, channelData });
    }
    for (const changes of [
      { type: 'kitchen' },
      { type: 'messageReaction', reactionsAdded: [{ type: 'kitchen' }] },
      { type: 'invoke', name: 'kitchen/zebedee', value: { kitchen: 'hunter2' } },
      {
        type: 'invoke',
        name: 'adaptiveCard/action',
        value: { action: { verb: 'kitchen', data: { verb: 'hunter2' } } },
      },
      { value: { verb: 'start', caseId: 'kitchen', revision: 'hunter2' }, text: undefined },
      { deliveryMode: 'expectReplies', text: 'kitchen' },
      { serviceUrl: 'https://kitchen.contoso.com/' },
      { channelId: 'kitchen' },
      { conversation: 'kitchen' },
      { attachments: [{ contentType: 'text/kitchen', contentUrl: 'https://kitchen.contoso.com/x', name: 'zebedee' }] },
    ]) {
      await bot.post(changes);
    }
    bot.connector.script({ type: 'reset' });
    await bot.post({ text: 'kitchen' });
    const headers = { authorization: 'Bearer kitchen', 'user-agent': 'zebedee', 'x-forwarded-for': 'hunter2' };
    await fetch(`${bot.url}/api/messages?kitchen`, { method: 'POST', headers, body: 'kitchen' });
    await bot.get('/kitchen/zebedee');
    await bot.close();
  });

  it('is one line of JSON for each event, with known fields and values of a known shape', () => {
    assert.ok(bot.log.length > 50, String(bot.log.length));
    for (const line of bot.log) {
      assert.match(line, /^\{[^\n\r\u2028\u2029\u0000-\u001f]*\}\n$/);
      const fields: Record<string, unknown> = JSON.parse(line);
      for (const [name, value] of Object.entries(fields)) {
        const shape = FIELDS[name];
        assert.ok(shape !== undefined && shape.test(String(value)), `${name} in ${line}`);
      }
      assert.ok('level' in fields && 'time' in fields && 'event' in fields, line);
    }
  });

  it('has no word of what was written, and of who wrote it', () => {
    const all = bot.log.join('').toLowerCase();
    for (const word of WORDS) assert.ok(!all.includes(word), word);
  });

  it('tells of turns, refusals and failures', () => {
    const all = bot.log.join('');
    for (const event of ['turn', 'refused', 'send-failed', 'turn-failed'])
      assert.ok(all.includes(`"event":"${event}"`), event);
  });
});
