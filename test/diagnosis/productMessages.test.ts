import assert from 'node:assert/strict';
import path from 'node:path';
import { openCatalog } from '../../src/catalog/compiled.ts';
import { findRoot } from '../../src/catalog/findRoot.ts';
import { createEngine } from '../../src/diagnosis/diagnose.ts';
import { answerMessages, sharesOf, unreadCodes, type Answer } from '../corpus/measureMessages.ts';
import { readCodeRows, readMessages } from '../corpus/messageRow.ts';

const root = findRoot();
const corpus = path.join(root, 'test', 'corpus', 'messages');
const engine = createEngine(openCatalog(root));
const messages = readMessages(corpus);

describe('messages that the products can print', function () {
  this.timeout(60_000);

  it('name causes of the catalog only', () => {
    const known = new Set([...engine.catalog.causes.map((cause) => cause.id), 'info']);
    const unknown = [...messages, ...readCodeRows(corpus)].flatMap((row) => row.accept.filter((id) => !known.has(id)));
    assert.deepEqual(unknown, []);
  });

  // Every message is pasted with values of chance; each seed takes half of the ways of pasting, so both together take all.
  for (const [half, seed] of [20_261, 77_003].entries()) {
    describe(`with values of seed ${seed}`, () => {
      let answers: readonly Answer[];
      before(() => {
        answers = answerMessages(messages, seed, engine, (way) => way % 2 === half);
      });

      it('lead to a right cause in the first three, 98 of 100', () => {
        assert.ok(sharesOf(answers).three >= 0.98, report(answers, ['missed']));
      });

      it('lead to a right cause at once, 92 of 100', () => {
        assert.ok(sharesOf(answers).first >= 0.92, report(answers, ['missed', 'in three']));
      });

      it('are never called an error when they are none', () => {
        const named = answers.filter((one) => one.falseAlarm).map((one) => `${one.row.format}: ${one.ids.join(', ')}`);
        assert.deepEqual(named, []);
      });
    });
  }

  it('every code is read in every dress, with its causes', () => {
    assert.deepEqual(unreadCodes(readCodeRows(corpus), engine), []);
  });
});

function report(answers: readonly Answer[], ranks: readonly Answer['rank'][]): string {
  const { first, three, causes } = sharesOf(answers);
  const bad = answers.filter((one) => ranks.includes(one.rank));
  const lines = bad.map((one) => `${one.row.format} (${one.paste.as}): ${one.ids.slice(0, 3).join(', ') || 'unknown'}`);
  return `first ${first.toFixed(3)}, in three ${three.toFixed(3)} of ${causes}\n${lines.join('\n')}`;
}
