import { GRAM } from '../intake/gramFilter.ts';
import { LiteralIndex } from './literalIndex.ts';
import type { Pattern } from './pattern.ts';
import { hitsAt, type Hit } from './search.ts';

/** Finds all patterns of a catalog in a text; what is not there costs nothing, however many there are. */
export class PatternIndex {
  private readonly patterns: readonly Pattern[];
  private readonly literals: LiteralIndex;
  /** By place in `patterns`: ids of its segments; null for a short one, which is searched when the others are there. */
  private readonly segmentsOf: readonly (readonly (number | null)[])[];
  /** By id of a literal: places in `patterns` of those that have it as their first long segment. */
  private readonly heldBy: readonly number[][];
  /** Places of those that have short segments only. */
  private readonly short: readonly number[];

  /** @param patterns those without a segment are never found */
  constructor(patterns: readonly Pattern[]) {
    const ids = new Map<string, number>();
    const idOf = (segment: string): number | null => {
      if (segment.length < GRAM) return null;
      const id = ids.get(segment) ?? ids.size;
      ids.set(segment, id);
      return id;
    };
    this.patterns = patterns;
    this.segmentsOf = patterns.map(({ segments }) => segments.map(idOf));
    this.literals = new LiteralIndex([...ids.keys()]);
    this.heldBy = Array.from(ids, () => []);
    const short: number[] = [];
    for (const [place, segments] of this.segmentsOf.entries()) {
      const first = segments.find((id) => id !== null);
      (first === undefined ? short : this.heldBy[first]!).push(place);
    }
    this.short = short;
  }

  /** @returns each pattern that may be in the text, in the order of the list, with its hits */
  *hitsIn(folded: string): Generator<{ readonly pattern: Pattern; readonly hits: Iterable<Hit> }, undefined> {
    const found = this.literals.placesIn(folded);
    const begun = [...this.short, ...[...found.keys()].flatMap((id) => this.heldBy[id]!)];
    for (const place of begun.sort((a, b) => a - b)) {
      const segments = this.segmentsOf[place]!;
      if (segments.some((id) => id !== null && !found.has(id))) continue;
      const pattern = this.patterns[place]!;
      const offsets = segments.map((id) => (id === null ? undefined : found.get(id)));
      yield { pattern, hits: hitsAt(folded, pattern, offsets) };
    }
  }
}
