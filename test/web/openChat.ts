import type { Browser, Locator, Page } from 'playwright-core';

export interface Chat {
  readonly page: Page;
  /** What a browser writes into its console as a warning or error, and uncaught errors. */
  readonly problems: readonly string[];
  /** The bot's last message. */
  last(): Locator;
  /** Types into the message box and presses Enter. */
  say(text: string): Promise<void>;
  /** Pastes from the clipboard into the message box. */
  paste(text: string): Promise<void>;
  /** Presses a button of the bot's last message, by its exact title. */
  press(title: string): Promise<void>;
  /** Waits until the bot's last message shows this text. @returns the whole text of it @throws Error after 10 s, with what it showed */
  shows(text: RegExp): Promise<string>;
  close(): Promise<void>;
}

export interface ChatOptions {
  readonly width?: number;
  readonly height?: number;
  readonly colours?: 'light' | 'dark';
  readonly reducedMotion?: boolean;
}

const WAIT_MS = 10_000;

/** Opens the page of the local chat in a context of its own: nothing is stored yet. */
export async function openChat(browser: Browser, url: string, options: ChatOptions = {}): Promise<Chat> {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 900, height: options.height ?? 800 },
    colorScheme: options.colours ?? 'light',
    reducedMotion: options.reducedMotion === true ? 'reduce' : 'no-preference',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(WAIT_MS);
  const problems: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(String(error)));
  await page.goto(url);
  // The scripts wait for the colours of the cards; the button gets its name once everything is wired.
  await page.locator('#theme[aria-label]').waitFor();

  const last = (): Locator => page.locator('.message.bot').last();
  async function shows(text: RegExp): Promise<string> {
    const end = performance.now() + WAIT_MS;
    for (;;) {
      const shown = (await page.locator('.message.bot').count()) === 0 ? '' : await last().locator('.body').innerText();
      if (text.test(shown)) return shown;
      if (performance.now() > end) throw new Error(`the bot's last message does not show ${text}, but: ${shown}`);
      await page.waitForTimeout(40);
    }
  }

  return {
    page,
    problems,
    last,
    shows,
    say: async (text) => {
      await page.getByLabel('Message', { exact: true }).fill(text);
      await page.keyboard.press('Enter');
    },
    paste: async (text) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
      await page.getByLabel('Message', { exact: true }).focus();
      await page.keyboard.press('ControlOrMeta+V');
    },
    press: async (title) => {
      await last().getByRole('button', { name: title, exact: true }).click();
    },
    close: () => context.close(),
  };
}
