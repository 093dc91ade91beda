import assert from 'node:assert/strict';
import { describeInBrowser } from '../support/browser.ts';
import { startLocalServer } from '../support/localServer.ts';
import type { LocalServer } from '../support/localServer.ts';
import { openChat } from './openChat.ts';
import type { Chat } from './openChat.ts';
import { createStepBot } from './stepBot.ts';
import type { StepBot } from './stepBot.ts';

const NARROW = { width: 360, height: 640 };

describeInBrowser('local chat: a card that takes the place of another', (browser) => {
  let server: LocalServer;
  let bot: StepBot;
  let chat: Chat;
  beforeEach(async () => {
    bot = createStepBot();
    server = await startLocalServer({ bot });
  });
  afterEach(async () => {
    await chat.close();
    await server.close();
  });

  async function open(options: Parameters<typeof openChat>[2] = {}): Promise<void> {
    chat = await openChat(browser(), server.url, options);
    await chat.say('start');
    await chat.shows(/Step 1/);
  }

  it('shows its top, and lights up for a moment', async () => {
    await open(NARROW);
    await chat.press('Done');
    await chat.shows(/Step 2/);
    assert.match((await chat.last().getAttribute('class')) ?? '', /\bfresh\b/);
    assert.ok(await isInView(chat, chat.last().getByRole('heading')), 'the heading is in view');
    await chat.page.waitForTimeout(1_800);
    assert.doesNotMatch((await chat.last().getAttribute('class')) ?? '', /\bfresh\b/);
  });

  it('lights up without movement where none is wanted', async () => {
    await open({ reducedMotion: true });
    await chat.press('Done');
    await chat.shows(/Step 2/);
    const look = `(({ animationName, boxShadow }) => [animationName, boxShadow === 'none'])(getComputedStyle(document.querySelector('.fresh .ac-adaptiveCard')))`;
    assert.deepEqual(await chat.page.evaluate(look), ['none', false]);
  });

  it('leaves no button lit under a resting pointer, and takes no focus', async () => {
    await open();
    const done = chat.last().getByRole('button', { name: 'Done', exact: true });
    const rest = await borderOf(chat);
    await chat.press('Done');
    await chat.shows(/Step 2/);
    assert.equal(await done.evaluate((button) => button.matches(':hover')), true);
    assert.equal(await borderOf(chat), rest);
    assert.equal(await chat.page.evaluate('document.activeElement === document.body'), true);
    const box = await done.boundingBox();
    await chat.page.mouse.move((box?.x ?? 0) + 5, (box?.y ?? 0) + 5);
    assert.notEqual(await borderOf(chat), rest, 'a pointer that moves lights it');
  });

  it('gives its heading the focus when it was asked for by keyboard', async () => {
    await open();
    await chat.last().getByRole('button', { name: 'Done', exact: true }).focus();
    await chat.page.keyboard.press('Enter');
    await chat.shows(/Step 2/);
    assert.equal(await chat.page.evaluate('document.activeElement.textContent.trim()'), 'Step 2');
    await chat.page.keyboard.press('Tab');
    assert.notEqual(await chat.page.evaluate(`document.activeElement.closest('.message.bot')`), null);
  });

  it('marks the older cards of the case when a newer one stands below; they still work, and then they are the newest', async () => {
    await open();
    const cards = chat.page.locator('.message.bot');
    await chat.press('Done');
    await chat.shows(/Step 2/);
    assert.equal(await chat.page.getByText('Earlier card').count(), 0);
    await chat.say('status');
    await cards.nth(1).waitFor();
    assert.deepEqual(await marks(chat), [true, false]);
    assert.match((await cards.nth(0).getAttribute('aria-label')) ?? '', /, earlier card$/);
    await chat.say('other case');
    await cards.nth(2).waitFor();
    assert.deepEqual(await marks(chat), [true, false, false], 'a card of another case overtakes none');
    await cards.nth(0).getByRole('button', { name: 'Done', exact: true }).click();
    await cards.nth(0).getByText('Step 3').waitFor();
    assert.deepEqual(await marks(chat), [false, true, false]);
    await chat.page.reload();
    await cards.nth(2).waitFor();
    assert.deepEqual(await marks(chat), [false, true, false]);
    assert.equal(bot.clicks, 2);
  });

  it('says in view that a click found no server, tries again on request, and forgets it when the server is back', async () => {
    await open(NARROW);
    const context = chat.page.context();
    await context.setOffline(true);
    // The button at the lower edge: what stands under the card is behind the box to write in.
    await chat
      .last()
      .getByRole('button', { name: 'Done', exact: true })
      .evaluate((button) => button.scrollIntoView(false));
    await chat.press('Done');
    const line = chat.last().locator('.line');
    await line.getByText('"Done" did not work. The server does not answer.').waitFor();
    assert.ok(await isInView(chat, line), 'the line is in view');
    await chat.press('Try again');
    await line.getByText('did not work').waitFor();
    assert.equal(bot.clicks, 0);
    await context.setOffline(false);
    await line.filter({ hasText: /^$/ }).waitFor({ state: 'attached' });
    await chat.press('Done');
    await chat.shows(/Step 2/);
    assert.equal(bot.clicks, 1);
  });

  it('tries a click again after a failure of the bot, as the same click', async () => {
    await open();
    bot.failNext();
    await chat.press('Done');
    const first = chat.page.locator('.message.bot').first();
    await first.getByRole('button', { name: 'Try again' }).click();
    await first.getByText('Step 2').waitFor();
    assert.equal(await first.locator('.line').innerText(), '');
    assert.equal(new Set(bot.clickIds).size, 1);
    assert.equal(bot.clickIds.length, 2);
  });
});

async function marks(chat: Chat): Promise<readonly boolean[]> {
  const articles = await chat.page.locator('.message.bot').all();
  return await Promise.all(articles.map(async (article) => (await article.locator('.mark').count()) === 1));
}

/** Within the list of messages, which ends above the box to write in. */
async function isInView(chat: Chat, part: ReturnType<Chat['last']>): Promise<boolean> {
  const log = await chat.page.locator('#log').boundingBox();
  const box = await part.boundingBox();
  if (log === null || box === null) return false;
  return box.y >= log.y && box.y + box.height <= log.y + log.height;
}

/** Colour of the border of the first "Done". */
async function borderOf(chat: Chat): Promise<unknown> {
  return await chat.page.evaluate(
    `getComputedStyle([...document.querySelectorAll('.ac-pushButton')].find((one) => one.textContent === 'Done')).borderColor`,
  );
}
