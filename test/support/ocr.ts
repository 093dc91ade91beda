import assert from 'node:assert/strict';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import type { PictureReader } from '../../src/bot/readPicture.ts';
import { openTesseract } from '../../src/bot/tesseract.ts';
import { findRoot } from '../../src/catalog/findRoot.ts';
import { describeInBrowser } from './browser.ts';

const NOT_RUN =
  'not run: no tesseract.js (npm install --no-save tesseract.js@7.0.0 @tesseract.js-data/eng@1.0.0, or HOSTMEDIC_OCR=<folder where that was done>)';
/** A busy machine reads slowly; the limit itself has a test of its own. */
const PATIENT_MS = 90_000;

/**
 * Declares tests that read pictures of a browser. Without the packages they are one pending test; with HOSTMEDIC_TEST_ALL=1
 * that is a failure.
 */
export function describeWithOcr(title: string, declare: (reader: PictureReader, browser: () => Browser) => void): void {
  const reader = openTesseract(ocrFolder(), PATIENT_MS);
  if (reader !== null) {
    describeInBrowser(title, (browser) => declare(reader, browser));
    return;
  }
  describe(title, () => {
    it(NOT_RUN, process.env['HOSTMEDIC_TEST_ALL'] === '1' ? () => assert.fail(NOT_RUN) : undefined);
  });
}

/** Where the packages are looked for: HOSTMEDIC_OCR when it names a folder, else the project. */
export function ocrFolder(): string {
  const setting = process.env['HOSTMEDIC_OCR'] ?? '';
  return path.resolve(findRoot(), /^(?:on|off)?$/i.test(setting) ? '.' : setting);
}
