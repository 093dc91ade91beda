import { addWin32, readCodes } from './codeSigns.ts';
import { type Columns, type Field, readColumns, separatorOf, splitRow } from './logRows.ts';
import type { Sign } from './sign.ts';
import { readStatuses } from './statusSigns.ts';
import { readToldStatuses } from './toldStatuses.ts';

// "2026-11-20 14:02:11 ...", and what is left of it when the date was cut off.
const TIMED = /^"?(?:\d{4}-\d\d-\d\d[ T\t,;|]"?)?\d\d:\d\d:\d\d/;

/**
 * Reads lines of an IIS log (sc-status, sc-substatus, sc-win32-status) or of an HTTPERR log (sc-status).
 * The columns are those of the last line that names them, which may change inside a file; without one, the end of the line
 * tells them. What is no row is a person's words about the log. Requests that went well (below 400) give nothing.
 */
export function readLogLines(part: string, httpErr: boolean): Sign[] {
  const signs: Sign[] = [];
  let columns: Columns | null = null;
  for (let start = 0; start < part.length;) {
    const lineEnd = part.indexOf('\n', start);
    const end = lineEnd < 0 ? part.length : lineEnd;
    const line = part.slice(start, end);
    const named = TIMED.test(line) ? null : readColumns(line);
    if (named !== null) columns = named;
    else if (line[0] !== '#' && !(columns !== null && readByColumns(line, start, columns, signs))) {
      if (httpErr) readHttpErr(line, start, signs);
      else if (!readByShape(line, start, signs) && !TIMED.test(line)) readTold(line, start, signs);
    }
    start = end + 1;
  }
  return signs;
}

/** @returns false when the line is no row of these columns */
function readByColumns(line: string, offset: number, columns: Columns, signs: Sign[]): boolean {
  const fields = splitRow(line, offset, columns.separator);
  const dated = TIMED.test(line);
  if (fields.length !== columns.count && !(dated && columns.separator === ' ')) return false;
  const status = fields[columns.status];
  if (!dated && (status === undefined || !/^[1-5]\d\d$/.test(status.value))) return false;
  addLine(status, fields[columns.substatus], fields[columns.win32], signs);
  return true;
}

function readTold(line: string, offset: number, signs: Sign[]): void {
  for (const sign of [...readToldStatuses(line), ...readStatuses(line), ...readCodes(line)])
    signs.push({ ...sign, start: sign.start + offset, end: sign.end + offset });
}

const NUMBER_OR_NONE = /^(?:\d{1,12}|-)$/;
// Three digits are the sub-statuses of classic ASP, of the IP restriction module and of ARR only.
const SUBSTATUS = /^(?:\d{1,2}|100|50[1-4]|60[1-6])$/;

/**
 * Status and substatus stand side by side, then win32 status, then times and sizes, so they are looked for in the
 * numbers at the end of the line: a port (443, 500) stands before the client's address. "403 501 0 15" reads as 403.501
 * and not as 501, because the place furthest in front counts.
 * @returns false when the line shows no such place
 */
function readByShape(line: string, offset: number, signs: Sign[]): boolean {
  const fields = splitRow(line, offset, separatorOf(line));
  let first = -1;
  // A row that lost its columns in front still says its method.
  const least = fields.slice(0, 4).some(({ value }) => /^(?:GET|POST|PUT|DELETE|HEAD|OPTIONS|PATCH)$/.test(value))
    ? 2
    : 4;
  for (let index = fields.length - 1; index >= least && NUMBER_OR_NONE.test(fields[index]!.value); index--) {
    const [status, substatus, win32] = fields.slice(index, index + 3);
    if (substatus === undefined || win32 === undefined || !/^[1-5]\d\d$/.test(status!.value)) continue;
    if (SUBSTATUS.test(substatus.value) && /^\d{1,10}$/.test(win32.value)) first = index;
  }
  if (first < 0) return false;
  addLine(fields[first], fields[first + 1], fields[first + 2], signs);
  return true;
}

// 503 1 QueueFull, 400 - URL, 501 - N/I
const REASON = /(?<!\S)([45]\d\d) (?:- |\d{1,10} )?[A-Z][\w/]{2}/;

function readHttpErr(line: string, offset: number, signs: Sign[]): void {
  const fields = splitRow(line, offset, separatorOf(line));
  const version = fields.findIndex(({ value }) => /^HTTP\/\d(?:\.\d)?$/.test(value));
  // Version, method and address; HTTP/2 puts the number of its stream before the status.
  const behind = version < 0 ? [] : fields.slice(version + 3, version + 5);
  const status = behind.find(({ value }) => /^[1-5]\d\d$/.test(value)) ?? reasonStatus(line, offset);
  if (status !== undefined) addLine(status, undefined, undefined, signs);
}

function reasonStatus(line: string, offset: number): Field | undefined {
  const found = REASON.exec(line);
  return found === null
    ? undefined
    : { value: found[1]!, start: offset + found.index + found[0].lastIndexOf(found[1]!) };
}

function addLine(
  status: Field | undefined,
  substatus: Field | undefined,
  win32: Field | undefined,
  signs: Sign[],
): void {
  if (status === undefined || !/^[45]\d\d$/.test(status.value)) return;
  const part = substatus !== undefined && /^\d{1,3}$/.test(substatus.value) ? substatus : null;
  const end = part === null ? status.start + status.value.length : part.start + part.value.length;
  const value = part === null ? status.value : `${status.value}.${Number(part.value)}`;
  signs.push({
    type: 'status',
    value,
    start: Math.min(status.start, part?.start ?? status.start),
    end: Math.max(end, status.start + 3),
  });
  if (win32 !== undefined) addWin32(signs, win32.value, win32.start, win32.start + win32.value.length);
}
