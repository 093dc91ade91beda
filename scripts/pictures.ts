import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../test/support/browser.ts';
import { startLocalServer } from '../test/support/localServer.ts';
import { openChat } from '../test/web/openChat.ts';
import type { Chat, ChatOptions } from '../test/web/openChat.ts';
import { EVENT_80008081, PAGE_502_5 } from '../test/web/pasted.ts';

/**
 * Plays a case in the local chat, with the real bot, and writes the pictures of the README to docs/images.
 * Exit code 1 when no browser is found, or a picture is larger than PICTURE_BYTES_MAX.
 */
const OUT = fileURLToPath(new URL('../docs/images/', import.meta.url));
const PICTURE_BYTES_MAX = 250_000;
const WIDE: ChatOptions = { width: 900, height: 860 };

const browser = await launchBrowser();
if (browser === null) {
  console.error('pictures: no Chrome, Chromium or Edge found; set CHROME_PATH to the program of one.');
  process.exitCode = 1;
} else {
  const server = await startLocalServer();
  await mkdir(OUT, { recursive: true });
  try {
    await playCase(browser, server.url);
    await playVerdict(browser, server.url, 'chat-dark', { ...WIDE, colours: 'dark' });
    await playVerdict(browser, server.url, 'narrow-dark', { width: 360, height: 780, colours: 'dark' });
  } finally {
    await browser.close();
    await server.close();
  }
}

/** From the paste to the summary, in light colours. */
async function playCase(inBrowser: Browser, url: string): Promise<void> {
  const chat = await openVerdict(inBrowser, url, WIDE);
  await picture(chat, 'chat-light');
  await chat.press('Start the steps');
  const [, count = '1'] = /Step 1 of (\d+)/.exec(await chat.shows(/Step 1 of \d+/)) ?? [];
  for (let step = 2; step <= Number(count); step += 1) {
    await chat.press('Done');
    await chat.shows(new RegExp(`Step ${step} of`));
    if (step === 2) await picture(chat, 'steps-light');
  }
  await chat.press('It works now');
  await chat.shows(/^Summary/);
  await picture(chat, 'closing-light');
  await chat.close();
}

async function playVerdict(inBrowser: Browser, url: string, name: string, options: ChatOptions): Promise<void> {
  const chat = await openVerdict(inBrowser, url, options);
  await picture(chat, name);
  await chat.close();
}

async function openVerdict(inBrowser: Browser, url: string, options: ChatOptions): Promise<Chat> {
  const chat = await openChat(inBrowser, url, options);
  await chat.shows(/Paste what you see/);
  await chat.say(`${firstLine(PAGE_502_5)}\n\n${EVENT_80008081.split('Description:\n')[1]}`);
  await chat.shows(/Start the steps/);
  return chat;
}

async function picture(chat: Chat, name: string): Promise<void> {
  // No caret, focus ring or light of a new card in a picture, and the pointer beside the buttons.
  await chat.page.locator('.fresh').waitFor({ state: 'detached' });
  await chat.page.evaluate('document.activeElement.blur()');
  await chat.page.mouse.move(2, 400);
  await chat.page.waitForTimeout(150);
  const bytes = await chat.page.screenshot({ caret: 'hide' });
  await writeFile(path.join(OUT, `${name}.png`), bytes);
  console.log(`${name}.png ${Math.round(bytes.length / 1024)} KB`);
  if (bytes.length > PICTURE_BYTES_MAX) {
    console.error(`pictures: ${name}.png is larger than ${PICTURE_BYTES_MAX} bytes; show less in it.`);
    process.exitCode = 1;
  }
}

function firstLine(text: string): string {
  return text.slice(0, text.indexOf('\n'));
}
