import assert from 'node:assert/strict';
import { describeInBrowser } from '../support/browser.ts';
import { startLocalServer } from '../support/localServer.ts';
import type { LocalServer } from '../support/localServer.ts';
import { createCardBot } from './cardBot.ts';
import type { CardBot } from './cardBot.ts';
import { openChat } from './openChat.ts';
import type { Chat } from './openChat.ts';

describeInBrowser('local chat: the box to write in', (browser) => {
  let server: LocalServer;
  let bot: CardBot;
  let chat: Chat;
  beforeEach(async () => {
    bot = createCardBot();
    server = await startLocalServer({ bot });
    chat = await openChat(browser(), server.url);
  });
  afterEach(async () => {
    await chat.close();
    await server.close();
    assert.deepEqual(chat.problems, []);
  });

  it('sends with Enter, and starts a new line with Shift+Enter', async () => {
    const { keyboard } = chat.page;
    await chat.page.getByLabel('Message', { exact: true }).focus();
    await keyboard.type('one');
    await keyboard.press('Shift+Enter');
    await keyboard.type('two');
    await keyboard.press('Enter');
    await chat.shows(/^First/);
    assert.equal(bot.got.at(-1)?.text, 'one\ntwo');
    assert.equal(await chat.page.getByLabel('Message', { exact: true }).inputValue(), '');
    assert.equal(await chat.page.evaluate('document.activeElement.id'), 'message', 'ready for the next message');
  });

  it('sends nothing when nothing was written, and says so', async () => {
    await chat.page.getByRole('button', { name: 'Send' }).click();
    await chat.page.getByRole('alert').getByText('Paste or write something first.').waitFor();
    assert.equal(await chat.page.locator('.message').count(), 0);
  });

  it('grows with its text, and leaves room for the messages', async () => {
    const box = chat.page.getByLabel('Message', { exact: true });
    const before = (await box.boundingBox())?.height ?? 0;
    await box.fill('line\n'.repeat(8));
    const grown = (await box.boundingBox())?.height ?? 0;
    assert.ok(grown > before + 80, `${before} -> ${grown}`);
    await box.fill('line\n'.repeat(300));
    assert.ok(((await box.boundingBox())?.height ?? 0) < 400);
  });

  it('takes a file that is dropped on the page, and lets it be removed', async () => {
    await chat.page.evaluate(`{
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(['line 1'], 'stdout.log'));
      document.querySelector('#log').dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    }`);
    await chat.page.locator('#chip').getByText('stdout.log, 6 bytes').waitFor();
    await chat.page.getByRole('button', { name: 'Remove the file' }).click();
    assert.equal(await chat.page.locator('#chip').isVisible(), false);
  });

  it('shows that the bot is working when it takes longer, and no more when it has answered', async () => {
    await chat.say('wait');
    await chat.page.locator('#typing').waitFor();
    await chat.shows(/^First/);
    await chat.page.locator('#typing').waitFor({ state: 'hidden' });
  });
});
