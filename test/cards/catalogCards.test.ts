import assert from 'node:assert/strict';
import { VALUE_NAMES } from '../../src/catalog/catalogWarnings.ts';
import { findRoot } from '../../src/catalog/findRoot.ts';
import { readCatalog } from '../../src/catalog/readCatalog.ts';
import { GROUPS } from '../../src/model/catalog.ts';
import type { AdaptiveCard } from '../../cards/adaptiveCard.ts';
import { cardBytes, CARD_BYTES_MAX } from '../../cards/cardBytes.ts';
import { causeCard } from '../../cards/causeCard.ts';
import { familyCard } from '../../cards/familyCard.ts';
import { procedureCard } from '../../cards/procedureCard.ts';
import { SAMPLE_REF } from '../../cards/sampleData.ts';
import { stepCard } from '../../cards/stepCard.ts';
import { withTopLine } from '../../cards/topLine.ts';
import { verdictCard } from '../../cards/verdictCard.ts';
import { lintCard } from './lintCard.ts';
import { buttonsInView } from './walk.ts';

const ref = SAMPLE_REF;
const files = readCatalog(findRoot(import.meta.url));

// The longest values a paste can give, so that an entry that fits here fits for everyone.
const LONGEST = '\u5546'.repeat(120);
const LONGEST_NAME = '\u5546'.repeat(24);
const READERS = Array.from({ length: 60 }, (_, at) => `29:${String(at).padEnd(117, 'x')}`);
const values: Readonly<Record<string, string>> = Object.fromEntries(VALUE_NAMES.map((name) => [name, LONGEST]));

describe('the cards of the catalog', () => {
  for (const { value: cause } of files.causes) {
    it(`can be drawn: ${cause.id}`, () => {
      const lookAlikes = cause.tellApart.map(({ by }) => ({ cause, by }));
      check(causeCard({ ref, cause, lookAlikes }));
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
          others: lookAlikes,
          question: null,
          news: [],
          said: [],
          firstStep: cause.steps[0]?.do ?? '',
        }),
      );
      const outcomes = Object.fromEntries(cause.steps.map(({ id }) => [id, 'did-not-help' as const]));
      const told = Object.fromEntries(cause.steps.map(({ id }) => [id, { name: LONGEST_NAME, at: 0 }]));
      const shared = { crowd: { told, claim: { name: LONGEST_NAME, own: true } }, readers: READERS };
      const learned = LONGEST.repeat(4);
      cause.steps.forEach((_step, index) => {
        check(stepCard({ ref, cause, steps: cause.steps, index, outcomes, values, platform: 'iis' }));
        const input = { ref, cause, steps: cause.steps, index, outcomes, values, platform: null, learned, ...shared };
        check(withTopLine(stepCard(input), LONGEST.repeat(4)));
      });
      check(stepCard({ ref, cause, steps: cause.steps, index: null, outcomes, values, platform: null, ...shared }));
    });
  }

  for (const family of files.families?.value ?? []) {
    it(`can be drawn: ${family.id}`, () => {
      const causes = files.causes.map(({ value }) => value);
      check(familyCard({ ref, family, members: causes.filter(({ id }) => family.members.includes(id)) }));
    });
  }

  for (const group of GROUPS) {
    it(`fit on a card as the families of ${group}`, () => {
      const own = files.causes.filter(({ value }) => value.group === group).map(({ value }) => value.id);
      const homes = (files.families?.value ?? []).filter(({ members }) => own.some((id) => members.includes(id)));
      const alone = own.filter((id) => !homes.some(({ members }) => members.includes(id)));
      assert.ok(homes.length > 0);
      assert.ok(homes.length + alone.length <= 12, `${homes.length + alone.length} rows`);
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
  assert.ok(cardBytes(card) <= CARD_BYTES_MAX);
}
