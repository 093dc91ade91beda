/** Length of the pieces that are noted. */
export const GRAM = 4;
const BITS_MIN = 15;
const BITS_MAX = 22;

/**
 * Notes which pieces of four characters a text has, so that almost every literal that is not in it is ruled out without a
 * search. May say yes wrongly (two pieces share a place), never no.
 */
export class GramFilter {
  private readonly table: Uint8Array;
  private readonly shift: number;

  /** @param text to be searched; one pass, and a table of at most 512 KB */
  constructor(text: string) {
    const bits = Math.min(BITS_MAX, Math.max(BITS_MIN, Math.ceil(Math.log2(text.length * 8 + 1))));
    const table = new Uint8Array(2 ** (bits - 3));
    const shift = 32 - bits;
    let gram = 0;
    for (let at = 0; at < text.length; at += 1) {
      gram = nextGram(gram, text.charCodeAt(at));
      const place = spread(gram) >>> shift;
      table[place >>> 3]! |= 1 << (place & 7);
    }
    this.table = table;
    this.shift = shift;
  }

  /** @param grams what `gramsOf` gave for a literal; empty for one that is too short: then the answer is yes */
  mayHold(grams: readonly number[]): boolean {
    for (const gram of grams) {
      const place = spread(gram) >>> this.shift;
      if ((this.table[place >>> 3]! & (1 << (place & 7))) === 0) return false;
    }
    return true;
  }
}

/** The pieces of a literal, as numbers; empty for one of fewer than four characters. */
export function gramsOf(literal: string): number[] {
  const grams: number[] = [];
  let gram = 0;
  for (let at = 0; at < literal.length; at += 1) {
    gram = nextGram(gram, literal.charCodeAt(at));
    if (at + 1 >= GRAM) grams.push(gram);
  }
  return grams;
}

/** The last four characters in 32 bits; beyond Latin-1 different ones may look alike. */
export function nextGram(gram: number, code: number): number {
  return (gram << 8) | ((code ^ (code >>> 8)) & 0xff);
}

/** Multiplied with 2^32 divided by the golden ratio, so that like pieces come to lie far apart; the upper bits count. */
export function spread(gram: number): number {
  return Math.imul(gram, 0x9e3779b1);
}
