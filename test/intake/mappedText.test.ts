import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { compose, TextEditor, unchanged, type MappedText } from '../../src/intake/mappedText.ts';

function edited(source: string, edits: readonly (readonly [number, number, string])[]): MappedText {
  const editor = new TextEditor(source);
  for (const [start, end, text] of edits) editor.replace(start, end, text);
  return editor.finish();
}

describe('mappedText', () => {
  it('gives back the same place in a text that was not changed', () => {
    assert.deepEqual(unchanged('abc').toSource(1, 2), { start: 1, end: 2 });
  });

  it('widens a character that several were folded into', () => {
    const mapped = edited('a &lt; b', [[2, 6, '<']]);
    assert.equal(mapped.text, 'a < b');
    assert.deepEqual(mapped.toSource(2, 3), { start: 2, end: 6 });
    assert.deepEqual(mapped.toSource(4, 5), { start: 7, end: 8 });
  });

  it('leaves out what was removed in front of a stretch and behind it, and keeps what was removed inside', () => {
    const mapped = edited('__ab__cd__', [
      [0, 2, ''],
      [4, 6, ''],
      [8, 10, ''],
    ]);
    assert.equal(mapped.text, 'abcd');
    assert.deepEqual(mapped.toSource(0, 2), { start: 2, end: 4 });
    assert.deepEqual(mapped.toSource(0, 4), { start: 2, end: 8 });
  });

  it('maps through two changes', () => {
    const first = edited('x\r\nPassword=abc;', [[1, 2, '']]);
    const both = compose(first, edited(first.text, [[11, 14, '<password>']]));
    assert.equal(both.text, 'x\nPassword=<password>;');
    assert.deepEqual(both.toSource(11, 21), { start: 12, end: 15 });
  });

  it('keeps every span inside the source, in order, for any edits', () => {
    const edit = fc.tuple(fc.nat(40), fc.nat(5), fc.string({ maxLength: 4 }));
    fc.assert(
      fc.property(
        fc.string({ minLength: 40, maxLength: 60 }),
        fc.array(edit),
        fc.nat(80),
        fc.nat(80),
        (source, edits, a, b) => {
          const sorted = edits.map(([at, length, text]) => [at, Math.min(source.length, at + length), text] as const);
          const mapped = edited(
            source,
            [...sorted].sort((x, y) => x[0] - y[0]),
          );
          const { start, end } = mapped.toSource(Math.min(a, b), Math.max(a, b));
          assert.ok(start >= 0 && start <= end && end <= source.length);
        },
      ),
    );
  });
});
