import type { Sign } from './sign.ts';
import { canonicalCode } from './canonicalCode.ts';

// "0x8OO7OOO5", "Ox80070005", "8OO7000d": a picture was read as text. Only whole codes of a known family.
const SLIPPED = /(?<![\w-])(?:([0o]x)([0-9a-foli]{8})|(c[0o]{3}[0-9a-foli]{4}|8[0o]{2}7[0-9a-foli]{4}))(?![\w-])/gi;
const FAMILY = /^(?:8007|8000|8013|c000|e043)/i;
// "0x8007 000d", "0x8007-0005": a code that was broken in two. A word of four letters ("dead") is none.
const BROKEN = /(?<![\w-])0x(8007|8000|8013|c000)[ -](?=[0-9a-f]{0,3}\d)([0-9a-f]{4})(?![\w-]|[.,]\d)/gi;

/**
 * Reads codes in which O stands for 0 or l for 1, or that a blank broke in two. Codes without such a slip are not read here.
 * What would not be a code of a known family is left alone.
 */
export function readSlippedCodes(part: string): Sign[] {
  const signs: Sign[] = [];
  for (const match of part.matchAll(SLIPPED)) {
    const digits = match[2] ?? match[3] ?? '';
    const plain = digits.replace(/o/gi, '0').replace(/[li]/gi, '1');
    if (plain === digits && match[1]?.[0]?.toLowerCase() !== 'o') continue;
    if (FAMILY.test(plain)) add(signs, plain, match);
  }
  for (const match of part.matchAll(BROKEN)) add(signs, `${match[1]}${match[2]}`, match);
  return signs;
}

function add(signs: Sign[], digits: string, { 0: found, index }: RegExpMatchArray): void {
  const value = canonicalCode(`0x${digits}`);
  if (value !== null && index !== undefined)
    signs.push({ type: 'code', value, start: index, end: index + found.length });
}
