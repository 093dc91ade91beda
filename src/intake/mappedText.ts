import type { Span } from '../model/artifact.ts';

/**
 * A text and where each of its characters stood in the text it was made from.
 * Offsets are UTF-16, `end` is exclusive.
 */
export interface MappedText {
  readonly text: string;
  /**
   * @param start 0..text.length, clamped
   * @param end   start..text.length, clamped
   * @returns the smallest stretch of the source that holds these characters; a character that was made from several
   *          ("&lt;" -> "<") gives all of them; an empty stretch stays empty
   */
  toSource(start: number, end: number): Span;
}

/**
 * Writes a changed copy of a text and keeps the map as a sorted list of the places where the length changed.
 * Memory is four numbers for each such place, so a text that only had characters exchanged costs nothing.
 */
export class TextEditor {
  private readonly source: string;
  private readonly parts: string[] = [];
  private readonly sourceStarts: number[] = [];
  private readonly sourceEnds: number[] = [];
  private readonly outStarts: number[] = [];
  private readonly outEnds: number[] = [];
  private copiedTo = 0;
  private outLength = 0;

  constructor(source: string) {
    this.source = source;
  }

  /** Where copying has got to: everything before this offset is settled. */
  get position(): number {
    return this.copiedTo;
  }

  /** Replaces source characters; calls must come in order. A start before `position` is moved up to it. */
  replace(start: number, end: number, text: string): void {
    const from = Math.max(start, this.copiedTo);
    if (end < from) return;
    if (from > this.copiedTo) this.parts.push(this.source.slice(this.copiedTo, from));
    this.outLength += from - this.copiedTo;
    if (text !== '') this.parts.push(text);
    const outEnd = this.outLength + text.length;
    if (text.length !== end - from) this.note(from, end, outEnd);
    this.outLength = outEnd;
    this.copiedTo = end;
  }

  finish(): MappedText {
    if (this.parts.length === 0 && this.copiedTo === 0) return unchanged(this.source);
    if (this.copiedTo < this.source.length) this.parts.push(this.source.slice(this.copiedTo));
    const { outStarts, outEnds, sourceStarts, sourceEnds } = this;
    const text = this.parts.join('');
    const toStart = (offset: number): number => {
      const index = lastAtMost(outStarts, offset);
      if (index < 0) return offset;
      return offset < outEnds[index]! ? sourceStarts[index]! : sourceEnds[index]! + offset - outEnds[index]!;
    };
    const toEnd = (offset: number): number => {
      const index = lastAtMost(outStarts, offset - 1);
      if (index < 0) return offset;
      return offset <= outEnds[index]! ? sourceEnds[index]! : sourceEnds[index]! + offset - outEnds[index]!;
    };
    return { text, toSource: (start, end) => mapSpan(text.length, start, end, toStart, toEnd) };
  }

  private note(start: number, end: number, outEnd: number): void {
    const last = this.outEnds.length - 1;
    // Neighbouring deletions are one place: a run of NULs or an escape sequence costs one entry.
    if (outEnd === this.outLength && last >= 0 && this.sourceEnds[last] === start && this.outEnds[last] === outEnd) {
      this.sourceEnds[last] = end;
      return;
    }
    this.sourceStarts.push(start);
    this.sourceEnds.push(end);
    this.outStarts.push(this.outLength);
    this.outEnds.push(outEnd);
  }
}

/** A text that is its own source. */
export function unchanged(text: string): MappedText {
  return { text, toSource: (start, end) => mapSpan(text.length, start, end, same, same) };
}

function same(offset: number): number {
  return offset;
}

/** @returns the later text, mapped all the way to the source of the earlier one */
export function compose(earlier: MappedText, later: MappedText): MappedText {
  return {
    text: later.text,
    toSource(start, end) {
      const between = later.toSource(start, end);
      return earlier.toSource(between.start, between.end);
    },
  };
}

function mapSpan(
  length: number,
  start: number,
  end: number,
  toStart: (offset: number) => number,
  toEnd: (offset: number) => number,
): Span {
  const from = Math.min(Math.max(start, 0), length);
  const to = Math.min(Math.max(end, from), length);
  const sourceStart = toStart(from);
  return { start: sourceStart, end: to === from ? sourceStart : Math.max(sourceStart, toEnd(to)) };
}

/** @returns the index of the last entry <= value, or -1; `sorted` ascends and may repeat */
function lastAtMost(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
