import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { openCatalog } from '../../src/catalog/compiled.ts';
import { findRoot } from '../../src/catalog/findRoot.ts';
import { diagnoseInquiry } from '../../src/diagnosis/ask.ts';
import { createEngine } from '../../src/diagnosis/diagnose.ts';
import type { Verdict } from '../../src/model/verdict.ts';
import { SETTING_IDS } from '../../src/model/settings.ts';
import { launch, webConfig } from '../intake/config/webConfig.ts';

const root = findRoot();
const engine = createEngine(openCatalog(root));
const verdictOn = (text: string): Verdict => diagnoseInquiry({ text }, engine);

/** With one of these the file cannot work, so it may decide alone. */
const CANNOT_WORK = new Set([
  'hosting-model-unknown',
  'attribute-out-of-range',
  'framework-not-listed',
  'runtimeconfig-malformed',
  'runtimeconfig-roll-forward-unknown',
  'runtimeconfig-host-property',
]);

const PAGES = [
  'HTTP Error 500.30 - ANCM In-Process Start Failure',
  'HTTP Error 500.31 - ANCM Failed to Find Native Dependencies',
  'HTTP Error 502.5 - Process Failure',
  'HTTP Error 503. The service is unavailable.',
  "The specified framework 'Microsoft.AspNetCore.App', version '8.0.0' was not found.",
  "Application '/LM/W3SVC/2/ROOT' with physical root 'D:\\sites\\shop\\' failed to start process with commandline 'dotnet .\\Shop.dll', ErrorCode = '0x80070002 : 0.",
];

describe('settings in a verdict', () => {
  for (const page of PAGES) {
    it(`a sound file beside "${page.slice(0, 60)}" changes nothing`, () => {
      const alone = verdictOn(page);
      const both = verdictOn(`${page}\n\n${webConfig()}`);
      assert.equal(both.candidates[0]?.id, alone.candidates[0]?.id);
      assert.equal(both.word, alone.word);
    });
  }

  it('shows the place of a fault, with a quote that stands in the text as received', () => {
    const raw = webConfig({ more: '<a b="R&amp;D &lt;x&gt;">' }).replaceAll('\n', '\r\n');
    const [first] = verdictOn(`HTTP Error 500.19 - Internal Server Error\r\n${raw}`).candidates;
    assert.equal(first?.id, 'web-config-malformed');
    assert.deepEqual(first.values, {
      line: '10',
      column: '5',
      fault: 'a of line 9 is not closed before </system.webServer>',
    });
    assert.match(first.evidence[0]!.quote, /^<\/system\.webServer>$/);
    const { start, end } = first.evidence[0]!;
    assert.equal(`HTTP Error 500.19 - Internal Server Error\r\n${raw}`.slice(start!, end!), '</system.webServer>');
  });

  it('quotes the element or attribute, at most 300 characters of it', () => {
    const [first] = verdictOn(launch('', 'x'.repeat(1000))).candidates;
    assert.equal(first?.id, 'process-path-empty');
    assert.equal(first.evidence[0]!.quote, 'processPath=""');
    const [other] = verdictOn(launch('dotnet', 'x'.repeat(1000))).candidates;
    assert.equal(other?.id, 'aspnetcore-arguments-wrong');
    assert.equal(other.evidence[0]!.quote.length, 300);
  });

  it('a file that breaks XML is not the cause of a page that the module shows after it has read the file', () => {
    const broken = webConfig().replace('</handlers>', '');
    assert.equal(verdictOn(broken).candidates[0]?.id, 'web-config-malformed');
    assert.notEqual(verdictOn(`HTTP Error 500.30 - ANCM In-Process Start Failure\n${broken}`).word, 'certain');
  });

  it('only what cannot work decides alone', () => {
    for (const { id, signatures } of engine.catalog.causes) {
      for (const { all, strength } of signatures) {
        const [only] = all;
        if (all.length !== 1 || only === undefined || !('setting' in only) || strength !== 'decisive') continue;
        assert.ok(CANNOT_WORK.has(only.setting), `${only.setting} decides for ${id}`);
      }
    }
  });

  it('every setting is asked for by some cause', () => {
    const unused = SETTING_IDS.filter((id) => !engine.isKnown(`setting:${id}`));
    assert.deepEqual(unused, []);
  });

  it('reads the file of a healthy app in every dress', () => {
    const file = readFileSync(path.join(root, 'catalog', 'clean', 'web-config-visual-studio.txt'), 'utf8');
    const escaped = file.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    for (const text of [
      file,
      escaped,
      file.replaceAll('\n', '\r\n'),
      `> ${file.replaceAll('\n', '\n> ')}`,
      `\`\`\`xml\n${file}\`\`\``,
    ])
      assert.deepEqual(verdictOn(text).candidates, []);
  });
});
