import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { CutIndex } from '../../src/diagnosis/cutIndex.ts';
import { type Cut, findCut } from '../../src/diagnosis/cutPhrases.ts';
import { fold, foldPattern } from '../../src/diagnosis/fold.ts';
import { compilePattern, type Pattern } from '../../src/diagnosis/pattern.ts';
import { hitsOf } from '../../src/diagnosis/search.ts';

const PHRASES = [
  'An assembly specified in the application dependencies manifest ({file}) was not found',
  'HTTP Error 500.30 - ASP.NET Core app failed to start',
  'This executable is not bound to a managed DLL to execute',
  "The process cannot access the file '{file}' because it is being used by another process",
];
const patterns = PHRASES.map(compilePattern);
const MANIFEST = patterns[0]!.key;
const UNBOUND = patterns[2]!.key;

describe('phrases that the end of a text cuts', () => {
  it('are found at the beginning, with the gaps behind the cut', () => {
    const text = "ified in the application dependencies manifest (Shop.deps.json) was not found:\n  package: 'X'";
    const [cut, ...others] = found(text);
    assert.deepEqual(others, []);
    assert.ok(cut !== undefined);
    assert.equal(cut.key, MANIFEST);
    assert.equal(foldPattern(text).slice(cut.start, cut.end), foldPattern(text.split(':')[0]!));
    assert.ok(cut.quality > 0.8 && cut.quality < 1);
  });

  it('are found at the end', () => {
    const [cut] = found('the log says:\nThis executable is not bound to a managed DLL');
    assert.equal(cut?.key, UNBOUND);
  });

  it('are not guessed where a number, the most, or nothing is lost', () => {
    assert.deepEqual(found('ror 500.30 - ASP.NET Core app failed to start').length, 1);
    assert.deepEqual(found('.30 - ASP.NET Core app failed to start'), []);
    assert.deepEqual(found('to a managed DLL to execute'), []);
    assert.deepEqual(found(PHRASES[2]!), []);
    assert.deepEqual(found('This executable is not bound to a managed DLL', new Set([UNBOUND])), []);
  });

  it('are looked for letter for letter, and not where the text goes on', () => {
    assert.deepEqual(found('x This executable is not bound to a managed DLL, they say'), []);
    assert.deepEqual(found('This executable is not bound to a mangaed DLL'), []);
    assert.deepEqual(found(''), []);
  });
});

describe('phrases that are cut inside a text', () => {
  for (const mark of ['...', ' ...', '\u2026', '[...]', ' [..]', ' (truncated)', '<snip>'])
    it(`are found in front of ${mark}`, () => {
      const [cut, ...others] = found(`log:\nThis executable is not bound to a man${mark}\nand then it ends`);
      assert.deepEqual(others, []);
      assert.equal(cut?.key, UNBOUND);
      assert.ok(cut.quality < found('This executable is not bound to a man')[0]!.quality);
    });

  it('are found behind an ellipsis', () => {
    const [cut] = found('it says ...specified in the application dependencies manifest (a.json) was not found, why?');
    assert.equal(cut?.key, MANIFEST);
  });

  it('are found where a viewer cut the line inside a word', () => {
    const [cut] = found('2024-05-14 | This executable is not bound to a mana\n2024-05-15 | Started');
    assert.equal(cut?.key, UNBOUND);
  });

  it('are not seen in a sentence that is unfinished, or that ends elsewhere', () => {
    for (const text of [
      'The process cannot access the file...\nbut which one?',
      'I think that this executable is not bound...\nto anything',
      'This executable is not bound to a\nthing of mine',
      'This executable is not bound to a manager...',
      'This executable is not bound to a man.\nThe next one is',
      'This executable is not bound to a man\nThe next one is'.replace('man', 'managed'),
    ])
      assert.deepEqual(found(text), [], text);
  });

  it('are looked for at both ends of a long text', () => {
    const line = 'This executable is not bound to a man...\n';
    const far = 'nothing happens here today\n'.repeat(10_000);
    assert.equal(found(line + far).length, 1);
    const [last] = found(line + far + line);
    assert.equal(last?.start, foldPattern(line + far).length);
    assert.deepEqual(found(far + line + far), []);
  });
});

describe('the index of cut phrases', () => {
  // Each word once in a phrase: of a piece that stands there twice the search takes the first, as it does for whole phrases.
  const words = fc.constantFrom('could', 'not', 'find', 'load', 'assembly', 'the', 'file', 'port', '80', 'x', '{path}');
  const phrase = fc.uniqueArray(words, { minLength: 4, maxLength: 10 }).map(join);
  const phrases = fc.array(phrase, { minLength: 1, maxLength: 6 });
  const part = fc.record({ from: fc.nat(60), length: fc.integer({ min: 15, max: 90 }) });

  it('finds what trying each place of each phrase finds', () => {
    fc.assert(
      fc.property(phrases, fc.nat(5), part, fc.boolean(), (list, which, { from, length }, atEnd) => {
        const distinct = list
          .map(compilePattern)
          .filter((one, at, all) => all.findIndex((o) => o.key === one.key) === at);
        const source = list[which % list.length]!.replaceAll('{path}', 'c:\\app');
        const text = atEnd ? source.slice(0, length) : source.slice(from);
        const folded = fold(text);
        const exact = new Set(distinct.filter((one) => [...hitsOf(folded.text, one)].length > 0).map((one) => one.key));
        const cuts = findCut(text, folded, new CutIndex(distinct), exact);
        const expected = distinct.filter((one) => !exact.has(one.key) && isCut(folded.text, one)).map((one) => one.key);
        assert.deepEqual(cuts.map((cut) => cut.key).sort(), expected.sort());
      }),
      { numRuns: 1000 },
    );
  });
});

/** The simple form: every phrase, cut at every place, searched through the whole text. */
function isCut(text: string, pattern: Pattern): boolean {
  const { segments, names } = pattern;
  const [first, last] = [text.length - text.trimStart().length, text.trimEnd().length];
  return segments.some((segment, index) =>
    Array.from({ length: segment.length + 1 }, (_, at) => at).some((at) => {
      const head = {
        ...pattern,
        segments: [...segments.slice(0, index), segment.slice(0, at)],
        names: names.slice(0, index),
      };
      const tail = {
        ...pattern,
        segments: [segment.slice(at), ...segments.slice(index + 1)],
        names: names.slice(index),
      };
      return (
        (at >= 12 && isEnough(head, tail) && [...hitsOf(text, head)].some(({ end }) => end >= last)) ||
        (segment.length - at >= 12 &&
          isEnough(tail, head) &&
          [...hitsOf(text, tail)].some(({ start }) => start <= first))
      );
    }),
  );
}

function isEnough(left: Pattern, lost: Pattern): boolean {
  const [length, missing] = [left.segments.join('').length, lost.segments.join('')];
  return length >= 24 && length >= (length + missing.length) * 0.6 && missing !== '' && !/\d/.test(missing);
}

function join(parts: readonly string[]): string {
  return parts.join(' ');
}

function found(text: string, exact: ReadonlySet<string> = new Set()): Cut[] {
  const lower = text.toLowerCase();
  return findCut(lower, fold(lower), new CutIndex(patterns), exact);
}
