import { GramFilter, gramsOf } from './gramFilter.ts';
import { lowerCase } from './lowerCase.ts';

/** A text in lower case, with a filter that rules literals out without a search; both are made once for many readers. */
export class LowerText {
  /** As long as the text it was made from. */
  readonly text: string;
  readonly grams: GramFilter;

  constructor(text: string) {
    this.text = lowerCase(text);
    this.grams = new GramFilter(this.text);
  }

  /**
   * @param literal lower case, one of a list that does not change: its pieces are kept
   * @returns offset of the first place at or behind `from`; -1 without one
   */
  indexOf(literal: string, from = 0): number {
    if (from === 0 && !this.grams.mayHold(piecesOf(literal))) return -1;
    return this.text.indexOf(literal, from);
  }
}

const kept = new Map<string, readonly number[]>();

function piecesOf(literal: string): readonly number[] {
  let pieces = kept.get(literal);
  if (pieces === undefined) kept.set(literal, (pieces = gramsOf(literal)));
  return pieces;
}
