import type { Pattern } from './pattern.ts';

/** A phrase of which a line holds enough. */
export interface Covered {
  readonly pattern: Pattern;
  /** Share of the phrase's weight that is there, least share..1; rare words weigh more. */
  readonly coverage: number;
}

interface Phrase {
  readonly pattern: Pattern;
  /** Numbers of its words, the rarest first. */
  readonly words: readonly number[];
  readonly total: number;
  /** What may be missing at most. */
  readonly spare: number;
}

/**
 * Finds the phrases that a line holds most of. A line that has none of a phrase's rarest words cannot hold enough of it, so a
 * phrase is listed under those only: what is common to all phrases ("failed", "could") leads to none of them.
 */
export class PhraseIndex {
  private readonly phrases: Phrase[] = [];
  private readonly numberOf = new Map<string, number>();
  private readonly weights: number[] = [];
  /** Number of a word -> places in `phrases` that have it among their rarest. */
  private readonly listed: number[][] = [];
  /** Number of a word, and place of a phrase -> number of the line that last had it. */
  private readonly inLine: Int32Array;
  private readonly triedIn: Int32Array;
  private line = 0;

  /**
   * @param patterns all phrases; those of fewer than `wordsMin` words are left out
   * @param share    least share of the weight, 0..1
   */
  constructor(patterns: readonly Pattern[], wordsMin: number, share: number) {
    const long = patterns.filter((pattern) => pattern.words.length >= wordsMin);
    const holders = new Map<string, number>();
    for (const { words } of long) for (const word of words) holders.set(word, (holders.get(word) ?? 0) + 1);
    for (const [word, count] of holders) {
      this.numberOf.set(word, this.weights.length);
      this.weights.push(Math.log(1 + patterns.length / count));
      this.listed.push([]);
    }
    for (const pattern of long) this.add(pattern, share);
    this.inLine = new Int32Array(this.weights.length);
    this.triedIn = new Int32Array(this.phrases.length);
  }

  /** @returns each phrase of which the words hold at least the share, in the order in which their rarest words stand there */
  coveredBy(words: Iterable<string>): Covered[] {
    const numbers: number[] = [];
    this.line += 1;
    for (const word of words) {
      const number = this.numberOf.get(word);
      if (number === undefined || this.inLine[number] === this.line) continue;
      this.inLine[number] = this.line;
      numbers.push(number);
    }
    const covered: Covered[] = [];
    for (const number of numbers)
      for (const place of this.listed[number]!) {
        if (this.triedIn[place] === this.line) continue;
        this.triedIn[place] = this.line;
        const phrase = this.phrases[place]!;
        const missing = this.missingOf(phrase);
        if (missing <= phrase.spare) covered.push({ pattern: phrase.pattern, coverage: 1 - missing / phrase.total });
      }
    return covered;
  }

  private add(pattern: Pattern, share: number): void {
    const weightOf = (number: number): number => this.weights[number]!;
    const words = pattern.words.map((word) => this.numberOf.get(word)!).sort((a, b) => weightOf(b) - weightOf(a));
    const total = words.reduce((sum, number) => sum + weightOf(number), 0);
    const spare = total * (1 - share);
    const place = this.phrases.push({ pattern, words, total, spare }) - 1;
    let missing = 0;
    for (const number of words) {
      this.listed[number]!.push(place);
      missing += weightOf(number);
      if (missing > spare) break;
    }
  }

  /** Weight of the words that the line does not have; stops counting when it is too much. */
  private missingOf({ words, spare }: Phrase): number {
    let missing = 0;
    for (const number of words) {
      if (this.inLine[number] === this.line) continue;
      missing += this.weights[number]!;
      if (missing > spare) break;
    }
    return missing;
  }
}
