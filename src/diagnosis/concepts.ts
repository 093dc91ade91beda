import type { Concept } from '../model/catalog.ts';

/** A place where a concept stands. Offsets are UTF-16, into the text that was searched. */
export interface ConceptHit {
  readonly concept: string;
  readonly start: number;
  readonly end: number;
}

/** Most terms are never asked for more than their first word, so the others are read when it was found. */
class Term {
  readonly concept: string;
  private readonly text: string;
  private read: readonly Wanted[] | null = null;

  /** @param text plain */
  constructor(concept: string, text: string) {
    this.concept = concept;
    this.text = text;
  }

  /** Words that must follow each other, or with a few others between where a gap is. */
  get words(): readonly Wanted[] {
    return (this.read ??= wantedOf(this.text));
  }
}

interface Wanted {
  readonly word: string;
  /** Any ending may follow. */
  readonly open: boolean;
  /** So many other words may stand in front. */
  readonly gap: number;
}

/** Concepts by the first word of their terms, so that a word of a text costs one look-up. */
export interface ConceptIndex {
  readonly whole: ReadonlyMap<string, readonly Term[]>;
  /** Terms that begin with a beginning, by its first letters. */
  readonly open: ReadonlyMap<string, readonly Term[]>;
  /** Terms in scripts that put no blank between words. */
  readonly unspaced: readonly { readonly concept: string; readonly text: string }[];
}

/** Beginnings are looked up by so many letters; a shorter beginning is looked up by all it has. */
const HEAD = 3;
/** Letters with a mark of the Latin alphabet; people leave the marks out. */
const MARKED = /[\u00c0-\u017f]/g;
/** What is left of each of them. */
const UNMARKED = Array.from({ length: 0xc0 }, (_, at) =>
  String.fromCharCode(0xc0 + at)
    .normalize('NFD')
    .charAt(0),
);
/** A word, or what French and Italian tie to the next one: "l'application" is two. */
const WORD = /(?:[cdjlmnst]|qu|(?:a|da|de|ne|su)ll)(?='\p{L})|[\p{L}\p{N}][\p{L}\p{N}_'.-]*/gu;
/** A part of a term in which there is nothing to look for; most are, and there are thousands. */
const ONE_WORD = /^[\p{L}\p{N}]+\*?$/u;
/** In a term: up to GAP_WORDS other words, as verbs that are torn apart need: "startet ~ nicht", "logs ~ out". */
const GAP = '~';
const GAP_WORDS = 6;
/** What no term reaches over: "dotnet, 502.5" names no version. */
const CLAUSE_END = /[,;!?\n\u3001\u3002\uff01\uff0c\uff1a\uff1b\uff1f]|[.:]\s/;
/** So many ends of a dotted name are looked up. */
const FORMS_MAX = 4;
const UNSPACED = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;
/** "32 位程序池" and "32位程序池" are one. */
const BLANK_BESIDE = /(?<=[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]) | (?=[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af])/g;
const UNSPACED_ALL = new RegExp(UNSPACED, 'g');

/** @param concepts of the vocabulary, ids unique */
export function indexConcepts(concepts: readonly Concept[]): ConceptIndex {
  const whole = new Map<string, Term[]>();
  const open = new Map<string, Term[]>();
  const unspaced: { concept: string; text: string }[] = [];
  for (const { id, terms } of concepts)
    for (const written of terms) {
      const text = plain(written);
      if (UNSPACED.test(text)) {
        unspaced.push({ concept: id, text: text.replace(/\*$/, '').replace(BLANK_BESIDE, '') });
        continue;
      }
      const first = firstOf(text);
      if (first === undefined) continue;
      const table = first.open ? open : whole;
      const key = first.open ? first.word.slice(0, HEAD) : first.word;
      const listed = table.get(key);
      const term = new Term(id, text);
      if (listed === undefined) table.set(key, [term]);
      else listed.push(term);
    }
  return { whole, open, unspaced };
}

/**
 * Finds every concept in a text; one pass over its words.
 * @param text a person's words; any length, but callers bound it
 * @returns in no particular order; the same concept again for each place
 */
export function findConcepts(text: string, index: ConceptIndex): ConceptHit[] {
  const lower = plain(text);
  const words = wordsOf(lower);
  const hits: ConceptHit[] = [];
  for (const [at, { word, start }] of words.entries())
    for (const term of formsOf(word).flatMap((form) => termsAt(form, index))) {
      const last = lastWord(lower, words, at, term);
      if (last !== null) hits.push({ concept: term.concept, start, end: last.end });
    }
  if (UNSPACED.test(lower)) hits.push(...findUnspaced(lower, index));
  return hits;
}

