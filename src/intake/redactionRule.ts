/**
 * One shape of something that must not be kept. A rule costs a text search for its literals, and nothing else where
 * they are absent; its patterns only ever start at a literal.
 */
export interface RedactionRule {
  readonly id: string;
  /** What it is called to its owner: "Your message holds a <name>". */
  readonly name: string;
  /** False for names of people: they are masked without a warning. */
  readonly secret: boolean;
  /** Lower case; the text is searched without case. */
  readonly literals: readonly string[];
  /** Must match the characters in front (at most `BEFORE_MAX`), so it ends with "$". */
  readonly before?: RegExp;
  /** Must not match the characters in front. */
  readonly notBefore?: RegExp;
  /** Characters in front of the literal that belong to the masked value. */
  readonly left?: { readonly chars: RegExp; readonly min: number; readonly max: number };
  /**
   * Sticky, starting at the literal; the first that matches counts. Group 1 stays, group 2 is masked; without groups
   * everything is masked.
   */
  readonly patterns: readonly RegExp[];
  readonly replacement: string;
  /** Values that are left alone: placeholders, words, codes. */
  readonly spares?: readonly RegExp[];
}

/** How many characters in front of a literal a rule can look at. */
export const BEFORE_MAX = 48;

// Already masked, by this product or by hand; variables, whose names have no digits (a password can begin with "$"); error codes, which are what the reader needs most.
const PLACEHOLDER = [
  '<[a-z][a-z -]{1,30}>',
  '[*x\u2022.#_-]{2,64}|={1,2}',
  '(?:null|true|false|none|yes|no)[)\\]}.]{0,2}|\\(null\\)|string|n/a',
  '[[{(<]?(?:redacted|hidden|removed|masked|omitted)[\\]})>]?',
  '\\$\\{\\{|\\$[({][\\w.:-]{1,64}[)}]|\\$[a-z_]{1,64}|\\{{1,2}(?:\\d{1,2}|[A-Za-z_. -]{1,64})\\}{1,2}|#\\{[\\w.-]{1,64}\\}#?',
  '@Microsoft\\.KeyVault\\([^\\n]{0,300}',
  '0x[0-9a-f]{1,8}',
].join('|');

/** For passwords: only what is surely no value. */
export const PLACEHOLDERS: readonly RegExp[] = [new RegExp(`^(?:${PLACEHOLDER})$`, 'i'), /^%[A-Z][A-Z0-9_]{0,63}%$/];

// A word, or the name of a type; capitals in other places are no word.
const WORD = /^(?:[A-Z]?[a-z]{1,23}|[A-Z]{1,24}|[A-Za-z][a-z]{2,11}(?:[A-Z][a-z]{2,11}){1,3})$/;

/** For tokens and keys: also words, numbers, versions, names with dots, and everything shorter than 8 characters. */
export const PLAIN_VALUES: readonly RegExp[] = [
  ...PLACEHOLDERS,
  WORD,
  /^(?:.{0,7}|[a-z]{2,8}\d{2,8}[:.]?|[\d.,]{1,40})$/i,
  /^(?!eyJ|.{0,60}\b(?:(?=[a-z_]{0,40}\d{1,8}[a-z_]{1,40}\d)\w{24,64}|(?=[a-z_]{0,63}\d)\w{40,64}))[a-z_]\w{0,60}(?:\.[a-z_]\w{0,60}){1,12}$/i,
  /^https?:\/\//i,
];

/** For passwords behind an option or a short key: also words and numbers. */
export const WORDS: readonly RegExp[] = [...PLACEHOLDERS, WORD, /^(?:.{0,3}|[\d.,:]{1,40})$/i];

/** Where a value only stands near its key: whatever has no digit or no letter, codes, times, versions, paths, names. */
export const LOOSE_VALUES: readonly RegExp[] = [
  ...PLACEHOLDERS,
  WORD,
  // Letters in whose middle a capital stands twice are no name.
  /^(?![A-Za-z]{0,23}[a-z][A-Z][A-Za-z]{0,23}[a-z][A-Z][A-Za-z]{0,23}$)[^\d!#$%^*?~@+]{1,24}$/,
  /^(?:.{0,5}|[^a-z]+|[a-z]{1,24}[*?])$/i,
  /^[A-Z]{2,10}\d{2,8}[:.]?$/,
  /^[([{'"]{0,2}(?:0x[0-9a-f]{1,16}\b|HRESULT|[0-9a-f]{8}\b|[a-z]:[\\/]|\.?[\\/%$<]|https?:)/i,
  /^[([{'"]{0,2}v?\d{1,5}[.:-]\d[\w.:+-]{0,80}[)\]},;'"]{0,3}$/i,
  /[=:,]$|^--?\w|^\w{1,40}=\S|\.(?:dll|exe|config|json|xml|log|txt|cs)$/i,
];

/** @returns a rule for a secret; masked as <password> unless said otherwise */
export function secret(
  id: string,
  name: string,
  literals: readonly string[],
  patterns: readonly RegExp[],
  more: Partial<Pick<RedactionRule, 'before' | 'notBefore' | 'left' | 'spares' | 'replacement'>> = {},
): RedactionRule {
  return { id, name, secret: true, literals, patterns, replacement: '<password>', ...more };
}
