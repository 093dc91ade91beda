import assert from 'node:assert/strict';
import { CARD_BYTES_MAX, cardBytes } from '../../cards/cardBytes.ts';
import { POPULAR } from '../../src/bot/searchExtension.ts';
import { lintCard } from '../cards/lintCard.ts';
import { startChat, textOf, type Chat } from '../support/chat.ts';
import { ALICE, type Turn } from '../support/wire.ts';
import type { AdaptiveCard } from '../../cards/adaptiveCard.ts';

const KEY = `msteams/${ALICE.conversationId}`;
const MISSING = "The application to execute does not exist: 'D:\\sites\\shop\\Shop.Web.dll'";
const HTML = `<div><p>Good morning, since the deployment:</p><pre>HTTP Error 502.5 - Process Failure\n${MISSING}</pre><p>Password=Gx9-kkQ2-plm;</p></div>`;

describe('message extension: Diagnose this message', () => {
  let chat: Chat;
  before(async () => {
    chat = await startChat();
  });
  beforeEach(async () => await chat.store.delete(KEY));
  after(async () => await chat.close());

  const fetchTask = async (messagePayload: unknown, changes: object = {}): Promise<Turn> =>
    await invoke('composeExtension/fetchTask', {
      commandId: 'diagnoseMessage',
      commandContext: 'message',
      messagePayload,
      ...changes,
    });
  const submitAction = async (data: unknown, changes: object = {}): Promise<Turn> =>
    await invoke('composeExtension/submitAction', {
      commandId: 'diagnoseMessage',
      commandContext: 'message',
      data,
      ...changes,
    });
  const invoke = async (name: string, value: unknown): Promise<Turn> =>
    await chat.wire.post({ type: 'invoke', name, text: undefined, value });

  for (const [what, content] of [
    ['html', HTML],
    ['text', `since the deployment\nHTTP Error 502.5 - Process Failure\n${MISSING}\nPassword=Gx9-kkQ2-plm;`],
  ] as const) {
    it(`shows the verdict on a message (${what}) in a dialog, and keeps nothing`, async () => {
      const turn = await fetchTask({ id: '1', body: { contentType: what, content } });
      const { value } = taskOf(turn);
      assert.match(String(value['title']), /Hostmedic/);
      const card = cardOf(value['card']);
      assert.match(textOf(card), /Certain|Likely/);
      assert.match(textOf(card), /Shop\.Web\.dll/);
      assert.doesNotMatch(JSON.stringify(turn.body), /Gx9-kkQ2-plm/);
      assert.deepEqual(
        card.actions?.map(({ title }) => title),
        ['Send to the conversation', 'Close'],
      );
      assert.deepEqual([turn.sent.length, await chat.store.load(KEY)], [0, null]);
      assert.deepEqual(lintCard(card), []);
    });
  }

  it('the data of the dialog holds no word of the message', async () => {
    const card = cardOf(taskOf(await fetchTask(message(HTML))).value['card']);
    const data = JSON.stringify(card.actions);
    assert.doesNotMatch(data, /Shop|sites|deployment|Good morning/i);
    assert.ok(data.length < 2048, `${data.length} characters`);
  });

  it('reads the words of cards of other apps, and of quoted messages', async () => {
    const content = JSON.stringify({ type: 'AdaptiveCard', body: [{ type: 'TextBlock', text: 'HTTP Error 500.30' }] });
    const alert = { contentType: 'application/vnd.microsoft.card.adaptive', content };
    const turn = await fetchTask({
      body: { contentType: 'html', content: '<attachment id="1"></attachment>' },
      attachments: [alert],
    });
    assert.match(textOf(turn.body), /500\.30/);
  });

  it('says what to do about a message without text, and one with a file only', async () => {
    const empty = await fetchTask(message('   '));
    assert.match(textOf(empty.body), /no text in this message/);
    const file = await fetchTask({
      body: { contentType: 'html', content: '' },
      attachments: [{ contentType: 'reference', name: 'a.log' }],
    });
    assert.match(textOf(file.body), /Attach them to a message of your own/);
  });

  it('says that it knows no cause, and that can be sent too', async () => {
    const card = cardOf(taskOf(await fetchTask(message('lunch at noon?'))).value['card']);
    assert.match(textOf(card), /Not in my catalog/);
    const sent = await submitAction(dataOf(card, 'Send to the conversation'));
    assert.match(textOf(sent.body), /Not in my catalog/);
  });

  it('Close closes the dialog and sends nothing', async () => {
    const card = cardOf(taskOf(await fetchTask(message(HTML))).value['card']);
    const turn = await submitAction(dataOf(card, 'Close'));
    assert.deepEqual([turn.status, turn.body, turn.sent.length], [200, null, 0]);
  });

  for (const withMessage of [true, false]) {
    it(`the card that is sent ${withMessage ? 'with' : 'without'} the message opens a case where it is clicked`, async () => {
      const card = cardOf(taskOf(await fetchTask(message(HTML))).value['card']);
      const sent = sentCard(
        await submitAction(
          dataOf(card, 'Send to the conversation'),
          withMessage ? { messagePayload: message(HTML) } : {},
        ),
      );
      assert.equal(/Shop\.Web\.dll/.test(textOf(sent)), withMessage);
      assert.ok(cardBytes(sent) <= CARD_BYTES_MAX);
      assert.deepEqual(lintCard(sent), []);
      assert.doesNotMatch(JSON.stringify(sent.actions), /Shop\.Web|sites/i);

      const id = `19:team@thread.tacv2;messageid=${withMessage ? 7 : 8}`;
      const elsewhere = { conversation: { id, conversationType: 'channel' } };
      const started = await chat.wire.submit(dataOf(sent, 'Start the steps'), elsewhere);
      assert.match(textOf(started.sent[0]?.activity), /Step 1 of/);
      const again = await chat.wire.submit(dataOf(sent, 'Start the steps'), elsewhere);
      assert.match(textOf(again.sent[0]?.activity), /Step 1 of/);
      const evidence = await chat.wire.submit(dataOf(sent, 'Show evidence'), elsewhere);
      assert.match(textOf(evidence.sent[0]?.activity), /What counted/);
      assert.equal(await chat.store.load(KEY), null);
    });
  }

  it('a sent card joins the case of the conversation, and does not take its quotes away', async () => {
    await chat.say(MISSING);
    const sent = sentCard(
      await submitAction(
        dataOf(cardOf(taskOf(await fetchTask(message(HTML))).value['card']), 'Send to the conversation'),
      ),
    );
    await chat.wire.submit(dataOf(sent, 'Start the steps'));
    await chat.say('show evidence');
    assert.match(chat.text, /Shop\.Web\.dll/);
  });

  it('of forged findings only what the catalog looks for counts', async () => {
    const forged = {
      verb: 'carry',
      next: 'evidence',
      caseId: 'none',
      revision: 0,
      found: 'text:evil@eventLog@100|status:<b>@browser@100|exception:pwned@eventLog@100',
    };
    const turn = await chat.wire.submit(forged);
    assert.deepEqual([turn.status, turn.sent.length], [200, 1]);
    assert.doesNotMatch(JSON.stringify((await chat.store.load(KEY))?.record), /evil|pwned|<b>/);
  });

  for (const [what, name, value] of [
    ['no message', 'composeExtension/fetchTask', { commandId: 'diagnoseMessage' }],
    ['a message that is a text', 'composeExtension/fetchTask', { commandId: 'diagnoseMessage', messagePayload: 'x' }],
    ['an unknown command', 'composeExtension/fetchTask', { commandId: 'formatDisk', messagePayload: {} }],
    ['no value', 'composeExtension/fetchTask', undefined],
    ['a list as value', 'composeExtension/query', []],
    [
      'data that is none of ours',
      'composeExtension/submitAction',
      { commandId: 'diagnoseMessage', data: { verb: 'restart', caseId: 'x', revision: 1 } },
    ],
    ['no data', 'composeExtension/submitAction', { commandId: 'diagnoseMessage' }],
    [
      'a preview nobody made',
      'composeExtension/submitAction',
      { commandId: 'diagnoseMessage', botMessagePreviewAction: 'send' },
    ],
    ['a search without parameters', 'composeExtension/query', { commandId: 'searchCatalog' }],
    [
      'a search with broken parameters',
      'composeExtension/query',
      { commandId: 'searchCatalog', parameters: [1, null] },
    ],
    ['an unknown search', 'composeExtension/query', { commandId: 'constructor', parameters: [] }],
    ['a pick of nothing', 'composeExtension/selectItem', {}],
    ['a pick of an unknown cause', 'composeExtension/selectItem', { kind: 'cause', id: '__proto__' }],
    ['a pick of a code that is none', 'composeExtension/selectItem', { kind: 'code', code: 'rm -rf' }],
  ] as const) {
    it(`refuses ${what} with 400`, async () => {
      const turn = await invoke(name, value);
      assert.deepEqual([turn.status, turn.sent.length], [400, 0]);
    });
  }
});

