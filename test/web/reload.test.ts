import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describeInBrowser } from '../support/browser.ts';
import { startModule } from '../support/child.ts';
import type { Child } from '../support/child.ts';
import { startLocalServer } from '../support/localServer.ts';
import { openChat } from './openChat.ts';
import type { Chat } from './openChat.ts';
import { EVENT_80008081 } from './pasted.ts';
import { toFirstStep } from './way.ts';

const BARE = { NODE_ENV: '', WEBSITE_SITE_NAME: '', MicrosoftAppId: '', LOG_LEVEL: '' };

describeInBrowser('local chat: what it remembers', (browser) => {
  it('shows the same messages after a reload, and goes on in the same step', async () => {
    const server = await startLocalServer();
    const chat = await openChat(browser(), server.url);
    try {
      await toSecondStep(chat);
      const before = await messagesOf(chat);
      await chat.page.reload();
      await chat.shows(/Step 2 of/);
      assert.deepEqual(await messagesOf(chat), before);
      await chat.press('Done');
      await chat.shows(/Step 3 of/);
      assert.deepEqual(chat.problems, []);
    } finally {
      await chat.close();
      await server.close();
    }
  });

  it('begins anew on request, and goes back to the earlier conversation', async () => {
    const server = await startLocalServer();
    const chat = await openChat(browser(), server.url);
    try {
      await toSecondStep(chat);
      await chat.page.getByRole('button', { name: 'New conversation' }).click();
      await chat.shows(/Why does the app not run\?/);
      assert.equal(await chat.page.locator('.message').count(), 1);
      await chat.page.getByRole('button', { name: 'Back to the earlier one' }).click();
      await chat.shows(/Step 2 of/);
    } finally {
      await chat.close();
      await server.close();
    }
  });

  it('keeps what was typed in the tab, not on the disk', async () => {
    const server = await startLocalServer();
    const chat = await openChat(browser(), server.url);
    try {
      await chat.say(`${EVENT_80008081}\nPassword=only-in-this-tab`);
      await chat.shows(/80008081/);
      await chat.page.waitForTimeout(400);
      assert.doesNotMatch(String(await chat.page.evaluate('JSON.stringify(localStorage)')), /only-in-this-tab/);
      assert.match(String(await chat.page.evaluate('JSON.stringify(sessionStorage)')), /only-in-this-tab/);
    } finally {
      await chat.close();
      await server.close();
    }
  });

  it('says that the server is gone, keeps a message that did not arrive, and goes on after a restart', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'hostmedic-web-'));
    const start = async (port: string): Promise<{ readonly child: Child; readonly port: string }> => {
      const env = { ...BARE, PORT: port, HOSTMEDIC_STORAGE: `sqlite:${path.join(folder, 'hostmedic.db')}` };
      const child = startModule('../../src/index', import.meta.url, [], env);
      const [, at = ''] = await child.waitFor(/^listening on http:\/\/localhost:(\d+)\//);
      return { child, port: at };
    };
    let { child, port } = await start('0');
    const chat = await openChat(browser(), `http://localhost:${port}/`);
    try {
      await toSecondStep(chat);
      const before = await messagesOf(chat);
      child.kill('SIGKILL');
      await child.exited;
      await chat.page.getByText('Connection lost.').waitFor();
      await chat.say('status');
      await chat.page.getByText('Not delivered. The server does not answer.').waitFor();

      ({ child } = await start(port));
      await chat.page.getByText('Back again.').waitFor();
      assert.deepEqual((await messagesOf(chat)).slice(0, before.length), before);
      await chat.page.getByRole('button', { name: 'Send again' }).click();
      await chat.page.locator('.message.bot').nth(3).waitFor();
      await chat.shows(/Step 2 of/);
      await chat.press('Done');
      await chat.shows(/Step 3 of/);
    } finally {
      await chat.close();
      child.kill('SIGKILL');
      await child.exited;
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  });
});

async function toSecondStep(chat: Chat): Promise<void> {
  await chat.shows(/Why does the app not run\?/);
  await toFirstStep(chat);
  await chat.press('Done');
  await chat.shows(/Step 2 of/);
}

async function messagesOf(chat: Chat): Promise<readonly string[]> {
  return await chat.page.locator('.message .body').allInnerTexts();
}
