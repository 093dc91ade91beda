/** What the reader calls, in the order of the text. */
export interface JsonSink {
  /** A text, number, true, false or null. `path` holds the keys above it and its own; list items have "[]". */
  value(path: readonly string[], value: string, start: number, end: number): void;
  /** The key of an object or list, before what is inside. */
  enter?(path: readonly string[], start: number): void;
}

export interface JsonEnd {
  /** Behind the last character that was read. */
  readonly end: number;
  /** The first thing that JSON does not allow; null when there is none, and when the text is only cut off. */
  readonly fault: { readonly words: string; readonly at: number } | null;
}

/** Deeper values are skipped: a runtimeconfig.json has four levels, a deps.json five. */
const DEPTH_MAX = 32;
const KEY_MAX = 200;
/** Nothing that is nested deeper is read on. */
const LEVELS_MAX = 1000;

const PLAIN = /-?\d[\d.eE+-]{0,40}|true|false|null/y;
const NO_BLANK = /\S/g;
const STRING_SIGN = /["\\\n]/g;
const SIGN = /["{}[\]]/g;
const ABRIDGED = /\.{3}|\u2026/;

interface Level {
  readonly list: boolean;
  readonly start: number;
}

/**
 * Reads one JSON value that starts with "{", with comments, as the .NET host does. Linear; what is cut off is no fault.
 * A fault is reported only when the brackets close behind it, and nothing was left out by hand.
 * @param start of the "{"
 */
export function readJson(text: string, start: number, sink: JsonSink): JsonEnd {
  const levels: Level[] = [];
  const path: string[] = [];
  let at = start;
  let expected: 'value' | 'key' | 'comma' = 'value';
  let afterComma = false;
  const stop = (words: string): JsonEnd => {
    const end = closing(text, at, levels.length);
    const whole = end !== null && !ABRIDGED.test(text.slice(at, Math.min(end, at + 200)));
    return { end: end ?? at, fault: whole ? { words, at } : null };
  };
  for (;;) {
    at = skipGap(text, at);
    const level = levels.at(-1);
    if (at >= text.length || levels.length > LEVELS_MAX) return { end: at, fault: null };
    const sign = text[at]!;
    if (level !== undefined && sign === (level.list ? ']' : '}') && (expected !== 'value' || level.list)) {
      if (afterComma) return stop('a comma before the closing bracket');
      at++;
      levels.pop();
      path.length = Math.min(path.length, levels.length);
      if (levels.length === 0) return { end: at, fault: null };
      expected = 'comma';
    } else if (expected === 'comma') {
      if (sign !== ',') return stop('a comma is missing');
      at++;
      afterComma = true;
      expected = level!.list ? 'value' : 'key';
      continue;
    } else if (expected === 'key') {
      const end = endOfString(text, at);
      if (end === at) return stop(sign === ',' ? 'a comma too many' : 'a key without quote marks');
      path.length = Math.min(path.length, levels.length - 1);
      if (levels.length <= DEPTH_MAX) path.push(text.slice(at + 1, Math.min(end - 1, at + 1 + KEY_MAX)));
      at = skipGap(text, end);
      if (at >= text.length) return { end: at, fault: null };
      if (text[at] !== ':') return stop('a colon is missing');
      at++;
      expected = 'value';
    } else if (sign === '{' || sign === '[') {
      if (levels.length > 0) sink.enter?.(path, at);
      levels.push({ list: sign === '[', start: at });
      if (sign === '[' && levels.length <= DEPTH_MAX) path.push('[]');
      expected = sign === '[' ? 'value' : 'key';
      at++;
    } else {
      const end = Math.max(endOfString(text, at), endOfMatch(PLAIN, text, at));
      if (end === at) return stop(sign === '"' ? 'a text that is not closed' : 'a value that is no JSON');
      const value = sign === '"' ? unescaped(text.slice(at + 1, end - 1)) : text.slice(at, end);
      if (levels.length <= DEPTH_MAX) sink.value(path, value, at, end);
      at = end;
      expected = 'comma';
    }
    afterComma = false;
  }
}

function unescaped(value: string): string {
  return value.replaceAll('\\\\', '\\').replaceAll('\\/', '/').replaceAll('\\"', '"');
}

/** @returns behind the bracket that closes `depth` levels; null when it does not come */
function closing(text: string, from: number, depth: number): number | null {
  let open = depth;
  SIGN.lastIndex = from;
  for (let match = SIGN.exec(text); match !== null; match = SIGN.exec(text)) {
    if (match[0] === '"') {
      const string = scanString(text, match.index);
      SIGN.lastIndex = Math.max(string.end, match.index + 1);
      continue;
    }
    open += match[0] === '{' || match[0] === '[' ? 1 : -1;
    if (open === 0) return match.index + 1;
  }
  return null;
}

/** Blanks and comments; a comment that is not closed reaches to the end. */
function skipGap(text: string, from: number): number {
  for (let at = from; ;) {
    NO_BLANK.lastIndex = at;
    at = NO_BLANK.exec(text)?.index ?? text.length;
    const line = text.startsWith('//', at);
    if (!line && !text.startsWith('/*', at)) return at;
    const end = text.indexOf(line ? '\n' : '*/', at + 2);
    if (end < 0) return text.length;
    at = end + (line ? 1 : 2);
  }
}

/** @returns behind the closing quote mark; `at` when no text in quote marks begins there or its line ends first */
function endOfString(text: string, at: number): number {
  if (text[at] !== '"') return at;
  const { end, closed } = scanString(text, at);
  return closed ? end : at;
}

function scanString(text: string, at: number): { readonly end: number; readonly closed: boolean } {
  STRING_SIGN.lastIndex = at + 1;
  for (let match = STRING_SIGN.exec(text); match !== null; match = STRING_SIGN.exec(text)) {
    if (match[0] === '"') return { end: match.index + 1, closed: true };
    if (match[0] === '\n') return { end: match.index, closed: false };
    STRING_SIGN.lastIndex = match.index + 2;
  }
  return { end: text.length, closed: false };
}

function endOfMatch(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
