import assert from 'node:assert/strict';
import type { Cause, CodeEntry } from '../../src/model/catalog.ts';
import { codeCard } from '../../cards/codeCard.ts';
import { SAMPLE_FAMILY, familyCard } from '../../cards/familyCard.ts';
import { lookAlikesCard } from '../../cards/lookAlikesCard.ts';
import { SAMPLE_CAUSE, SAMPLE_PAGE, SAMPLE_REF, SAMPLE_RUNTIME, sampleEvidence } from '../../cards/sampleData.ts';
import { verdictCard } from '../../cards/verdictCard.ts';
import { actions, allText, buttonTitles } from './walk.ts';

const ref = SAMPLE_REF;

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
    news: [],
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

describe('codeCard', () => {
  const entry: CodeEntry = {
    code: '0x80070002',
    kind: 'hresult',
    name: 'ERROR_FILE_NOT_FOUND',
    meaning: 'A file is not there.',
    causes: [],
    sources: [],
  };
  const reading = (as: string, likely: boolean, causes: readonly Cause[]) => ({ entry, as, likely, causes });

  it('says why each reading is one, marks the likely one, and offers each cause once', () => {
    const readings = [
      reading('as written', true, [SAMPLE_CAUSE]),
      reading('inside it', false, [SAMPLE_CAUSE, SAMPLE_RUNTIME]),
    ];
    const card = codeCard({ ref, code: '0x80070002', readings });
    assert.match(allText(card), /as written[\s\S]*inside it/);
    assert.equal(allText(card).split('(likely here)').length, 2);
    const causes = actions(card).flatMap(({ data }) => (data as Readonly<Record<string, unknown>>)['causeId'] ?? []);
    assert.deepEqual(causes, [SAMPLE_CAUSE.id, SAMPLE_RUNTIME.id]);
  });

  it('calls nothing likely that is the only reading', () => {
    const card = codeCard({ ref, code: '0x80070002', readings: [reading('as written', true, [])] });
    assert.doesNotMatch(allText(card), /likely/);
  });
});
