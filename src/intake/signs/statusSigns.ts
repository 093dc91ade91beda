import type { Sign } from './sign.ts';

// Statuses that servers answer with; "Error 126" is a Win32 error, not a status.
const KNOWN = '(?:4(?:0\\d|1[0-8]|2[1-9]|31|51)|5(?:0\\d|1[01]|2\\d))';
// Sub-statuses have one or two digits, those of the IP restriction module three (403.501).
const SUB = '(?:\\.(\\d{1,3}))?';
// "500 30", "500,19": a lost point counts for the substatuses of the module only, next to HTTP or error words.
const LOOSE_SUB = '(?:\\.(\\d{1,3})|[ ,](1[49]|2[0-4]|3\\d)(?!\\d|\\.\\d|:))?';
const END = '(?![\\w]|[.,]\\d|-\\d|:\\d)';

const NAMES =
  'Internal Server Error|Service (?:Temporarily )?Unavailable|Forbidden|Bad Gateway|Gateway Time-?out|Not Found|Bad Request|Unauthorized|Method Not Allowed|Not Acceptable|Request Time-?out|Conflict|Length Required|Payload Too Large|Request Entity Too Large|Content Too Large|URI Too Long|Unsupported Media Type|Too Many Requests|Request Header Fields Too Large|Not Implemented|HTTP Version Not Supported|Process Failure|ANCM|ASP\\.NET Core|In-Process|Start Failure|Web server received|File or directory|This web app';

// Beginnings of the same in the pages of IIS in other languages.
const TRANSLATED =
  'Interner Serverfehler|Datei oder Verz|Verboten|Nicht autorisiert|Erreur interne|Fichier ou r|Error interno|Archivo o dir|Erro interno|Arquivo ou dir|File o dir|Errore interno|\\u0412\\u043d\\u0443\\u0442\\u0440\\u0435\\u043d\\u043d|\\u0424\\u0430\\u0439\\u043b \\u0438\\u043b\\u0438|\\u627e\\u4e0d\\u5230\\u6587\\u4ef6|\\u627e\\u4e0d\\u5230\\u6a94|\\u5185\\u90e8|\\u5167\\u90e8|\\u30d5\\u30a1\\u30a4\\u30eb';

interface StatusCue {
  /** Group 1 is the status; the next group that took part is the substatus. */
  readonly pattern: RegExp;
  /** Without this in the text, the pattern is not tried. */
  readonly literal?: string;
  /** Must be found in the same line in front, at most `REACH` characters away. */
  readonly front?: RegExp;
  /** Finds the substatus in the same line behind; group 1. */
  readonly behind?: RegExp;
}

const REACH = 400;

