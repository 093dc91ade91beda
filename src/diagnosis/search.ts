import { gapMax, type Pattern } from './pattern.ts';

/** Where a pattern stands in a folded text, and what its gaps held. Offsets are into the folded text. */
export interface Hit {
  readonly start: number;
  readonly end: number;
  readonly gaps: readonly { readonly name: string; readonly start: number; readonly end: number }[];
}

/** A head that repeats without its tail is given up after this many tries: keeps the search linear. */
const TRIES_MAX = 64;

/**
 * Finds the first place where all segments follow each other with at most gapMax(name) characters between them.
 * @returns null when there is none; the cost is at most TRIES_MAX bounded windows behind the heads
 */
export function findPattern(folded: string, pattern: Pattern, from = 0): Hit | null {
  const [head, ...tail] = pattern.segments;
  if (head === undefined) return null;
  let at = folded.indexOf(head, from);
  for (let tries = 0; at !== -1 && tries < TRIES_MAX; tries += 1) {
    const hit = follow(folded, pattern, at, head.length, tail);
    if (hit !== null) return hit;
    at = folded.indexOf(head, at + 1);
  }
  return null;
}

function follow(
  folded: string,
  pattern: Pattern,
  start: number,
  headLength: number,
  tail: readonly string[],
): Hit | null {
  const gaps: { name: string; start: number; end: number }[] = [];
  let end = start + headLength;
  for (const [index, segment] of tail.entries()) {
    const name = pattern.names[index] ?? 'gap';
    const window = folded.slice(end, end + gapMax(name) + segment.length);
    const offset = window.indexOf(segment);
    if (offset === -1) return null;
    gaps.push({ name, start: end, end: end + offset });
    end += offset + segment.length;
  }
  return { start, end, gaps };
}
