import { readSigns, type Sign } from '../intake/readSigns.ts';
import type { Channel, Document } from '../model/artifact.ts';
import { QUOTE_MAX, type Finding } from '../model/verdict.ts';
import { type Matchers, shortName } from './compile.ts';
import { fold, type Folded } from './fold.ts';
import { findDamaged } from './fuzzy.ts';
import { GramFilter } from './gramFilter.ts';
import { findPattern, type Hit } from './search.ts';

/** One text is reported for at most this many channels. */
const HITS_MAX = 3;
const CAPTURE_MAX = 120;

/**
 * Finds everything in a document that the catalog knows: codes and exact product messages first, then damaged phrases.
 * @param document cleaned and redacted; may be blank
 * @returns in no particular order, each key at most once for a channel; empty when nothing is known
 */
export function detect(document: Document, matchers: Matchers): Finding[] {
  const findings = new Map<string, Finding>();
  const add = (finding: Finding): void => {
    const id = `${finding.key}@${finding.channel}`;
    const known = findings.get(id);
    if (known === undefined || known.quality < finding.quality) findings.set(id, finding);
  };
  for (const sign of readSigns(document)) for (const key of signKeys(sign, matchers)) add(atSign(document, key, sign));
  const folded = fold(document.text);
  const grams = new GramFilter(folded.text);
  const exact = new Set<string>();
  for (const pattern of matchers.patterns) {
    if (!grams.mayHold(pattern.grams)) continue;
    let hit = findPattern(folded.text, pattern);
    for (let hits = 0; hit !== null && hits < HITS_MAX; hits += 1) {
      exact.add(pattern.key);
      add(atHit(document, folded, pattern.key, hit));
      for (const meaning of matchers.meanings.get(pattern.key) ?? []) add(atHit(document, folded, meaning, hit));
      hit = findPattern(folded.text, pattern, hit.end);
    }
  }
  for (const damaged of findDamaged(document.text, matchers.patterns, exact)) {
    add(place(document, damaged.key, damaged.start, damaged.end, damaged.quality, {}));
  }
  return [...findings.values()];
}

function signKeys(sign: Sign, matchers: Matchers): string[] {
  if (sign.type === 'exception') return [`exception:${shortName(sign.value)}`];
  if (sign.type !== 'event') return [`${sign.type}:${sign.value}`];
  const source = sign.value.toLowerCase();
  return matchers.events
    .filter((event) => source.includes(event.source) && (event.id === undefined || event.id === sign.id))
    .map((event) => event.key);
}

function atSign(document: Document, key: string, sign: Sign): Finding {
  return place(document, key, sign.start, sign.end, 1, {});
}

function atHit(document: Document, folded: Folded, key: string, hit: Hit): Finding {
  const captures: Record<string, string> = {};
  for (const gap of hit.gaps) {
    if (gap.name === 'gap' || gap.name === '') continue;
    const value = document.text.slice(folded.toSource(gap.start), folded.toSource(gap.end)).trim();
    if (value !== '' && value.length <= CAPTURE_MAX) captures[gap.name] = value;
  }
  return place(document, key, folded.toSource(hit.start), folded.toSource(hit.end), 1, captures);
}

function place(
  document: Document,
  key: string,
  start: number,
  end: number,
  quality: number,
  captures: Readonly<Record<string, string>>,
): Finding {
  const shown = widen(document.text, start, end);
  const raw = document.toRaw(shown.start, shown.end);
  return {
    key,
    slot: document.slot,
    channel: channelAt(document, start),
    quality,
    start: raw.start,
    end: raw.end,
    quote: document.text.slice(shown.start, shown.end),
    captures,
  };
}

/** A reader recognises a line, not a word of it: widens to the whole line when that stays short, else cuts to QUOTE_MAX. */
function widen(text: string, start: number, end: number): { readonly start: number; readonly end: number } {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const newline = text.indexOf('\n', end);
  const lineEnd = newline === -1 ? text.length : newline;
  if (lineEnd - lineStart <= QUOTE_MAX) return trimmed(text, lineStart, lineEnd);
  return trimmed(text, start, Math.min(end, start + QUOTE_MAX));
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
