import type { Activity } from 'botbuilder';

/** One way in which Teams hands a message on. */
export interface Shape {
  readonly name: string;
  /** True when indents and tabs survive as they are. */
  readonly exact?: true;
  /** Left out: every text can go this way. */
  readonly fits?: (text: string) => boolean;
  readonly send: (text: string) => Partial<Activity>;
}

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A tab is four no-break blanks; every other blank of a run is one. https://github.com/ckeditor/ckeditor5, plainTextToHtml */
const inEditor = (line: string): string =>
  escapeHtml(line)
    .replaceAll('\t', '&nbsp;&nbsp;&nbsp;&nbsp;')
    .replace(/^ /, '&nbsp;')
    .replace(/ $/, '&nbsp;')
    .replaceAll('  ', ' &nbsp;');

const lines = (text: string): string[] => text.replace(/\r\n?/g, '\n').split('\n');
const paragraphs = (text: string, open = '<p>', close = '</p>'): string =>
  lines(text)
    .map((line) => `${open}${line.trim() === '' ? '&nbsp;' : inEditor(line)}${close}`)
    .join('');

/** `text` beside the HTML: lines become blanks, what looks like a tag is gone. */
const flattened = (text: string): string => text.replace(/<[^<>]*>/g, '').replace(/\s+/g, ' ');

const html = (content: string, text: string): Partial<Activity> => ({
  text,
  attachments: [{ contentType: 'text/html', content }],
});

const typographic = (text: string): string =>
  text
    .replace(/"([^"\n]*)"/g, '\u201c$1\u201d')
    .replace(/(\w)'(\w)/g, '$1\u2019$2')
    .replace(/'([^'\n]*)'/g, '\u2018$1\u2019');

/** Word breaks the source of its HTML between words. */
const wrapped = (source: string): string => source.replace(/(?<=>[^<>]{60,80}) (?=\S)/g, '\n');

const MENTION =
  '<span itemscope="" itemtype="http://schema.skype.com/Mention" itemid="0">Host</span>&nbsp;<span itemscope="" itemtype="http://schema.skype.com/Mention" itemid="1">medic</span>&nbsp;';

/**
 * What is known of what Teams does, with where it is described. Several clients differ; each form is one that was seen.
 * HTML beside the text: https://github.com/MicrosoftDocs/msteams-docs/issues/3960 (copy-paste-block), /issues/6040 (on every message)
 * Lines lost in `text`: https://github.com/microsoft/botframework-sdk/issues/3238
 * Tags lost in `text`: https://github.com/MicrosoftDocs/OfficeDocs-SkypeForBusiness/issues/4723
 * Quote in a reply: https://learn.microsoft.com/graph/api/chat-getallmessages
 */
export const SHAPES: readonly Shape[] = [
  {
    name: 'plain box, a block a line',
    send: (text) => html(`<div><div>${paragraphs(text, '<div>', '</div>')}</div></div>`, flattened(text)),
  },
  { name: 'compose box, a paragraph a line', send: (text) => html(paragraphs(text), flattened(text)) },
  {
    name: 'compose box, soft line ends and typographic quotes',
    send: (text) => html(`<p>${lines(typographic(text)).map(inEditor).join('<br>')}</p>`, flattened(text)),
  },
  {
    name: 'code block',
    exact: true,
    send: (text) =>
      html(
        `<p>here it is</p><pre class="language-plaintext" itemid="codeBlockEditor-1"><code>${escapeHtml(text)}</code></pre><p>&nbsp;</p>`,
        `here it is ${flattened(text)}`,
      ),
  },
  {
    name: 'code block with colours and breaks',
    exact: true,
    send: (text) =>
      html(
        `<pre class="language-xml"><code>${lines(text)
          .map((line) => escapeHtml(line).replace(/&lt;(\w+)/g, '&lt;<span class="hljs-name">$1</span>'))
          .join('<br>')}</code></pre>`,
        flattened(text),
      ),
  },
  {
    name: 'code block of older clients',
    exact: true,
    send: (text) =>
      html(`<codeblock class=""><code>${lines(text).map(escapeHtml).join('<br>')}</code></codeblock>`, flattened(text)),
  },
  {
    name: 'channel, with a mention in two pieces',
    send: (text) =>
      html(
        `<div>\n<div itemprop="copy-paste-block">\n<div>${MENTION}</div>\n${paragraphs(text, '<div style="font-size:14px">', '</div>\n')}</div>\n</div>`,
        `<at>Host</at> <at>medic</at> ${flattened(text)}`,
      ),
  },
  {
    name: 'copied from Outlook',
    send: (text) =>
      html(
        lines(typographic(text))
          .map((line) =>
            wrapped(
              `<p class="MsoNormal" style="margin:0cm"><span lang="EN-US" style="font-family:&quot;Courier New&quot;">${line.trim() === '' ? '<o:p>&nbsp;</o:p>' : inEditor(line)}</span><o:p></o:p></p>\n`,
            ),
          )
          .join(''),
        flattened(text),
      ),
  },
  {
    name: 'quoted in a reply',
    send: (text) =>
      html(
        `<div>\n<blockquote itemscope="" itemtype="http://schema.skype.com/Reply" itemid="1600457867820">\n<strong itemprop="mri" itemid="8:orgid:0de69e5e">Bob</strong><span itemprop="time" itemid="1600457867820"></span>\n<p itemprop="preview">${lines(text).map(inEditor).join('<br>')}</p>\n</blockquote>\n<p>what does this mean?</p>\n</div>`,
        `Bob ${flattened(text)} what does this mean?`,
      ),
  },
  {
    name: 'forwarded by reference',
    send: (text) => ({
      text: '',
      attachments: [
        { contentType: 'text/html', content: '<p><attachment id="16004"></attachment></p>' },
        {
          contentType: 'forwardedMessageReference',
          content: JSON.stringify({
            originalMessageContent: paragraphs(text),
            originalMessageSender: { user: { id: 'b' } },
          }),
        },
      ],
    }),
  },
  {
    name: 'edited, with an emoji behind it',
    send: (text) => ({
      type: 'messageUpdate',
      ...html(
        `${paragraphs(text)}<p>edited <img itemscope="" itemtype="http://schema.skype.com/Emoji" itemid="smile" src="https://statics.teams.cdn.office.net/20_f.png" title="Smile" alt="🙂" style="width:20px; height:20px"></p>`,
        flattened(text),
      ),
    }),
  },
  { name: 'phone, text alone', exact: true, send: (text) => ({ text: lines(text).join('\n'), attachments: [] }) },
  {
    name: 'phone, HTML without lines of its own',
    send: (text) => html(`<p>${escapeHtml(lines(text).join('\n'))}</p>`, flattened(text)),
  },
  {
    name: 'list',
    send: (text) => html(`<ul>${paragraphs(text, '<li>', '</li>')}</ul>`, flattened(text)),
  },
  {
    name: 'table',
    fits: (text) => text.includes('\t'),
    send: (text) =>
      html(
        `<table><tbody>${lines(text)
          .map(
            (line) =>
              `<tr>${line
                .split('\t')
                .map((cell) => `<td>\n<p>${inEditor(cell)}</p>\n</td>`)
                .join('')}</tr>`,
          )
          .join('\n')}</tbody></table>`,
        flattened(text),
      ),
  },
];
