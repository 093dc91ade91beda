import assert from 'node:assert/strict';
import { CARD_BYTES_MAX, cardBytes } from '../../cards/cardBytes.ts';
import { lintCard } from '../cards/lintCard.ts';
import { startChat, textOf, type Chat } from '../support/chat.ts';
import { callsOf, cardOf, dataOf, HTML, message, sentCard, taskOf, type ExtensionCalls } from './extension.ts';
import { EVENT, KEY } from './fixtures.ts';

describe('message extension: Diagnose this message', () => {
  let chat: Chat;
  let calls: ExtensionCalls;
  before(async () => {
    chat = await startChat();
    calls = callsOf(chat.wire);
  });
  beforeEach(async () => await chat.store.delete(KEY));
  after(async () => await chat.close());

  for (const [what, content] of [
    ['html', HTML],
    ['text', `since the deployment\nHTTP Error 502.5 - Process Failure\n${EVENT}\nPassword=Gx9-kkQ2-plm;`],
  ] as const) {
    it(`shows the verdict on a message (${what}) in a dialog, and keeps nothing`, async () => {
      const turn = await calls.fetchTask({ id: '1', body: { contentType: what, content } });
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
    const card = cardOf(taskOf(await calls.fetchTask(message(HTML))).value['card']);
    const data = JSON.stringify(card.actions);
    assert.doesNotMatch(data, /Shop|sites|deployment|Good morning/i);
    assert.ok(data.length < 2048, `${data.length} characters`);
  });

  it('reads the words of cards of other apps, and of quoted messages', async () => {
    const content = JSON.stringify({ type: 'AdaptiveCard', body: [{ type: 'TextBlock', text: 'HTTP Error 500.30' }] });
    const alert = { contentType: 'application/vnd.microsoft.card.adaptive', content };
    const turn = await calls.fetchTask({
      body: { contentType: 'html', content: '<attachment id="1"></attachment>' },
      attachments: [alert],
    });
    assert.match(textOf(turn.body), /500\.30/);
  });

  it('says what to do about a message without text, and one with a file only', async () => {
    const empty = await calls.fetchTask(message('   '));
    assert.match(textOf(empty.body), /no text in this message/);
    const file = await calls.fetchTask({
      body: { contentType: 'html', content: '' },
      attachments: [{ contentType: 'reference', name: 'a.log' }],
    });
    assert.match(textOf(file.body), /Attach them to a message of your own/);
  });

  it('says that it knows no cause, and that can be sent too', async () => {
    const card = cardOf(taskOf(await calls.fetchTask(message('lunch at noon?'))).value['card']);
    assert.match(textOf(card), /Not in my catalog/);
    const sent = await calls.submitAction(dataOf(card, 'Send to the conversation'));
    assert.match(textOf(sent.body), /Not in my catalog/);
  });

  it('Close closes the dialog and sends nothing', async () => {
    const card = cardOf(taskOf(await calls.fetchTask(message(HTML))).value['card']);
    const turn = await calls.submitAction(dataOf(card, 'Close'));
    assert.deepEqual([turn.status, turn.body, turn.sent.length], [200, null, 0]);
  });

  for (const withMessage of [true, false]) {
    it(`the card that is sent ${withMessage ? 'with' : 'without'} the message opens a case where it is clicked`, async () => {
      const card = cardOf(taskOf(await calls.fetchTask(message(HTML))).value['card']);
      const sent = sentCard(
        await calls.submitAction(
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
    await chat.say(EVENT);
    const sent = await calls.send(HTML);
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
      const turn = await calls.invoke(name, value);
      assert.deepEqual([turn.status, turn.sent.length], [400, 0]);
    });
  }
});
