import assert from 'node:assert/strict';
import { VALUE_NAMES } from '../../src/catalog/catalogWarnings.ts';
import { findRoot } from '../../src/catalog/findRoot.ts';
import { readCatalog } from '../../src/catalog/readCatalog.ts';
import type { AdaptiveCard } from '../../cards/adaptiveCard.ts';
import { causeCard } from '../../cards/causeCard.ts';
import { procedureCard } from '../../cards/procedureCard.ts';
import { SAMPLE_REF } from '../../cards/sampleData.ts';
import { stepCard } from '../../cards/stepCard.ts';
import { verdictCard } from '../../cards/verdictCard.ts';
import { lintCard } from './lintCard.ts';
import { buttonsInView } from './walk.ts';

const ref = SAMPLE_REF;
const files = readCatalog(findRoot(import.meta.url));

// The longest values a paste can give, so that an entry that fits here fits for everyone.
const LONGEST = '\u5546'.repeat(120);
const values: Readonly<Record<string, string>> = Object.fromEntries(VALUE_NAMES.map((name) => [name, LONGEST]));

describe('the cards of the catalog', () => {
  for (const { value: cause } of files.causes) {
    it(`can be drawn: ${cause.id}`, () => {
      check(causeCard({ ref, cause }));
      check(
        verdictCard({
          ref,
          cause,
          word: cause.kind === 'page' ? null : 'likely',
          headline: cause.headline ?? '',
          evidence: [],
          against: [],
          read: '',
          secrets: [],
          others: cause.tellApart.map(({ by }) => ({ cause, by })),
          question: null,
          goodNews: [],
          firstStep: cause.steps[0]?.do ?? '',
        }),
      );
      const outcomes = Object.fromEntries(cause.steps.map(({ id }) => [id, 'did-not-help' as const]));
      cause.steps.forEach((_step, index) =>
        check(stepCard({ ref, cause, steps: cause.steps, index, outcomes, values, platform: 'iis' })),
      );
    });
  }

  for (const { value: procedure } of files.procedures) {
    it(`can be drawn: ${procedure.id}`, () => {
      procedure.steps.forEach((_step, index) =>
        check(procedureCard({ ref, procedure, index, platform: null, returnTo: 'ancmLog' })),
      );
    });
  }
});

function check(card: AdaptiveCard): void {
  assert.deepEqual(lintCard(card), []);
  assert.ok(buttonsInView(card).length <= 4);
}
