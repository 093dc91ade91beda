import { readTag, type XmlTag } from './xmlTag.ts';

/** A text with markup, and what is known of its characters. */
export interface XmlSource {
  readonly text: string;
  /** True when the character was written as an entity (`&lt;`): it is data, not markup. */
  readonly isData: (at: number) => boolean;
}

/** What the tokenizer calls, in the order of the text. */
export interface XmlSink {
  /** True when nothing more is wanted: reading stops. */
  isFull(): boolean;
  open(tag: XmlTag): void;
  close(name: string, start: number, end: number): void;
  /** Characters between markup; never empty. */
  text(start: number, end: number): void;
  doctype(start: number, end: number): void;
  /** A declaration (`<?xml`) or a comment, which may stand in front of a file. */
  prologue(start: number): void;
  /** Something that XML does not allow; reading goes on behind it. */
  fault(words: string, at: number): void;
}

const END_TAG = /<\/([A-Za-z_][\w.:-]{0,120})\s{0,200}>/y;
const END_TAG_MAX = 400;
const DOCTYPE_END = /\]\s{0,20}>/g;
const NAME_START = /[A-Za-z_]/;

/**
 * Reads markup from `from` to the end of the text, in one pass. Nothing is expanded, fetched or nested here: entities,
 * DTDs and depth are no business of this reader, so no input makes it slow. What is cut off at the end is left out.
 */
export function readXml(source: XmlSource, from: number, sink: XmlSink): void {
  const { text } = source;
  let at = from;
  while (at < text.length && !sink.isFull()) {
    const markup = nextMarkup(source, at);
    if (markup > at) sink.text(at, markup);
    if (markup >= text.length) return;
    at = readMarkup(source, markup, sink);
  }
}

function nextMarkup({ text, isData }: XmlSource, from: number): number {
  let at = text.indexOf('<', from);
  while (at >= 0 && isData(at)) at = text.indexOf('<', at + 1);
  return at < 0 ? text.length : at;
}

/** @returns where the text goes on */
function readMarkup(source: XmlSource, at: number, sink: XmlSink): number {
  const { text } = source;
  const next = text[at + 1] ?? '';
  if (NAME_START.test(next)) {
    const tag = readTag(source, at, sink.fault.bind(sink));
    if (tag === null) return text.length;
    sink.open(tag);
    return tag.end;
  }
  if (next === '/') return readEndTag(text, at, sink);
  if (next === '?') {
    if (text.startsWith('<?xml ', at)) sink.prologue(at);
    return endOf(text, '?>', at);
  }
  if (text.startsWith('<!--', at)) return readComment(text, at, sink);
  if (text.startsWith('<![CDATA[', at)) return endOf(text, ']]>', at);
  if (text.startsWith('<!DOCTYPE', at)) {
    const end = endOfDoctype(text, at);
    sink.doctype(at, end);
    return end;
  }
  const merge = text.startsWith('<<<<<<<', at);
  if (next !== '') sink.fault(merge ? 'marks of an unsolved merge' : 'a bare < (write &lt;)', at);
  return at + (merge ? 7 : 1);
}

function readEndTag(text: string, at: number, sink: XmlSink): number {
  END_TAG.lastIndex = at;
  const match = END_TAG.exec(text);
  if (match === null) {
    if (text.slice(at, at + END_TAG_MAX).includes('>')) sink.fault('an end tag that is not complete', at);
    return at + 2;
  }
  const end = at + match[0].length;
  sink.close(match[1]!, at, end);
  return end;
}

function readComment(text: string, at: number, sink: XmlSink): number {
  sink.prologue(at);
  const close = text.indexOf('-->', at + 4);
  const hyphens = text.indexOf('--', at + 4);
  if (hyphens >= 0 && hyphens < close) sink.fault('two hyphens inside a comment', hyphens);
  return close < 0 ? text.length : close + 3;
}

function endOfDoctype(text: string, at: number): number {
  const end = text.indexOf('>', at);
  const subset = text.slice(at, end < 0 ? text.length : end).indexOf('[');
  if (subset < 0) return end < 0 ? text.length : end + 1;
  DOCTYPE_END.lastIndex = at + subset;
  return DOCTYPE_END.test(text) ? DOCTYPE_END.lastIndex : text.length;
}

function endOf(text: string, close: string, at: number): number {
  const found = text.indexOf(close, at);
  return found < 0 ? text.length : found + close.length;
}
