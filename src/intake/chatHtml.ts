import { BLOCKS, CELLS, decodeEntity, INLINE } from './htmlText.ts';
import { ChatLines } from './chatLines.ts';
import { attributeOf, readChatTag, type ChatTag } from './chatTags.ts';

/** What a person wrote into a chat, read from the HTML that Teams made of it. */
export interface ChatText {
  /** Their own words and pastes; lines, indents of code and pasted XML as they were. Empty when there are none. */
  readonly text: string;
  /** Messages of others that they quoted, in order, as far as the chat shows them. */
  readonly quotes: readonly ChatQuote[];
  /** Ids of attachments that have a place in the message: files, code snippets, forwarded messages. */
  readonly attachmentIds: readonly string[];
}

export interface ChatQuote {
  readonly text: string;
  /** Id of the author, "8:orgid:..." for a person, "28:..." for a bot; empty when it is not said. */
  readonly authorId: string;
}

/**
 * Undoes what Teams does to a message. Its HTML escapes what was pasted, so a tag of HTML is layout and everything else is
 * text: XML stays, also where it stands unescaped. Mentions, placeholders and pictures go; an emoji is its sign.
 * Where the HTML has no line of its own (some clients put the text in as it is) the line ends of the source count.
 * Shapes: https://learn.microsoft.com/graph/api/resources/chatmessage, https://github.com/MicrosoftDocs/msteams-docs/issues/3960,
 * https://github.com/microsoft/botframework-sdk/issues/3238, https://learn.microsoft.com/graph/api/chat-getallmessages (quote in a reply)
 * @throws never; linear in the text
 */
export function readChatHtml(html: string): ChatText {
  const read = new Reader(html, false).read();
  const hasLines = [read, ...read.quotes].some(({ text }) => text.includes('\n')) || !html.includes('\n');
  return hasLines ? read : new Reader(html, true).read();
}

type Kind = 'code' | 'hidden' | 'quote';

/** An element that changes how its content is read, until the tag that closes it. */
interface Open {
  readonly name: string;
  readonly kind: Kind;
  /** Elements of the same name inside. */
  nested: number;
}

const OPEN_MAX = 100;
const CODE = new Set(['pre', 'codeblock']);
const HIDDEN = new Set(['at', 'attachment', 'script', 'style', 'systemeventmessage']);
/** Names that chats and mail programs add to those of a page. */
const CHAT_NAMES = new Set([
  'emoji',
  'customemoji',
  'codeblock',
  'o:p',
  'figure',
  'readonly',
  'section',
  's',
  'strike',
]);
const PRESERVED = /white-space:\s?(?:pre|break-spaces)/i;

class Reader {
  private readonly html: string;
  private readonly open: Open[] = [];
  private readonly writers: ChatLines[] = [new ChatLines()];
  private readonly quotes: ChatQuote[] = [];
  private readonly attachmentIds: string[] = [];
  private readonly numbers: number[] = [];
  private authorId = '';
  private lineJustEnded = false;
  private readonly keepLines: boolean;

  constructor(html: string, keepLines: boolean) {
    this.html = html;
    this.keepLines = keepLines;
  }

