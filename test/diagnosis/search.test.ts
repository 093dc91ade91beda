import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { fold, foldPattern } from '../../src/diagnosis/fold.ts';
import { findDamaged } from '../../src/diagnosis/fuzzy.ts';
import { GramFilter, gramsOf } from '../../src/intake/gramFilter.ts';
import { compilePattern, GAP_MAX, numbersOf } from '../../src/diagnosis/pattern.ts';
import { findPattern, hitsOf } from '../../src/diagnosis/search.ts';
import { QUOTE_MAX } from '../../src/model/verdict.ts';

const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' ', '.', '\n', "'", '"'), maxLength: 60 });

describe('folding', () => {
  it('leads back to the place in the text', () => {
    const text = 'HTTP   Error\n\t502.5';
    const folded = fold(text.toLowerCase());
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
    const folded = fold('xx could NOT find\n  "a.dll" in C:\\x. ErrorCode = \'5\' yy'.toLowerCase()).text;
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

  it('finds what stands behind any number of heads without their tail', () => {
    const text = `${"could not find 'x' ".repeat(500)}${'.'.repeat(GAP_MAX * 4)}could not find 'b' in c. errorcode = '1'`;
    const hit = findPattern(text, pattern);
    assert.equal(hit === null ? null : text.slice(hit.gaps[0]!.start, hit.gaps[0]!.end), 'b');
  });

  it('goes on to a later middle when the first one is too far from the end', () => {
    const three = compilePattern('start{gap}middle{gap}finish');
    const text = `start middle ${'.'.repeat(GAP_MAX - 20)} middle ${'.'.repeat(GAP_MAX - 20)} finish`;
    assert.equal(findPattern(text, three)?.gaps[0]?.end, text.lastIndexOf('middle'));
  });

  it('finds the same places as a regular expression, heads and middles repeated at will', () => {
    // A version is at most 40 characters long, a port at most 12.
    const bounded = compilePattern('ab{port}cd{version}ef');
    const pieces = fc.constantFrom('ab', 'cd', 'ef', 'a', ' ', 'x'.repeat(11), 'y'.repeat(39));
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (list) => {
        const text = list.join('');
        const expected = [...text.matchAll(/ab([^]{0,12}?)cd([^]{0,40}?)ef/g)];
        const hits = [...hitsOf(text, bounded)];
        assert.deepEqual(
          hits.map((hit) => [hit.start, ...hit.gaps.map((gap) => text.slice(gap.start, gap.end))]),
          expected.map((match) => [match.index, match[1], match[2]]),
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('takes no more time for a head on every second place', () => {
    const text = "could not find '".repeat(60_000);
    const before = process.cpuUsage();
    assert.equal(findPattern(text, pattern), null);
    assert.ok(process.cpuUsage(before).user < 500_000);
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

describe('numbers in a literal', () => {
  for (const [literal, text, found] of [
    ['HTTP ERROR 500', 'http error 500.30 - start failure', false],
    ['HTTP ERROR 500', 'http error 500. that is all', true],
    ['HTTP ERROR 500', 'http error 5000', false],
    ['error 500.3', 'error 500.30', false],
    ['error 500.3', 'error 500.30, then error 500.3', true],
    ['500.3 was sent', '1500.3 was sent', false],
    ['500.3 was sent', 'http 500.3 was sent', true],
    ['0x80240', 'failed with 0x80240017', true],
    ['on server 20', 'works on server 2019', true],
    ['elapsed time = 230', 'elapsed time = 230.41 sec', true],
  ] as const) {
    it(`${JSON.stringify(literal)} is ${found ? '' : 'not '}in ${JSON.stringify(text)}`, () =>
      assert.equal(findPattern(text, compilePattern(literal)) !== null, found));
  }

  it('are read whole, without the words in front', () => {
    assert.deepEqual(numbersOf('a.v2.dll gave 502.5. and 0x80070002, 3'), ['v2.dll', '502.5', '0x80070002', '3']);
  });
});

describe('compiling a pattern', () => {
  it('of two gaps with only white space between them the second name is kept', () => {
    assert.deepEqual(compilePattern('start of {app} {path} failed').names, ['path']);
  });

  it('the name of a gap may be any word', () => {
    const hit = findPattern('start of shop has failed', compilePattern('start of {constructor} has failed'));
    assert.equal(hit?.gaps[0]?.name, 'constructor');
  });
});

describe('searching a damaged phrase', () => {
  const patterns = [
    compilePattern('The specified version of the shared framework was not found on this machine'),
    compilePattern('HTTP Error 502.5 - Process Failure while starting'),
  ];
  const keys = (text: string): string[] => findDamaged(text.toLowerCase(), patterns, new Set()).map((one) => one.key);

  it('finds it in spite of typing errors and a cut end', () => {
    assert.deepEqual(keys('the specifed version of the shared framework was not fuond on this mach'), [
      patterns[0]!.key,
    ]);
  });

  it('never takes another number', () => {
    assert.deepEqual(keys('HTTP Error 502.3 - Process Failure while startin'), []);
  });

  it('takes a number only where it stands whole', () => {
    assert.deepEqual(keys('HTTP Error 1502.5 - Process Failure while startin'), []);
    assert.deepEqual(keys('HTTP Error 502.55 - Process Failure while startin'), []);
    assert.deepEqual(keys('HTTP Error 502.5 - Process Failure while startin'), [patterns[1]!.key]);
  });

  it('finds it at the end of a log with any number of different lines', () => {
    const log = Array.from({ length: 12_000 }, (_, index) => `a line that says ${inLetters(index)} and goes on`).join(
      '\n',
    );
    const text = `${log}\nthe specifed version of the shared framework was not fuond on this mach`;
    const [found] = findDamaged(text, patterns, new Set());
    assert.equal(found?.start, log.length + 1);
  });

  it('of two damaged copies the newest is kept', () => {
    const line = 'the specifed version of the shared framework was not fuond on this mach';
    assert.equal(findDamaged(`${line}\n${line}`, patterns, new Set())[0]?.start, line.length + 1);
  });

  it('on a long line it shows the part that has the phrase', () => {
    const phrase = 'the specifed version of the shared framework was not fuond on this mach';
    for (const before of [400, 550, 1130, 5000]) {
      const text = `${'la lo li '.repeat(before / 9)}${phrase}${' lu le'.repeat(400)}`;
      const [found] = findDamaged(text, patterns, new Set());
      assert.ok(found !== undefined && found.end - found.start <= QUOTE_MAX, `behind ${before} characters`);
      assert.ok(text.slice(found.start, found.end).includes(phrase), text.slice(found.start, found.end));
    }
  });

  it('finds nothing in an unrelated text', () => {
    assert.deepEqual(keys('the framework of our house was specified by the architect, and no machine was found'), []);
  });
});

/** 120 -> "bca": digits are levelled, so only letters make a line different. */
function inLetters(value: number): string {
  return String(value).replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)]!);
}
