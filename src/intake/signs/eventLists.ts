import type { Sign } from './sign.ts';

// Format-List of Get-WinEvent and Get-EventLog, the friendly view of the viewer, Portuguese labels.
export const LIST =
  /^[ \t]{0,16}(?:(?:ProviderName|Source|Fonte)[ \t]{1,24}:[ \t]{0,12}(\S[^\n]{1,80})|(?:Id|EventID)[ \t]{1,24}:[ \t]{0,8}(\d{1,5})|\[ ?Name\][ \t]{1,8}(\S[^\n]{1,80})|- EventID (\d{1,5})|Identifica\u00e7\u00e3o do Evento:[ \t]{0,8}(\d{1,5}))[ \t]{0,8}$/gm;

// Farther apart than this, a source and an id belong to different entries; a message may stand between them.
const REACH = 3000;

interface Half {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** Reads events from lists of names and values: a source with its id, in either order. */
export function readEventLists(part: string): Sign[] {
  const signs: Sign[] = [];
  let source: Half | null = null;
  let id: Half | null = null;
  for (const match of part.matchAll(LIST)) {
    const start = match.index + match[0].length - match[0].trimStart().length;
    const name = match[1] ?? match[3];
    const half: Half = {
      value: (name ?? match[2] ?? match[4] ?? match[5])!.trim(),
      start,
      end: match.index + match[0].trimEnd().length,
    };
    const other: Half | null = name === undefined ? source : id;
    if (other === null || start - other.end > REACH) {
      if (name === undefined) id = half;
      else source = half;
      continue;
    }
    const [named, numbered] = name === undefined ? [other, half] : [half, other];
    signs.push({ type: 'event', value: named.value, id: Number(numbered.value), start: other.start, end: half.end });
    source = null;
    id = null;
  }
  return signs;
}
