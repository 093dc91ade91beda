import assert from 'node:assert/strict';
import { describeInBrowser } from '../support/browser.ts';
import { startLocalServer } from '../support/localServer.ts';
import type { LocalServer } from '../support/localServer.ts';
import type { Chat } from './openChat.ts';
import { EVENT_80008081 } from './pasted.ts';
import { openWelcome, toFirstStep } from './way.ts';

describeInBrowser('local chat: for everyone', (browser) => {
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

  it('can be used with the keyboard alone, from the paste to the second step', async () => {
    chat = await openWelcome(browser(), server.url);
    const { keyboard } = chat.page;
    await keyboard.press('Tab');
    assert.equal(await focused(chat), 'Skip to the message box');
    await keyboard.press('Enter');
    await keyboard.insertText(EVENT_80008081);
    await keyboard.press('Enter');
    await chat.shows(/Start the steps/);
    await backTo(chat, 'Start the steps');
    await keyboard.press('Enter');
    await chat.shows(/Step 1 of/);
    await onTo(chat, 'Done');
    await keyboard.press('Space');
    await chat.shows(/Step 2 of/);
    await onTo(chat, 'Done');
  });

  it('shows where the focus is on everything that takes it', async () => {
    chat = await openWelcome(browser(), server.url);
    for (let stop = 0; stop < 12; stop += 1) {
      await chat.page.keyboard.press('Tab');
      const look = await chat.page.evaluate(
        `(() => { const at = document.activeElement; const style = getComputedStyle(at.closest('.box') && at.tagName === 'TEXTAREA' ? at.closest('.box') : at);
          return at === document.body || style.outlineStyle !== 'none' || style.boxShadow !== 'none' ? '' : at.outerHTML; })()`,
      );
      assert.equal(look, '');
    }
  });

  it('names every control and box, has one heading of the first level, and no id twice', async () => {
    chat = await openWelcome(browser(), server.url);
    await chat.page.getByRole('button', { name: 'New conversation' }).click();
    await chat.shows(/Why does the app not run\?/);
    await toFirstStep(chat);
    assert.deepEqual(await chat.page.evaluate(NAMELESS), []);
    assert.deepEqual(await chat.page.evaluate(DUPLICATE_IDS), []);
    assert.equal(await chat.page.getByRole('heading', { level: 1 }).count(), 1);
    const log = chat.page.getByRole('log', { name: 'Messages' });
    assert.equal(await log.getAttribute('aria-live'), 'polite');
    assert.match((await log.locator('article').last().getAttribute('aria-label')) ?? '', /^Hostmedic, \d\d:\d\d$/);
  });

  for (const colours of ['light', 'dark'] as const) {
    it(`can be read: text has a contrast of 4.5 to 1 in ${colours} colours`, async () => {
      chat = await openWelcome(browser(), server.url, { colours });
      await toFirstStep(chat);
      assert.deepEqual(await chat.page.evaluate(LOW_CONTRAST), []);
    });
  }

  it('fits a window of 320 pixels, and does not move where that is not wanted', async () => {
    chat = await openWelcome(browser(), server.url, { width: 320, height: 640, reducedMotion: true });
    await toFirstStep(chat);
    assert.deepEqual(await chat.page.evaluate(STICKS_OUT), []);
    const movement = await chat.page.evaluate(`getComputedStyle(document.querySelector('.typing i')).animationName`);
    assert.equal(movement, 'none');
  });
});

const NAMELESS = `[...document.querySelectorAll('button, input:not([hidden]), textarea, select, [role=button]')]
  .filter((part) => part.checkVisibility())
  .filter((part) => {
    const by = (part.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent ?? '').join('');
    return ((part.getAttribute('aria-label') ?? '') + by + [...(part.labels ?? [])].map((one) => one.textContent).join('') +
      (part.matches('button, [role=button]') ? part.textContent : '')).trim() === '';
  })
  .map((part) => part.outerHTML)`;

const DUPLICATE_IDS = `[...document.querySelectorAll('[id]')].map((part) => part.id).filter((id, index, all) => all.indexOf(id) !== index)`;

const STICKS_OUT = `[...document.querySelectorAll('body *')]
  .filter((part) => part.checkVisibility() && !part.closest('.unseen, svg, pre, .lines') && part.getBoundingClientRect().right > innerWidth + 0.5)
  .map((part) => part.tagName + ' ' + part.className + ' ' + part.textContent.slice(0, 40))`;

/** Relative luminance by https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio; backgrounds with transparency are walked through. */
const LOW_CONTRAST = `(() => {
  const numbers = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = (colour) => {
    const [r, g, b] = numbers(colour).map((value) => value / 255).map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (part) => {
    for (let at = part; at !== null; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      if ((numbers(colour)[3] ?? 1) === 1) return colour;
    }
    return 'rgb(255, 255, 255)';
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const low = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const part = node.parentElement;
    if (node.textContent.trim() === '' || !part.checkVisibility() || part.closest('.unseen, noscript, .skip')) continue;
    const pair = [light(getComputedStyle(part).color), light(behind(part))].sort((one, other) => other - one);
    const ratio = (pair[0] + 0.05) / (pair[1] + 0.05);
    if (ratio < 4.5) low.push(ratio.toFixed(2) + ' ' + node.textContent.slice(0, 40));
  }
  return low;
})()`;

/** The accessible name, or the text, of what has the focus. */
async function focused(chat: Chat): Promise<string> {
  const name: unknown = await chat.page.evaluate(
    `document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent.trim()`,
  );
  return String(name);
}

async function onTo(chat: Chat, name: string, key = 'Tab'): Promise<void> {
  const passed: string[] = [];
  for (let stop = 0; stop < 40; stop += 1) {
    await chat.page.keyboard.press(key);
    const at = await focused(chat);
    if (at === name) return;
    passed.push(at);
  }
  throw new Error(`"${name}" is not reached by ${key}: ${passed.join(', ')}`);
}

async function backTo(chat: Chat, name: string): Promise<void> {
  await onTo(chat, name, 'Shift+Tab');
}
