import type { Document } from '../../model/artifact.ts';

/** Line and column as an editor shows them, both from 1. */
export interface Place {
  readonly line: string;
  readonly column: string;
}

/**
 * @param start where the file begins in `document.text`; its line is line 1
 * @param at    in the same text, not before `start`
 * @returns counted in the text as it was received: an entity that was decoded is as wide as it was written
 */
export function placeIn(document: Pick<Document, 'text' | 'toRaw'>, start: number, at: number): Place {
  const before = document.text.slice(start, at);
  const lineStart = before.lastIndexOf('\n') + 1;
  // The first line counts from its own beginning, also if the file does not start there.
  const from = lineStart === 0 ? document.text.lastIndexOf('\n', start - 1) + 1 : start + lineStart;
  const line = before.split('\n').length;
  const column = document.toRaw(at, at).start - document.toRaw(from, from).start + 1;
  return { line: String(line), column: String(column) };
}

/** How much of a long line is shown to each side. */
const SIDE = 140;

/** @returns the line around a place without the blanks at its ends, at most 280 characters of it; never empty */
export function lineAt(text: string, at: number): { readonly start: number; readonly end: number } {
  const before = text.slice(Math.max(0, at - SIDE), at);
  const behind = /^[^\n]{0,140}/.exec(text.slice(at, at + SIDE))![0].trimEnd();
  const head = before.slice(before.lastIndexOf('\n') + 1).trimStart();
  return { start: at - head.length, end: at + Math.max(1, behind.length) };
}
