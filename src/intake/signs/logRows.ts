/** A value of a row, with its place. */
export interface Field {
  readonly value: string;
  readonly start: number;
}

/** Where a log says that a row has its numbers; -1: no such column. */
export interface Columns {
  readonly status: number;
  readonly substatus: number;
  readonly win32: number;
  /** How many columns there are. */
  readonly count: number;
  readonly separator: Separator;
}

/** Blanks in the file that IIS writes; the others where a tool or a table wrote it again. */
export type Separator = ' ' | '\t' | ',' | ';' | '|';

const NAMED = /(?:^|[\s,;|"])(?:sc-status|sc-substatus|sc-win32-status)(?=$|[\s,;|"])/i;
// The names of columns without their head, or with the words of somebody who tells them: "Columns: time s-ip ...".
const HEAD = /^[^\n]{0,60}?(?=\b(?:date|time|s-ip|s-sitename|s-computername|cs-\w|cs\(|sc-\w|c-ip)\b)/i;
const NAME =
  /^(?:date|time|timestamp|time-taken|s-[a-z]\w*|(?:c|cs|sc)-[a-z][\w-]*|cs\([\w-]+\)|hits|count|total|[a-z_]\w*\([^)]*\)|-{2,60})$/i;

/**
 * @param line one line of a log or of a person
 * @returns the columns that it names, all -1 if a log has no status; null when it is no list of columns: at least two names, one
 *          of them of a status, and nothing else, unless it begins as the head of a file does
 */
export function readColumns(line: string): Columns | null {
  const own = line.startsWith('#Fields:');
  if (!own && !NAMED.test(line)) return null;
  const list = line.replace(own ? /^#Fields:\s{0,8}/ : HEAD, '');
  const separator = separatorOf(list);
  const names = splitRow(list, 0, separator).map((field) => field.value.toLowerCase());
  if (!own && (names.length < 2 || !names.every((name) => NAME.test(name)))) return null;
  return {
    status: names.indexOf('sc-status'),
    substatus: names.indexOf('sc-substatus'),
    win32: names.indexOf('sc-win32-status'),
    count: names.length,
    separator,
  };
}

// A method between two separators of one kind shows what stands between the values.
const BY_METHOD = /([\t,;|])"?(?:GET|POST|PUT|DELETE|HEAD|OPTIONS|PATCH)"?\1/;

/** @returns what stands between the values of a line: a blank unless another sign clearly does */
export function separatorOf(line: string): Separator {
  const shown = BY_METHOD.exec(line)?.[1] as Separator | undefined;
  if (shown !== undefined) return shown;
  return SEPARATORS.find((sign) => line.includes(sign) && NAMES_OR_NUMBERS[sign].test(line)) ?? ' ';
}

const SEPARATORS: readonly Exclude<Separator, ' '>[] = ['\t', ',', ';', '|'];
const NAMES_OR_NUMBERS: Readonly<Record<Exclude<Separator, ' '>, RegExp>> = {
  '\t': /sc-\w{1,20}"?\t|\t"?sc-|[1-5]\d\d\t\d/,
  ',': /sc-\w{1,20}"?,|,\s?"?sc-|[1-5]\d\d"?,\s?"?\d/,
  ';': /sc-\w{1,20}"?;|;\s?"?sc-|[1-5]\d\d"?;\s?"?\d/,
  '|': /sc-\w{1,20}\s?\||\|\s?sc-|[1-5]\d\d\s?\|\s?\d/,
};

/** @returns the values of a row without blanks and quote marks around them; of rows with blanks between, no empty ones */
export function splitRow(line: string, offset: number, separator: Separator): Field[] {
  const fields: Field[] = [];
  for (let at = 0; at <= line.length;) {
    const next = line.indexOf(separator, at);
    const end = next < 0 ? line.length : next;
    const inner = line.slice(at, end);
    // Rows of IIS itself have no quote marks; they are by far the most.
    if (separator === ' ') {
      if (inner !== '') fields.push({ value: inner.trim(), start: offset + at });
      at = end + 1;
      continue;
    }
    const value = inner.replace(/^[\s"']{1,8}/, '');
    const start = offset + at + inner.length - value.length;
    // A table has a rule at both ends.
    const edge = separator === '|' && (at === 0 || end === line.length);
    if (!(value === '' && edge)) fields.push({ value: value.replace(/[\s"']{1,8}$/, ''), start });
    at = end + 1;
  }
  return fields;
}
