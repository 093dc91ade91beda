import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { readChatHtml } from '../../src/intake/chatHtml.ts';

const TEXTS: readonly (readonly [what: string, html: string, text: string])[] = [
  ['a line for each block', '<div><div><div>This</div><div>is</div></div></div>', 'This\nis'],
  ['blank lines', '<p>a</p><p>&nbsp;</p><p>b<br></p><p><br></p><p>c</p>', 'a\n \nb\n\nc'],
  ['blanks of the source', '<div>\n  <p>a\n  <b>b</b>  c </p>\n<p>d</p></div>', 'a b c\nd'],
  ['pasted XML', '<p>&lt;aspNetCore processPath=&quot;dotnet&quot; /&gt;</p>', '<aspNetCore processPath="dotnet" />'],
  [
    'XML that nobody escaped',
    '<p><aspNetCore a="b" /> <add name="x"></add></p>',
    '<aspNetCore a="b" /> <add name="x"></add>',
  ],
  ['entities once', '<p>&amp;lt; &#39;x&#x27;</p>', "&lt; 'x'"],
  ['indents in code', '<p>a</p><pre><code>\n  b<br>\tc\n\n  d</code></pre><p>e</p>', 'a\n  b\n\tc\n\n  d\ne'],
  ['code that only says so by its style', '<div style="white-space: pre-wrap">a\n  b</div><p>c  d</p>', 'a\n  b\nc d'],
  [
    'mentions',
    '<p><at id="0">Host</at>&nbsp;<span itemtype="http://schema.skype.com/Mention"><b>medic</b></span> start</p>',
    '  start',
  ],
  ['emoji', '<p>ok <img itemtype="http://schema.skype.com/Emoji" alt="🙂"><emoji alt="👍"></emoji></p>', 'ok 🙂👍'],
  ['pictures', '<p>see <img src="https://example.com/a>b.png" alt="x"> below</p>', 'see below'],
  [
    'numbered lists',
    '<ol start="3"><li>a</li><li><p>b</p></li><li></li><li>x</li></ol><ul><li>c</li></ul>',
    '3. a\n4. b\n5. \n6. x\nc',
  ],
  [
    'tables',
    '<table><tr><td><p>a</p></td><td></td><td><p>c</p></td></tr><tr><td></td><td>e</td></tr></table><p>f</p>',
    'a\t\tc\n\te\nf',
  ],
  [
    'a table in a table',
    '<table><tr><td><table><tr><td>a</td><td>b</td></tr></table></td><td>c</td></tr></table>',
    'a\tb\tc',
  ],
  ['a tab of the editor', '<p>a&nbsp;&nbsp;&nbsp;&nbsp;b &nbsp;c</p>', 'a\tb  c'],
  ['source without lines of its own', '<div>a\nb\n  c</div>', 'a\nb\n  c'],
  ['comments of Word', '<!--StartFragment--><p>a<o:p></o:p></p><!--EndFragment-->', 'a'],
  ['"<" that is none', '<p>a < b <- c <3</p>', 'a < b <- c <3'],
  ['a comment that never ends', '<p>a</p><!-- b', 'a\n<!-- b'],
];

describe('readChatHtml', () => {
  for (const [what, html, text] of TEXTS) it(`reads ${what}`, () => assert.equal(readChatHtml(html).text, text));

  it('keeps what was quoted apart from the answer, with its author', () => {
    const read = readChatHtml(
      `<div>${quote('8:orgid:b', 'HTTP&nbsp;500')}<p>mine</p>${quote('28:bot', 'Step 1')}</div>`,
    );
    assert.equal(read.text, 'mine');
    assert.deepEqual(read.quotes, [
      { text: 'HTTP 500', authorId: '8:orgid:b' },
      { text: 'Step 1', authorId: '28:bot' },
    ]);
  });

  it('an ordinary indented paragraph is no quote', () => {
    assert.deepEqual(readChatHtml('<blockquote>a</blockquote>b'), { text: 'a\nb', quotes: [], attachmentIds: [] });
  });

  it('notes the places of attachments', () => {
    assert.deepEqual(readChatHtml('<p>x<attachment id="a1"></attachment></p>').attachmentIds, ['a1']);
  });

  it('what stands between escaped signs always comes back', () => {
    const anyText = fc.array(
      fc.constantFrom('<', '>', '&', '"', "'", 'a', 'b/', ' ', '=', '<p>', '</pre>', '&lt;', '<!--'),
    );
    fc.assert(
      fc.property(anyText, (parts) => {
        const text = parts.join('').trim().replace(/ +/g, ' ');
        const html = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
        assert.equal(readChatHtml(`<p>${html}</p>`).text, text);
      }),
    );
  });

  it('takes any text', () => {
    const tags = fc.array(
      fc.constantFrom(
        '<p>',
        '</p>',
        '<pre>',
        '</pre>',
        '<td>',
        '</td>',
        '<tr>',
        '</tr>',
        '<at>',
        '<b "',
        "'",
        '"',
        '>',
        '<',
        'x',
        '\n',
        '<ol>',
        '</li>',
        '<blockquote itemtype="/Reply">',
        '</blockquote>',
      ),
      { maxLength: 60 },
    );
    fc.assert(fc.property(tags, (parts) => typeof readChatHtml(parts.join('')).text === 'string'));
  });
});

function quote(author: string, text: string): string {
  return `<blockquote itemscope="" itemtype="http://schema.skype.com/Reply" itemid="1"><strong itemprop="mri" itemid="${author}">Bob</strong><span itemprop="time" itemid="1">14:02</span><p itemprop="preview">${text}</p></blockquote>`;
}
