/** One line of the table: what was measured, and what was promised. */
export interface Row {
  readonly level: string;
  readonly what: string;
  readonly figure: string;
  readonly target: string;
  readonly ok: boolean;
}

/** A figure that must not be above (`most`) or below (`least`) its target; both ends count as kept. */
export function row(
  level: string,
  what: string,
  value: number,
  target: { readonly most: number } | { readonly least: number },
  unit: string,
): Row {
  const isMost = 'most' in target;
  const bound = isMost ? target.most : target.least;
  return {
    level,
    what,
    figure: `${show(value)}${unit}`,
    target: `${isMost ? '<=' : '>='} ${show(bound)}${unit}`,
    ok: isMost ? value <= bound : value >= bound,
  };
}

export const MB = 1_048_576;

function show(value: number): string {
  return Math.abs(value) >= 100 || Number.isInteger(value) ? value.toFixed(0) : value.toFixed(2);
}
