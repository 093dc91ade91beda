import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

/** Where a message comes from; it decides how it is pasted. */
export type MessageKind =
  'event' | 'inner' | 'page' | 'answer' | 'debug' | 'trace' | 'managed' | 'host' | 'httperr' | 'status';

/** One message of a product, with placeholders as its source has them: `%s %d %x %u %S %ls %zu 0x%X %1 {name}`. */
export interface MessageRow {
  /** The file it is from, without ending. */
  readonly file: string;
  readonly format: string;
  readonly kind: MessageKind;
  /** Causes that are right answers; `info` alone = not an error by itself. */
  readonly accept: readonly string[];
  /** HTTP status of the page or line; "-" where the product logs none. */
  readonly status?: string;
  readonly event?: number;
  /** Source of the event. */
  readonly provider?: string;
}

/** One code in all its dresses. */
export interface CodeRow {
  readonly name: string;
  /** 0x and eight lower-case digits; missing for an exit code. */
  readonly code?: string;
  readonly unsigned?: number;
  readonly signed?: number;
  readonly win32?: number;
  readonly exit?: number;
  /** The status of the page that shows it. */
  readonly page?: string;
  /** HTTP status, for a row that is one. */
  readonly status?: string;
  readonly accept: readonly string[];
}

const CODES = 'codes.yaml';
const STATUSES = 'status.yaml';

/**
 * Reads the messages of a corpus folder.
 * @returns in the order of file names and rows
 * @throws when a file is not YAML
 */
export function readMessages(folder: string): MessageRow[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml') && name !== CODES);
  const onPages = readCodeRows(folder).flatMap(pageOfCode);
  const messages = files.sort().flatMap((name) => {
    const rows: readonly MessageRow[] = parse(readFileSync(path.join(folder, name), 'utf8'));
    return rows.map((row) => ({ ...row, file: name.replace('.yaml', '') }));
  });
  return [...messages, ...onPages];
}

/** The page that shows a code, for codes whose meaning depends on the page; none for the others. */
export function pageOfCode({ code, page, accept }: CodeRow): MessageRow[] {
  if (code === undefined || page === undefined) return [];
  const format = `HTTP Error ${page} - Internal Server Error\nModule IIS Web Core\nError Code ${code}`;
  return [{ file: 'codes-on-pages', format, kind: 'page', accept, status: page }];
}

/** Reads the codes of a corpus folder, with the HTTP statuses. */
export function readCodeRows(folder: string): readonly CodeRow[] {
  const codes: readonly CodeRow[] = parse(readFileSync(path.join(folder, CODES), 'utf8'));
  const statuses: readonly MessageRow[] = parse(readFileSync(path.join(folder, STATUSES), 'utf8'));
  return [...codes, ...statuses.map(statusCode)];
}

/** A status as a code that can be looked up. */
export function statusCode({ format, accept }: MessageRow): CodeRow {
  return { name: 'HTTP status', status: format, accept };
}
