import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { launchBrowser } from '../test/support/browser.ts';

/**
 * Draws appPackage/color.svg and outline.svg to the PNG files that Teams takes: `node --import tsx scripts/drawIcons.ts`.
 * Exit code 1 when no browser is found.
 */
const FOLDER = fileURLToPath(new URL('../appPackage/', import.meta.url));
const ICONS = { color: 192, outline: 32 } as const;

const browser = await launchBrowser();
if (browser === null) {
  console.error('drawIcons: no Chrome, Chromium or Edge found; set CHROME_PATH to the program of one.');
  process.exitCode = 1;
} else {
  try {
    for (const [name, size] of Object.entries(ICONS)) {
      const svg = await readFile(path.join(FOLDER, `${name}.svg`), 'utf8');
      const page = await browser.newPage({ viewport: { width: size, height: size } });
      await page.setContent(`<body style="margin:0;font-size:0">${svg}</body>`);
      await writeFile(path.join(FOLDER, `${name}.png`), await page.screenshot({ omitBackground: true }));
      await page.close();
    }
  } finally {
    await browser.close();
  }
}
