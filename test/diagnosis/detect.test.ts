import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { openCatalog } from '../../src/catalog/compiled.ts';
import { findRoot } from '../../src/catalog/findRoot.ts';
import { diagnoseInquiry } from '../../src/diagnosis/ask.ts';
import { createEngine } from '../../src/diagnosis/diagnose.ts';
import { situate } from '../../src/diagnosis/situation.ts';
import { readDocument } from '../../src/intake/readDocument.ts';
import { SLOTS } from '../../src/model/artifact.ts';
import { QUOTE_MAX } from '../../src/model/verdict.ts';
import { SEED_ROWS } from './seedSymptoms.ts';

const engine = createEngine(openCatalog(findRoot()));
const PIECES = SEED_ROWS.flatMap((row) => [row.browser, row.eventLog, row.ancmLog, row.iisLog, row.text]).flatMap(
  (text) => text ?? [],
);

/** Pasted things: product messages, cut and mixed with anything. */
const pastes = fc
  .array(
    fc.oneof(
      fc.constantFrom(...PIECES),
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.constantFrom('\r\n', '\0', '\uFEFF', '<b>', '&lt;', '\u202E', '{{', '%s'),
    ),
    { maxLength: 12 },
  )
  .chain((pieces) => fc.record({ text: fc.constant(pieces.join('\n')), from: fc.nat(40), cut: fc.nat(40) }))
  .map(({ text, from, cut }) => text.slice(from, text.length - cut));

describe('detecting and weighing', () => {
  it('never throws; spans lie inside the text, quotes are short, confidence is between 0 and 1', () => {
    fc.assert(
      fc.property(pastes, fc.constantFrom(...SLOTS), (raw, slot) => {
        const findings = engine.detect(readDocument(slot, raw));
        for (const finding of findings) {
          assert.ok(
            finding.start === null ||
              (finding.start >= 0 && finding.end! >= finding.start && finding.end! <= raw.length),
          );
          assert.ok(finding.quote.length <= QUOTE_MAX);
        }
        const situation = situate({
          findings,
          read: [],
          answers: {},
          platform: null,
          aspNetCoreVersion: null,
          history: null,
          restOfPageAsked: false,
        });
        const verdict = engine.verdict(findings, situation);
        assert.ok(verdict.candidates.length <= 5);
        for (const { confidence } of verdict.candidates) assert.ok(confidence >= 0 && confidence <= 1);
        assert.equal(verdict.type === 'unknown', verdict.candidates.length === 0);
      }),
      { numRuns: 300 },
    );
  }).timeout(20_000);

  it('a blank text has no findings', () => {
    assert.deepEqual(engine.detect(readDocument('text', '')), []);
    assert.deepEqual(engine.detect(readDocument('text', ' \n\t ')), []);
  });

  it('what a secret was is not in any finding', () => {
    const findings = engine.detect(
      readDocument('text', 'HTTP Error 500.30\nServer=tcp:db;Database=shop;User ID=sa;Password=Zx81-qqLw-77;'),
    );
    assert.ok(findings.length > 0);
    assert.doesNotMatch(JSON.stringify(findings), /Zx81-qqLw-77/);
  });
});

describe('a damaged phrase', () => {
  it('is never the opposite of what the line says', () => {
    const text = "Found dotnet.exe at '\\\\nas01\\publish\\dotnet.exe'";
    assert.equal(diagnoseInquiry({ text }, engine).type, 'unknown');
  });
});
