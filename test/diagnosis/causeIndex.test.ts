import assert from 'node:assert/strict';
import { openCatalog } from '../../src/catalog/compiled.ts';
import { findRoot } from '../../src/catalog/findRoot.ts';
import { CauseIndex, type Touched } from '../../src/diagnosis/causeIndex.ts';
import { compileMatchers } from '../../src/diagnosis/compile.ts';
import { detect } from '../../src/diagnosis/detect.ts';
import { scoreCauses } from '../../src/diagnosis/score.ts';
import { absenceFinding, situate } from '../../src/diagnosis/situation.ts';
import { readDocument } from '../../src/intake/readDocument.ts';
import { ABSENCES, SYMPTOMS } from '../../src/model/artifact.ts';
import type { Finding } from '../../src/model/verdict.ts';

const matchers = compileMatchers(openCatalog(findRoot()));

/** Leaves no cause out, and no signature. */
class EveryCause extends CauseIndex {
  override touchedBy(): Touched[] {
    return matchers.causes.map((entry) => ({ entry, signatures: entry.signatures }));
  }
}

describe('the index of causes', () => {
  const every = { ...matchers, causeIndex: new EveryCause(matchers.causes) };
  const scoresAs = (findings: readonly Finding[]): void => {
    const situation = situate({
      findings,
      read: [],
      answers: {},
      platform: null,
      aspNetCoreVersion: null,
      history: null,
    });
    const [found, expected] = [matchers, every].map((one) => scoreCauses(findings, situation, one));
    assert.deepEqual(found, expected);
  };

  it('leaves out no cause that an example of the catalog speaks for', () => {
    for (const { match } of matchers.catalog.causes) {
      const { text, symptoms } = match[0] ?? {};
      const texts = [text, ...Object.values(symptoms ?? {})].filter((one) => typeof one === 'string');
      scoresAs(texts.flatMap((one) => detect(readDocument('text', one), matchers)));
    }
  }).timeout(60_000);

  it('leaves out no cause that an absence or a bare status speaks for', () => {
    for (const symptom of SYMPTOMS) for (const absence of ABSENCES) scoresAs([absenceFinding(symptom, absence)]);
    for (const status of ['500', '500.0', '500.30', '502', '502.5', '503', '404'])
      scoresAs(detect(readDocument('text', `HTTP Error ${status}`), matchers));
  });
});
