import { createHash } from 'node:crypto';
import { foldPattern } from './fold.ts';

/** Longest stretch that a `{name}` of a signature stands for. */
export const GAP_MAX = 400;
/** Values that are short by nature: a longer stretch is another sentence. */
const SHORT_GAPS: Readonly<Record<string, number>> = { version: 40, framework: 80, port: 12, exception: 160 };

/** Longest stretch for a gap of this name, in UTF-16 units. */
export function gapMax(name: string): number {
  return SHORT_GAPS[name] ?? GAP_MAX;
}

/** A literal text with gaps, ready to be searched. */
export interface Pattern {
  /** `text:` and a hash of the folded text: the same words are the same key, in every cause and every release. */
  readonly key: string;
  /** Folded literal parts, in order; at least one. */
  readonly segments: readonly string[];
  /** Name of the gap behind each segment but the last. */
  readonly names: readonly string[];
  /** Words that stand whole in the segments: all of them are in a text that holds the pattern. Empty: no prefilter. */
  readonly anchors: readonly string[];
  /** All words, for the search of damaged texts. */
  readonly words: readonly string[];
}

/**
 * Compiles a signature text, e.g. `Could not find dotnet.exe {gap} application '{app}'`.
 * Gaps at either end are dropped: they say nothing.
 */
export function compilePattern(text: string): Pattern {
  const pieces = text.split(/\{([a-zA-Z]+)\}/);
  const segments: string[] = [];
  const names: string[] = [];
  for (let at = 0; at < pieces.length; at += 2) {
    const literal = foldPattern(pieces[at]!);
    const name = pieces[at + 1];
    if (literal.trim() === '') continue;
    segments.push(literal);
    names.push(name ?? '');
  }
  if (segments.length > 0) {
    segments[0] = segments[0]!.trimStart();
    segments[segments.length - 1] = segments[segments.length - 1]!.trimEnd();
  }
  const hash = createHash('sha1').update(segments.join('\u0000')).digest('hex').slice(0, 12);
  return {
    key: `text:${hash}`,
    segments,
    names: names.slice(0, -1),
    anchors: segments.flatMap(wholeWords),
    words: [...new Set(segments.flatMap((segment) => segment.match(/[a-z0-9_]{3,}/g) ?? []))],
  };
}

/** Words with a separator on both sides inside the segment: at its edges the paste may go on with a letter. */
function wholeWords(segment: string): string[] {
  const words: string[] = [];
  for (const word of segment.matchAll(/[a-z0-9_]{3,}/g)) {
    const end = word.index + word[0].length;
    if (word.index > 0 && end < segment.length) words.push(word[0]);
  }
  return words;
}
