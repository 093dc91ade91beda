import type { Concept } from '../model/catalog.ts';

/** A place where a concept stands. Offsets are UTF-16, into the text that was searched. */
export interface ConceptHit {
  readonly concept: string;
  readonly start: number;
  readonly end: number;
}

interface Term {
  readonly concept: string;
  /** Words that must follow each other; the last one may be a beginning. */
  readonly words: readonly string[];
  readonly open: boolean;
}

/** Concepts by the first word of their terms, so that a word of a text costs one look-up. */
export interface ConceptIndex {
  readonly whole: ReadonlyMap<string, readonly Term[]>;
  /** Terms of one word that is a beginning, by its first letters. */
  readonly open: ReadonlyMap<string, readonly Term[]>;
  /** Terms in scripts that put no blank between words. */
  readonly unspaced: readonly { readonly concept: string; readonly text: string }[];
}

/** Beginnings are looked up by so many letters; a shorter beginning is looked up by all it has. */
const HEAD = 3;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}_'.-]*/gu;
const UNSPACED = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;

/** @param concepts of the vocabulary, ids unique */
export function indexConcepts(concepts: readonly Concept[]): ConceptIndex {
  const whole = new Map<string, Term[]>();
  const open = new Map<string, Term[]>();
  const unspaced: { concept: string; text: string }[] = [];
  for (const { id, terms } of concepts)
    for (const written of terms) {
      const isOpen = written.endsWith('*');
      const text = (isOpen ? written.slice(0, -1) : written).toLowerCase();
      if (UNSPACED.test(text)) {
        unspaced.push({ concept: id, text });
        continue;
      }
      const words = wordsOf(text).map(({ word }) => word);
      const term = { concept: id, words, open: isOpen };
      const table = isOpen && words.length === 1 ? open : whole;
      const key = table === open ? words[0]!.slice(0, HEAD) : words[0]!;
      table.set(key, [...(table.get(key) ?? []), term]);
    }
  return { whole, open, unspaced };
}

/**
 * Finds every concept in a text; one pass over its words.
 * @param text a person's words; any length, but callers bound it
 * @returns in no particular order; the same concept again for each place
 */
export function findConcepts(text: string, index: ConceptIndex): ConceptHit[] {
  const lower = text.toLowerCase();
  const words = wordsOf(lower);
  const hits: ConceptHit[] = [];
  for (const [at, { word, start }] of words.entries()) {
    for (const term of index.whole.get(word) ?? []) {
      const last = lastWord(words, at, term);
      if (last !== null) hits.push({ concept: term.concept, start, end: last.end });
    }
    for (let size = 1; size <= Math.min(HEAD, word.length); size += 1)
      for (const term of index.open.get(word.slice(0, size)) ?? [])
        if (word.startsWith(term.words[0]!)) hits.push({ concept: term.concept, start, end: words[at]!.end });
  }
  if (UNSPACED.test(lower))
    for (const { concept, text: term } of index.unspaced)
      for (let at = lower.indexOf(term); at >= 0; at = lower.indexOf(term, at + term.length))
        hits.push({ concept, start: at, end: at + term.length });
  return hits;
}

interface Word {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

function wordsOf(lower: string): Word[] {
  return [...lower.matchAll(WORD)].map((match) => {
    const word = match[0].replace(/['.-]+$/, '');
    return { word, start: match.index, end: match.index + word.length };
  });
}

/** The last word of a term that begins at a word; null when it is not all there. */
function lastWord(words: readonly Word[], at: number, { words: wanted, open }: Term): Word | null {
  for (let step = 1; step < wanted.length; step += 1) {
    const found = words[at + step];
    if (found === undefined) return null;
    const isLast = step === wanted.length - 1;
    if (isLast && open ? !found.word.startsWith(wanted[step]!) : found.word !== wanted[step]) return null;
  }
  return words[at + wanted.length - 1] ?? null;
}
