import { pickIndex, seededRandom, type Random } from './random.ts';

/** Choices that are the same in each run. */
export class Dice {
  private readonly random: Random;

  /** @param seed any integer */
  constructor(seed: number) {
    this.random = seededRandom(seed);
  }

  /** @returns a whole number, 0 <= n < `below` */
  next(below: number): number {
    return pickIndex(this.random, below);
  }

  /** @param list not empty */
  pick<T>(list: readonly T[]): T {
    return list[this.next(list.length)]!;
  }

  /** @returns the same entries in another order */
  shuffled<T>(list: readonly T[]): T[] {
    const copy = [...list];
    for (let at = copy.length - 1; at > 0; at -= 1) {
      const other = this.next(at + 1);
      [copy[at], copy[other]] = [copy[other]!, copy[at]!];
    }
    return copy;
  }

  /** @returns `length` small letters */
  letters(length: number): string {
    return Array.from({ length }, () => String.fromCharCode(97 + this.next(26))).join('');
  }
}
