import type { Document } from '../model/artifact.ts';
import { QUOTE_MAX } from '../model/verdict.ts';
import { findConcepts, type ConceptHit, type ConceptIndex } from './concepts.ts';
import { asksOnly } from './howTo.ts';
import { isDenied } from './negation.ts';

/** Concepts that a signature asks for together. */
export interface Said {
  readonly key: string;
  readonly concepts: readonly string[];
}

/** Where such concepts stand together. Offsets are into `Document.text`. */
export interface SaidHit {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

/** Nobody tells more than this in own words; of a longer text the two ends are read, half of it each. */
const READ_MAX = 32_768;
/** So many sentences belong together when they are no longer than this, in UTF-16 units. */
const SENTENCES_MAX = 3;
const TOGETHER_MAX = 400;
const SENTENCE_END = /[.!?](?=\s|$)|[\n;\u3002\uff01\uff1f]/g;

/** Concepts with a part of their own: a text that names another field and none of ours tells of that field. */
const OTHER_FIELD = 'other-field';
const OWN_FIELD = 'own-field';

/**
 * Finds what a person says in own words: all concepts in one sentence, or in up to three short ones that follow each
 * other. The order and the words between do not count; a concept that is denied ("the pool does not stop") is not there.
 * @returns each key at most once, at its last place; empty when nothing is said
 */
export function findSaid(document: Document, wanted: readonly Said[], index: ConceptIndex): SaidHit[] {
  if (wanted.length === 0) return [];
  const found = new Map<string, SaidHit>();
  const parts = ownWords(document).map(({ start, text }) => ({ start, text, hits: findConcepts(text, index) }));
  const named = new Set(parts.flatMap(({ hits }) => hits.map(({ concept }) => concept)));
  if (named.has(OTHER_FIELD) && !named.has(OWN_FIELD)) return [];
  // Most of what is wanted is not there at all.
  const possible = wanted.filter(({ concepts }) => concepts.every((concept) => named.has(concept)));
  if (possible.length === 0) return [];
  for (const { start, text, hits } of parts) {
    const sentences = new Sentences(text, hits);
    for (const { key, concepts } of possible) {
      const place = sentences.together(concepts);
      if (place !== null) found.set(key, { key, start: start + place.start, end: start + place.end });
    }
  }
  return [...found.values()];
}

interface Part {
  readonly start: number;
  readonly text: string;
}

function ownWords({ text, artifacts }: Document): readonly Part[] {
  const parts = artifacts.filter(
    ({ kind, start, end }) => kind === 'prose' || kind === 'browser-page' || isTold(text, start, end),
  );
  const total = parts.reduce((sum, { start, end }) => sum + end - start, 0);
  let passed = 0;
  return parts.flatMap(({ start, end }) => {
    const head = Math.min(end, Math.max(start, start + READ_MAX / 2 - passed));
    const tail = Math.max(start, Math.min(end, start + total - READ_MAX / 2 - passed));
    passed += end - start;
    const pieces =
      total <= READ_MAX || tail <= head
        ? [[start, end]]
        : [
            [start, head],
            [tail, end],
          ];
    return pieces.flatMap(([from, to]) => (from! < to! ? [{ start: from!, text: text.slice(from, to) }] : []));
  });
}

/** Longer than anybody writes on one line about an event or a command. */
const TOLD_MAX = 600;
/** Marks that logs, events and configuration are full of; an apostrophe inside a word is none. */
const MACHINE_MARK = /[:="<>{}[\]|]|(?<!\p{L})'|'(?!\p{L})/u;

/** One line that names an event or a command and reads on as a sentence: "dotnet --info is fine, but ...". */
function isTold(text: string, start: number, end: number): boolean {
  if (end - start > TOLD_MAX) return false;
  const line = text.slice(start, end).trim();
  return !line.includes('\n') && !MACHINE_MARK.test(line);
}

/** Hits by concept, each with the number of the sentence it stands in. */
class Sentences {
  private readonly starts: number[] = [0];
  /** By concept and sentence the last hit; last sentences first. */
  private readonly places = new Map<string, Map<number, ConceptHit>>();

  constructor(text: string, hits: readonly ConceptHit[]) {
    for (const mark of text.matchAll(SENTENCE_END)) this.starts.push(mark.index + 1);
    this.starts.push(text.length);
    const silent = this.starts.map((start, number) => asksOnly(text.slice(start, this.starts[number + 1] ?? start)));
    const denied = new Map<string, boolean>();
    for (const hit of hits.toSorted((a, b) => b.start - a.start)) {
      const number = this.numberOf(hit.start);
      const own = this.places.get(hit.concept) ?? new Map<number, ConceptHit>();
      if (silent[number] || own.has(number)) continue;
      // Several concepts often have the same words.
      const key = `${hit.start}:${hit.end}`;
      const isOut = denied.get(key) ?? isDenied(text, hit.start, hit.end);
      denied.set(key, isOut);
      if (!isOut) this.places.set(hit.concept, own.set(number, hit));
    }
  }

  /** The last place where concepts stand together. */
  together(concepts: readonly string[]): { readonly start: number; readonly end: number } | null {
    if (!concepts.every((concept) => this.places.has(concept))) return null;
    const all = concepts.map((concept) => this.places.get(concept)!);
    const rarest = all.reduce((best, list) => (list.size < best.size ? list : best));
    for (const number of rarest.keys())
      for (let first = number; first > number - SENTENCES_MAX; first -= 1) {
        const behind = this.endOfGroup(first);
        if (behind <= number) break;
        const hits = all.map((list) => firstFrom(list, first, behind));
        if (hits.some((hit) => hit === undefined)) continue;
        const start = Math.min(...hits.map((hit) => hit!.start));
        return { start, end: Math.min(Math.max(...hits.map((hit) => hit!.end)), start + QUOTE_MAX) };
      }
    return null;
  }

  /** The first sentence behind those that belong together with one; the one itself always does. */
  private endOfGroup(first: number): number {
    const start = this.starts[first];
    if (start === undefined) return first;
    let behind = first + 1;
    while (behind < first + SENTENCES_MAX && (this.starts[behind + 1] ?? Infinity) - start <= TOGETHER_MAX) behind += 1;
    return behind;
  }

  private numberOf(offset: number): number {
    let low = 0;
    let high = this.starts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.starts[middle]! <= offset) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}

function firstFrom(list: ReadonlyMap<number, ConceptHit>, first: number, behind: number): ConceptHit | undefined {
  for (let number = first; number < behind; number += 1) {
    const hit = list.get(number);
    if (hit !== undefined) return hit;
  }
  return undefined;
}
