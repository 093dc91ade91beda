import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { fold, foldPattern } from '../../src/diagnosis/fold.ts';
import { LiteralIndex } from '../../src/diagnosis/literalIndex.ts';
import { compilePattern } from '../../src/diagnosis/pattern.ts';
import { PatternIndex } from '../../src/diagnosis/patternIndex.ts';
import { PhraseIndex } from '../../src/diagnosis/phraseIndex.ts';
import { hitsOf } from '../../src/diagnosis/search.ts';
import { LowerText } from '../../src/intake/lowerText.ts';

// Few letters, so that literals stand in the texts, overlap and share their pieces; \u0161 looks like "a" in one byte.
const unit = fc.constantFrom('a', 'b', 'c', ' ', '\u0161');
const literals = fc.uniqueArray(fc.string({ unit, minLength: 4, maxLength: 9 }), { minLength: 1, maxLength: 20 });

describe('the index of literals', () => {
  it('finds the same places as a search for each literal', () => {
    fc.assert(
      fc.property(literals, fc.string({ unit, maxLength: 200 }), (list, text) => {
        const found = new LiteralIndex(list).placesIn(text);
        assert.deepEqual(
          list.map((_, id) => found.get(id) ?? []),
          list.map((literal) => placesOf(literal, text)),
        );
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the index of patterns', () => {
  const segment = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 5 });
  const texts = fc.array(segment, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('{port}'));

  it('finds the same hits as a search for each pattern, in the same order', () => {
    fc.assert(
      fc.property(fc.array(texts, { maxLength: 12 }), fc.string({ unit, maxLength: 120 }), (list, text) => {
        const patterns = list.map(compilePattern);
        const found = [...new PatternIndex(patterns).hitsIn(text)].map(({ pattern, hits }) => [pattern.key, [...hits]]);
        const expected = patterns.map((pattern) => [pattern.key, [...hitsOf(text, pattern)]]);
        assert.deepEqual(found.filter(isHit), expected.filter(isHit));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the index of phrases', () => {
  const word = fc.constantFrom<string[]>(
    'alpha',
    'beta',
    'gamma',
    'delta',
    'epsilon',
    'zeta',
    'eta',
    'theta',
    'iota',
    'kappa',
  );
  const phrases = fc.array(fc.array(word, { minLength: 1, maxLength: 7 }), { maxLength: 12 });

  it('finds the same phrases as counting the weight of each one', () => {
    fc.assert(
      fc.property(phrases, fc.array(fc.array(word, { maxLength: 12 }), { maxLength: 4 }), (list, lines) => {
        const patterns = list.map((words) => compilePattern(words.join(' ')));
        const index = new PhraseIndex(patterns, 4, 0.66);
        const long = patterns.filter(({ words }) => words.length >= 4);
        const weightOf = (one: string): number =>
          Math.log(1 + patterns.length / long.filter(({ words }) => words.includes(one)).length);
        const sum = (words: readonly string[]): number => words.reduce((total, one) => total + weightOf(one), 0);
        for (const line of lines) {
          const expected = long
            .map(({ key, words }) => ({ key, coverage: sum(words.filter((one) => line.includes(one))) / sum(words) }))
            .filter(({ coverage }) => coverage >= 0.66);
          const found = index.coveredBy(line).map(({ pattern, coverage }) => ({ key: pattern.key, coverage }));
          const rounded = (all: typeof found): string[] =>
            all.map(({ key, coverage }) => `${key} ${coverage.toFixed(9)}`).sort();
          assert.deepEqual(rounded(found), rounded(expected));
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a text in lower case', () => {
  const letters = fc.string({ unit: fc.constantFrom('A', 'b', ' ', '\n', '\t', '"', "'", '\u0130'), maxLength: 80 });

  it('finds a literal where a plain search finds it', () => {
    fc.assert(
      fc.property(letters, letters, (text, other) => {
        const lower = new LowerText(text);
        for (const literal of [text.slice(3, 9).toLowerCase(), other.toLowerCase()])
          assert.equal(lower.indexOf(literal), lower.text.indexOf(literal));
      }),
    );
  });

  it('is folded as patterns are', () => {
    fc.assert(
      fc.property(letters, (text) => {
        const { text: lower } = new LowerText(text);
        assert.equal(lower.length, text.length);
        assert.equal(fold(lower).text, foldPattern(lower));
      }),
    );
  });
});

function placesOf(literal: string, text: string): number[] {
  return Array.from(text, (_, at) => at).filter((at) => text.startsWith(literal, at));
}

function isHit([, hits]: readonly (string | unknown[])[]): boolean {
  return hits!.length > 0;
}
