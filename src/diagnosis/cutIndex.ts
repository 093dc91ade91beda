import type { Pattern } from './pattern.ts';
import { PatternIndex } from './patternIndex.ts';
import type { Hit } from './search.ts';

/** What is left must be long enough to be no coincidence, and most of the phrase. */
const LENGTH_MIN = 24;
const SHARE_MIN = 0.6;
/** So many characters must stand in the segment that is cut: fewer of them stand everywhere. */
export const EDGE = 12;

/** The least of a phrase that must be there before it counts as cut; the segment that is cut may go on behind it. */
export interface Part {
  readonly whole: Pattern;
  /** Its segment that is cut, and where in it this part ends (of a head) or begins (of a tail). */
  readonly segment: number;
  readonly at: number;
}

/**
 * Knows of each phrase the shortest head and the shortest tail that still tell it; what is not in a text costs nothing.
 * Each side is built at its first use: a start need not wait for them.
 */
export class CutIndex {
  private readonly patterns: readonly Pattern[];
  private heads: Side | null = null;
  private tails: Side | null = null;

  /** @param patterns all phrases; those that are too short, or have a number at that end, have no part */
  constructor(patterns: readonly Pattern[]) {
    this.patterns = patterns;
  }

  /** @returns each phrase whose head may be in the text, with the places of the head */
  headsIn(folded: string): Generator<PartHits, undefined> {
    this.heads ??= new Side(this.patterns, headOf);
    return this.heads.hitsIn(folded);
  }

  /** @returns each phrase whose tail may be in the text, with the places of the tail */
  tailsIn(folded: string): Generator<PartHits, undefined> {
    this.tails ??= new Side(this.patterns, tailOf);
    return this.tails.hitsIn(folded);
  }
}

export interface PartHits {
  readonly part: Part;
  readonly hits: Iterable<Hit>;
}

interface PartPattern extends Part {
  readonly pattern: Pattern;
}

class Side {
  private readonly parts: ReadonlyMap<Pattern, Part>;
  private readonly index: PatternIndex;

  constructor(patterns: readonly Pattern[], toPart: (pattern: Pattern) => PartPattern | null) {
    const parts = patterns.flatMap((pattern) => toPart(pattern) ?? []);
    this.parts = new Map(parts.map((part) => [part.pattern, part]));
    this.index = new PatternIndex(parts.map((part) => part.pattern));
  }

  *hitsIn(folded: string): Generator<PartHits, undefined> {
    for (const { pattern, hits } of this.index.hitsIn(folded)) yield { part: this.parts.get(pattern)!, hits };
  }
}

/** The first characters of a phrase, up to where enough is there and no number is behind. */
function headOf(whole: Pattern): PartPattern | null {
  const { segments, names } = whole;
  const letters = segments.join('');
  const least = Math.max(LENGTH_MIN, Math.ceil(letters.length * SHARE_MIN), letters.search(/\d\D*$/) + 1);
  let before = 0;
  for (const [segment, text] of segments.entries()) {
    const at = Math.max(EDGE, least - before);
    if (at < text.length || (at === text.length && segment < segments.length - 1))
      return partOf(whole, segment, at, [...segments.slice(0, segment), text.slice(0, at)], names.slice(0, segment));
    before += text.length;
  }
  return null;
}

/** The last characters of a phrase, from where enough is there and no number is in front. */
function tailOf(whole: Pattern): PartPattern | null {
  const { segments, names } = whole;
  const letters = segments.join('');
  const firstNumber = letters.search(/\d/);
  const numbers = firstNumber === -1 ? 0 : letters.length - firstNumber;
  const least = Math.max(LENGTH_MIN, Math.ceil(letters.length * SHARE_MIN), numbers);
  let behind = 0;
  for (let segment = segments.length - 1; segment >= 0; segment -= 1) {
    const text = segments[segment]!;
    const at = text.length - Math.max(EDGE, least - behind);
    if (at > 0 || (at === 0 && segment > 0))
      return partOf(whole, segment, at, [text.slice(at), ...segments.slice(segment + 1)], names.slice(segment));
    behind += text.length;
  }
  return null;
}

function partOf(
  whole: Pattern,
  segment: number,
  at: number,
  segments: readonly string[],
  names: readonly string[],
): PartPattern {
  return { whole, segment, at, pattern: { ...whole, segments, names } };
}
