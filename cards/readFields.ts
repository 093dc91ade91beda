/** The readers below look at own properties only: `constructor` or `__proto__` in card data never count as a field. */
export type Fields = Readonly<Record<string, unknown>>;

/** Longest id in card data, in UTF-16 units. */
export const ID_MAX = 80;

/** True for a plain object, as JSON gives it. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @returns the word if it is one of `known`, else null */
export function readWord<Word extends string>(fields: Fields, name: string, known: readonly Word[]): Word | null {
  const value = own(fields, name);
  return known.find((word) => word === value) ?? null;
}

/** @returns null when the field is missing or blank (a choice box left alone), undefined when it holds anything else than a known word */
export function readChoice<Word extends string>(
  fields: Fields,
  name: string,
  known: readonly Word[],
): Word | null | undefined {
  const value = own(fields, name);
  if (value === undefined || value === null || value === '') return null;
  return readWord(fields, name, known) ?? undefined;
}

/** @returns '' when the field is missing (some clients leave out an empty box), null when it is no string or longer than `max` UTF-16 units */
export function readText(fields: Fields, name: string, max: number): string | null {
  const value = own(fields, name);
  if (value === undefined || value === null) return '';
  return typeof value === 'string' && value.length <= max ? value : null;
}

/** @returns a string of 1 to ID_MAX visible ASCII letters, else null */
export function readKey(fields: Fields, name: string): string | null {
  const value = own(fields, name);
  return typeof value === 'string' && value.length <= ID_MAX && /^[\x21-\x7e]+$/.test(value) ? value : null;
}

/** @returns an id of the catalog: kebab-case, at most ID_MAX letters; else null */
export function readId(fields: Fields, name: string): string | null {
  const value = readKey(fields, name);
  return value !== null && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(value) ? value : null;
}

/** Most ids in one field. */
const IDS_MAX = 5;

/** @returns ids of the catalog that stand in one field with commas between them, at least one and at most IDS_MAX; else null */
export function readIds(fields: Fields, name: string): readonly string[] | null {
  const value = own(fields, name);
  if (typeof value !== 'string' || value.length > IDS_MAX * (ID_MAX + 1)) return null;
  const ids = value.split(',').map((id) => readId({ id }, 'id'));
  const known = ids.filter((id) => id !== null);
  return known.length === ids.length && known.length <= IDS_MAX ? known : null;
}

/** @returns a whole number from 0, else null */
export function readCount(fields: Fields, name: string): number | null {
  const value = own(fields, name);
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null;
}

/** True when the field is there at all, whatever it holds. */
export function hasField(fields: Fields, name: string): boolean {
  return own(fields, name) !== undefined;
}

function own(fields: Fields, name: string): unknown {
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}