export const STATUS_CUES: readonly StatusCue[] = [
  // HTTP Error 500.30, HTTP-Fehler 500.19, Erreur HTTP 500.19, HTTP 503
  cue(
    `\\bHTTP(?:[ -]{0,2}(?:Error|Fehler|Status|\u9519\u8bef|\u932f\u8aa4|\u30a8\u30e9\u30fc|\uc624\ub958|hatas\u0131|fout|Response)(?:[ -]?Code)?s?)?[ :=#-]{0,4}["']?([1-5]\\d\\d)${LOOSE_SUB}${END}`,
  ),
  cue(`\\bHTTP\\/\\d(?:\\.\\d)?["']?[ -]{1,3}([1-5]\\d\\d)${SUB}${END}`),
  // Error 502.5, Fehler 403, status code: 500
  cue(
    `\\b(?:errors?|Fehler|erreur|error de|status(?: ?code)?s?|response(?: ?code)?|code d'\u00e9tat|status of|returned|returns|returning)["']?[ :=(#-]{1,4}["']?(${KNOWN})${LOOSE_SUB}${END}`,
  ),
  // 503 Service Unavailable, 403.14 - Forbidden
  cue(`(?<![\\w.,:/$-])([1-5]\\d\\d)${SUB}\\)?[ :-]{1,4}\\(?(?:${NAMES})\\b`),
  // 404 - Datei oder Verzeichnis wurde nicht gefunden.
  cue(`(?<![\\w.,:/$-])([1-5]\\d\\d)${SUB} - (?:${TRANSLATED})`),
  // "... returned an error: (403)"
  { ...cue(`\\((${KNOWN})${SUB}\\)`), front: /error|fehler|erreur|returned|response|status|http/i },
  // Request finished in 12.3ms 500, Request finished HTTP/1.1 GET http://... - 500 - text/html
  { ...cue(`Request finished in [\\d.,]{1,16} ?ms (${KNOWN})(?!\\w|[.,]\\d)`), literal: 'equest finished in' },
  { ...cue(` - (${KNOWN})(?= - | \\d|$)`), front: /Request finished HTTP\//, literal: 'Request finished HTTP' },
  // Failed-request trace: <Data Name="HttpStatus">502</Data><Data Name="HttpSubStatus">3</Data>
  {
    ...cue(`\\bHttpStatus["']?\\s?[=>:]\\s?["']?([1-5]\\d\\d)(?!\\d)`),
    literal: 'HttpStatus',
    behind: /\bHttpSubStatus["']?\s?[=>:]\s?["']?(\d{1,3})(?!\d)/i,
  },
];

// "502.5", "500.30" in a person's words or on a page. Sizes, times and versions look different or carry a unit.
const BARE =
  /(?<![\w.,:/$\u20ac#-])(401\.[1-5]|40[134]\.50[1-4]|403\.(?:[1-9]|1\d)|404\.(?:[1-9]|1\d|20)|405\.0|413\.1|500\.(?:0|1[1-9]|2[1-4]|3\d|100)|502\.[1-6]|503\.[0-4])(?![\w]|[.,:]\d|-\d| ?(?:ms|s|sec|seconds?|kb|mb|gb|kib|mib|bytes?|%|eur|usd)\b)/gi;

/**
 * Reads HTTP statuses beside words that say what they are: "500.30", or "503" where no substatus is given.
 */
export function readStatuses(part: string): Sign[] {
  const signs: Sign[] = [];
  for (const { pattern, literal, front, behind } of STATUS_CUES) {
    if (literal !== undefined && !part.includes(literal)) continue;
    for (const match of part.matchAll(pattern)) {
      const [status, sub] = (match.indices ?? []).slice(1).filter((place) => place !== undefined);
      if (status === undefined || (front !== undefined && !front.test(lineBefore(part, match.index)))) continue;
      const far = sub === undefined ? behind?.exec(lineBehind(part, status[1])) : undefined;
      const subText = sub === undefined ? far?.[1] : part.slice(...sub);
      const value = subText === undefined ? part.slice(...status) : `${part.slice(...status)}.${Number(subText)}`;
      const end = sub?.[1] ?? status[1] + (far ? far.index + far[0].length : 0);
      signs.push({ type: 'status', value, start: status[0], end });
    }
  }
  return signs;
}

/** Reads a bare "502.5": it counts in a person's words and on pages, not in logs. */
export function readBareStatuses(part: string): Sign[] {
  const signs: Sign[] = [];
  for (const match of part.matchAll(BARE)) {
    signs.push({ type: 'status', value: match[1]!, start: match.index, end: match.index + match[1]!.length });
  }
  return signs;
}

function lineBefore(part: string, at: number): string {
  const front = part.slice(Math.max(0, at - REACH), at);
  return front.slice(front.lastIndexOf('\n') + 1);
}

function lineBehind(part: string, at: number): string {
  const end = part.indexOf('\n', at);
  return part.slice(at, Math.min(end < 0 ? part.length : end, at + REACH));
}

function cue(source: string): StatusCue {
  return { pattern: new RegExp(source, 'dgi') };
}
