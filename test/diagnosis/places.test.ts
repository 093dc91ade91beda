import assert from 'node:assert/strict';
import { openCatalog } from '../../src/catalog/compiled.ts';
import { findRoot } from '../../src/catalog/findRoot.ts';
import { diagnoseInquiry } from '../../src/diagnosis/ask.ts';
import { createEngine } from '../../src/diagnosis/diagnose.ts';
import { situate } from '../../src/diagnosis/situation.ts';
import { readDocument } from '../../src/intake/readDocument.ts';
import type { Finding } from '../../src/model/verdict.ts';

const engine = createEngine(openCatalog(findRoot()));
const HALF_MB = 512 * 1024;

const event = (app: string, path: string): string =>
  [
    'Log Name: Application',
    'Source: IIS AspNetCore Module V2',
    'Event ID: 1000',
    `Application 'MACHINE/WEBROOT/APPHOST/${app}' with physical root '${path}' failed to start process with commandline '"dotnet" .\\${app}.dll', ErrorCode = '0x80004005 : 80008081.`,
    `The application to execute does not exist: '${path}${app}.dll'`,
  ].join('\n');

describe('long texts', () => {
  for (const unit of [
    '0x80070002 ',
    '0x80070002\n',
    'HTTP Error 500.30 ',
    "The application to execute does not exist: '",
    'Source: WAS Event ID: 5059 ',
  ]) {
    it(`half a megabyte of ${JSON.stringify(unit)} takes less than half a second`, () => {
      const text = unit.repeat(HALF_MB / unit.length);
      const ms = Math.min(...[1, 2, 3].map(() => cpuMs(() => diagnoseInquiry({ text }, engine))));
      assert.ok(ms < 500, `${ms.toFixed(0)} ms`);
    });
  }

  it('a quote out of one long line holds what was found', () => {
    const text = `${'x '.repeat(5000)}The application to execute does not exist: 'a.dll' ${'y '.repeat(5000)}`;
    const found = engine.detect(readDocument('text', text)).find((one) => one.captures.app === 'a.dll');
    assert.match(found?.quote ?? '', /^The application to execute/);
    assert.equal(text.slice(found!.start!, found!.end!), found!.quote);
  });
});

describe('several failures in one paste', () => {
  it('the newest one is kept: its place and its values', () => {
    const text = ['Alpha', 'Beta', 'Gamma', 'Delta', 'Omega'].map((app) => event(app, `E:\\${app}\\`)).join('\n\n');
    const best = diagnoseInquiry({ text }, engine).candidates[0]!;
    assert.match(best.values.app ?? '', /Omega/);
    for (const one of best.evidence) assert.ok(one.start === null || one.start > text.indexOf('Delta'), one.quote);
  });
});

describe('what evidence rests on', () => {
  const page = engine.detect(readDocument('browser', 'HTTP Error 500.30 - ASP.NET Core app failed to start'));
  const verdictOf = (findings: readonly Finding[]): ReturnType<typeof engine.verdict> =>
    engine.verdict(
      findings,
      situate({
        findings,
        read: ['browser'],
        answers: { eventLog: 'no-entry' },
        platform: null,
        aspNetCoreVersion: null,
        history: null,
        restOfPageAsked: false,
      }),
    );

  it('names the findings, and tells what was stated from what was found', () => {
    for (const { evidence } of verdictOf(page).candidates)
      for (const one of evidence) {
        assert.equal(one.said, one.keys.includes('absent:eventLog:no-entry'));
        if (!one.said) assert.ok(one.keys.every((key) => page.some((finding) => finding.key === key)));
      }
  });

  it('a message that was joined from two parts has no place, and still is no absence', () => {
    const joined = engine
      .detect(readDocument('eventLog', event('Omega', 'E:\\omega\\')))
      .map((one): Finding => ({ ...one, start: null, end: null }));
    const verdict = verdictOf(joined);
    assert.equal(verdict.type, 'identified');
    assert.ok(verdict.candidates[0]!.evidence.some((one) => !one.said && one.start === null));
  });
});

/** Time of the processor, so that a busy machine does not count. */
function cpuMs(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  return process.cpuUsage(before).user / 1000;
}
