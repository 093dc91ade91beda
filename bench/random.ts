import { createHash } from 'node:crypto';

/** A source of numbers, 0 inclusive to 1 exclusive. */
export type Random = () => number;

/**
 * Numbers that look random and are the same for the same seed (mulberry32): a measurement can be repeated.
 * @param seed any integer; only its lowest 32 bits count
 */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The seed of one case: it does not depend on which other cases are measured beside it. */
export function seedOf(seed: number, id: string): number {
  return createHash('sha256').update(`${seed}:${id}`).digest().readUInt32LE(0);
}

/** An integer from 0 to `below` - 1. */
export function pickIndex(random: Random, below: number): number {
  return Math.floor(random() * below);
}
