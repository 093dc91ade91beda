import assert from 'node:assert/strict';
import type { Symptom } from '../../src/model/artifact.ts';
import { browseCard } from '../../cards/browseCard.ts';
import { causeCard } from '../../cards/causeCard.ts';
import { closingCard } from '../../cards/closingCard.ts';
import { questionCard } from '../../cards/questionCard.ts';
import { SAMPLES } from '../../cards/samples.ts';
import { SAMPLE_CAUSE, SAMPLE_REF } from '../../cards/sampleData.ts';
import { unknownCard } from '../../cards/unknownCard.ts';
import { welcomeCard } from '../../cards/welcomeCard.ts';
import { actions, allText, buttonsInView, buttonTitles } from './walk.ts';

const ref = SAMPLE_REF;

describe('welcomeCard', () => {
  it('begins with a box to paste into', () => {
    const card = welcomeCard(ref);
    assert.deepEqual(buttonTitles(card), ['Diagnose', 'Browse causes']);
    assert.ok(card.body.some((element) => element.type === 'Input.Text' && element.id === 'paste'));
    assert.match(allText(card), /Diagnose with an empty box asks for one thing at a time/);
  });
});

describe('questionCard', () => {
  const expected: Readonly<Record<Symptom, readonly string[]>> = {
    browser: [
      'Check this',
      'Cannot connect',
      'Spins for ever',
      'Blank page',
      'Looks normal',
      'Show me where',
      'Skip',
      'Back',
    ],
    eventLog: ['Check this', 'No entry', 'Show me where', 'Skip', 'Back'],
    systemLog: ['Check this', 'No entry', 'Show me where', 'Skip', 'Back'],
    ancmLog: ['Check this', 'Log file not created', 'Log file empty', 'Looks normal', 'Show me where', 'Skip', 'Back'],
    iisLog: ['Check this', 'No entry', 'Show me where', 'Skip', 'Back'],
  };
  for (const symptom of ['browser', 'eventLog', 'systemLog', 'ancmLog', 'iisLog'] as const) {
    it(`offers the answers that fit ${symptom}, Skip in view, and says what each absence in view claims`, () => {
      const card = questionCard({ ref, question: { ask: symptom, why: 'It tells.' }, showWhere: true });
      assert.deepEqual(buttonTitles(card), expected[symptom]);
      assert.ok(buttonsInView(card).some(({ title }) => title === 'Skip'));
      const absences = actions(card).filter(
        ({ type, data }) => type === 'Action.Submit' && /absent/.test(JSON.stringify(data)),
      );
      assert.ok(absences.length > 0);
      for (const { title, tooltip, mode } of absences) {
        const isSaid = allText(card).includes(`${String(title)}: \n${String(tooltip)}.`);
        assert.equal(isSaid, mode !== 'secondary', String(title));
        assert.ok(String(tooltip).length > 20, `${String(title)} says it in the menu`);
      }
    });
  }

  it('sends the box with Check this, and with nothing else', () => {
    const card = questionCard({ ref, question: { ask: 'ancmLog', why: 'It tells.' }, showWhere: true });
    const reading = actions(card).filter((action) => action['associatedInputs'] !== 'none');
    assert.deepEqual(
      reading.map(({ title }) => title),
      ['Check this'],
    );
  });

  it('asks for the platform and the history by buttons', () => {
    const platform = questionCard({ ref, question: { ask: 'platform', why: 'It tells.' }, showWhere: true });
    assert.deepEqual(buttonTitles(platform), ['IIS', 'Azure App Service', 'IIS Express', 'Skip', 'Back']);
    const history = questionCard({ ref, question: { ask: 'history', why: 'It tells.' }, showWhere: false });
    assert.deepEqual(buttonTitles(history), [
      'Never',
      'Until a deployment or update',
      'Yes, and nothing changed',
      'Skip',
      'Back',
    ]);
  });
});

describe('unknownCard', () => {
  const question = { ask: 'eventLog', why: 'It tells.' } as const;

  it('refuses another field by name and asks nothing', () => {
    const card = unknownCard({ ref, foreign: 'PHP FastCGI', read: '', question, secrets: [] });
    assert.match(allText(card), /This looks like \nPHP FastCGI/);
    assert.deepEqual(buttonTitles(card), ['Browse causes', 'Start over']);
  });

  it('asks for what would help', () => {
    const card = unknownCard({ ref, foreign: null, read: '', question, secrets: [] });
    assert.deepEqual(buttonTitles(card), ['Check this', 'No entry', 'Skip', 'Browse causes', 'Start over']);
  });
});

describe('closingCard', () => {
  it('has a button for each thing that is still on, and owns up to a restart', () => {
    const card = closingCard({
      ref,
      title: 'The site answers again',
      cause: SAMPLE_CAUSE,
      quote: null,
      fixedBy: null,
      switchedOn: [{ what: 'freb', procedureId: 'freb-off', label: 'Switch tracing off' }],
      prevention: null,
      onlyRestart: true,
      steps: [],
    });
    assert.deepEqual(buttonTitles(card), ['Switch tracing off', 'Text for a ticket', 'Start over']);
    assert.match(allText(card), /the cause was not found, and it can come back/);
    assert.doesNotMatch(allText(card), /^Cause:/m);
  });
});

describe('browseCard and causeCard', () => {
  it('make rows of groups and results', () => {
    const card = browseCard({
      ref,
      groups: [{ group: 'start', label: 'The app does not start', count: 24 }],
      results: [{ id: 'restart-iis', title: 'Restart IIS', kind: 'procedure' }],
      query: 'restart',
    });
    const verbs = actions(card).map(({ data }) => (data as Readonly<Record<string, unknown>>)['verb']);
    assert.deepEqual(verbs, ['procedure', 'group', 'search', 'back']);
  });

  it('leave out a source that is not https', () => {
    const cause = { ...SAMPLE_CAUSE, sources: ['http://learn.microsoft.com/x', 'https://learn.microsoft.com/y'] };
    const urls = actions(causeCard({ ref, cause, lookAlikes: [] })).flatMap(({ url }) =>
      typeof url === 'string' ? [url] : [],
    );
    assert.deepEqual(urls, ['https://learn.microsoft.com/y']);
  });
});

describe('every button title', () => {
  const TITLES =
    'Diagnose, Browse causes, Check this, IIS, Azure App Service, IIS Express, Skip, No entry, Log file not created, Log file empty, Looks normal, Show me where, Start the steps, Not this, Done, Saw something else, Did not help, It works now, Show evidence, Back, Start over';

  it('that people and checks rely on is on some card', () => {
    const used = new Set(SAMPLES.flatMap(({ card }) => actions(card).map(({ title }) => title)));
    assert.deepEqual(
      TITLES.split(', ').filter((title) => !used.has(title)),
      [],
    );
  });
});
