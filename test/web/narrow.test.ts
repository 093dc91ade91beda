import assert from 'node:assert/strict';
import { describeInBrowser } from '../support/browser.ts';
import { startLocalServer } from '../support/localServer.ts';
import type { LocalServer } from '../support/localServer.ts';
import { openChat } from './openChat.ts';
import type { Chat } from './openChat.ts';
import { createStepBot, LONG_COMMAND, LONG_NAME } from './stepBot.ts';
import { openWelcome, toVerdict } from './way.ts';

/** The soft breaks in the block with the long name, the lines that a part of it takes, and what copying it gives. */
const BREAKS_OF_NAME = `(() => {
  const block = [...document.querySelectorAll('.ac-richTextBlock')].find((one) => one.textContent.includes('Contoso'));
  const lines = [...block.querySelector('.ac-textRun').childNodes].slice(1, -1).map((node) => {
    const range = document.createRange();
    range.selectNodeContents(node);
    return range.getClientRects().length;
  });
  getSelection().selectAllChildren(block);
  return { breaks: block.querySelectorAll('wbr').length, mostLines: Math.max(...lines), copied: String(getSelection()).trim() };
})()`;

const NARROW = { width: 360, height: 640 };

describeInBrowser('local chat: on a telephone', (browser) => {
  let server: LocalServer;
  let chat: Chat;
  beforeEach(async () => {
    server = await startLocalServer({ bot: createStepBot() });
    chat = await openChat(browser(), server.url, NARROW);
    await chat.say('start');
    await chat.shows(/Step 1/);
  });
  afterEach(async () => {
    await chat.close();
    await server.close();
  });

  it('keeps a line of code in one line that scrolls, with Copy above it', async () => {
    const lines = chat.last().locator('.lines');
    const sizes = await lines.evaluate(({ scrollWidth, clientWidth, scrollHeight, clientHeight }) => ({
      scrolls: scrollWidth > clientWidth,
      isWhole: scrollHeight <= clientHeight,
    }));
    assert.deepEqual(sizes, { scrolls: true, isWhole: true });
    assert.equal(await lines.evaluate((part) => part.computedStyleMap().get('overflow-x')?.toString()), 'auto');
    const run = await lines.locator('.ac-textRun').evaluate((part) => part.getClientRects().length);
    assert.equal(run, 1, 'one line');
    const copy = await chat.last().getByRole('button', { name: 'Copy' }).boundingBox();
    const block = await chat.last().locator('.code').boundingBox();
    assert.ok((copy?.y ?? 0) + (copy?.height ?? 0) <= (block?.y ?? 0), 'Copy ends where the block begins');
    assert.equal((await lines.innerText()).trim(), LONG_COMMAND);
  });

  it('breaks a long name after a dot, and copies it without the breaks', async () => {
    const shown: unknown = await chat.page.evaluate(BREAKS_OF_NAME);
    assert.deepEqual(shown, { breaks: 6, mostLines: 1, copied: `Look for ${LONG_NAME} in the folder.` });
  });

  it('opens the menu beside the box to write in, with what each row means', async () => {
    await chat.page.locator('#log').evaluate((log) => log.scrollTo(0, log.scrollHeight));
    await chat.last().getByRole('button', { name: /more/i }).click();
    const menu = await chat.page.getByRole('menu').boundingBox();
    const composer = await chat.page.locator('#composer').boundingBox();
    assert.ok((menu?.y ?? -1) >= 0 && (menu?.y ?? 0) + (menu?.height ?? 0) <= (composer?.y ?? 0));
    const row = chat.page.getByRole('menuitem', { name: 'Two', exact: true });
    assert.match(await row.innerText(), /^Two\s+What Two means$/);
  });

  it('says in the header where a paste goes', async () => {
    assert.ok(await chat.page.getByText('What you paste stays on this machine.').isVisible());
  });
});

describeInBrowser('local chat: what the boxes and quotes show', (browser) => {
  let server: LocalServer;
  let chat: Chat;
  before(async () => {
    server = await startLocalServer();
  });
  after(async () => {
    await server.close();
  });
  afterEach(async () => {
    await chat.close();
  });

  it('asks for a paste in one box only while the first card has its own', async () => {
    chat = await openWelcome(browser(), server.url);
    const box = chat.page.getByLabel('Message', { exact: true });
    assert.equal(await box.getAttribute('placeholder'), 'Type a message or answer');
    await toVerdict(chat);
    assert.equal(await box.getAttribute('placeholder'), 'Paste an error page, an event or a log');
    await chat.page.reload();
    await chat.shows(/Start the steps/);
    assert.equal(await box.getAttribute('placeholder'), 'Paste an error page, an event or a log');
  });

  it('shows three lines of a quote on the verdict, all of it with the evidence', async () => {
    chat = await openChat(browser(), server.url, NARROW);
    await toVerdict(chat);
    const height = await chat
      .last()
      .locator('.quoted')
      .first()
      .evaluate((quote) => quote.clientHeight);
    assert.ok(height > 0 && height <= 3 * 21, `${height} px`);
    await chat.press('Show evidence');
    await chat.shows(/What counted/);
    assert.equal(await chat.last().locator('.quoted').count(), 0);
  });
});
