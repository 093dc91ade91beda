import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { openCatalog } from '../../src/catalog/compiled.ts';
import { findRoot } from '../../src/catalog/findRoot.ts';
import { diagnoseInquiry, type Inquiry } from '../../src/diagnosis/ask.ts';
import { createEngine } from '../../src/diagnosis/diagnose.ts';
import type { Example } from '../../src/model/catalog.ts';

const root = findRoot();
const engine = createEngine(openCatalog(root));

/** Each cause is held to its own examples, among all causes. */
for (const cause of engine.catalog.causes) {
  describe(`cause ${cause.id}`, () => {
    for (const [index, example] of cause.match.entries()) {
      const within = example.partial === true ? 3 : 1;
      it(`example ${index + 1} ranks it ${within === 1 ? 'first' : 'in the first three'}`, () => {
        const ids = idsOf(example);
        assert.ok(ids.slice(0, within).includes(cause.id), `got ${ids.join(', ') || 'unknown'}`);
      });
    }
    for (const [index, example] of cause.noMatch.entries()) {
      it(`look-alike ${index + 1} does not rank it first`, () => assert.notEqual(idsOf(example)[0], cause.id));
    }
  });
}

describe('texts that are healthy', () => {
  for (const name of readdirSync(path.join(root, 'catalog', 'clean'))) {
    it(`${name} names no cause`, () => {
      const verdict = diagnoseInquiry(
        { text: readFileSync(path.join(root, 'catalog', 'clean', name), 'utf8') },
        engine,
      );
      assert.deepEqual(
        verdict.candidates.map((one) => one.id),
        [],
      );
    });
  }
});

function idsOf(example: Example): string[] {
  const inquiry: Inquiry = {
    ...(example.text === undefined ? {} : { text: example.text }),
    ...(example.symptoms === undefined ? {} : { symptoms: example.symptoms }),
    ...(example.platform === undefined ? {} : { platform: example.platform }),
  };
  return diagnoseInquiry(inquiry, engine).candidates.map((one) => one.id);
}
