import type { Pattern } from './pattern.ts';
import { hitsOf } from './search.ts';

/** A phrase of which one end is missing because the text was cut there. Offsets are into the folded text. */
export interface Cut {
  readonly key: string;
  readonly start: number;
  readonly end: number;
  /** 0..1, below 1: how much of the phrase is there, counted as `findDamaged` counts. */
  readonly quality: number;
}

/** So many characters at the very edge must stand in the phrase before it is looked at. */
const EDGE = 12;
/** What is left must be long enough to be no coincidence, and most of the phrase. */
const LENGTH_MIN = 24;
const SHARE_MIN = 0.6;
/** Phrases with gaps are followed this far from the edge. */
const REACH = 2000;

/**
 * Finds the phrases that the beginning and the end of a text cut in two: "... manifest (Shop.deps.json) was not found" with
 * its head lost. What is left must be there letter for letter, and no number may be in the lost part: of "error 500.3" nobody
 * knows which it was.
 * @param folded   folded text; may be empty
 * @param patterns all phrases of the catalog
 * @param exact    keys that were found whole; they are not looked for again
 */
export function findCut(folded: string, patterns: readonly Pattern[], exact: ReadonlySet<string>): Cut[] {
  const start = folded.length - folded.trimStart().length;
  const end = folded.trimEnd().length;
  if (end - start < LENGTH_MIN) return [];
  const first = folded.slice(start, start + EDGE);
  const last = folded.slice(end - EDGE, end);
  return patterns.flatMap((pattern) => {
    if (exact.has(pattern.key)) return [];
    return (
      headless(folded.slice(start, start + REACH), start, first, pattern) ?? tailless(folded, end, last, pattern) ?? []
    );
  });
}

/** The text begins inside the phrase. */
function headless(text: string, offset: number, first: string, pattern: Pattern): Cut | null {
  const { segments, names } = pattern;
  const index = segments.findIndex((segment) => segment.includes(first));
  if (index === -1) return null;
  const segment = segments[index]!;
  const at = segment.indexOf(first);
  const left = [segment.slice(at), ...segments.slice(index + 1)];
  const lost = [...segments.slice(0, index), segment.slice(0, at)];
  const quality = qualityOf(left, lost);
  if (quality === null || !text.startsWith(left[0]!)) return null;
  const hit = hitsOf(text, { ...pattern, segments: left, names: names.slice(index) }).next().value;
  return hit?.start === 0 ? { key: pattern.key, start: offset, end: offset + hit.end, quality } : null;
}

/** The text ends inside the phrase. */
function tailless(folded: string, end: number, last: string, pattern: Pattern): Cut | null {
  const { segments, names } = pattern;
  const index = segments.findLastIndex((segment) => segment.includes(last));
  if (index === -1) return null;
  const segment = segments[index]!;
  const at = segment.lastIndexOf(last) + last.length;
  const left = [...segments.slice(0, index), segment.slice(0, at)];
  const lost = [segment.slice(at), ...segments.slice(index + 1)];
  const quality = qualityOf(left, lost);
  if (quality === null || !folded.slice(0, end).endsWith(left.at(-1)!)) return null;
  const from = Math.max(0, end - REACH);
  for (const hit of hitsOf(folded.slice(from, end), { ...pattern, segments: left, names: names.slice(0, index) }))
    if (from + hit.end === end) return { key: pattern.key, start: from + hit.start, end, quality };
  return null;
}

/** null when too little is left, or a number is lost. */
function qualityOf(left: readonly string[], lost: readonly string[]): number | null {
  const length = left.join('').length;
  const share = length / (length + lost.join('').length);
  if (length < LENGTH_MIN || share < SHARE_MIN || share === 1 || /\d/.test(lost.join(''))) return null;
  return Math.min(0.95, 0.5 + share / 2);
}
