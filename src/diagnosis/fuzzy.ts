import Fuse from 'fuse.js';
import type { Span } from '../model/artifact.ts';
import { QUOTE_MAX } from '../model/verdict.ts';
import { numbersOf, WORD, type Pattern } from './pattern.ts';
import { PhraseIndex } from './phraseIndex.ts';

/** A phrase found in spite of typing errors, cut ends or lost words. Offsets are into the text that was searched. */
export interface Damaged {
  readonly key: string;
  readonly start: number;
  readonly end: number;
  /** 0..1, below 1: how much of the phrase is there. */
  readonly quality: number;
}

/** A log can have any number of lines: the newest are at its end, the first error at its head. So many are looked at of each. */
const LINES_OF_END = 1000;
/** A longer line is looked at in pieces of this length; each piece begins in the middle of the one before it. */
const PIECE = 600;
/** A line of fewer characters has no phrase. */
const LINE_MIN = 12;
/** fuse.js costs pattern length times line length: only the best few are tried. */
const CANDIDATES_MAX = 24;
const PHRASE_MAX = 120;
/** A short phrase is one word away from its opposite. */
const WORDS_MIN = 4;
/** Share of the phrase's weight (rare words weigh more) that one line must hold. */
const COVERAGE_MIN = 0.66;
/** fuse.js score: 0 is exact, 1 is nothing alike. */
const FUSE_MAX = 0.34;
/** Steps in which the part of a line is looked for that shows the phrase. */
const WINDOW_STEP = 50;

/**
 * Searches the phrases that were not found letter for letter, line by line.
 * A prefilter counts each phrase's words in each line, so that fuse.js sees a few short texts only: with the whole paste as
 * its pattern it needs seconds and prefers wrong entries.
 * @param lower    cleaned text in lower case, of the same length; may be empty
 * @param patterns all phrases of the catalog
 * @param exact    keys that were found letter for letter; they are not searched again
 * @param isExplained true where a phrase cannot stand at a place because of what else is known of it; spares the comparison
 * @returns each phrase at most once, at the best of its places, and of equal ones at the last; at most QUOTE_MAX long
 */
export function findDamaged(
  lower: string,
  patterns: readonly Pattern[],
  exact: ReadonlySet<string>,
  isExplained: (key: string, place: Span) => boolean = () => false,
): Damaged[] {
  const index = phraseIndex(patterns);
  const best = new Map<Pattern, { coverage: number; line: Line }>();
  for (const line of distinctLines(lower)) {
    let numbers: ReadonlySet<string> | null = null;
    for (const { pattern, coverage } of index.coveredBy(line.folded.match(WORD) ?? [])) {
      if (exact.has(pattern.key)) continue;
      numbers ??= new Set(numbersOf(line.folded));
      if (!holdsNumbers(numbers, pattern) || losesDenial(line.folded, pattern)) continue;
      const known = best.get(pattern);
      if (known === undefined || known.coverage <= coverage) best.set(pattern, { coverage, line });
    }
  }
  // Of phrases that are there alike the one that says more comes first.
  const candidates = [...best]
    .sort(([one, a], [other, b]) => b.coverage - a.coverage || other.words.length - one.words.length)
    .slice(0, CANDIDATES_MAX);
  return candidates.flatMap(([pattern, { line, coverage }]) => {
    const phrase = longestSegment(pattern).slice(0, PHRASE_MAX);
    const shown = partWith(phrase, line);
    if (isExplained(pattern.key, shown)) return [];
    const likeness = likenessOf(phrase, shown.folded);
    if (likeness === null) return [];
    return [
      { key: pattern.key, start: shown.start, end: shown.end, quality: Math.min(0.95, likeness, 0.5 + coverage / 2) },
    ];
  });
}

interface Line {
  readonly start: number;
  readonly end: number;
  readonly folded: string;
}

/**
 * Lines worth a look, in order, each text once: digits are levelled, so the thousand repeats of a log count as one, and the
 * newest of them is kept.
 */
