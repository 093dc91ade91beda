import type { Concept } from '../model/catalog.ts';

/** A place where a concept stands. Offsets are UTF-16, into the text that was searched. */
export interface ConceptHit {
  readonly concept: string;
  readonly start: number;
  readonly end: number;
}

interface Term {
  readonly concept: string;
  /** Words that must follow each other, or with a few others between where GAP stands; the last one may be a beginning. */
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
/** In a term: up to GAP_WORDS other words, as verbs that are torn apart need: "startet ~ nicht", "logs ~ out". */
const GAP = '~';
const GAP_WORDS = 4;
/** What no gap reaches over. */
const CLAUSE_END = /[,;:!?\n]|\.\s/;
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
      const words = text.split(' ').flatMap((part) => (part === GAP ? [GAP] : wordsOf(part).map(({ word }) => word)));
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
      const last = lastWord(lower, words, at, term);
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
function lastWord(text: string, words: readonly Word[], at: number, { words: wanted, open }: Term): Word | null {
  let place = at;
  for (let step = 1; step < wanted.length; step += 1) {
    const hasGap = wanted[step] === GAP;
    if (hasGap) step += 1;
    const isOpen = open && step === wanted.length - 1;
    const found = placeOf(words, place + 1, hasGap ? GAP_WORDS : 0, wanted[step]!, isOpen);
    if (found === null) return null;
    if (hasGap && CLAUSE_END.test(text.slice(words[place]!.end, words[found]!.start))) return null;
    place = found;
  }
  return words[place] ?? null;
}

/** Where a word stands, from a place on and at most so many words behind it; null when it does not. */
function placeOf(words: readonly Word[], from: number, reach: number, wanted: string, open: boolean): number | null {
  for (let place = from; place <= from + reach && place < words.length; place += 1) {
    const { word } = words[place]!;
    if (open ? word.startsWith(wanted) : word === wanted) return place;
  }
  return null;
}
