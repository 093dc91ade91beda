import assert from 'node:assert/strict';
import { cardBytes, CARD_BYTES_MAX } from '../../cards/cardBytes.ts';
import { copyCard } from '../../cards/copyCard.ts';
import { adminText } from '../../cards/handover/adminText.ts';
import { COPY_MAX, joinLines } from '../../cards/handover/facts.ts';
import { ticketText } from '../../cards/handover/ticketText.ts';
import { SAMPLE_REF, sampleEvidence } from '../../cards/sampleData.ts';
import { openCatalog } from '../../src/catalog/compiled.ts';
import { findRoot } from '../../src/catalog/findRoot.ts';
import { newCase, type StepOutcome } from '../../src/session/record.ts';

const CATALOG = openCatalog(findRoot());
const HOSTILE = '# *boo* [x](https://evil.example) <img src=x> ![y](https://evil.example/z) \\ "quoted"';
const EVIDENCE = Array.from({ length: 5 }, () => sampleEvidence(HOSTILE.repeat(4), 'because', 'eventLog'));

describe('texts to hand on', () => {
  for (const cause of CATALOG.causes) {
    it(`of ${cause.id} fit a card, whole`, () => {
      const outcomes: Record<string, StepOutcome> = Object.fromEntries(cause.steps.map(({ id }) => [id, 'done']));
      const common = { cause, evidence: EVIDENCE, steps: cause.steps, values: {} };
      const admin = adminText({ ...common, headline: '', outcomes: {}, platform: null });
      const state = { ...newCase('case-1', 0), switchedOn: ['stdout-log', 'freb'] as const };
      const ticket = ticketText({ ...common, state, catalog: CATALOG, word: 'likely', outcomes });
      for (const text of [admin, ticket]) {
        assert.ok(text.length <= COPY_MAX);
        const card = copyCard({ ref: SAMPLE_REF, heading: 'Text', intro: 'Text', text });
        assert.ok(cardBytes(card) <= CARD_BYTES_MAX);
      }
      assert.match(ticket, /## Still switched on\n\n- the stdout log/);
      for (const { undo } of cause.steps)
        if (undo !== undefined && !admin.includes('did not fit')) assert.match(admin, /Undo: /);
    });
  }

  it('hold no live Markdown of a person', () => {
    const cause = CATALOG.causes[0]!;
    const state = newCase('case-1', 0);
    const input = { state, catalog: CATALOG, cause, word: null, steps: [], outcomes: {}, values: {} } as const;
    const text = ticketText({ ...input, evidence: EVIDENCE });
    assert.doesNotMatch(text, /(?<!\\)<img|https:\/\/evil|(?<!\\)\[x\]/);
  });

  it('say what was left out', () => {
    const text = joinLines(Array.from({ length: 1000 }, () => 'a line of some length'));
    assert.match(text, /\(\d+ more lines did not fit here\)$/);
    assert.ok(text.length <= COPY_MAX);
  });
});
