import { readSettings } from '../intake/config/readSettings.ts';
import { programLines } from '../intake/programCode.ts';
import { lowerOf } from '../intake/readDocument.ts';
import { readSigns } from '../intake/readSigns.ts';
import type { Sign } from '../intake/signs/sign.ts';
import type { Channel, Document, Span } from '../model/artifact.ts';
import { QUOTE_MAX, type Finding } from '../model/verdict.ts';
import type { Matchers } from './compile.ts';
import { findCut } from './cutPhrases.ts';
import { fold, type Folded } from './fold.ts';
import { findDamaged } from './fuzzy.ts';
import { shortName } from './lookedFor.ts';
import { isNegated } from './negation.ts';
import { findSaid } from './said.ts';
import type { Hit } from './search.ts';

const CAPTURE_MAX = 120;

/**
 * Finds everything in a document that the catalog knows: codes and exact product messages first, then damaged phrases.
 * @param document cleaned and redacted; may be blank
 * @returns in no particular order, each key at most once for a channel, and then its last place: the newest entries are at
 *          the end; empty when nothing is known
 */
export function detect(document: Document, matchers: Matchers): Finding[] {
  const places = new LastPlaces(document);
  const code = programLines(document);
  for (const sign of readSigns(document).filter(({ type, start }) => type !== 'status' || !isIn(code, start)))
    for (const key of signKeys(sign, matchers)) places.note({ key, start: sign.start, end: sign.end, quality: 1 });
  for (const { id, start, end, captures } of readSettings(document))
    places.note({ key: `setting:${id}`, start, end, quality: 1, captures });
  for (const said of findSaid(blanked(document, code), matchers.said, matchers.concepts))
    places.note({ ...said, quality: 1 });
  const lower = lowerOf(document);
  const folded = fold(lower.text);
  const exact = new Set<string>();
  const whole: Whole[] = [];
  for (const { pattern, hits } of matchers.patternIndex.hitsIn(folded.text)) {
    const keys = [pattern.key, ...(matchers.meanings.get(pattern.key) ?? [])];
    const spoken = keys.some((key) => key.startsWith('statement:'));
    for (const hit of hits) {
      exact.add(pattern.key);
      if (pattern.segments.length === 1) whole.push({ hit, phrase: pattern.segments[0]! });
      const start = folded.toSource(hit.start);
      if (matchers.titles.has(pattern.key) && isIn(code, start)) continue;
      const denied = spoken && isNegated(document.text, start, folded.toSource(hit.end));
      for (const key of denied ? [pattern.key] : keys) places.note({ key, start, end: -1, quality: 1, hit });
    }
  }
  const explained = (key: string, place: Span): boolean =>
    isIn(code, place.start) || isExplained(key, place, whole, folded, matchers);
  for (const damaged of findDamaged(lower.text, matchers.patterns, exact, explained)) places.note(damaged);
  for (const { key, start, end, quality } of findCut(lower.text, folded, matchers.cutIndex, exact))
    places.note({ key, start: folded.toSource(start), end: folded.toSource(end), quality });
  return places.all().map(({ channel, place }) => findingAt(document, folded, channel, place));
}

