/** Where a tag ends and what stands in its place: a line break, a tab, or nothing. */
interface Tag {
  readonly end: number;
  readonly text: string;
}

/** Reads the tag that starts at an offset; null when it is not HTML (an XML element, "<" in a sentence). */
export type TagReader = (at: number) => Tag | null;

const CUE = /<(?:!doctype html|html|body|br|p|div|td|h[1-6])(?:[\s/][^<>]{0,400})?>/i;
// A saved page may hold an XML snippet, and an XML file may mention HTML: only names of HTML are ever taken out,
// and comments stay when configuration or events are in the same text.
const XML_THAT_MATTERS = /<(?:configuration|system\.web|system\.webServer|aspNetCore|Event|Events|failedRequest)[\s>]/;
const TAG = /<\/?([a-z][a-z0-9]{0,11})(?=[\s/>])[^<>]{0,4000}>/iy;
const DOCTYPE = /<!doctype[^<>]{0,400}>/iy;

/** Elements after which a new line begins. */
export const BLOCKS = new Set(
  'html head body title p div br h1 h2 h3 h4 h5 h6 tr table thead tbody tfoot ul ol li dl dt dd pre hr form fieldset legend center blockquote header footer main nav article aside'.split(
    ' ',
  ),
);
/** Elements that are parted by tabs. */
export const CELLS = new Set(['td', 'th']);
/** Elements that leave nothing behind. */
export const INLINE = new Set(
  'a b i u s em strong span font small big code kbd samp tt sub sup img meta link base input button label svg path script style noscript col colgroup caption iframe wbr ins del mark abbr'.split(
    ' ',
  ),
);
const HIDDEN: ReadonlyMap<string, RegExp> = new Map([
  ['script', /<\/script\s{0,8}>/gi],
  ['style', /<\/style\s{0,8}>/gi],
]);

/** True when the text holds tags that only a web page has. */
export function isClearlyHtml(text: string): boolean {
  return text.includes('<') && CUE.test(text);
}

/**
 * @param text the whole text; the reader remembers what it did not find, so that all calls together stay linear
 * @returns a reader of single tags; the contents of scripts and styles go with their tags
 */
export function readTag(text: string): TagReader {
  const keepComments = XML_THAT_MATTERS.test(text);
  const missing = new Set<string>();
  return (at) => {
    if (text.startsWith('<!--', at)) return keepComments ? null : { end: at + 4, text: '' };
    if (text.startsWith('<!', at)) return match(DOCTYPE, text, at) ? { end: DOCTYPE.lastIndex, text: '' } : null;
    const found = match(TAG, text, at);
    if (found === null) return null;
    const name = found[1]!.toLowerCase();
    const end = TAG.lastIndex;
    if (HIDDEN.has(name) && text[at + 1] !== '/') return { end: endOfHidden(text, name, end, missing), text: '' };
    if (BLOCKS.has(name)) return { end, text: '\n' };
    if (CELLS.has(name)) return { end, text: text[at + 1] === '/' ? '\t' : '' };
    return INLINE.has(name) ? { end, text: '' } : null;
  };
}

function endOfHidden(text: string, name: string, from: number, missing: Set<string>): number {
  if (missing.has(name)) return from;
  const close = HIDDEN.get(name)!;
  close.lastIndex = from;
  if (close.test(text)) return close.lastIndex;
  missing.add(name);
  return from;
}

const ENTITY = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,8}));/y;

const NAMED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    lt: '<',
    gt: '>',
    amp: '&',
    quot: '"',
    apos: "'",
    nbsp: ' ',
    ndash: '-',
    mdash: '-',
    lsquo: "'",
    rsquo: "'",
    ldquo: '"',
    rdquo: '"',
    laquo: '"',
    raquo: '"',
    hellip: '...',
    shy: '',
    copy: '\u00a9',
    reg: '\u00ae',
    auml: '\u00e4',
    ouml: '\u00f6',
    uuml: '\u00fc',
    Auml: '\u00c4',
    Ouml: '\u00d6',
    Uuml: '\u00dc',
    szlig: '\u00df',
    agrave: '\u00e0',
    egrave: '\u00e8',
    eacute: '\u00e9',
    ecirc: '\u00ea',
    ccedil: '\u00e7',
    aacute: '\u00e1',
    iacute: '\u00ed',
    oacute: '\u00f3',
    uacute: '\u00fa',
    ntilde: '\u00f1',
  }),
);

/** @returns the text of the entity at an offset, and where it ends; null when there is none */
export function decodeEntity(text: string, at: number): Tag | null {
  const found = match(ENTITY, text, at);
  if (found === null) return null;
  const end = ENTITY.lastIndex;
  if (found[3] !== undefined) {
    const named = NAMED.get(found[3]) ?? NAMED.get(found[3].toLowerCase());
    return named === undefined ? null : { end, text: named };
  }
  const code = found[1] === undefined ? Number.parseInt(found[2]!, 16) : Number(found[1]);
  return code <= 0x10ffff ? { end, text: String.fromCodePoint(code) } : null;
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