  read(): ChatText {
    const { html } = this;
    let from = 0;
    let comments = true;
    for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at)) {
      const end: number | null = comments && html.startsWith('<!--', at) ? endOfComment(html, at) : null;
      comments &&= end !== null || !html.startsWith('<!--', at);
      const tag = end === null ? readChatTag(html, at) : null;
      if (end === null && (tag === null || !isLayout(tag))) {
        at += 1;
        continue;
      }
      this.text(html.slice(from, at));
      if (tag !== null) this.tag(tag);
      from = end ?? tag!.end;
      at = from;
    }
    this.text(html.slice(from));
    while (this.open.length > 0) this.close();
    return { text: this.writers[0]!.finish(), quotes: this.quotes, attachmentIds: this.attachmentIds };
  }

  private get lines(): ChatLines {
    return this.writers.at(-1)!;
  }

  private inside(kind: Kind): boolean {
    return this.open.some((one) => one.kind === kind);
  }

  private text(raw: string): void {
    if (raw === '' || this.inside('hidden')) return;
    const isCode = this.inside('code');
    if (!this.keepLines && !isCode) return this.lines.flowing(raw, decodeFlowing);
    const plain = raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw;
    // "<br>" and the line end of the source behind it are one; so is the one that follows "<pre>".
    const text = this.lineJustEnded && plain.startsWith('\n') ? plain.slice(1) : plain;
    this.lineJustEnded = false;
    this.lines.verbatim(isCode ? decodeAll(text) : decodeFlowing(text));
  }

  private tag(tag: ChatTag): void {
    if (tag.closes) this.closing(tag.name);
    else this.opening(tag);
  }

  private opening(tag: ChatTag): void {
    const { name } = tag;
    if (name === 'attachment') this.attachmentIds.push(attributeOf(tag, 'id'));
    if (!this.inside('hidden')) this.layOut(tag);
    if (this.inside('quote') && attributeOf(tag, 'itemprop') === 'mri') this.authorId = attributeOf(tag, 'itemid');
    const kind = kindOf(tag, this.inside('quote'));
    const isEmpty = tag.attributes.endsWith('/');
    if (kind !== null && !isEmpty && this.open.length < OPEN_MAX) {
      this.open.push({ name, kind, nested: 0 });
      if (kind === 'quote') this.writers.push(new ChatLines());
      this.lineJustEnded = kind === 'code';
    } else if (!isEmpty) {
      const top = this.open.at(-1);
      if (top?.name === name) top.nested += 1;
    }
  }

  private layOut(tag: ChatTag): void {
    const { name } = tag;
    if (name === 'br') {
      this.lines.lineEnd();
      this.lineJustEnded = true;
    } else if (name === 'tr') this.lines.row();
    else if (CELLS.has(name)) this.lines.cell();
    else if (BLOCKS.has(name) || name === 'codeblock') this.lines.block();
    if (name === 'ol') this.numbers.push(Number(attributeOf(tag, 'start') || '1'));
    if (name === 'ul') this.numbers.push(0);
    if (name === 'li') this.number();
    if (isEmoji(tag)) this.lines.flowing(attributeOf(tag, 'alt'), decodeAll);
  }

  /** Teams makes a list of "1. ..."; bullets are mostly those of a page, where the text has none. */
  private number(): void {
    const number = this.numbers.pop() ?? 0;
    this.numbers.push(number === 0 ? 0 : number + 1);
    if (number > 0) this.lines.number(`${number}. `);
  }

  private closing(name: string): void {
    if (name === 'ol' || name === 'ul') this.numbers.pop();
    const at = this.open.findLastIndex((one) => one.name === name);
    const found = this.open[at];
    if (found !== undefined && found.nested > 0 && at === this.open.length - 1) found.nested -= 1;
    else if (found !== undefined) while (this.open.length > at) this.close();
    if (this.inside('hidden')) return;
    if (name === 'tr') this.lines.rowEnd();
    else if (name === 'li' && (this.numbers.at(-1) ?? 0) > 0) this.lines.itemEnd();
    else if (BLOCKS.has(name) || name === 'codeblock') this.lines.block();
    this.lineJustEnded = false;
  }

  private close(): void {
    const { kind } = this.open.pop()!;
    if (kind !== 'quote') return;
    const text = this.writers.pop()!.finish();
    if (text !== '') this.quotes.push({ text, authorId: this.authorId });
    this.authorId = '';
  }
}

function isLayout({ name }: ChatTag): boolean {
  return BLOCKS.has(name) || CELLS.has(name) || INLINE.has(name) || CHAT_NAMES.has(name) || HIDDEN.has(name);
}

function kindOf(tag: ChatTag, inQuote: boolean): Kind | null {
  if (CODE.has(tag.name)) return 'code';
  if (HIDDEN.has(tag.name)) return 'hidden';
  const type = attributeOf(tag, 'itemtype');
  if (type.endsWith('/Mention')) return 'hidden';
  if (tag.name === 'blockquote' && type.endsWith('/Reply')) return 'quote';
  if (inQuote && ['mri', 'time'].includes(attributeOf(tag, 'itemprop'))) return 'hidden';
  return PRESERVED.test(attributeOf(tag, 'style')) ? 'code' : null;
}

function isEmoji(tag: ChatTag): boolean {
  return tag.name === 'emoji' || (tag.name === 'img' && attributeOf(tag, 'itemtype').endsWith('/Emoji'));
}

/** null: nothing ends it, so nothing after it is one either. */
function endOfComment(html: string, at: number): number | null {
  const end = html.indexOf('-->', at + 4);
  return end < 0 ? null : end + 3;
}

/** What the editor of Teams makes of a tab: https://github.com/ckeditor/ckeditor5, plainTextToHtml. Runs of blanks are mixed. */
const FOUR_HARD_BLANKS = /(?:&nbsp;|\u00a0){4}/g;

function decodeFlowing(text: string): string {
  return decodeAll(text.replace(FOUR_HARD_BLANKS, '\t'));
}

/** Entities once: what was typed as "&amp;lt;" is "&lt;". */
function decodeAll(text: string): string {
  if (!text.includes('&')) return text;
  const parts: string[] = [];
  let from = 0;
  for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', at)) {
    const entity = decodeEntity(text, at);
    if (entity === null) at += 1;
    else {
      parts.push(text.slice(from, at), entity.text);
      from = entity.end;
      at = from;
    }
  }
  return parts.join('') + text.slice(from);
}
