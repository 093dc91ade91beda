/**
 * What one character (UTF-16 unit) becomes: "" when it is removed, itself when nothing is wrong with it.
 * A lone surrogate is removed: it is half a character that a cut left behind.
 */
export function cleanCharacter(code: number): string {
  const exchanged = EXCHANGED.get(code);
  if (exchanged !== undefined) return exchanged;
  if (code < 0x20 || (code >= 0x7f && code <= 0x9f)) return '';
  if (code >= 0x2000 && code <= 0x200a) return ' ';
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  if (isInvisible(code)) return '';
  return String.fromCharCode(code);
}

function isInvisible(code: number): boolean {
  return (
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x206f) ||
    (code >= 0xd800 && code <= 0xdfff) ||
    (code >= 0xfff9 && code <= 0xfffb) ||
    INVISIBLE.has(code)
  );
}

// Arabic letter mark, Mongolian vowel separator, soft hyphen, byte order mark, non-characters.
const INVISIBLE = new Set([0x61c, 0x180e, 0xad, 0xfeff, 0xfffe, 0xffff]);

const EXCHANGED: ReadonlyMap<number, string> = new Map([
  // Line ends: vertical tab, form feed, next line, U+2028, U+2029.
  ...pairs([0x0b, 0x0c, 0x85, 0x2028, 0x2029, 0x0d], '\n'),
  ...pairs([0x09], '\t'),
  ...pairs([0x0a], '\n'),
  ...pairs([0xa0, 0x1680, 0x202f, 0x205f, 0x3000], ' '),
  ...pairs([0x2018, 0x2019, 0x201a, 0x201b, 0x2032, 0x2035, 0x2039, 0x203a], "'"),
  ...pairs([0x201c, 0x201d, 0x201e, 0x201f, 0x2033, 0x2036, 0xab, 0xbb], '"'),
  ...pairs([0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212], '-'),
  // "İ".toLowerCase() has two units; "I" keeps offsets equal.
  ...pairs([0x130], 'I'),
]);

function pairs(codes: readonly number[], text: string): [number, string][] {
  return codes.map((code) => [code, text]);
}
