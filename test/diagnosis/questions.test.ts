import assert from 'node:assert/strict';
import { interviewAll, meanAsked } from '../../bench/questions/interview.ts';
import { openCatalog } from '../../src/catalog/compiled.ts';
import { findRoot } from '../../src/catalog/findRoot.ts';
import { diagnoseInquiry, type Inquiry } from '../../src/diagnosis/ask.ts';
import { createEngine } from '../../src/diagnosis/diagnose.ts';
import { SYMPTOMS, type Symptom } from '../../src/model/artifact.ts';
import type { Question } from '../../src/model/verdict.ts';

const engine = createEngine(openCatalog(findRoot()));

describe('questions, starting with nothing known', () => {
  const interviews = interviewAll(engine);

  it('are at most three for every cause, and two on average', () => {
    const long = interviews.filter((one) => one.asked.length > 3);
    assert.deepEqual(long, []);
    assert.ok(meanAsked(interviews) <= 2, `mean ${meanAsked(interviews)}`);
    assert.ok(interviews.length > 100);
  });

  it('lead to the cause for nine of ten', () => {
    const lost = interviews.filter((one) => !one.found);
    assert.ok(lost.length <= interviews.length / 10, lost.map((one) => `${one.cause} (${one.end})`).join('; '));
  });

  it('begin with the page, and ask nothing twice but the rest of that page', () => {
    for (const { cause, asked } of interviews) {
      assert.equal(asked[0], 'browser', cause);
      const twice = asked.filter((one, index) => asked.indexOf(one) !== index);
      assert.ok(twice.length === 0 || (asked[1] === 'browser' && twice.length === 1), `${cause}: ${asked.join(', ')}`);
    }
  });
});

/** What the page says, and where to look then. */
const AFTER_PAGE: readonly (readonly [browser: string, ask: Question['ask']])[] = [
  ['HTTP Error 500.19 - Internal Server Error', 'browser'],
  ['HTTP Error 400. Bad Request', 'iisLog'],
  ['HTTP Error 403 - Forbidden', 'iisLog'],
  ['HTTP Error 404 - Not Found', 'iisLog'],
  ['HTTP Error 405 - Method Not Allowed', 'iisLog'],
  ['HTTP Error 413 - Request Entity Too Large', 'iisLog'],
  ['HTTP Error 502.3 - Bad Gateway', 'iisLog'],
  ['HTTP Error 503. The service is unavailable.', 'systemLog'],
  ['HTTP Error 500.0 - ANCM In-Process Handler Load Failure', 'eventLog'],
  ['HTTP Error 500.30 - ANCM In-Process Start Failure', 'eventLog'],
  ['HTTP Error 500.31 - ANCM Failed to Find Native Dependencies', 'eventLog'],
  ['HTTP Error 500.37 - ANCM Failed to Start Within Startup Time Limit', 'eventLog'],
  ['HTTP Error 502.5 - Process Failure', 'eventLog'],
  ['HTTP Error 500 - Internal Server Error', 'ancmLog'],
];

describe('the question after a page', () => {
  for (const [browser, ask] of AFTER_PAGE) {
    it(`"${browser}" asks for ${ask}`, () => {
      const { question, type } = diagnoseInquiry({ symptoms: { browser } }, engine);
      if (type === 'identified') assert.ok(question === null || question.ask === ask);
      else assert.equal(question?.ask, ask);
      assert.notEqual(question?.why, '');
    });
  }

  it('503 without an entry of WAS asks for the HTTPERR line', () => {
    const symptoms = {
      browser: 'HTTP Error 503. The service is unavailable.',
      systemLog: { absent: 'no-entry' },
    } as const;
    assert.equal(diagnoseInquiry({ symptoms }, engine).question?.ask, 'iisLog');
  });

  it('no page at all asks for the site and its binding', () => {
    const { question } = diagnoseInquiry({ symptoms: { browser: { absent: 'cannot-connect' } } }, engine);
    assert.equal(question?.ask, 'systemLog');
    assert.match(question?.why ?? '', /started.*binding/);
  });
});

describe('what is known', () => {
  const known: Readonly<Record<Symptom, string | { readonly absent: 'no-entry' }>> = {
    browser: 'HTTP Error 502.5 - Process Failure',
    eventLog: { absent: 'no-entry' },
    systemLog: { absent: 'no-entry' },
    ancmLog: 'info: Microsoft.Hosting.Lifetime[0]',
    iisLog: '2025-02-03 10:00:00 10.0.0.4 GET / - 443 - 10.0.0.9 - 502 5 0 31',
  };
  const subsets = Array.from({ length: 2 ** SYMPTOMS.length }, (_, bits) =>
    SYMPTOMS.filter((_symptom, at) => (bits >> at) % 2 === 1),
  );
  for (const subset of subsets) {
    it(`${subset.join(', ') || 'nothing'}: is not asked for`, () => {
      const inquiry: Inquiry = { symptoms: Object.fromEntries(subset.map((one) => [one, known[one]])) };
      const { question } = diagnoseInquiry(inquiry, engine);
      assert.ok(question === null || !subset.some((one) => one === question.ask), question?.ask);
      if (subset.length >= 3)
        assert.ok(question === null || question.ask === 'eventLog', 'only what the page points to');
    });
  }
});
