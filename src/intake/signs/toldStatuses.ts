import { addWin32 } from './codeSigns.ts';
import type { Sign } from './sign.ts';

// Statuses that servers answer with; 443 is a port.
const STATUS = '(?<![\\w.,:/$\\u20ac#+-])(4(?:0\\d|1[0-8]|2[1-9]|31|51)|5(?:0\\d|1[01]|2\\d))';
// Three digits are the sub-statuses of classic ASP, of the IP restriction module and of ARR only.
const SUB = '(\\d{1,2}|100|50[1-4]|60[1-6])';
const NAME =
  '(?:sc-)?(?:sub-?\\s?(?:status|code)|unter-?status|sous-?\\s?(?:statut|\\u00e9tat)|sub-?\\s?estado|sub-?c\\u00f3digo|sotto-?\\s?stato|\\u5b50\\u72b6\\u6001|\\u30b5\\u30d6\\s?\\u30b9\\u30c6\\u30fc\\u30bf\\u30b9)';
const IS = '["\']?(?:\\s?[=:(]\\s?|\\s(?:is |of |ist |was |code )?)["\']?';
const END = '(?![\\w]|[.,:]\\d)';

/** Patterns by which retold statuses are found; put together from parts. */
export const TOLD = {
  /** "404 11 0", "404/11/0", "500.19 13": status, sub-status, Win32 status, as a row of a log has them. */
  triple: new RegExp(
    `${STATUS}[ .,;|/\\t]{1,3}${SUB}[ ,;|/\\t]{1,3}(\\d{1,10})${END}(?! ?(?:(?:ms|s|sec|seconds?|kb|mb|gb|bytes?|times|users|requests)\\b|%))`,
    'dgi',
  ),
  /** "status 502 substatus 3", "404 mit Unterstatus 13", "500 sub 19". */
  forward: new RegExp(`${STATUS}(?:[^\\d\\n]{0,40}?${NAME}|[ ,/;]{1,3}sub)${IS}${SUB}${END}`, 'dgi'),
  /** "substatus=19, status=500". */
  backward: new RegExp(
    `${NAME}${IS}${SUB}(?![\\d.])[^\\d\\n]{1,20}?(?:status|statut|estado)${IS}${STATUS}${END}`,
    'dgi',
  ),
} as const;

// Without one of these, nobody speaks of a log; most texts have none.
const MAY_TELL =
  /log|sub|W3C|win32|column|sc-|u_ex|unter-?status|spalten|protokoll|journal|sous-?\s?(?:statut|\u00e9tat)|colonne|columna|registro|sotto|\u5b50\u72b6\u6001|\u30b5\u30d6/i;
// Words that say that three numbers side by side are a row of a log.
const LOG_WORDS =
  /\bW3C|\bIIS[- ]?logs?\b|\blogs? (?:says?|shows?|has|lines?|entr|rows?|files?)|\blog(?:file|zeile|datei)|sub-?status|\bwin32|\bcolumns?\b|\bsc-|\bu_ex|\bspalten|\bprotokoll|\bjournal iis|\bcolonnes|\bcolumnas|\bregistro de iis/i;
const IN_FRONT = 120;
const BEHIND = 60;
// "win32 13" behind a sub-status; "win32 error 13" and "win32-status 13" are read wherever they stand.
const WIN32_BEHIND = /^[^\d\n]{0,30}?\bwin32["']?(?:\s?[=:(]\s?|\s)["']?(\d{1,10})(?![\w.]|,\d)/i;

/**
 * Reads the numbers of a log as people retell them: "W3C says 404 11 0", "status 502 substatus 3 win32 12002".
 * Three bare numbers count only beside words that speak of a log.
 */
export function readToldStatuses(part: string): Sign[] {
  const signs: Sign[] = [];
  const ends = new Set<number>();
  const addStatus = (status: Range, sub: Range): void => {
    ends.add(sub[1]);
    const value = `${part.slice(...status)}.${Number(part.slice(...sub))}`;
    // The quote ends behind the status where the sub-status stands in front.
    signs.push({ type: 'status', value, start: status[0], end: Math.max(status[1], sub[1]) });
  };
  if (!MAY_TELL.test(part)) return signs;
  for (const { indices } of part.matchAll(TOLD.triple)) {
    const [, status, sub, win32] = indices ?? [];
    if (status === undefined || sub === undefined || win32 === undefined) continue;
    if (!besideLogWords(part, status[0], win32[1])) continue;
    addStatus(status, sub);
    addWin32(signs, part.slice(...win32), ...win32);
  }
  for (const { indices } of part.matchAll(TOLD.forward)) {
    const [, status, sub] = indices ?? [];
    if (status === undefined || sub === undefined) continue;
    addStatus(status, sub);
    addBehind(signs, part, sub[1]);
  }
  for (const { indices } of part.matchAll(TOLD.backward)) {
    const [, sub, status] = indices ?? [];
    if (status === undefined || sub === undefined) continue;
    // "status 500 substatus 19, status 404": the sub-status belongs to what is in front of it.
    if (ends.has(sub[1])) continue;
    addStatus(status, sub);
    addBehind(signs, part, status[1]);
  }
  return signs;
}

type Range = readonly [start: number, end: number];

function addBehind(signs: Sign[], part: string, at: number): void {
  const match = WIN32_BEHIND.exec(part.slice(at, at + BEHIND));
  const decimal = match?.[1];
  if (match === null || decimal === undefined) return;
  const end = at + match[0].length;
  addWin32(signs, decimal, end - decimal.length, end);
}

function besideLogWords(part: string, start: number, end: number): boolean {
  const front = part.slice(Math.max(0, start - IN_FRONT), start);
  const behind = part.slice(end, end + BEHIND);
  const newline = behind.indexOf('\n');
  const words = `${front.slice(front.lastIndexOf('\n') + 1)} | ${newline < 0 ? behind : behind.slice(0, newline)}`;
  return LOG_WORDS.test(words);
}
