import assert from 'node:assert/strict';
import { openCatalog } from '../../src/catalog/compiled.ts';
import { findRoot } from '../../src/catalog/findRoot.ts';
import { diagnoseInquiry, type Inquiry } from '../../src/diagnosis/ask.ts';
import { createEngine } from '../../src/diagnosis/diagnose.ts';
import { ABSENCES, type Absence, type Symptom } from '../../src/model/artifact.ts';
import type { Verdict } from '../../src/model/verdict.ts';
import { filled, VALUES } from './seedMessages.ts';
import { SEED_ROWS, SEED_SYMPTOMS, type SeedRow } from './seedSymptoms.ts';

const engine = createEngine(openCatalog(findRoot()));

describe('the symptoms of the common errors', () => {
  it('cover every cause once at least', () => {
    assert.equal(new Set(SEED_ROWS.map((row) => row.cause)).size, 36);
  });
  for (const row of SEED_ROWS) {
    for (const [set, values] of VALUES.entries()) {
      it(`${row.cause} (${row.wording}, values ${set + 1}) ranks first`, () => {
        const ids = idsOf(diagnose(row, values, null));
        assert.equal(ids[0], row.cause, `got ${ids.join(', ') || 'unknown'}`);
      });
      for (const left of leaveable(row)) {
        it(`${row.cause} (${row.wording}, values ${set + 1}) without ${left} stays in the first three`, () => {
          const ids = idsOf(diagnose(row, values, left));
          assert.ok(ids.slice(0, 3).includes(row.cause), `got ${ids.join(', ') || 'unknown'}`);
        });
      }
    }
  }
});

describe('absences alone', () => {
  it('are no certainty, and the browser is asked for', () => {
    const verdict = diagnoseInquiry(
      { symptoms: { eventLog: { absent: 'no-entry' }, ancmLog: { absent: 'not-created' } } },
      engine,
    );
    assert.notEqual(verdict.type, 'identified');
    assert.equal(verdict.question?.ask, 'browser');
  });
});

/** Sources that can be left out: one with text remains. */
function leaveable(row: SeedRow): readonly Symptom[] {
  const given = SEED_SYMPTOMS.filter((symptom) => row[symptom] !== undefined);
  return given.filter((left) => given.some((symptom) => symptom !== left && !isAbsence(row[symptom])));
}

function diagnose(row: SeedRow, values: Readonly<Record<string, string>>, without: Symptom | null): Verdict {
  const symptoms: Partial<Record<Symptom, string | { readonly absent: Absence }>> = {};
  for (const symptom of SEED_SYMPTOMS) {
    const seen = row[symptom];
    if (seen === undefined || symptom === without) continue;
    symptoms[symptom] = isAbsence(seen) ? { absent: seen } : filled(seen, values);
  }
  const inquiry: Inquiry = { symptoms, ...(row.text === undefined ? {} : { text: filled(row.text, values) }) };
  return diagnoseInquiry(inquiry, engine);
}

function isAbsence(seen: string | undefined): seen is Absence {
  return ABSENCES.some((absence) => absence === seen);
}

function idsOf(verdict: Verdict): string[] {
  return verdict.candidates.map((one) => one.id);
}
