import type { PackageValues } from './settings.ts';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/**
 * Puts values in the place of `${{NAME}}` in every string of the template. Values are not read again.
 * @returns a new value; placeholders without a value stay, see leftPlaceholders
 */
export function fillTemplate(template: Json, values: PackageValues): Json {
  if (typeof template === 'string') {
    return template.replace(/\$\{\{([A-Z_]{1,40})\}\}/g, (whole, name: string) => values[name] ?? whole);
  }
  if (isList(template)) return template.map((item) => fillTemplate(item, values));
  if (typeof template !== 'object' || template === null) return template;
  return Object.fromEntries(Object.entries(template).map(([name, value]) => [name, fillTemplate(value, values)]));
}

/** Every string of the value, in its order. */
export function stringsOf(value: Json): string[] {
  if (typeof value === 'string') return [value];
  if (isList(value)) return value.flatMap(stringsOf);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsOf) : [];
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
