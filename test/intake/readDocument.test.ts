import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { SLOTS } from '../../src/model/artifact.ts';
import { readDocument } from '../../src/intake/readDocument.ts';
import { readSigns } from '../../src/intake/readSigns.ts';
import { SAMPLES } from './samples.ts';

const PIECES = SAMPLES.flatMap(({ text }) => text.split('\n')).concat(
  '\r\n',
  '\0',
  '<p>',
  '&lt;',
  'password=abc',
  '\u0130',
  '\ud83d',
  '`',
  '> a',
);

describe('readDocument', () => {
  for (const { what, slot, text, expect } of SAMPLES) {
    it(`recognises ${what}`, () => {
      const { artifacts } = readDocument(slot ?? 'text', text);
      assert.deepEqual(
        artifacts.map(({ kind, channel }) => [kind, channel]),
        expect,
      );
    });
  }

  it('maps a word behind changes and masks to where it stood', () => {
    const raw = '\ufeffServer=db;Password=Zq7c41d9e0;\r\n\u001b[31mHTTP\u00a0Error 500.30\u001b[0m';
    const document = readDocument('text', raw);
    const start = document.text.indexOf('500.30');
    const span = document.toRaw(start, start + 6);
    assert.equal(raw.slice(span.start, span.end), '500.30');
    assert.deepEqual(document.secrets, ['connection string password']);
  });

  it('covers the whole text with artifacts, and every span lies inside what was received', () => {
    const part = fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary' }));
    fc.assert(
      fc.property(fc.array(part, { maxLength: 20 }), fc.constantFrom(...SLOTS), (parts, slot) => {
        const raw = parts.join('\n');
        const document = readDocument(slot, raw);
        let at = 0;
        for (const artifact of document.artifacts) {
          assert.equal(artifact.start, at);
          assert.ok(artifact.end > at);
          at = artifact.end;
        }
        assert.ok(at === document.text.length || (at === 0 && document.text.trim() === ''));
        for (const sign of readSigns(document)) {
          assert.ok(sign.start < sign.end && sign.end <= document.text.length);
          const { start, end } = document.toRaw(sign.start, sign.end);
          assert.ok(start >= 0 && start <= end && end <= raw.length);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('maps an unchanged word to itself, whatever stands around it', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES)), fc.array(fc.constantFrom(...PIECES)), (front, behind) => {
        const raw = [...front, 'Qwortq', ...behind].join('\n');
        const document = readDocument('text', raw);
        const at = document.text.indexOf('Qwortq');
        const { start, end } = document.toRaw(at, at + 6);
        assert.equal(raw.slice(start, end), 'Qwortq');
      }),
    );
  });
});
