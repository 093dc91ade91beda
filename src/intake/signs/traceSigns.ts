import type { Sign } from './sign.ts';

// "status": 502 in a HAR file; 0 is a request without an answer, below 400 went well.
const HAR_STATUS = /"status"\s{0,4}:\s{0,4}([45]\d\d)(?!\d)/g;

/** Reads the answers of a HAR file that did not go well. */
export function readHarStatuses(part: string): Sign[] {
  const signs: Sign[] = [];
  for (const match of part.matchAll(HAR_STATUS)) {
    const end = match.index + match[0].length;
    signs.push({ type: 'status', value: match[1]!, start: end - 3, end });
  }
  return signs;
}

// statusCode="500.19", triggerStatusCode="500.19", and the same as text.
const TOTAL =
  /(?:\b(?:triggerS|s)tatusCode=["']|\b(?:Trigger|Final) Status[ \t]{0,8}:?[ \t]{1,8})([45]\d\d)(?:\.(\d{1,3}))?(?!\d)/g;
const HTTP_STATUS = /\bHttpStatus["']?[ \t]{0,4}[=>:\t ][ \t]{0,8}["']?([45]\d\d)(?!\d)/g;
const SUB_STATUS = /\bHttpSubStatus["']?[ \t]{0,4}[=>:\t ][ \t]{0,8}["']?(\d{1,3})(?!\d)/;
// HttpReason stands between them; a reason is a few words.
const SUB_REACH = 300;

/** Reads the statuses of a failed-request trace, as XML or as its view shows them; a substatus may stand lines below. */
export function readFrebStatuses(part: string): Sign[] {
  const signs: Sign[] = [];
  for (const match of part.matchAll(TOTAL)) {
    const [all, status, sub] = match;
    const end = match.index + all.length;
    const value = sub === undefined ? status! : `${status!}.${Number(sub)}`;
    signs.push({ type: 'status', value, start: all.lastIndexOf(status!) + match.index, end });
  }
  for (const match of part.matchAll(HTTP_STATUS)) {
    const end = match.index + match[0].length;
    const behind = part.slice(end, end + SUB_REACH);
    const next = behind.search(/\bHttpStatus/);
    const sub = SUB_STATUS.exec(next < 0 ? behind : behind.slice(0, next));
    const value = sub === null ? match[1]! : `${match[1]!}.${Number(sub[1])}`;
    signs.push({ type: 'status', value, start: end - 3, end: sub === null ? end : end + sub.index + sub[0].length });
  }
  return signs;
}
