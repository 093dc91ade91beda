import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { fold, foldPattern } from '../../src/diagnosis/fold.ts';
import { findDamaged } from '../../src/diagnosis/fuzzy.ts';
import { GramFilter, gramsOf } from '../../src/diagnosis/gramFilter.ts';
import { compilePattern, GAP_MAX } from '../../src/diagnosis/pattern.ts';
import { findPattern } from '../../src/diagnosis/search.ts';

const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' ', '.', '\n', "'", '"'), maxLength: 60 });

describe('folding', () => {
  it('leads back to the place in the text', () => {
    const text = 'HTTP   Error\n\t502.5';
    const folded = fold(text);
    assert.equal(folded.text, 'http error 502.5');
    assert.equal(text.slice(folded.toSource(5), folded.toSource(10)), 'Error');
    assert.equal(text.slice(folded.toSource(11), folded.toSource(16)), '502.5');
  });

  it('every character that is no white space keeps its place', () => {
    fc.assert(
      fc.property(letters, (text) => {
        const folded = fold(text);
        for (let at = 0; at < folded.text.length; at += 1) {
          const source = text[folded.toSource(at)] ?? '';
          assert.equal(foldPattern(source), folded.text[at]);
        }
      }),
    );
  });
});

describe('the prefilter', () => {
  it('never rules out a literal that is there', () => {
    fc.assert(
      fc.property(letters, fc.nat(), fc.integer({ min: 4, max: 20 }), (text, from, length) => {
        const start = from % Math.max(1, text.length);
        const literal = text.slice(start, start + length);
        assert.ok(new GramFilter(text).mayHold(gramsOf(literal)));
      }),
    );
  });

  it('rules out a literal that is not there', () => {
    assert.equal(new GramFilter('the application pool is stopped').mayHold(gramsOf('kestrel')), false);
  });
});

describe('searching a pattern', () => {
  const pattern = compilePattern("Could not find '{file}' in {folder}. ErrorCode = '{code}'");

  it('finds it across line breaks, other quotes and case, with what the gaps held', () => {
    const folded = fold('xx could NOT find\n  "a.dll" in C:\\x. ErrorCode = \'5\' yy').text;
    const hit = findPattern(folded, pattern);
    assert.ok(hit !== null);
    assert.deepEqual(
      hit.gaps.map((gap) => [gap.name, folded.slice(gap.start, gap.end)]),
      [
        ['file', 'a.dll'],
        ['folder', 'c:\\x'],
        ['code', '5'],
      ],
    );
  });

  it('does not reach over a gap that is too long, and tries the next head', () => {
    const far = `could not find 'a' ${'x'.repeat(GAP_MAX + 50)} could not find 'b' in c. errorcode = '1'`;
    const hit = findPattern(far, pattern);
    assert.equal(hit === null ? null : far.slice(hit.gaps[0]!.start, hit.gaps[0]!.end), 'b');
  });

  it('a version is short: what is longer is another sentence', () => {
    const version = compilePattern("version '{version}-preview");
    assert.equal(
      findPattern(`version '3.0.0' was not found. the following frameworks were found: 3.0.0-preview5`, version),
      null,
    );
    assert.notEqual(findPattern(`version '3.0.0-preview5`, version), null);
  });

  it('agrees with a regular expression', () => {
    const simple = compilePattern('ab{gap}ca');
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 30 }), (text) => {
        const expected = /ab[\s\S]*?ca/.exec(text);
        const hit = findPattern(text, simple);
        assert.equal(hit?.start, expected?.index);
      }),
    );
  });
});

describe('searching a damaged phrase', () => {
  const patterns = [
    compilePattern('The specified version of the shared framework was not found on this machine'),
    compilePattern('HTTP Error 502.5 - Process Failure while starting'),
  ];
  const keys = (text: string): string[] => findDamaged(text, patterns, new Set()).map((one) => one.key);

  it('finds it in spite of typing errors and a cut end', () => {
    assert.deepEqual(keys('the specifed version of the shared framework was not fuond on this mach'), [
      patterns[0]!.key,
    ]);
  });

  it('never takes another number', () => {
    assert.deepEqual(keys('HTTP Error 502.3 - Process Failure while startin'), []);
  });

  it('finds nothing in an unrelated text', () => {
    assert.deepEqual(keys('the framework of our house was specified by the architect, and no machine was found'), []);
  });
});
