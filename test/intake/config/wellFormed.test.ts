import assert from 'node:assert/strict';
import { readSettings } from '../../../src/intake/config/readSettings.ts';
import { readDocument } from '../../../src/intake/readDocument.ts';
import { element, webConfig } from './webConfig.ts';

/** "id line:column fault" of each fault in a text. */
function faults(raw: string): string[] {
  const settings = readSettings(readDocument('text', raw)).filter(({ captures }) => captures.line !== undefined);
  return settings.map(({ id, captures }) => `${id} ${captures.line}:${captures.column} ${captures.fault}`);
}

const OPEN = '<configuration>\n  <system.webServer>\n';
const CLOSE = '\n  </system.webServer>\n</configuration>';
const inside = (text: string): string => `${OPEN}    ${text}${CLOSE}`;

const MALFORMED: readonly (readonly [string, string])[] = [
  [inside('<handlers>'), 'xml-malformed 4:3 handlers of line 3 is not closed before </system.webServer>'],
  [inside('<handlers></handler></handlers>'), 'xml-malformed 3:15 </handler> closes an element that is not open'],
  [inside('<a b="1" b="2" />'), 'xml-malformed 3:14 attribute b stands twice in a'],
  [inside('<a b="1"c="2" />'), 'xml-malformed 3:13 no blank between two attributes of a, or a quote mark too many'],
  [inside('<a b=1 />'), 'xml-malformed 3:8 attribute b has no quote mark before its value'],
  [inside('<a b />'), 'xml-malformed 3:8 attribute b has no value'],
  [inside('<a b="1 />'), 'xml-malformed 3:8 the value of b has no closing quote mark'],
  [inside('<a b="x" y" />'), 'xml-malformed 3:14 attribute y has no value'],
  [inside('<a b="x"" />'), 'xml-malformed 3:13 a character or quote mark too many in the tag a'],
  [inside('<a <b /></a>'), 'xml-malformed 3:5 the tag a has no >'],
  [inside('<a b="1 < 2" />'), 'xml-malformed 3:8 the value of b has no closing quote mark'],
  [inside('<a>1 < 2</a>'), 'xml-malformed 3:10 a bare < (write &lt;)'],
  [inside('<!-- a -- b -->'), 'xml-malformed 3:12 two hyphens inside a comment'],
  [inside('\n<<<<<<< HEAD\n<a />\n=======\n<b />\n>>>>>>> main'), 'xml-malformed 4:1 marks of an unsolved merge'],
  [`${inside('<a />')}\n</configuration>`, 'xml-malformed 6:1 </configuration> stands behind the end of the file'],
  [inside('<a b="R&D" />'), 'xml-bare-ampersand 3:12 a bare & (write &amp;)'],
  [inside('<a>R & D</a>'), 'xml-bare-ampersand 3:10 a bare & (write &amp;)'],
  // An entity counts as wide as it was written, and a DOCTYPE or declaration belongs to the file.
  [inside('<a b="&lt;&amp;&gt;" c="R&D" />'), 'xml-bare-ampersand 3:30 a bare & (write &amp;)'],
  [
    `Here it is:\n\n<?xml version="1.0"?>\n${inside('<b>')}`,
    'xml-malformed 5:3 b of line 4 is not closed before </system.webServer>',
  ],
  [
    '{\n  "runtimeOptions": {\n    "tfm": "net8.0"\n    "framework": {}\n  }\n}',
    'runtimeconfig-malformed 4:5 a comma is missing',
  ],
  [
    '{\n  "runtimeOptions": {\n    "framework": {},\n  }\n}',
    'runtimeconfig-malformed 4:3 a comma before the closing bracket',
  ],
  ['{\n  "runtimeOptions": {\n    framework: {}\n  }\n}', 'runtimeconfig-malformed 3:5 a key without quote marks'],
  ['{ "runtimeTarget": { "name": x } }', 'deps-json-malformed 1:30 a value that is no JSON'],
];

const SOUND: readonly string[] = [
  webConfig(),
  element('stdoutLogFile="a&amp;b&lt;&quot;" '),
  // Escaped on the way, as a whole.
  webConfig().replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
  inside('<![CDATA[ a < b & c ]]>'),
  inside('<a b=\'say "hi"\' />'),
  inside('<a b="&lt;script&gt;" />'),
  inside('<a path=".\\<your app>.dll" />'),
  `${inside('')}\n<!--ProjectGuid: 1-->`,
  // Abridged or numbered by hand.
  inside('<handlers>\n    ...\n'),
  inside('<handlers>\u2026'),
  ' 1: <configuration>\n 2:  <a>\n 3: </configuration>',
  // What a person says around a fragment.
  'if a < b & c then <configuration> is wrong',
  '{ "runtimeOptions": { "framework": { "name": "Microsoft.NETCore.App" \n\nand then it fails',
];

describe('well-formedness of a pasted file', () => {
  for (const [raw, expected] of MALFORMED) {
    it(`${expected} in ${raw.replace(/\s+/g, ' ').slice(0, 120)}`, () => assert.deepEqual(faults(raw), [expected]));
  }

  for (const raw of SOUND) {
    it(`no fault in ${raw.replace(/\s+/g, ' ').slice(0, 100)}`, () => assert.deepEqual(faults(raw), []));
  }

  it('takes a file that is cut off anywhere, or begins anywhere, for a fragment', () => {
    const file = element('requestTimeout="00:10:00" stdoutLogFile="a&amp;b"');
    const last = file.lastIndexOf('</configuration>') + '</configuration>'.length;
    for (let at = 0; at < last; at++) assert.deepEqual(faults(file.slice(0, at)), [], file.slice(0, at));
    for (let at = file.indexOf('<configuration>') + 1; at < last; at++) assert.deepEqual(faults(file.slice(at)), []);
  });

  it('reports a DOCTYPE and reads on behind it', () => {
    const raw = `<!DOCTYPE c [ <!ENTITY a "aaaa"> <!ENTITY b SYSTEM "file:///c:/secret"> ]>\n${inside('<a>&b;</a><rewrite />')}`;
    const document = readDocument('text', raw);
    const found = readSettings(document);
    assert.deepEqual(found.map(({ id }) => id).sort(), ['rewrite-section', 'xml-bare-ampersand', 'xml-doctype']);
  });
});
