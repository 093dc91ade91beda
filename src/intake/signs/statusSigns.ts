import type { Sign } from './sign.ts';

// Statuses that servers answer with; "Error 126" is a Win32 error, not a status.
const KNOWN = '(?:4(?:0\\d|1[0-8]|2[1-9]|31|51)|5(?:0\\d|1[01]|2\\d))';
const SUB = '(?:\\.(\\d{1,2}))?';
// "500 30", "500,19": a lost point counts for the substatuses of the module only, next to HTTP or error words.
const LOOSE_SUB = '(?:\\.(\\d{1,2})|[ ,](1[49]|2[0-4]|3\\d)(?!\\d|\\.\\d|:))?';
const END = '(?![\\w]|[.,]\\d|-\\d|:\\d)';

const NAMES =
  'Internal Server Error|Service (?:Temporarily )?Unavailable|Forbidden|Bad Gateway|Gateway Time-?out|Not Found|Bad Request|Unauthorized|Method Not Allowed|Not Acceptable|Request Time-?out|Conflict|Length Required|Payload Too Large|Request Entity Too Large|Content Too Large|URI Too Long|Unsupported Media Type|Too Many Requests|Request Header Fields Too Large|Not Implemented|HTTP Version Not Supported|Process Failure|ANCM|ASP\\.NET Core|In-Process|Start Failure|Web server received|File or directory|This web app';

/** Group 1 is the status, the next group that took part the substatus. */
export const CUED: readonly RegExp[] = [
  // HTTP Error 500.30, HTTP-Fehler 500.19, Erreur HTTP 500.19, HTTP 503
  `\\bHTTP(?:[ -]{0,2}(?:Error|Fehler|Status|\u9519\u8bef|\u932f\u8aa4|\u30a8\u30e9\u30fc|\uc624\ub958|Response)(?:[ -]?Code)?s?)?[ :=#-]{0,4}["']?([1-5]\\d\\d)${LOOSE_SUB}${END}`,
  `\\bHTTP\\/\\d(?:\\.\\d)?["']?[ -]{1,3}([1-5]\\d\\d)${SUB}${END}`,
  // Error 502.5, Fehler 403, status code: 500
  `\\b(?:errors?|Fehler|erreur|error de|status(?: ?code)?s?|response(?: ?code)?|code d'\u00e9tat|returned|returns|returning)["']?[ :=(#-]{1,4}["']?(${KNOWN})${LOOSE_SUB}${END}`,
  // 503 Service Unavailable, 403.14 - Forbidden
  `(?<![\\w.,:/$-])([1-5]\\d\\d)${SUB}\\)?[ :-]{1,4}(?:${NAMES})\\b`,
  // (403), behind a word that says what it is
  `\\b(?:error|returned|response|server|status|HTTP)\\b[^\\n()]{0,40}\\((${KNOWN})${SUB}\\)`,
  // Request finished in 12.3ms 500, ... - 500 - text/html
  `Request finished in [\\d.,]{1,16} ?ms (${KNOWN})(?!\\w|[.,]\\d)`,
  `Request finished HTTP\\/[^\\n]{1,400}? - (${KNOWN})(?= - |$)`,
  // Failed-request trace: HttpStatus="502" HttpSubStatus="3", <Data Name="HttpStatus">502</Data>, statusCode="500.19"
  `\\bHttpStatus["']?\\s?[=>:]\\s?["']?([1-5]\\d\\d)["'<][^\\n]{0,160}?\\bHttpSubStatus["']?\\s?[=>:]\\s?["']?(\\d{1,2})(?!\\d)`,
  `\\bHttpStatus["']?\\s?[=>:]\\s?["']?([1-5]\\d\\d)(?!\\d)`,
  `\\bstatusCode=["'](${KNOWN})${SUB}["']`,
].map((source) => new RegExp(source, 'dgi'));

// "502.5", "500.30" in a person's words or on a page. Sizes, times and versions look different or carry a unit.
const BARE =
  /(?<![\w.,:/$\u20ac#-])(401\.[1-5]|403\.(?:[1-9]|1\d)|404\.(?:[1-9]|1\d|20)|405\.0|413\.1|500\.(?:0|1[1-9]|2[1-4]|3\d|100)|502\.[1-6]|503\.[0-4])(?![\w]|[.,:]\d|-\d| ?(?:ms|s|sec|seconds?|kb|mb|gb|kib|mib|bytes?|%|eur|usd)\b)/gi;

/**
 * Reads HTTP statuses beside words that say what they are: "500.30", or "503" where no substatus is given.
 */
export function readStatuses(part: string): Sign[] {
  return CUED.flatMap((pattern) => Array.from(part.matchAll(pattern), readMatch).filter((sign) => sign !== null));
}

function readMatch(match: RegExpExecArray): Sign | null {
  const [status, sub] = (match.indices ?? []).slice(1).filter((place) => place !== undefined);
  if (status === undefined) return null;
  const text = (place: readonly [number, number]): string =>
    match[0].slice(place[0] - match.index, place[1] - match.index);
  const value = sub === undefined ? text(status) : `${text(status)}.${Number(text(sub))}`;
  return { type: 'status', value, start: status[0], end: sub?.[1] ?? status[1] };
}

/** Reads a bare "502.5": it counts in a person's words and on pages, not in logs. */
export function readBareStatuses(part: string): Sign[] {
  const signs: Sign[] = [];
  for (const match of part.matchAll(BARE)) {
    signs.push({ type: 'status', value: match[1]!, start: match.index, end: match.index + match[1]!.length });
  }
  return signs;
}
