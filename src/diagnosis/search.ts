import { gapMax, type Pattern } from './pattern.ts';

/** Where a pattern stands in a folded text, and what its gaps held. Offsets are into the folded text. */
export interface Hit {
  readonly start: number;
  readonly end: number;
  readonly gaps: readonly { readonly name: string; readonly start: number; readonly end: number }[];
}

/**
 * Finds the first place where all segments follow each other with at most gapMax(name) characters between them.
 * @returns null when there is none
 */
export function findPattern(folded: string, pattern: Pattern): Hit | null {
  return hitsOf(folded, pattern).next().value ?? null;
}

/** Finds all places as `hitsAt` does, for one pattern alone: costs one pass over the text for each segment. */
export function hitsOf(folded: string, pattern: Pattern): Generator<Hit, undefined> {
  return hitsAt(folded, pattern, []);
}

/**
 * Finds all places, in order, that do not overlap. The same places as a regular expression with lazy, bounded gaps finds,
 * yet each place of a segment is looked at once, however often a head stands there without its tail.
 * @param offsets by segment all its places in the text, ascending; undefined: they are not known and must be searched
 * @returns nothing when the pattern is not there
 */
export function* hitsAt(
  folded: string,
  pattern: Pattern,
  offsets: readonly (readonly number[] | undefined)[],
): Generator<Hit, undefined> {
  const places = pattern.segments.map((segment, index) => new Places(folded, segment, offsets[index]));
  if (places.length === 0) return;
  for (let from = 0; from <= folded.length;) {
    const start = next(places, pattern.names, 0, from);
    if (start === NOWHERE) return;
    const gaps: { name: string; start: number; end: number }[] = [];
    let end = start + places[0]!.length;
    for (const [index, name] of pattern.names.entries()) {
      const at = next(places, pattern.names, index + 1, end);
      gaps.push({ name, start: end, end: at });
      end = at + places[index + 1]!.length;
    }
    yield { start, end, gaps };
    from = Math.max(end, start + 1);
  }
}

const NOWHERE = Number.POSITIVE_INFINITY;

/**
 * The next place of segment `index` from which the rest of the pattern can be reached. Segments are asked for ascending
 * places only: `from` grows, so the place of the segment behind it grows too, and no answer is ever taken back.
 */
function next(places: readonly Places[], names: readonly string[], index: number, from: number): number {
  const own = places[index]!;
  const name = names[index];
  let at = own.next(from);
  if (name === undefined) return at;
  while (at !== NOWHERE) {
    const end = at + own.length;
    const behind = next(places, names, index + 1, end);
    if (behind === NOWHERE) return NOWHERE;
    if (behind - end <= gapMax(name)) return at;
    at = own.next(Math.max(at + 1, behind - gapMax(name) - own.length));
  }
  return at;
}

/** A number at the end of a literal that is whole as it stands; "server 20", "net4" and "0x8" are beginnings on purpose. */
const WHOLE_NUMBER = /(?:^|[^\w.])\d[\d.]+\d$/;
/** Behind a status a point begins its sub-status; behind other numbers ("230.4 seconds") only a fraction. */
const STATUS = /(?:^|[^\w.])[45]\d\d(?:\.\d{1,3})?$/;

/**
 * The places of one segment, asked for in ascending order. Where it begins with a number, or ends with one of three digits
 * or more, it must not cut a number: "error 500" does not stand in "error 500.30", "500.3" not in "500.30".
 */
class Places {
  readonly length: number;
  private readonly folded: string;
  private readonly segment: string;
  private readonly offsets: readonly number[] | undefined;
  private readonly endsWhole: boolean;
  private readonly endsStatus: boolean;
  private index = 0;
  private known = -1;

  constructor(folded: string, segment: string, offsets: readonly number[] | undefined) {
    this.folded = folded;
    this.segment = segment;
    this.offsets = offsets;
    this.length = segment.length;
    this.endsWhole = WHOLE_NUMBER.test(segment);
    this.endsStatus = STATUS.test(segment);
  }

  next(from: number): number {
    if (this.known >= from) return this.known;
    let at = this.place(from);
    while (at !== NOWHERE && this.cutsNumber(at)) at = this.place(at + 1);
    this.known = at;
    return at;
  }

  private place(from: number): number {
    const { offsets } = this;
    if (offsets === undefined) {
      const at = this.folded.indexOf(this.segment, from);
      return at === -1 ? NOWHERE : at;
    }
    while (this.index < offsets.length && offsets[this.index]! < from) this.index += 1;
    return offsets[this.index] ?? NOWHERE;
  }

  private cutsNumber(at: number): boolean {
    const { folded } = this;
    const end = at + this.length;
    if (isDigit(folded, at) && (isDigit(folded, at - 1) || (isPoint(folded, at - 1) && isDigit(folded, at - 2))))
      return true;
    if (this.endsWhole && isDigit(folded, end)) return true;
    return this.endsStatus && isPoint(folded, end) && isDigit(folded, end + 1);
  }
}

function isPoint(folded: string, at: number): boolean {
  return folded[at] === '.' || folded[at] === ',';
}

function isDigit(folded: string, at: number): boolean {
  const code = folded.charCodeAt(at);
  return code >= 0x30 && code <= 0x39;
}
