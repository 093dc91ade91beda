import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { check } from 'recheck';
import { patternsOf, literals } from './patterns.ts';

const root = new URL('../../', import.meta.url);
const FOLDER = fileURLToPath(new URL('src/intake', root));
const VERDICTS = new URL('test/intake/recheckVerdicts.json', root);

// Patterns that were judged before, by their text. A new pattern is judged here; add it to the file when it is safe.
const verdicts: Readonly<Record<string, string>> = JSON.parse(readFileSync(VERDICTS, 'utf8'));

describe('regular expressions of intake', () => {
  it('are found in the sources', () => {
    assert.deepEqual(literals("const a = /b[/]c/gi; // /no/\nf('/no/', 4 / 2 / 1)").map(String), ['/b[/]c/gi']);
    assert.ok(patternsOf(FOLDER).size > 200);
  });

  it('cannot be made slow', async () => {
    const unsafe: string[] = [];
    for (const [text, pattern] of patternsOf(FOLDER)) {
      if (verdicts[text] === 'safe') continue;
      const verdict = await check(pattern.source, pattern.flags.replace('d', ''), { timeout: 20_000 });
      if (verdict.status !== 'safe') unsafe.push(`${verdict.status}: ${text}`);
    }
    assert.deepEqual(unsafe, []);
  }).timeout(300_000);
});
