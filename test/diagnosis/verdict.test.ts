import assert from 'node:assert/strict';
import { openCatalog } from '../../src/catalog/compiled.ts';
import { findRoot } from '../../src/catalog/findRoot.ts';
import { diagnoseInquiry } from '../../src/diagnosis/ask.ts';
import { createEngine } from '../../src/diagnosis/diagnose.ts';
import { situate } from '../../src/diagnosis/situation.ts';
import { valuesOf, type Proof } from '../../src/diagnosis/values.ts';
import { excludesVersion } from '../../src/diagnosis/versions.ts';
import { readDocument } from '../../src/intake/readDocument.ts';
import type { Finding, Situation, Verdict } from '../../src/model/verdict.ts';

const catalog = openCatalog(findRoot());
const engine = createEngine(catalog);

describe('the values of a verdict', () => {
  it('come from the strongest proof; what it leaves open comes from a hit near it', () => {
    assert.deepEqual(valuesOf([proof(1, 900, { path: 'D:\\a' }), proof(3, 100, { app: 'a.dll' })]), {
      app: 'a.dll',
      path: 'D:\\a',
    });
  });

  it('a hit far away, in an unknown place or about another app adds nothing', () => {
    const first = proof(3, 100, { app: 'a.dll' });
    assert.deepEqual(valuesOf([first, proof(1, 2200, { path: 'D:\\b' })]), { app: 'a.dll' });
    assert.deepEqual(valuesOf([first, proof(1, null, { path: 'D:\\b' })]), { app: 'a.dll' });
    assert.deepEqual(valuesOf([first, proof(1, 150, { app: 'b.dll', path: 'D:\\b' })]), { app: 'a.dll' });
  });

  it('two events of two apps in one paste are never mixed', () => {
    const text = `${event('Alpha')}\n${'an ordinary line of the log\n'.repeat(200)}${event('Omega')}`;
    for (const { values } of diagnoseInquiry({ text }, engine).candidates)
      assert.doesNotMatch(Object.values(values).join(' '), /Alpha/);
  });
});

describe('a message that programs of other kinds print too', () => {
  const text = "System.UnauthorizedAccessException: Access to the path 'E:\\spool\\in' is denied.";

  it('is at most possible where nothing is of our field', () => {
    assert.equal(diagnoseInquiry({ text }, engine).word, 'possible');
  });

  for (const [what, inquiry] of [
    ['a word of our field stands beside it', { text: `${text} It is the app pool of the shop.` }],
    ['the person names the platform', { text, platform: 'iis' }],
    ['it answers a question of ours', { symptoms: { eventLog: text } }],
  ] as const)
    it(`is more where ${what}`, () => {
      const verdict = diagnoseInquiry(inquiry, engine);
      assert.deepEqual([verdict.candidates[0]?.id, verdict.type], ['app-pool-identity-access-denied', 'identified']);
    });
});

describe('the version of the person', () => {
  for (const [versions, known, excluded] of [
    ['all', '8.0', false],
    ['>=2.2', '2.1.30', true],
    ['>=2.2', '2.2.8', false],
    ['>=6.0', '8', false],
    ['>=6.0', '5', true],
    ['1.0 - 2.1', '2.1.30', false],
    ['1.0 - 2.1', '2.2.0', true],
    ['1.0 - 2.1', '10.0.1', true],
    ['>=2.2', 'unknown', false],
  ] as const) {
    it(`${known} is ${excluded ? 'not ' : ''}among ${versions}`, () =>
      assert.equal(excludesVersion(versions, known), excluded));
  }

  it('lowers a cause that is not known for it, and no other', () => {
    const text =
      "Only one inprocess application is allowed per IIS application pool. Please assign the application '/LM/W3SVC/2/ROOT' to a different IIS application pool.";
    const score = (aspNetCoreVersion: string): number | undefined =>
      diagnoseInquiry({ text, aspNetCoreVersion }, engine).candidates.find(
        (one) => one.id === 'multiple-inprocess-500-35',
      )?.score;
    assert.ok(Math.abs(score('8.0')! - score('2.0')! - 1) < 1e-9, `${score('8.0')} and ${score('2.0')}`);
  });
});