function distinctLines(text: string): Line[] {
  const seen = new Set<string>();
  const newest = firstDistinct(text, piecesFromEnd(text), seen);
  const tail = newest.at(-1)?.start ?? 0;
  const oldest = newest.length < LINES_OF_END ? [] : firstDistinct(text, piecesFromStart(text, tail), seen);
  return [...oldest, ...newest.reverse()];
}

function firstDistinct(text: string, pieces: Iterable<Span>, seen: Set<string>): Line[] {
  const lines: Line[] = [];
  for (const { start, end } of pieces) {
    const folded = text.slice(start, end);
    const level = folded.replace(/\d+/g, '0');
    if (level.trim().length < LINE_MIN || seen.has(level)) continue;
    seen.add(level);
    if (lines.push({ start, end, folded }) === LINES_OF_END) break;
  }
  return lines;
}

function* piecesFromStart(text: string, until: number): Generator<Span> {
  for (let start = 0; start < until;) {
    const newline = text.indexOf('\n', start);
    const lineEnd = newline === -1 ? text.length : newline;
    for (; start + PIECE < lineEnd && start < until; start += PIECE / 2) yield { start, end: start + PIECE };
    if (start < until) yield { start, end: lineEnd };
    start = lineEnd + 1;
  }
}

function* piecesFromEnd(text: string): Generator<Span> {
  for (let end = text.length; end > 0;) {
    const lineStart = text.lastIndexOf('\n', end - 1) + 1;
    for (; end - PIECE > lineStart; end -= PIECE / 2) yield { start: end - PIECE, end };
    yield { start: lineStart, end };
    end = lineStart - 1;
  }
}

const indexes = new WeakMap<readonly Pattern[], PhraseIndex>();

/** Built once for a catalog. */
function phraseIndex(patterns: readonly Pattern[]): PhraseIndex {
  let index = indexes.get(patterns);
  if (index === undefined) indexes.set(patterns, (index = new PhraseIndex(patterns, WORDS_MIN, COVERAGE_MIN)));
  return index;
}

/** Numbers are never guessed: 502.5 and 502.3 look alike to any fuzzy search, and "126" is not in "1260". */
function holdsNumbers(numbers: ReadonlySet<string>, pattern: Pattern): boolean {
  return pattern.numbers.every((number) => numbers.has(number));
}

const DENIAL_WORDS: ReadonlySet<string> = new Set(['not', 'cannot', 'unable', 'failed', 'fails', 'without', 'missing']);
const ANY_DENIAL = /\b(?:not?|can'?t|cannot|couldn'?t|could|unable|fail\w{0,4}|without|missing|denied|invalid|error)\b/;

/** "Found dotnet.exe at" says the opposite of "Could not find dotnet.exe at": a denial is never the word that was lost. */
function losesDenial(line: string, { words }: Pattern): boolean {
  return words.some((word) => DENIAL_WORDS.has(word)) && !ANY_DENIAL.test(line);
}

/** The part of a line, at most QUOTE_MAX long, that has most of the phrase's words; a shorter line is shown as it is. */
function partWith(phrase: string, line: Line): Line {
  if (line.end - line.start <= QUOTE_MAX) return line;
  const words = phrase.match(/\w{3,}/g) ?? [];
  let best = { from: 0, count: -1 };
  for (let from = 0; from < line.folded.length; from += WINDOW_STEP) {
    const part = line.folded.slice(from, from + QUOTE_MAX);
    const count = words.filter((word) => part.includes(word)).length;
    if (count > best.count) best = { from, count };
  }
  const folded = line.folded.slice(best.from, best.from + QUOTE_MAX);
  const start = line.start + best.from;
  return { start, end: start + folded.length, folded };
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
  const score = fuse.search(phrase)[0]?.score;
  return score === undefined || score > FUSE_MAX ? null : 1 - score;
}
