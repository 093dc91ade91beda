import type { Sign } from './sign.ts';

// "EXCEPTION": the whole paste may be in upper case.
const WORDS = ['Exception', 'EXCEPTION'];
const NAME_CHARACTER = /[\w.+]/;
// Longest type name that is read; a longer run of letters is no name.
const NAME_MAX = 200;
const TYPE_NAME = /^(?:[A-Za-z_]\w{0,100}[.+]){1,20}[A-Za-z_]\w{0,100}$/;

/** Reads .NET exception types with their namespace; a method such as "ThrowHelper.ThrowArgumentException(" is none. */
export function readExceptions(part: string): Sign[] {
  const signs: Sign[] = [];
  for (const word of WORDS) {
    for (let at = part.indexOf(word); at >= 0; at = part.indexOf(word, at + word.length)) {
      const end = at + word.length;
      const next = part[end] ?? '';
      if (/[\w+(]/.test(next) || (next === '.' && /\w/.test(part[end + 1] ?? ''))) continue;
      let start = at;
      while (start > 0 && at - start <= NAME_MAX && NAME_CHARACTER.test(part[start - 1]!)) start--;
      while (part[start] === '.' || part[start] === '+') start++;
      const value = part.slice(start, end);
      if (TYPE_NAME.test(value)) signs.push({ type: 'exception', value, start, end });
    }
  }
  return signs;
}