describe('the word', () => {
  it('a page entry is never certain without a message that is its own alone', () => {
    const pages = catalog.causes.filter((cause) => cause.kind === 'page');
    for (const cause of pages)
      for (const { text } of [...cause.match, ...cause.noMatch]) {
        const verdict = diagnoseInquiry({ text: text ?? '' }, engine);
        const best = verdict.candidates[0];
        if (best?.kind !== 'page' || best.evidence.some((one) => one.strength === 'decisive')) continue;
        assert.notEqual(verdict.word, 'certain', text);
        assert.ok(best.confidence < 0.95);
      }
  });

  it('a page alone is possible, and nothing at all has no word', () => {
    assert.equal(
      diagnoseInquiry({ text: 'HTTP Error 500.30 - ASP.NET Core app failed to start' }, engine).word,
      'possible',
    );
    assert.equal(diagnoseInquiry({ text: 'hello' }, engine).word, null);
  });
});

describe('the question for the platform', () => {
  const findings = engine.detect(readDocument('browser', 'HTTP Error 500.19, Error Code 0x800700b7'));
  const ask = (known: Partial<Situation>): Verdict =>
    engine.verdict(findings, {
      ...situate({ findings, read: ['browser'], answers: {}, platform: null, aspNetCoreVersion: null, history: null }),
      answered: { browser: 'text' },
      ...known,
    });

  it('comes when nothing else is left to ask, before the history, once, and only where the first steps differ', () => {
    const first = ask({});
    const leading = catalog.causes.find((cause) => cause.id === first.candidates[0]?.id)!;
    const differs = leading.steps.slice(0, 3).some((step) => step.where.length > 0);
    assert.equal(first.question?.ask, differs ? 'platform' : 'history');
    assert.equal(ask({ platformAsked: true }).question?.ask, 'history');
    assert.notEqual(ask({ platform: 'iis' }).question?.ask, 'platform');
  });

  it('is never asked where the steps are the same everywhere', () => {
    let asked = 0;
    for (const { pages } of catalog.causes)
      for (const { status, title } of pages) {
        const text = `HTTP Error ${status} - ${title ?? ''}`;
        const found = engine.detect(readDocument('text', text));
        const known = { answers: {}, platform: null, aspNetCoreVersion: null, history: null };
        const verdict = engine.verdict(found, {
          ...situate({ findings: found, read: [], ...known }),
          answered: { browser: 'text', eventLog: 'skipped' },
        });
        const leading = catalog.causes.find((cause) => cause.id === verdict.candidates[0]?.id);
        const same = leading?.steps.every((step) => step.where.length === 0) === true;
        if (verdict.question?.ask === 'platform') asked += 1;
        assert.ok(verdict.question?.ask !== 'platform' || !same, text);
      }
    assert.ok(asked > 0);
  });
});

function proof(weight: number, start: number | null, captures: Readonly<Record<string, string>>): Proof {
  const place = { start, end: start === null ? null : start + 5, quote: 'quote' };
  const finding: Finding = { key: 'text:1', slot: 'text', channel: 'eventLog', quality: 1, captures, ...place };
  const evidence = { keys: ['text:1'], said: false, source: 'text', channel: 'eventLog', why: 'it says so' } as const;
  return { evidence: { ...evidence, ...place, strength: 'strong', weight, pageOnly: false }, found: [finding] };
}

function event(app: string): string {
  return `Application 'MACHINE/WEBROOT/APPHOST/${app}' with physical root 'E:\\${app}\\' failed to start process with commandline '"dotnet" .\\${app}.dll', ErrorCode = '0x80004005 : 80008081.\nThe application to execute does not exist: 'E:\\${app}\\${app}.dll'`;
}

describe('markers of another field', () => {
  const ours = "Container shop_0_a1 didn't respond to HTTP pings on port: 80, failing site start.";

  it('are outweighed by a message of this field, and outweigh it the more there are', () => {
    assert.equal(diagnoseInquiry({ text: ours }, engine).type, 'identified');
    const many = `${ours}\nSpring Boot 3, tomcat, started with java -jar, Caused by: java.net.BindException`;
    assert.equal(diagnoseInquiry({ text: many }, engine).foreign, 'Java or Tomcat');
  });
});
