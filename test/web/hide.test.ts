import assert from 'node:assert/strict';
import { describeInBrowser } from '../support/browser.ts';
import { startLocalServer } from '../support/localServer.ts';
import type { LocalServer } from '../support/localServer.ts';
import { createCardBot } from './cardBot.ts';
import { openChat } from './openChat.ts';
import type { Chat } from './openChat.ts';

const SECRET = 'only-this-once';

describeInBrowser('local chat: an own message that should not have been', (browser) => {
  let server: LocalServer;
  let chat: Chat;
  beforeEach(async () => {
    server = await startLocalServer({ bot: createCardBot() });
    chat = await openChat(browser(), server.url);
    await chat.say(`Server=db;Password=${SECRET}`);
    await chat.shows(/^First/);
  });
  afterEach(async () => {
    await chat.close();
    await server.close();
  });

  async function hide(): Promise<void> {
    const own = chat.page.locator('.message.person').first();
    await own.getByRole('button', { name: 'More about your message' }).click();
    await chat.page.getByRole('menuitem', { name: 'Hide this message' }).click();
    await own.getByText('You hid this message.').waitFor();
  }

  it('is taken off the page and out of what the tab remembers', async () => {
    await chat.page.waitForTimeout(300);
    assert.match(await memory(chat), new RegExp(SECRET));
    await hide();
    assert.doesNotMatch(await chat.page.content(), new RegExp(SECRET));
    assert.doesNotMatch(await memory(chat), new RegExp(SECRET));
    assert.equal(await chat.page.getByRole('button', { name: 'More about your message' }).count(), 0);
  });

  it('is forgotten by the server too: a page that asks for everything gets no text', async () => {
    await hide();
    await chat.page.waitForTimeout(200);
    await chat.page.addInitScript(
      `for (const key of Object.keys(localStorage)) if (key !== 'hostmedic.chat') localStorage.removeItem(key)`,
    );
    const told = chat.page.waitForResponse(/\/events/);
    await chat.page.reload();
    await told;
    await chat.shows(/^First/);
    assert.doesNotMatch(await chat.page.content(), new RegExp(SECRET));
    await chat.page.getByText('You hid this message.').waitFor();
  });

  it('stays hidden when a server that did not hear of it tells it again', async () => {
    await chat.page.route('**/activities/*', (route) => route.abort());
    await hide();
    // The page saves when it is left, so this is done as the next one begins.
    await chat.page.addInitScript(
      `for (const [key, value] of Object.entries(localStorage)) {
        if (key.startsWith('hostmedic.answers.')) localStorage.setItem(key, JSON.stringify({ ...JSON.parse(value), lastEvent: null }));
      }`,
    );
    await chat.page.reload();
    await chat.shows(/^First/);
    await chat.page.waitForTimeout(300);
    assert.doesNotMatch(await chat.page.content(), new RegExp(SECRET));
    assert.doesNotMatch(await memory(chat), new RegExp(SECRET));
  });
});

async function memory(chat: Chat): Promise<string> {
  return String(await chat.page.evaluate('JSON.stringify([{ ...localStorage }, { ...sessionStorage }])'));
}
