import assert from 'node:assert/strict';
import { openCatalog } from '../../src/catalog/compiled.ts';
import { findRoot } from '../../src/catalog/findRoot.ts';
import { createEngine } from '../../src/diagnosis/diagnose.ts';
import { apply } from '../../src/session/apply.ts';
import { describeRead } from '../../src/session/describe.ts';
import { newCase, newRecord } from '../../src/session/record.ts';
import { isRecord } from '../../src/session/recordShape.ts';

const engine = createEngine(openCatalog(findRoot()));
const NOW = Date.UTC(2026, 10, 20);
const event = (source: string, id: number, date: string, log = 'Application'): string =>
  `Log Name:      ${log}\nSource:        ${source}\nDate:          ${date}\nEvent ID:      ${id}\nLevel:         Error\nDescription:\nx`;
const V2 = 'IIS AspNetCore Module V2';
const LINE = '2026-11-20 14:02:11 10.0.0.4 GET / - 443 - 10.1.2.3 Mozilla - 500 30 0 15';
const CONFIG = '<configuration>\n  <system.webServer />\n</configuration>';

function caseAfter(...texts: readonly string[]): ReturnType<typeof newCase> {
  return texts.reduce(
    (state, text, index) =>
      apply(state, { type: 'paste', slot: 'text', text }, { engine, now: NOW, activityId: `a${index}`, asked: null }),
    newCase('c', NOW),
  );
}

const READ: readonly (readonly [string, readonly string[], string])[] = [
  ['nothing', [], ''],
  ['words', ['my shop is down'], 'your words'],
  ['a page and words', ['look:\n\nHTTP Error 502.5 - Process Failure'], 'a 502.5 page'],
  [
    'three kinds',
    [`${event(V2, 1018, '11/20/2026 2:02:11 PM')}\n\n${LINE}\n\n${CONFIG}`],
    `an event from ${V2} (1018); an IIS log line (500.30); a web.config`,
  ],
  [
    'events, the newest first',
    [`${event(V2, 1018, '11/20/2026 2:02:11 PM')}\n\n${event('.NET Runtime', 1026, '11/20/2026 9:02:11 AM')}`],
    `2 events, newest from ${V2} (1018)`,
  ],
  [
    'events, the newest last',
    [`${event(V2, 1000, '20.11.2026 08:00:00')}\n\n${event('.NET Runtime', 1026, '20.11.2026 09:02:11')}`],
    '2 events, newest from .NET Runtime (1026)',
  ],
  [
    'events without times',
    ['Source: IIS AspNetCore Module V2\nEvent ID: 1000\nSource: IIS AspNetCore Module V2\nEvent ID: 1018'],
    `2 events, the last from ${V2} (1018)`,
  ],
  [
    'events of several pastes',
    [event(V2, 1018, '11/20/2026 2:02:11 PM'), event('Microsoft-Windows-WAS', 5059, '11/20/2026 1:00:00 PM', 'System')],
    '2 events, the last from Microsoft-Windows-WAS (5059)',
  ],
  [
    'an event whose source is no name',
    [event('[x](https://contoso.com)', 7, '11/20/2026 2:02:11 PM')],
    'a Windows event',
  ],
  ['a HAR file', ['{"log":{"version":"1.2","entries":[{"response":{"status":502}}]}}'], 'a HAR file (502)'],
  ['a healthy request', ['HTTP/1.1 200 OK\nServer: Kestrel'], 'a network trace of the browser or curl'],
  ['log lines', [`${LINE}\n${LINE}`], '2 IIS log lines (500.30)'],
  [
    'a trace',
    ['<failedRequest url="http://localhost/" triggerStatusCode="500.19"></failedRequest>'],
    'a failed-request trace (500.19)',
  ],
];

describe('describeRead', () => {
  for (const [what, texts, expected] of READ)
    it(`names ${what}`, () => assert.equal(describeRead(caseAfter(...texts)), expected));

  it('needs little in the record, which stays valid', () => {
    const state = caseAfter(event(V2, 1018, '11/20/2026 2:02:11 PM'));
    assert.ok(isRecord({ ...newRecord('c', NOW), case: state }));
    assert.ok(JSON.stringify(state.read).length < 200);
  });
});
