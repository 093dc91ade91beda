import assert from 'node:assert/strict';
import { findCut } from '../../src/diagnosis/cutPhrases.ts';
import { fold, foldPattern } from '../../src/diagnosis/fold.ts';
import { compilePattern } from '../../src/diagnosis/pattern.ts';

const PHRASES = [
  'An assembly specified in the application dependencies manifest ({file}) was not found',
  'HTTP Error 500.30 - ASP.NET Core app failed to start',
  'This executable is not bound to a managed DLL to execute',
];
const patterns = PHRASES.map(compilePattern);

describe('phrases that the end of a text cuts', () => {
  it('are found at the beginning, with the gaps behind the cut', () => {
    const text = "ified in the application dependencies manifest (Shop.deps.json) was not found:\n  package: 'X'";
    const [cut, ...others] = found(text);
    assert.deepEqual(others, []);
    assert.ok(cut !== undefined);
    assert.equal(cut.key, patterns[0]!.key);
    assert.equal(foldPattern(text).slice(cut.start, cut.end), foldPattern(text.split(':')[0]!));
    assert.ok(cut.quality > 0.8 && cut.quality < 1);
  });

  it('are found at the end', () => {
    const [cut] = found('the log says:\nThis executable is not bound to a managed DLL');
    assert.equal(cut?.key, patterns[2]!.key);
  });

  it('are not guessed where a number, the most, or nothing is lost', () => {
    assert.deepEqual(found('ror 500.30 - ASP.NET Core app failed to start').length, 1);
    assert.deepEqual(found('.30 - ASP.NET Core app failed to start'), []);
    assert.deepEqual(found('to a managed DLL to execute'), []);
    assert.deepEqual(findCut(foldPattern(PHRASES[2]!), patterns, new Set([patterns[2]!.key])), []);
  });

  it('are looked for at the edges only, and letter for letter', () => {
    assert.deepEqual(found('x This executable is not bound to a managed DLL, they say'), []);
    assert.deepEqual(found('This executable is not bound to a mangaed DLL'), []);
    assert.deepEqual(found(''), []);
  });
});

function found(text: string): ReturnType<typeof findCut> {
  return findCut(fold(text.toLowerCase()).text, patterns, new Set());
}
