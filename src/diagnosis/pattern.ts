import { hash } from 'node:crypto';
import { foldPattern } from './fold.ts';

/** Longest stretch that a `{name}` of a signature stands for. */
export const GAP_MAX = 400;
/** Values that are short by nature: a longer stretch is another sentence. */
const SHORT_GAPS: ReadonlyMap<string, number> = new Map([
  ['version', 40],
  ['framework', 80],
  ['port', 12],
  ['exception', 160],
]);

/** Longest stretch for a gap of this name, in UTF-16 units. */
export function gapMax(name: string): number {
  return SHORT_GAPS.get(name) ?? GAP_MAX;
}

/** A word of a folded text. */
export const WORD = /[a-z0-9_]{3,}/g;

/** A literal text with gaps, ready to be searched. */
export interface Pattern {
  /** `text:` and a hash of the folded text: the same words are the same key, in every cause and every release. */
  readonly key: string;
  /** Folded literal parts, in order; at least one. */
  readonly segments: readonly string[];
  /** Name of the gap behind each segment but the last. */
  readonly names: readonly string[];
  /** All words, for the search of damaged texts. */
  readonly words: readonly string[];
  /** All numbers and codes, whole: "502.5". A damaged text must have them letter for letter. */
  readonly numbers: readonly string[];
}

/**
 * Compiles a signature text, e.g. `Could not find dotnet.exe {gap} application '{app}'`.
 * Gaps at either end are dropped: they say nothing. Of two gaps with only white space between them the second name is kept.
 */
export function compilePattern(text: string): Pattern {
  // Most have no gap, and nothing to split.
  const pieces = text.includes('{') ? text.split(/\{([a-zA-Z]+)\}/) : [text];
  const segments: string[] = [];
  const names: string[] = [];
  for (let at = 0; at < pieces.length; at += 2) {
    const literal = foldPattern(pieces[at]!);
    const name = pieces[at + 1];
    if (literal.trim() === '') {
      if (names.length > 0) names[names.length - 1] = name ?? '';
      continue;
    }
    segments.push(literal);
    names.push(name ?? '');
  }
  if (segments.length > 0) {
    segments[0] = segments[0]!.trimStart();
    segments[segments.length - 1] = segments[segments.length - 1]!.trimEnd();
  }
  return {
    key: `text:${hash('sha1', segments.join('\u0000')).slice(0, 12)}`,
    segments,
    names: names.slice(0, -1),
    numbers: segments.flatMap(numbersOf),
    words: [...new Set(segments.flatMap((segment) => segment.match(WORD) ?? []))],
  };
}

/** Numbers and codes of a folded text, whole, without the words in front of them: "a.v2.dll (502.5)." -> "v2.dll", "502.5". */
export function numbersOf(folded: string): string[] {
  // Most phrases have none.
  if (!/\d/.test(folded)) return [];
  return (folded.match(/[\w.]+/g) ?? []).flatMap((token) => {
    const parts = token.split('.').filter((part) => part !== '');
    const first = parts.findIndex((part) => /\d/.test(part));
    return first === -1 ? [] : [parts.slice(first).join('.')];
  });
}
