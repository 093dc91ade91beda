/** A text folded for matching, with the way back. */
export interface Folded {
  /** Lower case, every run of white space one blank, every quote mark an apostrophe. */
  readonly text: string;
  /** Offset in the unfolded text of the character at `index`; `text.length` gives its length. */
  toSource(index: number): number;
}

/** What a pattern and a paste must agree in: case, kind of quote and amount of white space do not count. */
export function foldPattern(text: string): string {
  return text.toLowerCase().replaceAll('"', "'").replaceAll('`', '').replace(CHANGED_SPACES, ' ');
}

/** As CHANGED_BLANKS, of any white space that there is. */
const CHANGED_SPACES = /\s{2,}|[^\S ]/g;

/** Runs that change: two or more blanks of any kind, or one that is not the plain blank. */
const CHANGED_BLANKS = /[ \t-\r]{2,}|[\t-\r]/g;
const LONG_BLANKS = /[ \t-\r]{2,}/g;
const BLANK = /[ \t-\r]/;

/**
 * Folds a cleaned text.
 * @param lower normalised text in lower case, of the same length; may be empty
 * @returns linear in time; memory grows with the number of runs of white space that shrink
 */
export function fold(lower: string): Folded {
  let shrunk: Shrunk | null = null;
  return {
    text: lower.replaceAll('"', "'").replace(CHANGED_BLANKS, ' '),
    toSource(index) {
      const { foldedAt, removed } = (shrunk ??= shrunkRuns(lower));
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

/** Behind each run that became shorter: the offset in the folded text, and how many characters are gone up to there. */
interface Shrunk {
  readonly foldedAt: readonly number[];
  readonly removed: readonly number[];
}

function shrunkRuns(lower: string): Shrunk {
  const foldedAt: number[] = [];
  const removed: number[] = [];
  let gone = 0;
  LONG_BLANKS.lastIndex = 0;
  // `test` and a look back make no object for each of the many runs of a log.
  while (LONG_BLANKS.test(lower)) {
    const end = LONG_BLANKS.lastIndex;
    let start = end - 1;
    while (start > 0 && BLANK.test(lower[start - 1]!)) start -= 1;
    foldedAt.push(start - gone + 1);
    gone += end - start - 1;
    removed.push(gone);
  }
  return { foldedAt, removed };
}