describe('message extension: search', () => {
  let chat: Chat;
  before(async () => {
    chat = await startChat();
  });
  after(async () => await chat.close());

  const query = async (text: unknown, name = 'query'): Promise<Turn> =>
    await chat.wire.post({
      type: 'invoke',
      name: 'composeExtension/query',
      text: undefined,
      value: { commandId: 'searchCatalog', parameters: [{ name, value: text }], queryOptions: { skip: 0, count: 25 } },
    });
  const pick = async (value: unknown): Promise<Turn> =>
    await chat.wire.post({ type: 'invoke', name: 'composeExtension/selectItem', text: undefined, value });

  it('shows the entries that people look for most before anything is typed', async () => {
    const rows = rowsOf(await query('true', 'initialRun'));
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
      const rows = rowsOf(await query(asked));
      assert.match(rows[0]?.title ?? '', first);
      for (const row of rows) {
        const turn = await pick(row.picked);
        const card = sentCard(turn);
        assert.deepEqual(lintCard(card), [], row.title);
        assert.ok(cardBytes(card) <= CARD_BYTES_MAX);
        assert.ok(!(card.actions ?? []).some(({ title }) => title === 'Back'));
      }
    });
  }

  it('a button on an inserted card works in the conversation', async () => {
    const rows = rowsOf(await query('stdout log'));
    const how = rows.find(({ text }) => text.startsWith('How to'));
    const shown = await chat.wire.submit(dataOf(sentCard(await pick(how?.picked)), 'Show the steps'));
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
      const turn = await query(text);
      assert.equal(turn.status, 200);
      assert.ok(performance.now() - started < 3000);
      assert.doesNotMatch(JSON.stringify(turn.body), /<script>/);
    });
  }

  it('says so when nothing is found', async () => {
    assert.match(JSON.stringify((await query('zzzzqqqq')).body), /Nothing found/);
  });

  it('keeps nothing', async () => {
    await chat.store.delete(KEY);
    await query('500.30');
    assert.equal(await chat.store.load(KEY), null);
  });
});

