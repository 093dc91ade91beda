import assert from 'node:assert/strict';
import { openCatalog } from '../../src/catalog/compiled.ts';
import { findRoot } from '../../src/catalog/findRoot.ts';
import { createEngine } from '../../src/diagnosis/diagnose.ts';
import { shownOf } from '../../src/diagnosis/shown.ts';
import { situate } from '../../src/diagnosis/situation.ts';
import { toldBack } from '../../src/diagnosis/toldBack.ts';
import { readDocument } from '../../src/intake/readDocument.ts';

const PAGE = 'HTTP Error 502.5 - Process Failure.';

/** What is pasted, and what is told back. */
const TOLD: readonly (readonly [text: string, says: readonly string[], news: readonly RegExp[]])[] = [
  [PAGE, [], []],
  [
    `${PAGE} It runs fine with dotnet run.`,
    ['You said that the app runs when it is started by hand.'],
    [/the hosting is what differs/],
  ],
  [
    `${PAGE} I already reinstalled the hosting bundle. There is nothing in the event log.`,
    ['You said that the Application event log shows no entry.'],
    [],
  ],
];

describe('What the person said', () => {
  const engine = createEngine(openCatalog(findRoot()));
  const { catalog } = engine;
  const tell = (text: string) => {
    const findings = engine.detect(readDocument('text', text));
    const situation = situate({
      findings,
      read: ['browser'],
      answers: {},
      platform: null,
      aspNetCoreVersion: null,
      history: null,
    });
    const verdict = engine.verdict(findings, situation);
    const { lead } = shownOf(verdict, catalog);
    const cause = catalog.causes.find((one) => one.id === lead?.id);
    assert.ok(cause);
    return toldBack(findings, verdict.candidates, cause, catalog.vocabulary);
  };

  for (const [text, says, news] of TOLD) {
    it(`is told back where it counted: ${text}`, () => {
      const told = tell(text);
      for (const one of says)
        assert.ok(
          told.some((said) => said.says === one),
          JSON.stringify(told),
        );
      for (const one of news)
        assert.ok(
          told.some((said) => one.test(said.news)),
          JSON.stringify(told),
        );
      if (says.length === 0) assert.deepEqual(told, []);
    });
  }

  it('is told back where it saves steps', () => {
    const statement = catalog.vocabulary.statements.find((one) => one.id === 'reinstalled-bundle');
    const cause = catalog.causes.find((one) => one.steps.some((step) => step.doneBy === 'reinstalled-bundle'));
    assert.ok(statement && cause);
    const findings = engine.detect(readDocument('text', `I have ${statement.phrases[0]}`));
    assert.deepEqual(toldBack(findings, [], cause, catalog.vocabulary), [
      { says: statement.says, news: 'Steps for that are left out.' },
    ]);
  });

  it('puts news first', () => {
    const told = tell(`${PAGE} There is nothing in the event log, and it runs fine with dotnet run.`);
    assert.deepEqual(
      told.map(({ news }) => news !== ''),
      [true, false],
    );
  });
});
