import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { SAMPLES } from '../cards/samples.ts';
import { launchBrowser } from '../test/support/browser.ts';

/**
 * Draws every card sample to out/cards/<name>-{light,dark}-{wide,narrow}.png, folded parts open, and says what sticks out of the card.
 * Arguments: parts of sample names; none: all of them. Exit code 1 when something sticks out or no browser is found.
 */
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const OUT = join(ROOT, 'out', 'cards');
const WIDTHS = { wide: 640, narrow: 320 } as const;
const THEMES = ['light', 'dark'] as const;

const wanted = process.argv.slice(2);
const samples = SAMPLES.filter(({ name }) => wanted.length === 0 || wanted.some((part) => name.includes(part)));
const browser = await launchBrowser();
if (browser === null) {
  console.error('cards: no Chrome, Chromium or Edge found; set CHROME_PATH to the program of one.');
  process.exitCode = 1;
} else {
  try {
    process.exitCode = (await drawAll(browser)) === 0 ? 0 : 1;
  } finally {
    await browser.close();
  }
}

async function drawAll(chromium: Browser): Promise<number> {
  await mkdir(OUT, { recursive: true });
  const html = await cardPage();
  let faults = 0;
  for (const theme of THEMES) {
    for (const [size, width] of Object.entries(WIDTHS)) {
      const page = await chromium.newPage({ viewport: { width, height: 400 } });
      await page.setContent(html);
      for (const { name, card } of samples) {
        const sticksOut = await page.evaluate(`draw(${JSON.stringify(card)}, ${JSON.stringify(theme)})`);
        if (Array.isArray(sticksOut) && sticksOut.length > 0) {
          faults += 1;
          console.error(`${name}-${theme}-${size}: sticks out: ${sticksOut.join(' | ')}`);
        }
        await writeFile(join(OUT, `${name}-${theme}-${size}.png`), await page.screenshot({ fullPage: true }));
      }
      await page.close();
    }
  }
  console.log(
    `${samples.length} samples, ${samples.length * 4} pictures in ${OUT}, ${faults} with something sticking out`,
  );
  return faults;
}

/** A page with the renderer in it; nothing is loaded from anywhere. */
async function cardPage(): Promise<string> {
  const require = createRequire(import.meta.url);
  const css = await readFile(join(ROOT, 'scripts', 'cardPage.css'), 'utf8');
  const configs = await readFile(join(ROOT, 'web', 'hostConfigs.json'), 'utf8');
  const scripts = [
    await readFile(require.resolve('adaptivecards/dist/adaptivecards.min.js'), 'utf8'),
    await readFile(require.resolve('markdown-it/browser'), 'utf8'),
    `const HOST_CONFIGS = ${configs};`,
    await readFile(join(ROOT, 'scripts', 'cardPage.js'), 'utf8'),
  ].map((script) => `<script>${script.replaceAll('</script', '<\\/script')}</script>`);
  const head = `<meta charset="utf-8"><style>${css}</style>`;
  return `<!doctype html><html lang="en"><head>${head}</head><body><div id="card"></div>${scripts.join('')}</body></html>`;
}
