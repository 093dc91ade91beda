import assert from 'node:assert/strict';
import * as damage from '../../bench/robustness/damage.ts';
import { disturb, disturbancesWith } from '../../bench/robustness/disturbances.ts';
import { healthyLines } from '../../bench/robustness/noise.ts';
import { rename } from '../../bench/robustness/rename.ts';
import { seededRandom } from '../../bench/random.ts';
import { findRoot } from '../../src/catalog/findRoot.ts';

const TEXT = [
  'HTTP Error 500.30 - ASP.NET Core app failed to start',
  "Application 'MACHINE/WEBROOT/APPHOST/SHOP' with physical root 'D:\\sites\\shop\\' failed, ErrorCode = '0x80070002'.",
  "Failed to bind to port '47067'. The process id was '6120'.",
  '2024-05-14 08:11:09 another process listens on http://localhost:5000',
].join('\n');

describe('disturbances', () => {
  const noise = healthyLines(findRoot());

  for (const one of disturbancesWith(noise)) {
    it(`${one.name}, ${one.rate}: changes the text, and the same seed gives the same`, () => {
      const first = disturb({ text: TEXT, platform: 'iis' }, one, 7, 'a');
      assert.notEqual(first.text, TEXT);
      assert.deepEqual(disturb({ text: TEXT, platform: 'iis' }, one, 7, 'a'), first);
      assert.equal(first.platform, 'iis');
      const absent = { browser: TEXT, eventLog: { absent: 'no-entry' } } as const;
      const symptoms = disturb({ symptoms: absent }, one, 7, 'a').symptoms;
      assert.deepEqual(symptoms?.eventLog, absent.eventLog);
      assert.notEqual(symptoms?.browser, TEXT);
    });
  }

  it('another seed makes other typing errors, about one for 60 letters, none in codes, paths and short words', () => {
    const long = `${'application failed to start '.repeat(200)}0x80070002 D:\\sites\\shop HTTP`;
    const typed = damage.mistype(long, seededRandom(1));
    assert.notEqual(typed, damage.mistype(long, seededRandom(2)));
    const changed = typed
      .split(' ')
      .filter(
        (word) =>
          word !== '' &&
          !['application', 'failed', 'to', 'start', '0x80070002', 'D:\\sites\\shop', 'HTTP'].includes(word),
      );
    const expected = (200 * 22) / damage.TYPO_LETTERS;
    assert.ok(Math.abs(changed.length - expected) < expected / 2, `${changed.length} of about ${expected}`);
    assert.match(typed, /0x80070002 D:\\sites\\shop/);
  });

  it('each is named at one rate; cuts are shown at 10 to 30 % of one end, at 10 to 40 % of both together', () => {
    const all = disturbancesWith(noise);
    for (const name of new Set(all.map((one) => one.name)))
      assert.equal(all.filter((one) => one.name === name && one.named).length, 1, name);
    const kept = (name: string): string[] =>
      all.filter((one) => one.name === name).map((one) => one.change('0123456789'.repeat(2), seededRandom(1)));
    assert.deepEqual(kept('beginning cut'), ['234567890123456789', '4567890123456789', '67890123456789']);
    assert.deepEqual(kept('end cut'), ['012345678901234567', '0123456789012345', '01234567890123']);
    assert.deepEqual(kept('both ends cut'), [
      '123456789012345678',
      '2345678901234567',
      '34567890123456',
      '456789012345',
    ]);
  });

  it('cuts keep their share', () => {
    assert.equal(damage.keep('0123456789', 0.2, 0.8), '234567');
    assert.equal(damage.keep('0123456789', 0.3, 1), '3456789');
  });

  it('wrapping breaks at the column, inside words or at blanks, and loses no letter', () => {
    const line = 'word '.repeat(40).trim();
    assert.ok(
      damage
        .wrapHard(line)
        .split('\n')
        .every((part) => part.length <= damage.COLUMNS),
    );
    assert.equal(damage.wrapHard('x'.repeat(200)).replaceAll('\n', ''), 'x'.repeat(200));
    assert.equal(damage.wrapAtBlanks(line).replaceAll('\n', ' '), line);
    assert.equal(damage.wrapAtBlanks('x'.repeat(200)), 'x'.repeat(200));
  });

  it('newlines, HTML and lost lines', () => {
    assert.equal(damage.loseNewlines('a\r\nb\nc'), 'a b c');
    assert.equal(damage.escapeHtml(`<a b="c">'&`), '&lt;a b=&quot;c&quot;&gt;&#39;&amp;');
    const lines = Array.from({ length: 1000 }, (_, at) => `line ${at}`);
    const kept = damage.dropLines(lines.join('\n'), seededRandom(3)).split('\n');
    assert.ok(kept.length > 650 && kept.length < 750, `${kept.length}`);
    assert.ok(kept.every((line) => lines.includes(line)));
  });

  it('noise stands around, as many lines before as behind', () => {
    const around = damage.surround('one\ntwo', seededRandom(1), noise).split('\n');
    assert.equal(around.length, 6);
    assert.deepEqual(around.slice(2, 4), ['one', 'two']);
    assert.ok([...around.slice(0, 2), ...around.slice(4)].every((line) => noise.includes(line)));
  });

  it('names change everywhere alike; codes, statuses and messages stay', () => {
    const renamed = rename(`${TEXT}\n${TEXT}`, seededRandom(5));
    assert.doesNotMatch(renamed, /SHOP|sites\\shop|47067|6120|5000|2024-05-14|08:11:09/);
    assert.match(renamed, /HTTP Error 500\.30 - ASP\.NET Core app failed to start/);
    assert.match(renamed, /ErrorCode = '0x80070002'/);
    const half = renamed.split('\n');
    assert.deepEqual(half.slice(0, 4), half.slice(4));
    assert.match(
      rename('C:\\Program Files\\dotnet\\host\\fxr\\8.0.4\\hostfxr.dll', seededRandom(5)),
      /^C:\\Program Files\\dotnet\\host\\fxr\\8\.0\.4\\hostfxr\.dll$/,
    );
  });
});
