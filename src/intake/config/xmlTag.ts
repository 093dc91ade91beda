import type { XmlSource } from './xmlTokens.ts';

export interface XmlAttribute {
  readonly name: string;
  readonly value: string;
  /** From the name to the closing quote. */
  readonly start: number;
  readonly end: number;
}

export interface XmlTag {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** In order; the first of two with one name. At most `ATTRIBUTES_MAX`. */
  readonly attributes: readonly XmlAttribute[];
  readonly selfClosed: boolean;
  /** False when something in it is not XML: what it lacks may be written in the broken part. */
  readonly sound: boolean;
}

/** No element of a configuration has more than about twenty. */
export const ATTRIBUTES_MAX = 64;
/** A tag with more parts, broken or not, is none. */
const PARTS_MAX = 1000;

const TAG_NAME = /[A-Za-z_][\w.:-]{0,120}/y;
const ATTRIBUTE = /([A-Za-z_][\w.:-]{0,120})(\s{0,200}=\s{0,200})?/y;
const NO_BLANK = /\S/g;
const BROKEN_PART = /[^\s<>"']{1,400}|["']/y;
// What a redactor or a person put in place of a value: `<password>`.
const PLACEHOLDER = /<[a-z][a-z -]{1,30}>/y;
const ENTITY = /&(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-f]{1,6});/iy;

/** Called for each thing that XML does not allow. */
export type Fault = (words: string, at: number) => void;

/**
 * Reads a start tag.
 * @param at of its "<"; a name follows
 * @returns null when the text ends inside the tag, as it was cut off, which is no fault; or when it never seems to end
 */
export function readTag(source: XmlSource, at: number, fault: Fault): XmlTag | null {
  const { text } = source;
  const name = matchAt(TAG_NAME, text, at + 1)![0];
  const attributes = new Map<string, XmlAttribute>();
  let sound = true;
  const wrong: Fault = (words, place) => {
    if (sound) fault(words, place);
    sound = false;
  };
  for (let place = at + 1 + name.length, parts = 0; ; parts++) {
    const next = skipSpace(text, place);
    const done = (end: number, selfClosed: boolean): XmlTag => {
      return { name, start: at, end, attributes: [...attributes.values()], selfClosed, sound };
    };
    if (next >= text.length || parts > PARTS_MAX) return null;
    if (text[next] === '>') return done(next + 1, false);
    if (text.startsWith('/>', next)) return done(next + 2, true);
    if (text[next] === '<' && !source.isData(next)) {
      wrong(`the tag ${name} has no >`, at);
      return done(next, false);
    }
    const head = matchAt(ATTRIBUTE, text, next);
    if (head === null) {
      wrong(`a character or quote mark too many in the tag ${name}`, next);
      place = Math.max(next + 1, endOfMatch(BROKEN_PART, text, next));
      continue;
    }
    if (next === place) wrong(`no blank between two attributes of ${name}, or a quote mark too many`, next);
    place = next + head[0].length;
    if (place >= text.length) return null;
    const quote = text[place]!;
    if (head[2] === undefined || (quote !== '"' && quote !== "'")) {
      const lacks = head[2] === undefined ? 'no value' : 'no quote mark before its value';
      wrong(`attribute ${head[1]!} has ${lacks}`, next);
      place = Math.max(place, endOfMatch(BROKEN_PART, text, place));
      continue;
    }
    const end = endOfValue(source, place + 1, quote);
    if (end === null) return null;
    if (text[end] !== quote) wrong(`the value of ${head[1]!} has no closing quote mark`, next);
    const value = text.slice(place + 1, end);
    checkAmpersands(source, place + 1, end, fault);
    if (attributes.has(head[1]!)) wrong(`attribute ${head[1]!} stands twice in ${name}`, next);
    else if (attributes.size < ATTRIBUTES_MAX)
      attributes.set(head[1]!, { name: head[1]!, value, start: next, end: Math.min(end + 1, text.length) });
    place = text[end] === quote ? end + 1 : end;
  }
}

/** The words with which a bare & is reported: a chat may have unescaped it on the way, so it is told apart. */
export const BARE_AMPERSAND = 'a bare & (write &amp;)';

/** Reports the first & of a stretch that begins no entity. */
export function checkAmpersands({ text, isData }: XmlSource, start: number, end: number, fault: Fault): void {
  // Searched in a slice: from the whole text each search could run to its end.
  const part = text.slice(start, end);
  for (let at = part.indexOf('&'); at >= 0; at = part.indexOf('&', at + 1)) {
    if (!isData(start + at) && matchAt(ENTITY, part, at) === null) return fault(BARE_AMPERSAND, start + at);
  }
}

/** @returns the closing quote, or the "<" before which it is missing; null when the text ends first */
function endOfValue({ text, isData }: XmlSource, start: number, quote: string): number | null {
  let close = text.indexOf(quote, start);
  while (close >= 0 && isData(close)) close = text.indexOf(quote, close + 1);
  const part = text.slice(start, close < 0 ? text.length : close);
  for (let at = part.indexOf('<'); at >= 0; at = part.indexOf('<', at + 1)) {
    if (!isData(start + at) && matchAt(PLACEHOLDER, part, at) === null) return start + at;
  }
  return close < 0 ? null : close;
}

function skipSpace(text: string, at: number): number {
  NO_BLANK.lastIndex = at;
  return NO_BLANK.exec(text)?.index ?? text.length;
}

function endOfMatch(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
