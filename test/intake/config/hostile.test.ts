import assert from 'node:assert/strict';
import { array, assert as holds, constantFrom, property } from 'fast-check';
import { readSettings } from '../../../src/intake/config/readSettings.ts';
import { readDocument } from '../../../src/intake/readDocument.ts';
import { webConfig } from './webConfig.ts';

const unmapped = (text: string): Parameters<typeof readSettings>[0] => ({
  text,
  toRaw: (start, end) => ({ start, end }),
});

/** Pieces of which broken files are made. */
const PIECES = [
  '<configuration>',
  '</configuration>',
  '<system.webServer>',
  '</system.webServer>',
  '<aspNetCore processPath="',
  '" />',
  '<add name="aspNetCore" modules="',
  '<location path="a">',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<!DOCTYPE a [',
  ']>',
  '<?xml ',
  '?>',
  '"',
  "'",
  '<',
  '>',
  '/',
  '&',
  '&amp;',
  '&lt;',
  '=',
  ' ',
  '\n',
  'x',
  '{ "runtimeOptions": {',
  '"framework": {',
  '"name": "a"',
  ',',
  '}',
  ']',
  '[',
  '"runtimeTarget": ',
  '/*',
  '*/',
  '//',
  '\\',
  'Microsoft.NETCore.App 8.0.1 [C:\\a]',
  '<password>',
  '...',
  '\u2026',
];

const HOSTILE: readonly (readonly [string, (size: number) => string])[] = [
  ['nested elements', (size) => '<handlers>'.repeat(size / 10)],
  [
    'nested elements with their ends',
    (size) => `<configuration>${'<a>'.repeat(size / 7)}${'</a>'.repeat(size / 7)}</configuration>`,
  ],
  ['end tags that close nothing', (size) => `<configuration>${'</b>'.repeat(size / 4)}</configuration>`],
  ['end tags behind the file', (size) => `<configuration />${'</b>'.repeat(size / 4)}`],
  ['attributes without end', (size) => `<aspNetCore ${'a="1" '.repeat(size / 6)}`],
  [
    'many attributes',
    (size) =>
      `<configuration><aspNetCore ${Array.from({ length: size / 12 }, (_, n) => `a${n}="1"`).join(' ')} /></configuration>`,
  ],
  ['one long attribute', (size) => `<aspNetCore processPath="${'a'.repeat(size)}" />`],
  ['blanks in a tag', (size) => `<aspNetCore ${' '.repeat(size)}`],
  ['names without values', (size) => `<aspNetCore ${'a '.repeat(size / 2)}`],
  ['open quotes', (size) => `<configuration>${'<a b="'.repeat(size / 12)}${"<a b='".repeat(size / 12)}`],
  ['open comments', (size) => `<configuration>${'<!--'.repeat(size / 4)}`],
  ['open DOCTYPEs', (size) => `<configuration>${'<!DOCTYPE a>'.repeat(size / 24)}${'<!DOCTYPE a ['.repeat(size / 24)}`],
  ['open end tags', (size) => `<configuration>${'</a '.repeat(size / 4)}`],
  ['bare less-than signs', (size) => `<configuration>${'<'.repeat(size)}`],
  ['bare ampersands', (size) => `<configuration>${'&'.repeat(size)}<a b="${'&'.repeat(size / 2)}"`],
  ['many files', (size) => webConfig().repeat(size / 480)],
  ['many pools', (size) => `<applicationPools>${'<add name="a" enable32BitAppOnWin64="true" />'.repeat(size / 45)}`],
  [
    'many old modules',
    (size) => `<configuration><system.web><httpModules>${'<add name="a" type="b"/>'.repeat(size / 24)}`,
  ],
  ['JSON keys without a file', (size) => '"runtimeOptions"'.repeat(size / 16)],
  ['JSON brackets', (size) => `{ "runtimeOptions": ${'['.repeat(size / 2)}${']'.repeat(size / 2)} }`],
  ['JSON with escapes', (size) => `{ "runtimeOptions": x "${'\\"'.repeat(size / 2)}`],
  ['JSON comments', (size) => `{ "runtimeOptions": ${'/**/'.repeat(size / 4)}`],
  ['JSON that begins again and again', (size) => '{ "runtimeOptions": '.repeat(size / 20)],
];

/** Processor time of one reading. */
function cpuMs(text: string): number {
  const document = unmapped(text);
  const start = process.cpuUsage();
  readSettings(document);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

describe('hostile configuration files', () => {
  it('never throws, and its spans lie inside the text', () => {
    holds(
      property(array(constantFrom(...PIECES), { maxLength: 80 }), (pieces) => {
        const document = readDocument('text', pieces.join(''));
        for (const { start, end } of readSettings(document)) {
          assert.ok(start >= 0 && start < end && end <= document.text.length, `${start}..${end}`);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('gives up on a text with more tags than any configuration has', () => {
    assert.equal(readSettings(unmapped(many(1000))).length, 1);
    assert.equal(readSettings(unmapped(many(100_000))).length, 0);
  });

  it('expands and fetches nothing', () => {
    const entities = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('');
    const raw = `<!DOCTYPE c [<!ENTITY l0 "lol">${entities}<!ENTITY x SYSTEM "http://127.0.0.1:9/x">]>\n<configuration><a b="&l9;">&x;</a></configuration>`;
    const settings = readSettings(readDocument('text', raw));
    assert.deepEqual(
      settings.map(({ id }) => id),
      ['xml-doctype', 'xml-bare-ampersand'],
    );
    assert.ok(JSON.stringify(settings).length < 1000);
  });

  for (const [name, make] of HOSTILE) {
    it(`takes ${name} in linear time`, () => {
      cpuMs(make(12_000));
      // Work that is not linear takes minutes for 4 MB.
      const msPerMegabyte = cpuMs(make(4_000_000)) / 4;
      assert.ok(msPerMegabyte < 600, `${msPerMegabyte} ms for 1 MB`);
    }).timeout(60_000);
  }
});

function many(tags: number): string {
  return `<configuration>${'<a/>'.repeat(tags)}<b></configuration>`;
}
