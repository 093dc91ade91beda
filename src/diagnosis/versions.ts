/**
 * Whether a cause that holds for `versions` cannot be the cause of an app of version `known`. Compared as far as both sides
 * say something: "2.1" holds 2.1.30.
 * @param versions "all", ">=2.2", "1.0 - 2.1", "2.2" as in the catalog; a form that is not known excludes nothing
 * @param known    "8.0.4", "2.2", "8"; anything else is not excluded
 */
export function excludesVersion(versions: string, known: string): boolean {
  const version = partsOf(known);
  const range = /^(>=|<=|<|>)?\s*(\d[\d.]*)(?:\s*-\s*(\d[\d.]*))?$/.exec(versions.trim());
  if (range === null || version.length === 0) return false;
  const [, sign, from = '', to] = range;
  const beside = compare(version, partsOf(from));
  if (to !== undefined) return beside < 0 || compare(version, partsOf(to)) > 0;
  switch (sign) {
    case '>=':
      return beside < 0;
    case '>':
      return beside <= 0;
    case '<=':
      return beside > 0;
    case '<':
      return beside >= 0;
    default:
      return beside !== 0;
  }
}

function partsOf(version: string): number[] {
  return (/^\d+(?:\.\d+)*/.exec(version.trim())?.[0] ?? '')
    .split('.')
    .filter((part) => part !== '')
    .map(Number);
}

/** Below, at or above: -1, 0, 1, by the parts that both have. */
function compare(one: readonly number[], other: readonly number[]): number {
  const common = Math.min(one.length, other.length);
  for (let part = 0; part < common; part += 1)
    if (one[part] !== other[part]) return Math.sign(one[part]! - other[part]!);
  return 0;
}