function findUnspaced(lower: string, index: ConceptIndex): ConceptHit[] {
  const hits: ConceptHit[] = [];
  const kept: string[] = [];
  /** Length of the text without those blanks up to each of them. */
  const blanks: number[] = [];
  let last = 0;
  let length = 0;
  for (const { index: at } of lower.matchAll(BLANK_BESIDE)) {
    kept.push(lower.slice(last, at));
    length += at - last;
    blanks.push(length);
    last = at + 1;
  }
  const dense = kept.join('') + lower.slice(last);
  for (const { concept, text: term } of index.unspaced)
    for (let at = dense.indexOf(term); at >= 0; at = dense.indexOf(term, at + term.length))
      hits.push({
        concept,
        start: at + countUpTo(blanks, at),
        end: at + term.length + countUpTo(blanks, at + term.length - 1),
      });
  return hits;
}

/** How many of some ascending numbers are not above a value. */
function countUpTo(ascending: readonly number[], value: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ascending[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Lower case without accents and with straight apostrophes, of the same length: "Démarré" is "demarre". */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('\u2019', "'")
    .replace(MARKED, (letter) => UNMARKED[letter.charCodeAt(0) - 0xc0]!);
}

interface Word {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

function wordsOf(lower: string): Word[] {
  // "IIS里" and "404错误" hold a word of letters each.
  return [...lower.replace(UNSPACED_ALL, ' ').matchAll(WORD)].map((match) => {
    const word = match[0].replace(/['.-]+$/, '').replace(/'s$/, '');
    return { word, start: match.index, end: match.index + word.length };
  });
}

/** Terms whose first word a word is, or begins. */
function termsAt(word: string, { whole, open }: ConceptIndex): Term[] {
  const terms = [...(whole.get(word) ?? [])];
  for (let size = 1; size <= Math.min(HEAD, word.length); size += 1)
    for (const term of open.get(word.slice(0, size)) ?? []) if (word.startsWith(term.words[0]!.word)) terms.push(term);
  return terms;
}

/** A word, and what is behind its points: "shop.runtimeconfig.json" is a runtimeconfig.json, "shop.dll" a dll. */
function formsOf(word: string): string[] {
  const forms = [word];
  for (let dot = word.indexOf('.'); dot >= 0 && forms.length < FORMS_MAX; dot = word.indexOf('.', dot + 1))
    if (/^\p{L}/u.test(word.slice(dot + 1, dot + 3))) forms.push(word.slice(dot + 1));
  return forms;
}

/** The first of `wantedOf`, without the others where that is easy. */
function firstOf(text: string): Wanted | undefined {
  const blank = text.indexOf(' ');
  const part = blank === -1 ? text : text.slice(0, blank);
  return ONE_WORD.test(part) ? wantedWord(part, 0) : wantedOf(text)[0];
}

function wantedOf(text: string): Wanted[] {
  const words: Wanted[] = [];
  let gap = 0;
  for (const part of text.split(' ')) {
    if (part === GAP) gap = GAP_WORDS;
    else if (ONE_WORD.test(part)) {
      words.push(wantedWord(part, gap));
      gap = 0;
    } else {
      const open = part.endsWith('*');
      const own = wordsOf(part);
      for (const [index, { word, start }] of own.entries()) {
        const last = open && index === own.length - 1;
        // "2.*" is "2.1" and not "20".
        words.push({ word: last ? part.slice(start, -1) : word, open: last, gap });
        gap = 0;
      }
    }
  }
  return words;
}

function wantedWord(part: string, gap: number): Wanted {
  const open = part.endsWith('*');
  return { word: open ? part.slice(0, -1) : part, open, gap };
}

/** The last word of a term whose first one stands at a place; null when the others do not follow. */
function lastWord(text: string, words: readonly Word[], at: number, { words: wanted }: Term): Word | null {
  let place = at;
  for (const next of wanted.slice(1)) {
    const found = placeOf(words, place + 1, next);
    if (found === null) return null;
    if (CLAUSE_END.test(text.slice(words[place]!.end, words[found]!.start))) return null;
    place = found;
  }
  return words[place]!;
}

/** Where a wanted word stands, from a place on and as far as its gap reaches; null when it does not. */
function placeOf(words: readonly Word[], from: number, { word: wanted, open, gap }: Wanted): number | null {
  for (let place = from; place <= from + gap && place < words.length; place += 1) {
    const { word } = words[place]!;
    if (open ? word.startsWith(wanted) : word === wanted) return place;
  }
  return null;
}
