import { cleanCharacter } from './characters.ts';
import { decodeEntity, isClearlyHtml, readTag, type TagReader } from './htmlText.ts';
import { TextEditor, type MappedText } from './mappedText.ts';

// Everything that may need work, found by one native scan; the rest of the text is never looked at one by one.
// \n only before a quote prefix ("> "), "[" only before the rest of a colour code that lost its escape ("[32m").
const NEEDS_WORK =
  /[\0-\x08\x0b-\x1f\x7f-\xa0\xad\u0130\u061c\u1680\u180e\u2000-\u206f\u2212\u3000\ufeff\uff01-\uff5e\ufff9-\uffff\ud800-\udfff&`«»]|\n(?= {0,3}>)|\[(?=\d{1,2}m)/g;
export const NEEDS_WORK_IN_HTML = new RegExp(`${NEEDS_WORK.source}|<`, 'g');

const ANSI_SEQUENCE =
  /(?:\x1b\[|\x9b)[0-?]{0,64}[ -/]{0,8}[@-~]|(?:\x1b\]|\x9d)[^\x07\x1b\x9c\n]{0,512}(?:\x07|\x1b\\|\x9c)?/y;
const BARE_COLOUR = /\[(?:[0-9]|2[1-9]|[349][0-79])m/y;
const QUOTE_PREFIX = /(?: {0,3}>(?=[ >\t])[ \t]?)+/y;
const EMPTY_QUOTE = / {0,3}>+[ \t]*(?=[\r\n])/y;
const FENCE =
  /`{3,}(?:(?:xml|html|json|csharp|cs|c#|powershell|ps1|pwsh|bash|sh|shell|cmd|bat|text|txt|plaintext|log|logs|console|yaml|yml|none|output|http|sql|ini)(?=[ \t]{0,8}(?:\r|\n|$)))?/iy;
// `List`1.Add`: the tick before a number of type arguments belongs to the name.
const ARITY = /`\d{1,2}(?=[.[\]+(,:<>&\s'"]|$)/y;

/**
 * Undoes what browsers, mail, chats, consoles and viewers do to text, in one linear pass.
 * Removed: byte order marks, NUL and other controls, terminal colours, text-direction and zero-width characters, soft
 * hyphens, lone surrogates, back-ticks, quote prefixes. Made plain: line ends (\n), blanks, quotes, dashes, full-width
 * letters, HTML entities (once); HTML tags, if the text is clearly HTML; XML tags stay.
 * Lower-casing the result keeps its length.
 */
export function normalise(raw: string): MappedText {
  const editor = new TextEditor(raw);
  const html = isClearlyHtml(raw);
  const tags = html ? readTag(raw) : null;
  const pattern = html ? NEEDS_WORK_IN_HTML : NEEDS_WORK;
  let quoted = removeQuotePrefix(raw, 0, editor, false);
  pattern.lastIndex = editor.position;
  for (let match = pattern.exec(raw); match !== null; match = pattern.exec(raw)) {
    const at = match.index;
    if (match[0] === '\n') quoted = removeQuotePrefix(raw, at + 1, editor, quoted);
    else if (match[0] === '\r') quoted = endLine(raw, at, editor, quoted);
    else change(raw, at, editor, tags);
    pattern.lastIndex = Math.max(at + 1, editor.position);
  }
  return editor.finish();
}

function change(raw: string, at: number, editor: TextEditor, tags: TagReader | null): void {
  switch (raw[at]) {
    case '&':
      return decode(raw, at, editor);
    case '`':
      return removeTicks(raw, at, editor);
    case '[': {
      const end = endOf(BARE_COLOUR, raw, at);
      return end > 0 ? editor.replace(at, end, '') : undefined;
    }
    case '<': {
      const tag = tags?.(at);
      return tag ? editor.replace(at, tag.end, tag.text) : undefined;
    }
    case '\x1b':
    case '\x9b':
    case '\x9d':
      return editor.replace(at, endOf(ANSI_SEQUENCE, raw, at) || at + 1, '');
    default: {
      const width = isPair(raw, at) ? 2 : 1;
      if (width === 1) return editor.replace(at, at + 1, cleanCharacter(raw.charCodeAt(at)));
      // A whole character beyond the basic plane (an emoji) stays as it is.
      return editor.replace(at, at + 2, raw.slice(at, at + 2));
    }
  }
}

/** "\r\n" and "\r" become "\n"; "\r\r\n", as some consoles write, is one line end. */
function endLine(raw: string, at: number, editor: TextEditor, quoted: boolean): boolean {
  let end = at + 1;
  if (raw[end] === '\r' && raw[end + 1] === '\n') end++;
  if (raw[end] === '\n') editor.replace(at, end, '');
  else editor.replace(at, end, '\n');
  return removeQuotePrefix(raw, raw[end] === '\n' ? end + 1 : end, editor, quoted);
}

/** @returns whether the line that starts here was quoted; a lone ">" counts only below a quoted line (it may end an XML tag) */
function removeQuotePrefix(raw: string, lineStart: number, editor: TextEditor, quoted: boolean): boolean {
  const end = endOf(QUOTE_PREFIX, raw, lineStart) || (quoted ? endOf(EMPTY_QUOTE, raw, lineStart) : 0);
  if (end === 0) return false;
  editor.replace(lineStart, end, '');
  return true;
}

function removeTicks(raw: string, at: number, editor: TextEditor): void {
  const fence = endOf(FENCE, raw, at);
  if (fence > 0) return editor.replace(at, fence, '');
  const arity = at > 0 && isLetter(raw.charCodeAt(at - 1)) && endOf(ARITY, raw, at) > 0;
  if (!arity) editor.replace(at, at + 1, '');
}

function decode(raw: string, at: number, editor: TextEditor): void {
  const entity = decodeEntity(raw, at);
  if (entity === null) return;
  let text = '';
  for (const character of entity.text) text += character.length === 1 ? cleanIfNeeded(character) : character;
  // "&#13;&#10;" is one line end.
  if (entity.text === '\r' && decodeEntity(raw, entity.end)?.text === '\n') text = '';
  editor.replace(at, entity.end, text);
}

function cleanIfNeeded(character: string): string {
  const code = character.charCodeAt(0);
  if (code === 0x0a || code === 0x09 || (code >= 0x20 && code < 0x7f)) return character;
  return cleanCharacter(code);
}

function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : 0;
}

function isPair(text: string, at: number): boolean {
  const high = text.charCodeAt(at);
  if (high < 0xd800 || high > 0xdbff) return false;
  const low = text.charCodeAt(at + 1);
  return low >= 0xdc00 && low <= 0xdfff;
}

function isLetter(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}