/** @param spans in the order of the text, apart from each other */
function isIn(spans: readonly Span[], offset: number): boolean {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (spans[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  return offset < (spans[low - 1]?.end ?? 0);
}

/** The same document with blanks in place of some of its lines. */
function blanked(document: Document, spans: readonly Span[]): Document {
  if (spans.length === 0) return document;
  let text = '';
  for (const { start, end } of spans) text += document.text.slice(text.length, start) + ' '.repeat(end - start);
  return { ...document, text: text + document.text.slice(text.length) };
}

/** Share of a line that a phrase found letter for letter must cover to explain it. */
const EXPLAINED_FROM = 0.8;

/** A place of a phrase without gaps, found letter for letter. */
interface Whole {
  readonly hit: Hit;
  readonly phrase: string;
}

/**
 * A line that is another phrase, letter for letter, is no damaged form of this one: "... failed to listen on the
 * {configured, given} port". What is left of this very phrase may be a phrase of its own; that explains nothing.
 */
function isExplained(key: string, damaged: Span, whole: readonly Whole[], folded: Folded, matchers: Matchers): boolean {
  const least = (damaged.end - damaged.start) * EXPLAINED_FROM;
  const others = whole.filter(({ hit: { start, end } }) => {
    if (end - start < least) return false;
    const [from, to] = [folded.toSource(start), folded.toSource(end)];
    return Math.min(to, damaged.end) - Math.max(from, damaged.start) >= least;
  });
  if (others.length === 0) return false;
  const own = matchers.patterns.find((pattern) => pattern.key === key);
  return !others.some(({ phrase }) => own?.segments.some((segment) => segment.includes(phrase)) === true);
}

/** A place where a key was found; the rest of a hit is read only if the place is kept. */
interface Place {
  readonly key: string;
  readonly start: number;
  readonly end: number;
  readonly quality: number;
  readonly hit?: Hit;
  /** Of a setting: its span is what a reader is shown, and these are its values. */
  readonly captures?: Readonly<Record<string, string>>;
}

interface Kept {
  readonly channel: Channel;
  place: Place;
  /** The same key in another channel. */
  readonly other: Kept | undefined;
}

/** Of each key and channel the best place, and of equal ones the last. */
class LastPlaces {
  private readonly document: Document;
  private readonly kept = new Map<string, Kept>();

  constructor(document: Document) {
    this.document = document;
  }

  note(place: Place): void {
    const channel = channelAt(this.document, place.start);
    const newest = this.kept.get(place.key);
    let known = newest;
    while (known !== undefined && known.channel !== channel) known = known.other;
    if (known === undefined) this.kept.set(place.key, { channel, place, other: newest });
    else if (isBetter(place, known.place)) known.place = place;
  }

  /** Channels of one key in the order in which they were seen. */
  all(): Kept[] {
    const all: Kept[] = [];
    for (const newest of this.kept.values()) {
      const from = all.length;
      for (let one: Kept | undefined = newest; one !== undefined; one = one.other) all.splice(from, 0, one);
    }
    return all;
  }
}

function isBetter(place: Place, before: Place): boolean {
  return place.quality > before.quality || (place.quality === before.quality && place.start >= before.start);
}

function signKeys(sign: Sign, matchers: Matchers): string[] {
  if (sign.type === 'exception') return [`exception:${shortName(sign.value)}`];
  if (sign.type !== 'event') return [`${sign.type}:${sign.value}`];
  const source = sign.value.toLowerCase();
  return [...matchers.events].flatMap(([part, keys]) => {
    if (!source.includes(part)) return [];
    return [keys.get(null), sign.id === undefined ? undefined : keys.get(sign.id)].filter((key) => key !== undefined);
  });
}

function findingAt(document: Document, folded: Folded, channel: Channel, place: Place): Finding {
  const end = place.hit === undefined ? place.end : folded.toSource(place.hit.end);
  const shown =
    place.captures === undefined
      ? widen(document.text, place.start, end)
      : { start: place.start, end: Math.min(end, place.start + QUOTE_MAX) };
  const raw = document.toRaw(shown.start, shown.end);
  return {
    key: place.key,
    slot: document.slot,
    channel,
    quality: place.quality,
    start: raw.start,
    end: raw.end,
    quote: document.text.slice(shown.start, shown.end),
    captures: place.hit === undefined ? (place.captures ?? {}) : capturesOf(document, folded, place.hit),
  };
}

function capturesOf(document: Document, folded: Folded, hit: Hit): Record<string, string> {
  const captures: Record<string, string> = {};
  for (const gap of hit.gaps) {
    if (gap.name === 'gap' || gap.name === '') continue;
    const value = document.text.slice(folded.toSource(gap.start), folded.toSource(gap.end)).trim();
    if (value !== '' && value.length <= CAPTURE_MAX) captures[gap.name] = value;
  }
  return captures;
}

/**
 * A reader recognises a line, not a word of it: widens to the whole line when that stays short, else cuts to QUOTE_MAX.
 * Looks at most QUOTE_MAX characters to each side: a line can be as long as the paste.
 */
function widen(text: string, start: number, end: number): { readonly start: number; readonly end: number } {
  const cut = Math.min(end, start + QUOTE_MAX);
  const from = Math.max(0, start - QUOTE_MAX);
  const before = text.slice(from, start).lastIndexOf('\n');
  const behind = text.slice(end, end + QUOTE_MAX);
  const newline = behind.indexOf('\n');
  const lineStart = before === -1 ? from : from + before + 1;
  const lineEnd = end + (newline === -1 ? behind.length : newline);
  return lineEnd - lineStart <= QUOTE_MAX ? trimmed(text, lineStart, lineEnd) : trimmed(text, start, cut);
}

function trimmed(text: string, start: number, end: number): { readonly start: number; readonly end: number } {
  const slice = text.slice(start, end);
  return { start: start + slice.length - slice.trimStart().length, end: end - (slice.length - slice.trimEnd().length) };
}

function channelAt(document: Document, offset: number): Channel {
  let low = 0;
  let high = document.artifacts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (document.artifacts[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  return document.artifacts[low - 1]?.channel ?? 'prose';
}
