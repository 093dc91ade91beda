import type { Span } from '../model/artifact.ts';
import { type CutIndex, EDGE, type Part } from './cutIndex.ts';
import type { Folded } from './fold.ts';
import { gapMax } from './pattern.ts';

/** A phrase of which one end is missing because the text was cut there. Offsets are into the folded text. */
export interface Cut {
  readonly key: string;
  readonly start: number;
  readonly end: number;
  /** 0..1, below 1: how much of the phrase is there, counted as `findDamaged` counts. */
  readonly quality: number;
}

/** Cuts inside a text are looked for in so much of it at each end: the newest entries are at its end, the first at its head. */
const REACH = 64 * 1024;
/** What an ellipsis or the end of a line leaves is less sure than what the edge of the text leaves. */
const INSIDE = 0.9;
/** Longest mark that says where a text was cut. */
const MARK_MAX = 16;
const MARK_BEHIND = /^ ?(?:\.{2,6}|\u2026|[[(<] ?(?:\.{2,3}|\u2026|cut|snip|truncated) ?[\])>])/;
const MARK_BEFORE = /(?:\.{2,6}|\u2026|[[(<] ?(?:\.{2,3}|\u2026|cut|snip|truncated) ?[\])>]) ?$/;

/**
 * Finds the phrases that were cut in two: at the beginning or the end of a text ("... manifest (Shop.deps.json) was not found"
 * with its head lost), at an ellipsis ("The process cannot acc...") and, inside a word, at the end of a line. What is left must
 * be there letter for letter, and no number may be in the lost part: of "error 500.3" nobody knows which it was.
 * @param lower  cleaned text in lower case; may be empty
 * @param folded the same text, folded
 * @param exact  keys that were found whole; they are not looked for again
 * @returns each phrase at most once, at the best of its places, and of equal ones at the last
 */
export function findCut(lower: string, folded: Folded, index: CutIndex, exact: ReadonlySet<string>): Cut[] {
  const best = new Map<string, Cut>();
  const note = (cut: Cut): void => {
    const known = best.get(cut.key);
    if (known === undefined || cut.quality >= known.quality) best.set(cut.key, cut);
  };
  const text = new CutText(lower, folded);
  for (const { from, to } of piecesOf(folded.text.length)) {
    const piece = folded.text.slice(from, to);
    for (const { part, hits } of index.headsIn(piece)) {
      if (exact.has(part.whole.key)) continue;
      for (const { start, end } of hits) {
        const last = headEnd(folded.text, from + end, part);
        if (last === null) continue;
        const factor = text.endsAt(last);
        if (factor > 0) note(cutOf(part, { start: from + start, end: last.at }, last.lost, factor));
      }
    }
    for (const { part, hits } of index.tailsIn(piece)) {
      if (exact.has(part.whole.key)) continue;
      for (const { start, end } of hits) {
        const first = tailStart(folded.text, from + start, part);
        if (first === null) continue;
        const factor = text.beginsAt(first);
        if (factor > 0) note(cutOf(part, { start: first.at, end: from + end }, first.lost, factor));
      }
    }
  }
  return [...best.values()];
}

function piecesOf(length: number): { readonly from: number; readonly to: number }[] {
  if (length <= 2 * REACH) return [{ from: 0, to: length }];
  return [
    { from: 0, to: REACH },
    { from: length - REACH, to: length },
  ];
}

function cutOf({ whole }: Part, span: Span, lost: number, factor: number): Cut {
  const share = 1 - lost / lengthOf(whole.segments);
  return { key: whole.key, ...span, quality: Math.min(0.95, 0.5 + share / 2) * factor };
}

/** Where a phrase breaks off, and how many of its characters are lost there. */
interface Break {
  readonly at: number;
  readonly lost: number;
  /** True when one letter of the phrase stands on each side. */
  readonly insideWord: boolean;
}

/** Follows a phrase from behind its head to where the text goes another way; null when it does not. */
function headEnd(folded: string, from: number, { whole: { segments, names }, segment, at }: Part): Break | null {
  let place = from;
  let done = at;
  for (let index = segment; index < segments.length; index += 1) {
    const text = segments[index]!;
    while (done < text.length && folded[place] === text[done]) {
      place += 1;
      done += 1;
    }
    if (done < text.length)
      return { at: place, lost: lengthOf(segments.slice(index)) - done, insideWord: isInsideWord(text, done) };
    const next = segments[index + 1];
    if (next === undefined) return null;
    const lead = next.slice(0, EDGE);
    const found = folded.slice(place, place + gapMax(names[index]!) + lead.length).indexOf(lead);
    if (found === -1) return { at: place, lost: lengthOf(segments.slice(index + 1)), insideWord: false };
    place += found + lead.length;
    done = lead.length;
  }
  return null;
}

/** The same from in front of its tail, backwards. */
function tailStart(folded: string, from: number, { whole: { segments, names }, segment, at }: Part): Break | null {
  let place = from;
  let left = at;
  for (let index = segment; index >= 0; index -= 1) {
    const text = segments[index]!;
    while (left > 0 && folded[place - 1] === text[left - 1]) {
      place -= 1;
      left -= 1;
    }
    if (left > 0)
      return { at: place, lost: lengthOf(segments.slice(0, index)) + left, insideWord: isInsideWord(text, left) };
    const before = segments[index - 1];
    if (before === undefined) return null;
    const end = before.slice(-EDGE);
    const farthest = Math.max(0, place - gapMax(names[index - 1]!) - end.length);
    const found = folded.slice(farthest, place).lastIndexOf(end);
    if (found === -1) return { at: place, lost: lengthOf(segments.slice(0, index)), insideWord: false };
    place = farthest + found;
    left = before.length - end.length;
  }
  return null;
}

function isInsideWord(text: string, at: number): boolean {
  return /^\w\w$/.test(text.slice(at - 1, at + 1));
}

function lengthOf(segments: readonly string[]): number {
  return segments.reduce((sum, segment) => sum + segment.length, 0);
}

/** Tells where a text is cut. */
class CutText {
  private readonly lower: string;
  private readonly folded: Folded;
  private readonly first: number;
  private readonly last: number;

  constructor(lower: string, folded: Folded) {
    this.lower = lower;
    this.folded = folded;
    this.first = folded.text.length - folded.text.trimStart().length;
    this.last = folded.text.trimEnd().length;
  }

  /** What a phrase that breaks off here counts, 0..1; 0: the text goes on, it was never this phrase. */
  endsAt({ at, insideWord }: Break): number {
    if (at >= this.last) return 1;
    if (MARK_BEHIND.test(this.folded.text.slice(at, at + MARK_MAX))) return INSIDE;
    return insideWord && this.isLineEnd(at) ? INSIDE : 0;
  }

  /** The same for one that begins here. */
  beginsAt({ at }: Break): number {
    if (at <= this.first) return 1;
    return MARK_BEFORE.test(this.folded.text.slice(Math.max(0, at - MARK_MAX), at)) ? INSIDE : 0;
  }

  private isLineEnd(at: number): boolean {
    const source = this.folded.toSource(at);
    return /^[ \t\r]{0,8}\n/.test(this.lower.slice(source, source + MARK_MAX));
  }
}