type Fields = Readonly<Record<string, unknown>>;

function message(content: string): object {
  return { id: '1', body: { contentType: 'html', content }, attachments: [] };
}

function taskOf(turn: Turn): { readonly value: Fields } {
  assert.equal(turn.status, 200);
  const { task } = turn.body as { readonly task: { readonly type: string; readonly value: Fields } };
  assert.equal(task.type, 'continue');
  return task;
}

function cardOf(attachment: unknown): AdaptiveCard {
  const { contentType, content } = attachment as { readonly contentType: string; readonly content: AdaptiveCard };
  assert.equal(contentType, 'application/vnd.microsoft.card.adaptive');
  return content;
}

function resultOf(turn: Turn): readonly Fields[] {
  assert.equal(turn.status, 200);
  const { composeExtension } = turn.body as {
    readonly composeExtension: { readonly type: string; readonly attachments: readonly Fields[] };
  };
  assert.equal(composeExtension.type, 'result');
  return composeExtension.attachments;
}

function sentCard(turn: Turn): AdaptiveCard {
  return cardOf(resultOf(turn)[0]);
}

function rowsOf(turn: Turn): readonly { readonly title: string; readonly text: string; readonly picked: unknown }[] {
  return resultOf(turn).map(({ preview }) => {
    const { content } = preview as {
      readonly content: { readonly title: string; readonly text: string; readonly tap: { readonly value: unknown } };
    };
    return { title: content.title, text: content.text, picked: content.tap.value };
  });
}

function dataOf(card: AdaptiveCard, title: string): object {
  const found = card.actions?.find((one) => one.title === title);
  assert.ok(found?.type === 'Action.Submit', `no button ${title}: ${card.actions?.map((one) => one.title).join(', ')}`);
  return found.data;
}
