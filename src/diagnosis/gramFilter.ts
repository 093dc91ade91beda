/** Length of the pieces that are noted; every segment of a signature is longer. */
const GRAM = 4;
const BITS_MIN = 14;
const BITS_MAX = 22;

/**
 * Notes which pieces of four characters a text has, so that almost every literal that is not in it is ruled out without a
 * search. May say yes wrongly (two pieces share a place), never no.
 */
export class GramFilter {
  private readonly table: Uint8Array;
  private readonly mask: number;

  /** @param folded text to be searched; one pass, and a table of two to eight bytes a character, at most 4 MB */
  constructor(folded: string) {
    const bits = Math.min(BITS_MAX, Math.max(BITS_MIN, Math.ceil(Math.log2(folded.length * 2 + 1))));
    this.table = new Uint8Array(2 ** bits);
    this.mask = 2 ** bits - 1;
    for (let at = 0; at + GRAM <= folded.length; at += 1) this.table[gramAt(folded, at) & this.mask] = 1;
  }

  /** @param grams what `gramsOf` gave for a literal; empty for one that is too short: then the answer is yes */
  mayHold(grams: readonly number[]): boolean {
    for (const gram of grams) if (this.table[gram & this.mask] === 0) return false;
    return true;
  }
}

/** The pieces of a literal, as numbers. */
export function gramsOf(literal: string): readonly number[] {
  return Array.from({ length: Math.max(0, literal.length - GRAM + 1) }, (_, at) => gramAt(literal, at));
}

function gramAt(text: string, at: number): number {
  let hash = text.charCodeAt(at);
  for (let next = 1; next < GRAM; next += 1) hash = Math.imul(hash, 0x01000193) ^ text.charCodeAt(at + next);
  return (hash ^ (hash >>> 15)) >>> 0;
}
