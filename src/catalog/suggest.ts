/** Lists up to this length are named in full; longer ones give the nearest names. */
const LIST_MAX = 20;
const NEAREST_MAX = 3;

/**
 * Says which names would have been right.
 * @param wrong what was written
 * @param known right names; may be empty or name one twice
 * @returns "did you mean a, b?" when some are near, else "known: a, b, c" for a short list; "" when nothing helps
 */
export function suggestName(wrong: string, known: readonly string[]): string {
  const reach = Math.max(2, Math.floor(wrong.length / 4));
  const names = [...new Set(known)];
  const near = names
    .map((name) => ({ name, edits: countEdits(wrong.toLowerCase(), name.toLowerCase()) }))
    .filter(({ edits }) => edits <= reach)
    .sort((a, b) => a.edits - b.edits)
    .slice(0, NEAREST_MAX);
  if (near.length > 0) return `did you mean ${near.map(({ name }) => `"${name}"`).join(', ')}?`;
  return names.length > 0 && names.length <= LIST_MAX ? `known: ${names.join(', ')}` : '';
}

/** Levenshtein distance, two rows. */
function countEdits(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[b.length]!;
}
