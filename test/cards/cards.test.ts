import assert from 'node:assert/strict';
import type { Symptom } from '../../src/model/artifact.ts';
import { browseCard } from '../../cards/browseCard.ts';
import { causeCard } from '../../cards/causeCard.ts';
import { SAMPLE_FAMILY, familyCard } from '../../cards/familyCard.ts';
import { closingCard } from '../../cards/closingCard.ts';
import { lookAlikesCard } from '../../cards/lookAlikesCard.ts';
import { questionCard } from '../../cards/questionCard.ts';
import { SAMPLES } from '../../cards/samples.ts';
import { SAMPLE_CAUSE, SAMPLE_PAGE, SAMPLE_REF, SAMPLE_RUNTIME, sampleEvidence } from '../../cards/sampleData.ts';
import { unknownCard } from '../../cards/unknownCard.ts';
import { verdictCard } from '../../cards/verdictCard.ts';
import { welcomeCard } from '../../cards/welcomeCard.ts';
import { actions, allText, buttonsInView, buttonTitles } from './walk.ts';

const ref = SAMPLE_REF;

describe('welcomeCard', () => {
  it('begins with a box to paste into', () => {
    const card = welcomeCard(ref);
    assert.deepEqual(buttonTitles(card), ['Diagnose', 'Guide me', 'Browse causes']);
    assert.ok(card.body.some((element) => element.type === 'Input.Text' && element.id === 'paste'));
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

describe('verdictCard', () => {
  const input = {
    ref,
    cause: SAMPLE_CAUSE,
    word: 'likely',
    headline: 'dotnet was told to start Shop.dll',
    evidence: ['one', 'two', 'three', 'four'].map((quote) => sampleEvidence(`${quote} line`, 'it counts', 'eventLog')),
    against: ['Not a missing runtime.', 'Not the pool.'],
    read: 'a 502.5 page; 1 event',
    secrets: [],
    others: [],
    question: null,
    goodNews: [],
    said: [],
    firstStep: '',
  } as const;

  it('gives the word, the headline, three quotes with where they are from, and one "not"', () => {
    const text = allText(verdictCard(input));
    for (const seen of ['Likely', input.headline, 'one line', 'three line', '(your event)', 'Not a missing runtime.']) {
      assert.ok(text.includes(seen), seen);
    }
    for (const unseen of ['four line', 'Not the pool.']) assert.ok(!text.includes(unseen), unseen);
    assert.ok(text.includes('Read: a 502.5 page; 1 event. Wrong? Tell me.'));
    assert.deepEqual(buttonTitles(verdictCard(input)), ['Start the steps', 'Not this', 'Show evidence', 'Start over']);
  });

  it('gives a page no word, says what it does not say, and asks first', () => {
    const question = { ask: 'eventLog', why: 'The newest event says why.' } as const;
    const card = verdictCard({ ...input, cause: SAMPLE_PAGE, word: null, question });
    assert.doesNotMatch(allText(card), /Certain|Likely|Possible/);
    assert.match(allText(card), /It does not say:/);
    assert.equal(buttonTitles(card)[0], 'Paste the event');
  });

  it('asks before it acts when it is only possible', () => {
    const question = { ask: 'ancmLog', why: 'The log names it.' } as const;
    assert.equal(buttonTitles(verdictCard({ ...input, word: 'possible', question }))[0], 'Paste the log');
    assert.equal(buttonTitles(verdictCard({ ...input, question }))[0], 'Start the steps');
  });

  it('names the one thing to fetch as long as it is what is asked for', () => {
    const page = { ...input, cause: SAMPLE_PAGE, word: null } as const;
    const say = SAMPLE_PAGE.fetch?.say ?? '';
    const first = allText(verdictCard({ ...page, question: { ask: 'eventLog', why: 'The event says why.' } }));
    assert.ok(first.includes(say) && !first.includes('The event says why.'));
    const later = allText(verdictCard({ ...page, question: { ask: 'ancmLog', why: 'The log says why.' } }));
    assert.ok(later.includes('The log says why.') && !later.includes(say));
  });

  it('says two findings, and that the reason is still open', () => {
    const beside = { cause: SAMPLE_RUNTIME, word: 'certain', headline: 'The log cannot be written' } as const;
    const card = verdictCard({ ...input, cause: SAMPLE_PAGE, word: null, beside });
    assert.match(allText(card), /Also found\ncertain\nThe log cannot be written/);
    assert.match(allText(card), /the reason for the failure itself is still open/);
    const rows = actions(card).filter(({ title }) => title === 'Also found');
    assert.deepEqual(
      rows.map(({ data }) => (data as Readonly<Record<string, unknown>>)['causeId']),
      [SAMPLE_RUNTIME.id],
    );
  });

  it('asks on when only a side finding is certain', () => {
    const question = { ask: 'browser', why: 'The page narrows it down.' } as const;
    const card = verdictCard({ ...input, cause: { ...SAMPLE_CAUSE, side: true }, word: 'certain', question });
    assert.equal(buttonTitles(card)[0], 'Paste the browser page');
    assert.match(allText(card), /does not stop the app by itself, so the reason for the failure is not found yet/);
  });

  it('tells two things back that the person said', () => {
    const said = ['one', 'two', 'three'].map((says) => ({ says: `You said ${says}.`, news: `So ${says}.` }));
    const text = allText(verdictCard({ ...input, said }));
    assert.match(text, /You said one\.\n So one\./);
    assert.ok(text.includes('You said two.') && !text.includes('You said three.'));
  });

  it('points out a secret first of all', () => {
    const card = verdictCard({ ...input, secrets: ['connection string password'] });
    assert.equal(
      allText(card).split('\n')[0],
      'Your message still shows a connection string password: edit or hide it, and change the password.',
    );
  });

  it('takes the title of the entry when there is no headline', () => {
    assert.ok(allText(verdictCard({ ...input, headline: '' })).includes(SAMPLE_CAUSE.title));
  });
});

describe('lookAlikesCard', () => {
  it('gives each row its own button', () => {
    const entry = { cause: SAMPLE_CAUSE, confidenceWord: 'possible', tellApart: 'x', headline: 'y' } as const;
    const card = lookAlikesCard({
      ref,
      entries: [entry, { ...entry, cause: SAMPLE_PAGE, confidenceWord: null }],
      family: null,
      question: null,
      read: '',
      secrets: [],
    });
    const starts = actions(card).filter(({ title }) => title === 'Start the steps');
    assert.deepEqual(
      starts.map(({ data }) => (data as Readonly<Record<string, unknown>>)['causeId']),
      [SAMPLE_CAUSE.id, SAMPLE_PAGE.id],
    );
    assert.match(allText(card), /Two things look like this/);
  });
});

describe('lookAlikesCard of one family', () => {
  const entry = {
    cause: SAMPLE_CAUSE,
    confidenceWord: 'possible',
    tellApart: 'a file is named',
    headline: '',
  } as const;
  const card = lookAlikesCard({
    ref,
    entries: [entry, { ...entry, cause: SAMPLE_RUNTIME }],
    family: SAMPLE_FAMILY,
    question: { ask: 'ancmLog', why: 'The log names one of the two.' },
    read: '',
    secrets: [],
  });

  it('carries the headline of the family, and what settles it before any fix', () => {
    const lines = allText(card).split('\n');
    assert.equal(lines[0], `${SAMPLE_FAMILY.headline}: which of these two?`);
    assert.deepEqual(lines.slice(1, 3), ['To tell them apart: ', 'The log names one of the two.']);
    assert.match(allText(card), /You would see: \na file is named/);
  });

  it('has a way on for who sees none of them', () => {
    const none = actions(card).filter(({ title }) => title === 'None of these');
    assert.deepEqual(
      none.map(({ data }) => (data as Readonly<Record<string, unknown>>)['causeIds']),
      [`${SAMPLE_CAUSE.id},${SAMPLE_RUNTIME.id}`],
    );
  });
});

describe('familyCard', () => {
  it('leads to each member', () => {
    const card = familyCard({ ref, family: SAMPLE_FAMILY, members: [SAMPLE_CAUSE, SAMPLE_PAGE] });
    const verbs = actions(card).map(({ data }) => (data as Readonly<Record<string, unknown>>)['verb']);
    assert.deepEqual(verbs, ['cause', 'cause', 'browse', 'back']);
    assert.match(allText(card), /error page/);
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
    assert.deepEqual(buttonTitles(card), ['Switch tracing off', 'Start over']);
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
