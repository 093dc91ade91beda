/** One answer: the log-odds of its first cause, and whether that was right. */
export interface Point {
  readonly score: number;
  readonly right: boolean;
  /** How much it counts; 1 when left out. */
  readonly weight?: number;
}

/** `1 / (1 + exp(-slope * (score - middle)))` is the chance that an answer is right. */
export interface Curve {
  readonly middle: number;
  readonly slope: number;
}

const ROUNDS = 60;
/** Keeps the slope finite when all points can be told apart; weak enough not to show otherwise. */
const RIDGE = 0.01;

/**
 * Fits the curve by logistic regression (Newton's method).
 * @returns null without a right and a wrong point: then any curve fits
 */
export function fitCurve(points: readonly Point[]): Curve | null {
  if (!points.some((one) => one.right) || points.every((one) => one.right)) return null;
  let [offset, slope] = [0, 0];
  for (let round = 0; round < ROUNDS; round += 1) {
    let [g0, g1, h00, h01, h11] = [-RIDGE * offset, -RIDGE * slope, RIDGE, 0, RIDGE];
    for (const { score, right, weight = 1 } of points) {
      const chance = 1 / (1 + Math.exp(-(offset + slope * score)));
      const off = weight * ((right ? 1 : 0) - chance);
      const spread = weight * chance * (1 - chance);
      g0 += off;
      g1 += off * score;
      h00 += spread;
      h01 += spread * score;
      h11 += spread * score * score;
    }
    const determinant = h00 * h11 - h01 * h01;
    // Half steps at first: a full one can overshoot when few points are wrong.
    const pace = round < 10 ? 0.5 : 1;
    offset += (pace * (h11 * g0 - h01 * g1)) / determinant;
    slope += (pace * (h00 * g1 - h01 * g0)) / determinant;
  }
  return { middle: -offset / slope, slope };
}

/** Mean of -log(chance given to what happened); lower is better. */
export function lossOf(points: readonly Point[], { middle, slope }: Curve): number {
  let [sum, mass] = [0, 0];
  for (const { score, right, weight = 1 } of points) {
    const odds = slope * (score - middle);
    sum += weight * Math.log1p(Math.exp(right ? -odds : odds));
    mass += weight;
  }
  return mass === 0 ? 0 : sum / mass;
}

/** Answers by score, in bins of equal mass: what the curve says and what was right. */
export function reliability(
  points: readonly Point[],
  curve: Curve,
  bins = 10,
): {
  readonly from: number;
  readonly to: number;
  readonly cases: number;
  readonly right: number;
  readonly said: number;
}[] {
  const sorted = [...points].sort((a, b) => a.score - b.score);
  return Array.from({ length: bins }, (_, bin) =>
    sorted.slice(Math.round((bin * sorted.length) / bins), Math.round(((bin + 1) * sorted.length) / bins)),
  )
    .filter((part) => part.length > 0)
    .map((part) => ({
      from: part[0]!.score,
      to: part.at(-1)!.score,
      cases: part.length,
      right: part.filter((one) => one.right).length / part.length,
      said:
        part.reduce((sum, one) => sum + 1 / (1 + Math.exp(-curve.slope * (one.score - curve.middle))), 0) / part.length,
    }));
}
