import { readEventLists } from './eventLists.ts';
import { readEventRows } from './eventRows.ts';
import type { Sign } from './sign.ts';

const SOURCE_LABEL =
  '(?:Event )?(?:Source|Quelle|Origen|Origine|Fonte|\u6765\u6e90|\u30bd\u30fc\u30b9|\u0179r\u00f3d\u0142o|\u0418\u0441\u0442\u043e\u0447\u043d\u0438\u043a|Kaynak|Bron|\u4f86\u6e90|\uc6d0\ubcf8|Provider)(?: ?Name)?';
const ID_LABEL =
  "(?:Event[ -]?ID|Ereignis-?ID|ID de l'\u00e9v\u00e9nement|Id\\.? (?:de|del) evento|Identificador (?:de|del) evento|ID evento|ID do evento|\u4e8b\u4ef6 ?ID|\u30a4\u30d9\u30f3\u30c8 ?ID|Identyfikator zdarzenia|\u041a\u043e\u0434 \u0441\u043e\u0431\u044b\u0442\u0438\u044f|Olay Kimli\u011fi|Gebeurtenis-?id|\u4e8b\u4ef6\u8b58\u5225\u78bc|\u4e8b\u4ef6 \u8b58\u5225\u78bc|\uc774\ubca4\ud2b8 ?ID)";

export const TOKEN = new RegExp(
  [
    `(?<![\\w-])${SOURCE_LABEL}\\s{0,3}:[ \\t]{0,24}([^\\s:;|][^\\n\\t;|]{1,80})`,
    `Provider Name\\s?=\\s?["']([^"'\\n]{2,80})["']`,
    `(?<![\\w-])${ID_LABEL}\\s{0,3}[:=]?[ \\t]{0,24}(\\d{1,5})(?!\\d)`,
    `<EventID(?:\\s[^<>]{0,60})?>(\\d{1,5})</EventID>`,
    // The heading of the viewer: "Event 1018, IIS AspNetCore Module V2".
    `(?<![\\w-])(?:Event|Ereignis|Evento) (\\d{1,5}), ([A-Z][^\\n,]{2,60})`,
    // Rows of its list: level, date, source, id. Some tools print id, level, source.
    `(?:^|\\n)[ \\t]{0,4}[A-Z\\u00c0-\\u00ff]\\w{3,14}\\t[^\\t\\n]{6,40}\\t([^\\t\\n]{2,80})\\t(\\d{1,5})(?=\\t|\\r|\\n|$)`,
    `(?<!\\w)(\\d{3,5})[ \\t]{1,4}(?:Error|Warning|Information|Critical)[ \\t]{1,4}([A-Z][\\w.-]{2,60}(?: [A-Z][\\w.]{1,30}){0,4})(?=[ \\t]{2}|\\t|\\n|$)`,
  ].join('|'),
  'g',
);

// Farther apart than this, a source and an id belong to different entries.
const PAIR_REACH = 700;

interface Half {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** Reads events: a source with its id, in either order; a source without an id is an event without one. */
export function readEvents(part: string): Sign[] {
  const signs: Sign[] = [];
  let source: Half | null = null;
  let id: Half | null = null;
  const flush = (): void => {
    if (source !== null) signs.push({ type: 'event', ...trimmed(source) });
    source = null;
    id = null;
  };
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(part); match !== null; match = TOKEN.exec(part)) {
    const start = match.index;
    const end = start + match[0].length;
    const row = rowOf(match);
    if (row !== null) {
      flush();
      signs.push({ type: 'event', value: row.source.trim(), id: row.id, start: skipBlank(part, start), end });
      continue;
    }
    const named = match[1] ?? match[2];
    // "Source: WAS Event ID: 5059" on one line: the label of the next field ends the source.
    const cut =
      named === undefined ? -1 : named.search(/\s{1,8}(?:Event ?ID|EventID|ID|Level|Date|Log|Event)\b\s?[:=]?/);
    const half: Half = { value: named ?? match[3] ?? match[4] ?? '', start, end };
    const far = start - Math.max(sourceEnd(source), sourceEnd(id)) > PAIR_REACH;
    if (named !== undefined) {
      if (source !== null || far) flush();
      const value = cut > 0 ? named.slice(0, cut) : named;
      source = { value, start, end: end - (named.length - value.length) };
      TOKEN.lastIndex = source.end;
    } else {
      if (far) flush();
      id = half;
    }
    if (source !== null && id !== null) {
      const pair: Half = trimmed(source);
      signs.push({
        type: 'event',
        value: pair.value,
        id: Number(id.value),
        start: Math.min(pair.start, id.start),
        end: Math.max(pair.end, id.end),
      });
      source = null;
      id = null;
    }
  }
  flush();
  const listed = [...readEventLists(part), ...readEventRows(part)];
  return [...withoutHalves(signs, listed), ...listed];
}

/** A label in a list is a source without an id for the scan above, and an event for the list. */
function withoutHalves(signs: readonly Sign[], listed: readonly Sign[]): Sign[] {
  if (listed.length === 0) return [...signs];
  const starts = new Set(listed.map((sign) => sign.start));
  const ends = new Set(listed.map((sign) => sign.end));
  return signs.filter((sign) => sign.id !== undefined || !(starts.has(sign.start) || ends.has(sign.end)));
}

function rowOf(match: RegExpExecArray): { readonly source: string; readonly id: number } | null {
  if (match[6] !== undefined) return { source: match[6], id: Number(match[5]) };
  if (match[7] !== undefined) return { source: match[7], id: Number(match[8]) };
  return match[10] === undefined ? null : { source: match[10], id: Number(match[9]) };
}

function trimmed(half: Half): Half {
  const value = half.value.trimEnd().replace(/["'.,)]$/, '');
  return { value, start: half.start, end: half.end - (half.value.length - value.length) };
}

function sourceEnd(half: Half | null): number {
  return half === null ? 0 : half.end;
}

function skipBlank(part: string, at: number): number {
  let start = at;
  while (/\s/.test(part[start] ?? '')) start++;
  return start;
}
