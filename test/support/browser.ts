import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * Starts a browser without a window: CHROME_PATH, else an installed one, else the package @sparticuz/chromium if it is there.
 * @returns null when this machine has none
 */
export async function launchBrowser(): Promise<Browser | null> {
  const executablePath = installedBrowser() ?? (await packagedBrowser());
  if (executablePath === null) return null;
  return await chromium.launch({
    executablePath,
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'],
  });
}

/**
 * Declares tests that need a browser. Without one they are one pending test named "not run: no browser";
 * with HOSTMEDIC_TEST_ALL=1 that is a failure.
 */
export function describeInBrowser(title: string, declare: (browser: () => Browser) => void): void {
  describe(title, function () {
    this.timeout(60_000);
    if (!hasBrowser()) {
      it(NOT_RUN, process.env['HOSTMEDIC_TEST_ALL'] === '1' ? () => assert.fail(NOT_RUN) : undefined);
      return;
    }
    let browser: Browser | null = null;
    before('a browser', async () => {
      browser = await launchBrowser();
    });
    after(async () => {
      await browser?.close();
    });
    declare(() => {
      if (browser === null) throw new Error(NOT_RUN);
      return browser;
    });
  });
}

const NOT_RUN = 'not run: no browser (set CHROME_PATH to the program of Chrome, Chromium or Edge)';
const PACKAGE = '@sparticuz/chromium';

function hasBrowser(): boolean {
  if (installedBrowser() !== null) return true;
  try {
    return createRequire(import.meta.url).resolve(PACKAGE) !== '';
  } catch {
    return false;
  }
}

function installedBrowser(): string | null {
  const chosen = process.env['CHROME_PATH'] ?? '';
  return chosen === '' ? (INSTALLED.find((file) => existsSync(file)) ?? null) : chosen;
}

/** The package is not among our dependencies: 66 MB that only machines without a browser need. */
async function packagedBrowser(): Promise<string | null> {
  try {
    const found: unknown = createRequire(import.meta.url)(PACKAGE);
    const chromiumPackage = typeof found === 'object' && found !== null && 'default' in found ? found.default : found;
    if (!hasExecutablePath(chromiumPackage)) return null;
    return await chromiumPackage.executablePath();
  } catch {
    return null;
  }
}

/** A class with a static function, so its type is "function". */
function hasExecutablePath(value: unknown): value is { readonly executablePath: () => Promise<string> } {
  return (
    (typeof value === 'function' || (typeof value === 'object' && value !== null)) &&
    'executablePath' in value &&
    typeof value.executablePath === 'function'
  );
}
