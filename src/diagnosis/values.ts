import type { Evidence, Finding } from '../model/verdict.ts';

/** A signature that was found, and the findings it rests on. */
export interface Proof {
  readonly evidence: Evidence;
  readonly found: readonly Finding[];
}

/** Hits that far apart in one text may be about two apps. */
const NEAR = 2000;

/**
 * The values for the headline and the commands. They come from the strongest proof that holds values; what it leaves open is
 * filled only from hits near it that agree with it, so that the path of one app never stands beside the name of another.
 * @returns name and value; empty when nothing was captured
 */
export function valuesOf(proofs: readonly Proof[]): Readonly<Record<string, string>> {
  const holders = [...proofs]
    .sort((a, b) => b.evidence.weight - a.evidence.weight)
    .flatMap((proof) => proof.found)
    .filter((finding) => Object.keys(finding.captures).length > 0);
  const [first, ...others] = holders;
  if (first === undefined) return {};
  const values = new Map(Object.entries(first.captures));
  for (const other of others) {
    const captured = Object.entries(other.captures);
    const agrees = captured.every(([name, value]) => values.get(name) === undefined || values.get(name) === value);
    if (agrees && areNear(first, other)) for (const [name, value] of captured) values.set(name, value);
  }
  return Object.fromEntries(values);
}

function areNear(one: Finding, other: Finding): boolean {
  if (one.slot !== other.slot || one.start === null || other.start === null) return false;
  return Math.abs(one.start - other.start) <= NEAR;
}
