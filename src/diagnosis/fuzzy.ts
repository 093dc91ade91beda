import Fuse from 'fuse.js';
import type { Pattern } from './pattern.ts';

/** A phrase found in spite of typing errors, cut ends or lost words. Offsets are into the text that was searched. */
export interface Damaged {
  readonly key: string;
  readonly start: number;
  readonly end: number;
  /** 0..1, below 1: how much of the phrase is there. */
  readonly quality: number;
}

/** A log can have any number of lines; the newest are at its end and the first error at its head. */
const LINES_MAX = 2000;
const LINE_LENGTH_MAX = 600;
/** fuse.js costs pattern length times line length: only the best few are tried. */
const CANDIDATES_MAX = 24;
const PHRASE_MAX = 120;
/** A short phrase is one word away from its opposite. */
const WORDS_MIN = 4;
/** Share of the phrase's weight (rare words weigh more) that one line and its neighbour must hold. */
const COVERAGE_MIN = 0.66;
/** fuse.js score: 0 is exact, 1 is nothing alike. */
const FUSE_MAX = 0.34;

/**
 * Searches the phrases that were not found letter for letter, line by line.
 * A prefilter counts each phrase's words in each line, so that fuse.js sees a few short texts only: with the whole paste as
 * its pattern it needs seconds and prefers wrong entries.
 * @param text     cleaned text; may be empty
 * @param patterns all phrases of the catalog
 * @param exact    keys that were found letter for letter; they are not searched again
 */
export function findDamaged(text: string, patterns: readonly Pattern[], exact: ReadonlySet<string>): Damaged[] {
  const index = wordIndex(patterns);
  const best = new Map<Pattern, { coverage: number; line: Line }>();
  for (const line of distinctLines(text)) {
    for (const [pattern, coverage] of coverages(line.folded, index)) {
      if (coverage < COVERAGE_MIN || exact.has(pattern.key) || !holdsNumbers(line.folded, pattern)) continue;
      const known = best.get(pattern);
      if (known === undefined || known.coverage < coverage) best.set(pattern, { coverage, line });
    }
  }
  const candidates = [...best].sort((a, b) => b[1].coverage - a[1].coverage).slice(0, CANDIDATES_MAX);
  return candidates.flatMap(([pattern, { line, coverage }]) => {
    const likeness = likenessOf(longestSegment(pattern), line.folded);
    if (likeness === null) return [];
    return [
      { key: pattern.key, start: line.start, end: line.end, quality: Math.min(0.95, likeness, 0.5 + coverage / 2) },
    ];
  });
}

interface Line {
  readonly start: number;
  readonly end: number;
  readonly folded: string;
}

/** Lines worth a look, each text once: digits are levelled, so the thousand repeats of a log count as one. */
function distinctLines(text: string): Line[] {
  const seen = new Set<string>();
  const lines: Line[] = [];
  let start = 0;
  while (start < text.length) {
    const newline = text.indexOf('\n', start);
    const lineEnd = newline === -1 ? text.length : newline;
    for (let from = start; from < lineEnd; from += LINE_LENGTH_MAX) {
      const end = Math.min(lineEnd, from + LINE_LENGTH_MAX);
      const folded = text.slice(from, end).toLowerCase();
      const level = folded.replace(/\d+/g, '0');
      if (folded.trim().length < 12 || seen.has(level)) continue;
      seen.add(level);
      lines.push({ start: from, end, folded });
    }
    if (lines.length > LINES_MAX * 4) break;
    start = lineEnd + 1;
  }
  if (lines.length <= LINES_MAX) return lines;
  return [...lines.slice(0, LINES_MAX / 2), ...lines.slice(-LINES_MAX / 2)];
}

interface WordIndex {
  readonly patternsOf: ReadonlyMap<string, readonly Pattern[]>;
  readonly weightOf: ReadonlyMap<string, number>;
  readonly totalOf: ReadonlyMap<Pattern, number>;
}

const indexes = new WeakMap<readonly Pattern[], WordIndex>();

/** Words of all phrases with their weight: the rarer among the phrases, the heavier. Built once for a catalog. */
function wordIndex(patterns: readonly Pattern[]): WordIndex {
  const known = indexes.get(patterns);
  if (known !== undefined) return known;
  const patternsOf = new Map<string, Pattern[]>();
  for (const pattern of patterns) {
    if (pattern.words.length < WORDS_MIN) continue;
    for (const word of pattern.words) patternsOf.set(word, [...(patternsOf.get(word) ?? []), pattern]);
  }
  const weightOf = new Map<string, number>();
  for (const [word, holders] of patternsOf) weightOf.set(word, Math.log(1 + patterns.length / holders.length));
  const totalOf = new Map<Pattern, number>();
  for (const pattern of patterns)
    totalOf.set(
      pattern,
      pattern.words.reduce((sum, word) => sum + (weightOf.get(word) ?? 0), 0),
    );
  const index = { patternsOf, weightOf, totalOf };
  indexes.set(patterns, index);
  return index;
}

function coverages(line: string, index: WordIndex): Map<Pattern, number> {
  const sums = new Map<Pattern, number>();
  for (const word of new Set(line.match(/[a-z0-9_]{3,}/g) ?? [])) {
    const weight = index.weightOf.get(word);
    if (weight === undefined) continue;
    for (const pattern of index.patternsOf.get(word)!) sums.set(pattern, (sums.get(pattern) ?? 0) + weight);
  }
  for (const [pattern, sum] of sums) sums.set(pattern, sum / Math.max(1e-9, index.totalOf.get(pattern)!));
  return sums;
}

/** Numbers are never guessed: 502.5 and 502.3 look alike to any fuzzy search. */
function holdsNumbers(line: string, pattern: Pattern): boolean {
  return pattern.numbers.every((number) => line.includes(number));
}

/** The gaps of a phrase hold anything, so only its longest unbroken part is compared; the words of the rest count as coverage. */
function longestSegment(pattern: Pattern): string {
  return pattern.segments.reduce((best, segment) => (segment.length > best.length ? segment : best)).trim();
}

function likenessOf(phrase: string, line: string): number | null {
  const fuse = new Fuse([line], {
    includeScore: true,
    ignoreLocation: true,
    ignoreFieldNorm: true,
    threshold: FUSE_MAX,
  });
  const score = fuse.search(phrase.slice(0, PHRASE_MAX))[0]?.score;
  return score === undefined || score > FUSE_MAX ? null : 1 - score;
}
