import { GRAM, gramsOf, nextGram, spread } from '../intake/gramFilter.ts';

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
    const counts = new Map<number, number>();
    for (const literal of literals)
      for (const piece of gramsOf(literal)) counts.set(piece, (counts.get(piece) ?? 0) + 1);
    const log = Math.min(24, Math.max(16, Math.ceil(Math.log2(literals.length * 32 + 1))));
    this.bits = new Uint8Array(2 ** (log - 3));
    this.shift = 32 - log;
    for (const [id, literal] of literals.entries()) {
      const pieces = gramsOf(literal);
      const rarest = pieces.reduce((best, piece) => (counts.get(piece)! < counts.get(best)! ? piece : best));
      const holders = this.anchored.get(rarest);
      const entry = { literal, offset: pieces.indexOf(rarest), id, firstCode: literal.charCodeAt(0) };
      if (holders === undefined) this.anchored.set(rarest, [entry]);
      else holders.push(entry);
      const place = spread(rarest) >>> this.shift;
      this.bits[place >>> 3]! |= 1 << (place & 7);
    }
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
