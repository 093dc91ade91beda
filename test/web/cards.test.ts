import assert from 'node:assert/strict';
import { describeInBrowser } from '../support/browser.ts';
import { startLocalServer } from '../support/localServer.ts';
import type { LocalServer } from '../support/localServer.ts';
import { createCardBot } from './cardBot.ts';
import type { CardBot } from './cardBot.ts';
import { openChat } from './openChat.ts';
import type { Chat } from './openChat.ts';

describeInBrowser('local chat: cards', (browser) => {
  let server: LocalServer;
  let bot: CardBot;
  let chat: Chat;
  beforeEach(async () => {
    bot = createCardBot();
    server = await startLocalServer({ bot });
    chat = await openChat(browser(), server.url);
    await chat.say('a card');
    await chat.shows(/^First/);
  });
  afterEach(async () => {
    await chat.close();
    await server.close();
  });

  it('shows HTML as text, and makes links of https addresses only', async () => {
    const links = await chat.last().locator('a').all();
    assert.deepEqual(await Promise.all(links.map((link) => link.innerText())), ['good']);
    assert.equal(await links[0]?.getAttribute('rel'), 'noopener noreferrer');
    assert.equal(await links[0]?.getAttribute('target'), '_blank');
    assert.equal(await chat.last().locator('img').count(), 0);
    assert.match(await chat.last().innerText(), /<img src=x/);
    await chat.say('plain');
    await chat.shows(/^<b>plain<\/b>$/);
    assert.deepEqual(chat.problems, []);
  });

  it('puts the answer to Action.Execute in the place of the card', async () => {
    await chat.last().getByLabel('What did you see?').fill('not for this button');
    await chat.press('Next');
    await chat.shows(/^Second/);
    assert.equal(await chat.page.locator('.message').count(), 2);
    assert.deepEqual(bot.got.at(-1)?.value, {
      action: { type: 'Action.Execute', verb: 'next', data: { verb: 'next', count: 1 } },
      trigger: 'manual',
    });
    assert.equal(await chat.last().getByLabel('What did you see?').inputValue(), '');
  });

  it('takes one click while one is under way', async () => {
    await chat.press('Slow');
    assert.equal(await chat.last().getAttribute('aria-busy'), 'true');
    await chat.last().getByRole('button', { name: 'Next', exact: true }).click({ force: true });
    await chat.shows(/^Second/);
    assert.equal(bot.got.filter(({ type }) => type === 'invoke').length, 1);
    assert.notEqual(await chat.last().getAttribute('aria-busy'), 'true');
    await chat.press('Next');
    await chat.page.waitForTimeout(200);
    assert.equal(bot.got.filter(({ type }) => type === 'invoke').length, 2);
  });

  it('says in one line that a click failed, keeps the card and what was written, and takes the next click', async () => {
    await chat.last().getByLabel('What did you see?').fill('half a sentence');
    await chat.press('Wrong');
    await chat.shows(/^Something went wrong on my side/);
    const card = chat.page.locator('.message.bot').first();
    await card.getByText('"Wrong" did not work. The bot could not take it (500).').waitFor();
    assert.equal(await card.getByLabel('What did you see?').inputValue(), 'half a sentence');
    await card.getByRole('button', { name: 'Next', exact: true }).click();
    await card.getByText('Second').waitFor();
  });

  it('sends Action.Submit as value with what stands in the boxes; older cards still work', async () => {
    await chat.last().getByLabel('What did you see?').fill('line 1\nline 2');
    await chat.press('Tell');
    await chat.page.locator('.message.bot').nth(1).waitFor();
    assert.deepEqual(bot.got.at(-1), {
      type: 'message',
      value: { verb: 'tell', count: 1, paste: 'line 1\nline 2' },
      text: undefined,
    });
    const own = chat.page.locator('.message.person').last();
    assert.equal(await own.locator('.click').innerText(), 'Tell');
    assert.equal(await own.locator('pre').innerText(), 'line 1\nline 2');
    const first = chat.page.locator('.message.bot').first();
    await first.getByRole('button', { name: 'Next', exact: true }).click();
    await first.getByText('Second').waitFor();
    assert.match(await chat.shows(/^First/), /^First/, 'the newer card is left alone');
  });

  it('opens the rest of the buttons by keyboard, and closes it with Escape', async () => {
    const more = chat.last().getByRole('button', { name: /more/i });
    await more.focus();
    await chat.page.keyboard.press('Enter');
    const rows = chat.page.getByRole('menuitem');
    assert.deepEqual(await rows.allInnerTexts(), ['Hidden one', 'Hidden two']);
    assert.equal(await more.getAttribute('aria-expanded'), 'true');
    await chat.page.keyboard.press('Escape');
    assert.equal(await rows.count(), 0);
    assert.equal(
      await chat.page.evaluate(`document.activeElement.getAttribute('aria-expanded')`),
      'false',
      'the focus is back',
    );
    await chat.page.keyboard.press('Enter');
    await chat.page.keyboard.press('ArrowDown');
    await chat.page.keyboard.press('Enter');
    await chat.shows(/^Second/);
  });

  it('opens a fold, says so, and keeps what is in the boxes when the colours change', async () => {
    const why = chat.last().getByRole('button', { name: 'Why', exact: true });
    assert.equal(await why.getAttribute('aria-expanded'), 'false');
    await why.focus();
    await chat.page.keyboard.press('Enter');
    await chat.last().getByText('Because.').waitFor();
    assert.equal(await why.getAttribute('aria-expanded'), 'true');
    await chat.last().getByLabel('What did you see?').fill('kept');
    const paper = `getComputedStyle(document.querySelector('.ac-adaptiveCard')).backgroundColor`;
    const before = await chat.page.evaluate(paper);
    await chat.page.getByRole('button', { name: /Dark/ }).click();
    const after = await chat.page.evaluate(paper);
    assert.notEqual(after, before);
    assert.equal(await chat.last().getByLabel('What did you see?').inputValue(), 'kept');
    await chat.page.reload();
    await chat.page.getByRole('button', { name: /Light/ }).waitFor();
    assert.equal(await chat.page.evaluate(paper), after);
  });

  it('copies the commands of a step', async () => {
    await chat.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await chat.press('Copy');
    await chat.last().getByText('Copied').waitFor();
    assert.equal(await chat.page.evaluate('navigator.clipboard.readText()'), 'iisreset /status\nnet start w3svc');
  });
});
