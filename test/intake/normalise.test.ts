import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { normalise } from '../../src/intake/normalise.ts';

const SAMPLES: readonly (readonly [string, string, string])[] = [
  ['terminal colours', '\u001b[31mHTTP Error 500.30\u001b[0m - ANCM', 'HTTP Error 500.30 - ANCM'],
  ['colours that lost their escape', '[40m[32minfo[39m: Shop[0]', 'info: Shop[0]'],
  ['window titles', '\u001b]0;C:\\shop\u0007> dotnet', '> dotnet'],
  ['UTF-16 read as single bytes', 'H\0T\0T\0P\0', 'HTTP'],
  ['zero-width characters in a code', '0x8007\u200b00\u200d02', '0x80070002'],
  ['text direction marks', 'app\u202Ellld.exe', 'appllld.exe'],
  ['full-width letters', '\uff28\uff34\uff34\uff30 \uff15\uff10\uff12\uff0e\uff15', 'HTTP 502.5'],
  ['hard blanks', 'HTTP\u00a0Error\u00a0502.5', 'HTTP Error 502.5'],
  ['typographic quotes and dashes', '\u2018a\u2019 \u201cb\u201d \u2013 c', `'a' "b" - c`],
  ['all line ends', 'a\rb\r\nc\u2028d\ne', 'a\nb\nc\nd\ne'],
  ['half a character at a cut', 'abc\ud83d', 'abc'],
  ['entities, once', '&lt;b&gt; &amp;lt; &#x27;x&#39;', `<b> &lt; 'x'`],
  ['code fences', '```xml\n<a/>\n```', '\n<a/>\n'],
  ['stray back-ticks', '`HTTP 502`', 'HTTP 502'],
  ['mail quotes', '> a\n> b\n>\n> > c\nd', 'a\nb\n\nc\nd'],
  ['the letter that grows in lower case', '\u0130IS', 'IIS'],
];

describe('normalise', () => {
  for (const [what, raw, clean] of SAMPLES) it(`cleans ${what}`, () => assert.equal(normalise(raw).text, clean));

  it('keeps the number of type arguments, emoji and a lone ">" that ends an XML tag', () => {
    for (const text of [
      'OptionsFactory`1.Create(String name)',
      'ok \u{1f600}',
      '<aspNetCore\n  processPath="dotnet"\n>\n',
    ]) {
      assert.equal(normalise(text).text, text);
    }
  });

  it('makes a saved error page plain text', () => {
    const page =
      '<!DOCTYPE html><html><head><style>h2{color:red}</style></head><body><h2>HTTP Error 500.19</h2><p>Module</p><td>a</td></body></html>';
    const text = normalise(page).text;
    assert.match(text, /^\s*HTTP Error 500\.19\s+Module\s+a\s*$/);
  });

  it('leaves configuration and event XML alone, also inside a page', () => {
    const xml =
      '<configuration><system.webServer><aspNetCore processPath="dotnet" /></system.webServer></configuration>';
    assert.equal(normalise(xml).text, xml);
    assert.equal(normalise(`<p>this is mine:</p>${xml}`).text, `\nthis is mine:\n${xml}`);
    const event = '<Event xmlns="x"><System><EventID>1018</EventID></System></Event>';
    assert.equal(normalise(event).text, event);
  });

  it('never throws, keeps spans inside and its length in lower case', () => {
    const piece = fc.constantFrom(
      '<p>',
      '&lt;',
      '&#',
      '\r',
      '\n> ',
      '`',
      '\u001b[',
      '\0',
      '\u0130',
      '\ud83d',
      'word',
      '<!--',
      '<style>',
      '[3',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'binary' }))), (parts) => {
        const raw = parts.join('');
        const mapped = normalise(raw);
        const { text } = mapped;
        assert.equal(text.toLowerCase().length, text.length);
        const { start, end } = mapped.toSource(0, text.length);
        assert.ok(start >= 0 && start <= end && end <= raw.length);
      }),
      { numRuns: 500 },
    );
  });
});
