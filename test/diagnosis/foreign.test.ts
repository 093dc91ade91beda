import assert from 'node:assert/strict';
import { openCatalog } from '../../src/catalog/compiled.ts';
import { findRoot } from '../../src/catalog/findRoot.ts';
import { diagnoseInquiry } from '../../src/diagnosis/ask.ts';
import { createEngine } from '../../src/diagnosis/diagnose.ts';
import type { Verdict } from '../../src/model/verdict.ts';
import { FOREIGN, OURS } from './foreignTexts.ts';

const engine = createEngine(openCatalog(findRoot()));

describe('another field', () => {
  for (const text of FOREIGN)
    it(`is not answered: ${text.slice(0, 80)}`, () => {
      const verdict = verdictOf(text);
      assert.equal(verdict.type, 'unknown', namesOf(verdict));
    });
});

describe('our field, beside words of another one', () => {
  for (const [text, accept] of OURS)
    it(`is answered: ${text.slice(0, 80)}`, () => {
      const verdict = verdictOf(text);
      assert.ok(accept.includes(verdict.candidates[0]?.id ?? ''), `${verdict.foreign} ${namesOf(verdict)}`);
    });
});

function verdictOf(text: string): Verdict {
  return diagnoseInquiry({ text }, engine);
}

function namesOf(verdict: Verdict): string {
  return verdict.candidates.map(({ id, confidence }) => `${id} ${confidence.toFixed(2)}`).join(', ');
}
