import { GRAM, nextGram, spread } from '../intake/gramFilter.ts';

interface Anchored {
  readonly literal: string;
  /** Where its rarest piece stands in it. */
  readonly offset: number;
  readonly id: number;
  readonly firstCode: number;
}

/**
 * Finds all places of many literals in one pass over a text. Each literal is known by one piece of four characters, the rarest
 * among all literals: only where that piece stands is the literal compared, so time hardly grows with their number.
 */
export class LiteralIndex {
  private readonly anchored = new Map<number, Anchored[]>();
  /** One bit for each place that a piece of `anchored` can have. */
  private readonly bits: Uint8Array;
  private readonly shift: number;

  /** @param literals of at least GRAM characters each; the place in this list is the id of a literal */
  constructor(literals: readonly string[]) {
    const log = Math.min(24, Math.max(16, Math.ceil(Math.log2(literals.length * 32 + 1))));
    this.bits = new Uint8Array(2 ** (log - 3));
    this.shift = 32 - log;
    const counts = this.countPieces(literals);
    for (const [id, literal] of literals.entries()) {
      let [window, rarest, offset] = [0, 0, 0];
      let fewest = Infinity;
      for (let at = 0; at < literal.length; at += 1) {
        window = nextGram(window, literal.charCodeAt(at));
        if (at + 1 < GRAM) continue;
        const count = counts[spread(window) >>> this.shift]!;
        if (count >= fewest) continue;
        fewest = count;
        rarest = window;
        offset = at + 1 - GRAM;
      }
      const holders = this.anchored.get(rarest);
      const entry = { literal, offset, id, firstCode: literal.charCodeAt(0) };
      if (holders === undefined) this.anchored.set(rarest, [entry]);
      else holders.push(entry);
      const place = spread(rarest) >>> this.shift;
      this.bits[place >>> 3]! |= 1 << (place & 7);
    }
  }

  /** By place of a piece how often pieces of that place are there: two that share one are taken for one, which costs nothing but time. */
  private countPieces(literals: readonly string[]): Uint32Array {
    const counts = new Uint32Array(this.bits.length * 8);
    for (const literal of literals) {
      let window = 0;
      for (let at = 0; at < literal.length; at += 1) {
        window = nextGram(window, literal.charCodeAt(at));
        if (at + 1 >= GRAM) counts[spread(window) >>> this.shift]! += 1;
      }
    }
    return counts;
  }

  /** @returns by id the offsets of each literal that is there, ascending, overlapping ones too */
  placesIn(text: string): ReadonlyMap<number, readonly number[]> {
    const { bits, shift } = this;
    const found = new Map<number, number[]>();
    let window = 0;
    for (let at = 0; at < text.length; at += 1) {
      window = nextGram(window, text.charCodeAt(at));
      const place = spread(window) >>> shift;
      if ((bits[place >>> 3]! & (1 << (place & 7))) !== 0) this.compare(text, at - GRAM + 1, window, found);
    }
    return found;
  }

  private compare(text: string, pieceAt: number, window: number, found: Map<number, number[]>): void {
    const holders = this.anchored.get(window);
    if (holders === undefined) return;
    for (const { literal, offset, id, firstCode } of holders) {
      const start = pieceAt - offset;
      if (text.charCodeAt(start) !== firstCode || !text.startsWith(literal, start)) continue;
      const places = found.get(id);
      if (places === undefined) found.set(id, [start]);
      else places.push(start);
    }
  }
}
