import type { Outcome } from './measure.ts';

/** A stretch of answers that said about the same confidence. */
export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly cases: number;
  readonly right: number;
  /** Mean of what was said. */
  readonly said: number;
}

/** How well what was said agrees with what was right. */
export interface Calibration {
  /** Expected calibration error over bins of equal mass, 0..1. */
  readonly ece: number;
  /** Mean square of (said - right), 0..1: calibration and sharpness together. */
  readonly brier: number;
  readonly bins: readonly Bin[];
}

const BINS = 10;

/**
 * Looks at the confidence of the first candidate of every answer. An answer where "unknown" is right counts as wrong; the
 * verdict "unknown" says no confidence and is left out.
 * @returns bins of (almost) equally many answers, least confident first; fewer than ten when there are fewer answers
 */
export function calibrationOf(outcomes: readonly Outcome[]): Calibration {
  const said = outcomes
    .flatMap(({ confidence, right }) => (confidence === null ? [] : [{ confidence, right: right ? 1 : 0 }]))
    .sort((a, b) => a.confidence - b.confidence);
  const bins = Array.from({ length: BINS }, (_, bin) =>
    said.slice(Math.round((bin * said.length) / BINS), Math.round(((bin + 1) * said.length) / BINS)),
  ).filter((bin) => bin.length > 0);
  const off = bins.reduce((sum, bin) => sum + Math.abs(total(bin, 'confidence') - total(bin, 'right')), 0);
  const square = said.reduce((sum, { confidence, right }) => sum + (confidence - right) ** 2, 0);
  return {
    ece: off / Math.max(1, said.length),
    brier: square / Math.max(1, said.length),
    bins: bins.map((bin) => ({
      from: bin[0]!.confidence,
      to: bin.at(-1)!.confidence,
      cases: bin.length,
      right: total(bin, 'right'),
      said: total(bin, 'confidence') / bin.length,
    })),
  };
}

function total(bin: readonly { confidence: number; right: number }[], what: 'confidence' | 'right'): number {
  return bin.reduce((sum, one) => sum + one[what], 0);
}
