import { pickIndex, type Random } from '../random.ts';

/** One typing error for so many letters of words that can have one. */
export const TYPO_LETTERS = 60;
/** A shorter word is seldom mistyped, and one with a digit in it is a code or a name. */
const WORD = /(?<![\w.\\/-])[A-Za-z]{4,}(?![\w\\/])/g;
/** Columns of a console. */
export const COLUMNS = 80;
/** Share of the lines that are lost. */
export const LOST_LINES = 0.3;

/** Typing errors: two letters swapped, one lost, one doubled, or a neighbour on the keyboard; TYPO_LETTERS letters apart on average. */
export function mistype(text: string, random: Random): string {
  return text.replaceAll(WORD, (word) => {
    const expected = word.length / TYPO_LETTERS;
    return random() < expected ? misspell(word, random) : word;
  });
}

/** Keeps a part of the text, from and to a share of its characters: `keep(text, 0.2, 0.8)` is the middle 60 %. */
export function keep(text: string, from: number, to: number): string {
  return text.slice(Math.round(text.length * from), Math.round(text.length * to));
}

/** Breaks lines as a console does, in the middle of words. */
export function wrapHard(text: string): string {
  return eachLine(text, (line) => line.match(new RegExp(`.{1,${COLUMNS}}`, 'gu'))?.join('\n') ?? line);
}

/** Breaks lines as mail does, at blanks. */
export function wrapAtBlanks(text: string): string {
  return eachLine(text, (line) => line.replaceAll(new RegExp(`(.{1,${COLUMNS}}) (?=\\S)`, 'gu'), '$1\n'));
}

/** All on one line, as a single-line field leaves it. */
export function loseNewlines(text: string): string {
  return text.replaceAll(/\r?\n/g, ' ');
}

/** What a web form shows that escapes its input. */
export function escapeHtml(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replaceAll(/[&<>"']/g, (character) => entities[character]!);
}

/** Loses lines here and there; each one with the same chance. */
export function dropLines(text: string, random: Random): string {
  const lines = text.split('\n').filter(() => random() >= LOST_LINES);
  return lines.join('\n');
}

/** Puts as many lines of others before and behind as the text has; they are taken from `noise` in turn. */
export function surround(text: string, random: Random, noise: readonly string[]): string {
  const count = text.split('\n').length;
  const from = pickIndex(random, noise.length);
  const line = (at: number): string => noise[(from + at) % noise.length]!;
  const before = Array.from({ length: count }, (_, at) => line(at));
  const behind = Array.from({ length: count }, (_, at) => line(count + at));
  return [...before, text, ...behind].join('\n');
}

function misspell(word: string, random: Random): string {
  const at = pickIndex(random, word.length - 1);
  const letter = word[at]!;
  switch (pickIndex(random, 4)) {
    case 0:
      return word.slice(0, at) + word[at + 1]! + letter + word.slice(at + 2);
    case 1:
      return word.slice(0, at) + word.slice(at + 1);
    case 2:
      return word.slice(0, at) + letter + word.slice(at);
    default:
      return word.slice(0, at) + neighbourOf(letter, random) + word.slice(at + 1);
  }
}

const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

function neighbourOf(letter: string, random: Random): string {
  const row = ROWS.find((one) => one.includes(letter.toLowerCase())) ?? letter;
  const at = row.indexOf(letter.toLowerCase());
  return row[at === 0 ? 1 : at === row.length - 1 || random() < 0.5 ? at - 1 : at + 1] ?? letter;
}

function eachLine(text: string, change: (line: string) => string): string {
  return text.split('\n').map(change).join('\n');
}
