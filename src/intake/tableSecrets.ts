import type { LowerText } from './lowerText.ts';
import { LOOSE_VALUES, PLACEHOLDERS } from './redactionRule.ts';

const HEADERS = ['password', 'passwd', 'pwd', 'secret', 'apikey', 'api key', 'api_key', 'passwort', 'kennwort'];
const HEADER =
  /^(?:[\w .-]{0,24}[ _.-])?(?:\w{0,12}password|passwd|pwd|\w{0,12}secret|api[ _-]?key|passwort|kennwort)$/i;
const HEADER_LENGTH_MAX = 400;
const ROWS_MAX = 100;
const MARKS = ['|', '\t', ',', '  '];
const AROUND = ' \t"\'*`';
const RULE = /^[\s|:+=-]{1,400}$/;

interface Cell {
  readonly start: number;
  readonly end: number;
}

/**
 * Values below a heading such as "Password", in tables of Markdown, of commas or tabs, and of columns two blanks apart.
 * @param lower the text in lower case
 * @returns spans of the text, in no order
 */
export function secretCells(text: string, lower: LowerText): readonly Cell[] {
  const found: Cell[] = [];
  for (const heading of HEADERS) {
    for (let at = lower.indexOf(heading); at >= 0;) {
      const start = text.lastIndexOf('\n', at) + 1;
      at = lower.indexOf(heading, readTable(text, start, lineEnd(text, at), found));
    }
  }
  return found;
}

/** @returns where the search goes on: behind the table, or behind the line that is no heading */
function readTable(text: string, start: number, end: number, found: Cell[]): number {
  if (end - start > HEADER_LENGTH_MAX) return end;
  const line = text.slice(start, end);
  const mark = MARKS.find((one) => line.includes(one));
  if (mark === undefined) return end;
  const closed = mark === '|' && line.trimEnd().endsWith('|');
  const headings = cellsOf(line, start, mark, closed);
  const columns = headings.flatMap((cell, index) => (HEADER.test(text.slice(cell.start, cell.end)) ? [index] : []));
  if (headings.length < 2 || columns.length === 0) return end;
  // Without a line below it, the heading could be a setting between other settings.
  let last = mark === '|' || mark === '  ' ? lineEnd(text, end + 1) : end;
  if (last > end && !RULE.test(text.slice(end + 1, last))) return end;
  for (let row = 0; row < ROWS_MAX && last < text.length; row++) {
    const next = lineEnd(text, last + 1);
    if (next - last > HEADER_LENGTH_MAX * 2) break;
    const values = text.slice(last + 1, next);
    if (!RULE.test(values)) {
      const cells = cellsOf(values, last + 1, mark, closed);
      // Something can stand behind the last column; a sentence has other commas.
      if (mark === ',' ? cells.length !== headings.length : cells.length < headings.length) break;
      found.push(...columns.map((column) => cells[column]!).filter((cell) => isSecret(text, cell, mark)));
    }
    last = next;
  }
  return last;
}

/** @param closed the marks stand around the cells, not only between them; what is in front of the first is no cell */
function cellsOf(line: string, offset: number, mark: string, closed: boolean): Cell[] {
  const cells: Cell[] = [];
  for (let from = closed ? line.indexOf(mark) + 1 : 0; from <= line.length;) {
    const found = line.indexOf(mark, from);
    const to = found < 0 ? line.length : found;
    const { start, end } = trimmed(line, from, to);
    // Columns have as many blanks between them as they need.
    if (end > start || mark !== '  ') cells.push({ start: offset + start, end: offset + end });
    from = to + mark.length;
  }
  if (closed && line.trimEnd().endsWith(mark)) cells.pop();
  return cells;
}

function trimmed(line: string, from: number, to: number): Cell {
  let [start, end] = [from, to];
  while (start < end && AROUND.includes(line[start]!)) start++;
  while (end > start && AROUND.includes(line[end - 1]!)) end--;
  return { start, end };
}

// Commas and blanks stand in sentences too; there only what looks like a secret is one.
function isSecret(text: string, { start, end }: Cell, mark: string): boolean {
  const value = text.slice(start, end);
  const spares = mark === '|' ? PLACEHOLDERS : LOOSE_VALUES;
  return value.length >= 4 && !/\s/.test(value) && !spares.some((spared) => spared.test(value));
}

function lineEnd(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  return at < 0 ? text.length : at;
}
