import assert from 'node:assert/strict';
import { describeInBrowser } from '../support/browser.ts';
import { startLocalServer } from '../support/localServer.ts';
import type { LocalServer } from '../support/localServer.ts';
import type { Chat } from './openChat.ts';
import { EVENT_80008081, EVERYTHING_502_5, PAGE_503 } from './pasted.ts';
import { openWelcome } from './way.ts';

const STEPS_MOST = 15;

describeInBrowser('local chat: a case from the paste to the summary', (browser) => {
  let server: LocalServer;
  let chat: Chat;
  before(async () => {
    server = await startLocalServer();
  });
  after(async () => {
    await server.close();
  });
  beforeEach(async () => {
    chat = await openWelcome(browser(), server.url);
  });
  afterEach(async () => {
    await chat.close();
    assert.deepEqual(chat.problems, []);
  });

  it('welcomes once, with a box to paste into', async () => {
    assert.equal(await chat.page.locator('.message').count(), 1);
    assert.ok(await chat.last().getByLabel('Paste what you see').isVisible());
  });

  it('names the cause of a pasted page, event and log with the line that shows it, and goes to the summary', async () => {
    await chat.say(EVERYTHING_502_5);
    const verdict = await chat.shows(/Start the steps/);
    assert.match(verdict, /^(?:Certain|Likely)\n/);
    assert.match(verdict, /arguments of the aspNetCore element|\.\\Shop\.Web\.dll/);
    assert.match(verdict, /\u201C.*80008081.*\u201D/);
    await chat.press('Start the steps');
    await goThroughSteps(chat);
    assert.match(await chat.shows(/^Summary\n/), /Cause: [^\n]+(?:.|\n)*Fixed by: /);
    assert.deepEqual(
      (await chat.page.locator('.message.person .click').allInnerTexts()).map((text) => text.trim()),
      ['Start the steps'],
      'steps are answered in place',
    );
  });

  it('asks for one thing after the other, takes absences, and goes to the summary', async () => {
    await chat.press('Diagnose');
    await chat.shows(/Paste what the browser shows/);
    await chat.last().getByRole('textbox').fill(PAGE_503);
    await chat.press('Check this');
    await chat.shows(/System event/);
    assert.match(
      await answerWithAbsences(chat),
      /^(?:Certain|Likely|Possible)\n(?:.|\n)*pool(?:.|\n)*You said: .*no entry/i,
    );
    await chat.press('Start the steps');
    await goThroughSteps(chat);
    await chat.shows(/^Summary\n/);
  });

  it('keeps the lines of what is pasted into the message box', async () => {
    await chat.paste('one\ntwo\n\tthree');
    assert.equal(await chat.page.getByLabel('Message', { exact: true }).inputValue(), 'one\ntwo\n\tthree');
    await chat.page.keyboard.press('Enter');
    assert.equal(await chat.page.locator('.message.person pre').innerText(), 'one\ntwo\n\tthree');
  });

  it('folds a long paste after twelve lines until it is asked for all', async () => {
    await chat.say(`${EVENT_80008081}\n${'at Shop.Web.Program.Main()\n'.repeat(20)}the end`);
    const own = chat.page.locator('.message.person').last();
    await own.getByRole('button', { name: 'Show all' }).waitFor();
    assert.equal((await own.locator('pre').innerText()).split('\n').length, 12);
    await own.getByRole('button', { name: 'Show all' }).click();
    assert.match(await own.locator('pre').innerText(), /the end$/);
    await own.getByRole('button', { name: 'Show less' }).click();
    assert.doesNotMatch(await own.locator('pre').innerText(), /the end$/);
  });

  it('reads an attached file', async () => {
    await chat.page.locator('#file').setInputFiles({
      name: 'event.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from(`\uFEFF${EVENT_80008081}`, 'utf16le'),
    });
    await chat.page
      .locator('#chip')
      .getByText(/^event\.txt, \d+ bytes$/)
      .waitFor();
    await chat.page.getByRole('button', { name: 'Send' }).click();
    assert.match(await chat.shows(/80008081/), /your event/);
    assert.match(await chat.page.locator('.message.person .file').innerText(), /^event\.txt, \d+ bytes$/);
  });

  it('sends a paste of more than 200 KB as a file', async () => {
    const noise = '2026-11-03 14:02:17 GET /shop/cart - 443 - 203.0.113.7 Mozilla/5.0 - 200 0 0 12\n'.repeat(4_000);
    await chat.paste(`${noise}${EVENT_80008081}`);
    await chat.page.locator('#chip').getByText('pasted-text.txt').waitFor();
    await chat.page.keyboard.press('Enter');
    assert.match(await chat.shows(/80008081/), /your event/);
    assert.match(await chat.page.locator('.message.person .file').innerText(), /^pasted-text\.txt, 3\d\d KB$/);
  });

  it('refuses a file of more than 10 MB before it is sent, and says what to do', async () => {
    await chat.page.locator('#file').setInputFiles({
      name: 'huge.log',
      mimeType: 'text/plain',
      buffer: Buffer.alloc(10 * 1024 * 1024 + 1, 'x'),
    });
    await chat.page.getByText(/huge\.log is 10\.0 MB, at most 10 MB/).waitFor();
    assert.equal(await chat.page.locator('#chip').isVisible(), false);
  });
});

/** Done until the last step, then "It works now". Each step stands where the one before stood. */
async function goThroughSteps(chat: Chat): Promise<void> {
  const [, count] = /Step 1 of (\d+)/.exec(await chat.shows(/Step 1 of \d+/)) ?? [];
  const messages = await chat.page.locator('.message').count();
  for (let step = 2; step <= Math.min(Number(count), STEPS_MOST); step += 1) {
    await chat.press('Done');
    await chat.shows(new RegExp(`Step ${step} of ${count}`));
    assert.equal(await chat.page.locator('.message').count(), messages);
  }
  await chat.press('It works now');
}

/** Says that there is nothing to be found until there is a verdict. @returns the verdict */
async function answerWithAbsences(chat: Chat): Promise<string> {
  for (let question = 0; question < STEPS_MOST; question += 1) {
    const shown = await chat.last().innerText();
    if (shown.includes('Start the steps')) return shown;
    const messages = await chat.page.locator('.message.bot').count();
    const titles = await chat.last().getByRole('button').allInnerTexts();
    const title = ['No entry', 'Log file not created', 'Skip'].find((one) => titles.includes(one));
    assert.ok(title !== undefined, `no absence among ${titles.join(', ')}`);
    await chat.press(title);
    await chat.page.locator('.message.bot').nth(messages).waitFor();
  }
  throw new Error('no verdict after all questions');
}
