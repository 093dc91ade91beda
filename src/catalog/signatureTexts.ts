import type { Matcher, Signature } from '../model/catalog.ts';
import type { YamlPath, YamlSource } from './yamlSource.ts';

/** Shortest literal part that one text of a signature has, in characters. */
export const LITERAL_MIN = 6;

/** `{name}` in a signature text. */
const PLACEHOLDER = /\{([a-z][A-Za-z0-9]*)\}/g;

/** A matcher with the place where it is written. */
export interface PlacedMatcher {
  readonly matcher: Matcher;
  /** Of the map that holds the matcher: the signature itself in the short form. */
  readonly path: YamlPath;
  /** False for a matcher of `none`. */
  readonly required: boolean;
}

/** Lists the matchers of a signature, `all` first, with their places. */
export function placeMatchers(signature: Signature, path: YamlPath, source: YamlSource): PlacedMatcher[] {
  const short = !source.has([...path, 'all']);
  return [
    ...signature.all.map((matcher, index) => ({
      matcher,
      path: short ? path : [...path, 'all', index],
      required: true,
    })),
    ...signature.none.map((matcher, index) => ({ matcher, path: [...path, 'none', index], required: false })),
  ];
}

/** Names in a text, in order, without braces: "start {app} in {path}" -> ["app", "path"]. */
export function placeholdersOf(text: string): string[] {
  return [...text.matchAll(PLACEHOLDER)].map((match) => match[1]!);
}

/**
 * Finds what is wrong with a text that is matched.
 * @returns what is wrong and what to do; undefined when the text is fine
 */
export function textFault(text: string): string | undefined {
  const literals = text.split(/\{[a-z][A-Za-z0-9]*\}/);
  const broken = literals.find((literal) => /[{}]/.test(literal));
  if (broken !== undefined) {
    const brace = /\{[^{}]*\}?|\}/.exec(broken)?.[0] ?? broken;
    return `"${brace}" is not a placeholder; write {name} with a small first letter, letters and digits, or {gap} for a literal brace`;
  }
  if (literals.slice(1, -1).includes('')) {
    return 'two placeholders stand side by side; put the words between them, or keep one';
  }
  if (Math.max(...literals.map((literal) => literal.trim().length)) < LITERAL_MIN) {
    return `no literal part has ${LITERAL_MIN} characters or more; add fixed words of the message`;
  }
  return undefined;
}
