import assert from 'node:assert/strict';
import { CARD_BYTES_MAX, cardBytes } from '../../cards/cardBytes.ts';
import { POPULAR } from '../../src/bot/searchExtension.ts';
import { lintCard } from '../cards/lintCard.ts';
import { startChat, textOf, type Chat } from '../support/chat.ts';
import { callsOf, dataOf, rowsOf, sentCard, type ExtensionCalls } from './extension.ts';
import { KEY } from './fixtures.ts';

describe('message extension: search', () => {
  let chat: Chat;
  let calls: ExtensionCalls;
  before(async () => {
    chat = await startChat();
    calls = callsOf(chat.wire);
  });
  after(async () => await chat.close());

  it('shows the entries that people look for most before anything is typed', async () => {
    const rows = rowsOf(await calls.query('true', 'initialRun'));
    const titles = rows.map(({ title }) => title).join('\n');
    for (const code of POPULAR) assert.ok(titles.includes(code), code);
  });

  for (const [asked, first] of [
    ['500.30', /^500\.30 /],
    ['0x8007000d', /^0x8007000d /],
    ['-2147024883', /^0x8007000d /],
    ['app pool stopped', /pool/i],
    ['hosting bundle', /bundle/i],
    ['stdout log', /stdout/i],
  ] as const) {
    it(`finds "${asked}", and picking a row inserts its card`, async () => {
      const rows = rowsOf(await calls.query(asked));
      assert.match(rows[0]?.title ?? '', first);
      for (const row of rows) {
        const turn = await calls.pick(row.picked);
        const card = sentCard(turn);
        assert.deepEqual(lintCard(card), [], row.title);
        assert.ok(cardBytes(card) <= CARD_BYTES_MAX);
        assert.ok(!(card.actions ?? []).some(({ title }) => title === 'Back'));
      }
    });
  }

  it('a button on an inserted card works in the conversation', async () => {
    const rows = rowsOf(await calls.query('stdout log'));
    const how = rows.find(({ text }) => text.startsWith('How to'));
    const shown = await chat.wire.submit(dataOf(sentCard(await calls.pick(how?.picked)), 'Show the steps'));
    assert.match(textOf(shown.sent[0]?.activity), /Step 1 of/);
  });

  for (const [what, text] of [
    ['nothing', ''],
    ['blanks', '   '],
    ['a long text', 'x '.repeat(50_000)],
    ['markup', '<script>alert(1)</script>'],
    ['an object', { a: 1 }],
    ['a name of every object', '__proto__'],
    ['a pattern', '(a+)+$'.repeat(20)],
    ['control characters', '\u0000\u202E500.30'],
  ] as const) {
    it(`answers ${what} within three seconds`, async () => {
      const started = performance.now();
      const turn = await calls.query(text);
      assert.equal(turn.status, 200);
      assert.ok(performance.now() - started < 3000);
      assert.doesNotMatch(JSON.stringify(turn.body), /<script>/);
    });
  }

  it('says so when nothing is found', async () => {
    assert.match(JSON.stringify((await calls.query('zzzzqqqq')).body), /Nothing found/);
  });

  it('keeps nothing', async () => {
    await chat.store.delete(KEY);
    await calls.query('500.30');
    assert.equal(await chat.store.load(KEY), null);
  });
});
