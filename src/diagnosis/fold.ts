/** A text folded for matching, with the way back. */
export interface Folded {
  /** Lower case, every run of white space one blank, every quote mark an apostrophe. */
  readonly text: string;
  /** Offset in the unfolded text of the character at `index`; `text.length` gives its length. */
  toSource(index: number): number;
}

/** What a pattern and a paste must agree in: case, kind of quote and amount of white space do not count. */
export function foldPattern(text: string): string {
  return text.toLowerCase().replaceAll('"', "'").replaceAll('`', '').replace(/\s+/g, ' ');
}

/**
 * Folds a cleaned text. Lower-casing keeps the length because normalising replaced U+0130 before.
 * @param text normalised text; may be empty
 * @returns linear in time; memory grows with the number of runs of white space that shrink
 */
export function fold(text: string): Folded {
  const lower = text.toLowerCase().replaceAll('"', "'");
  const parts: string[] = [];
  const foldedAt: number[] = [];
  const removed: number[] = [];
  let last = 0;
  let gone = 0;
  // Only runs that change: two or more white-space characters, or one that is not a blank.
  for (const run of lower.matchAll(/\s\s+|[^\S ]/g)) {
    parts.push(lower.slice(last, run.index), ' ');
    last = run.index + run[0].length;
    if (run[0].length === 1) continue;
    foldedAt.push(run.index - gone + 1);
    gone += run[0].length - 1;
    removed.push(gone);
  }
  parts.push(lower.slice(last));
  return {
    text: parts.join(''),
    toSource(index) {
      let low = 0;
      let high = foldedAt.length;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if (foldedAt[middle]! <= index) low = middle + 1;
        else high = middle;
      }
      return index + (low === 0 ? 0 : removed[low - 1]!);
    },
  };
}
