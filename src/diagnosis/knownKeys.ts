import type { Matchers } from './compile.ts';

/** Every key of a finding that some cause looks for, also to rule itself out. What is not among them changes no verdict. */
export function knownKeys(matchers: Matchers): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const { signatures, against, pages } of matchers.causes) {
    for (const signature of [...signatures, ...against])
      for (const key of [...signature.all, ...signature.none]) keys.add(key);
    for (const { statusKey, titleKey } of pages) {
      keys.add(statusKey);
      if (titleKey !== null) keys.add(titleKey);
    }
  }
  for (const meanings of matchers.meanings.values()) for (const meaning of meanings) keys.add(meaning);
  return keys;
}
