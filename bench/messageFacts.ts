import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { pageOfCode, type CodeRow, type MessageKind, type MessageRow } from '../test/corpus/messageRow.ts';

type Raw = Readonly<Record<string, unknown>>;

/** List of a facts file -> how its rows are pasted, and which field holds the text. */
const MODULE_LISTS: readonly (readonly [list: string, kind: MessageKind, field: string])[] = [
  ['event_messages', 'event', 'format'],
  ['literal_warning_messages', 'event', 'format'],
  ['inner_messages', 'inner', 'format'],
  ['error_pages', 'page', 'title'],
  ['http_answers', 'answer', 'text'],
  ['debug_log_lines', 'debug', 'format'],
  ['trace_events', 'trace', 'name'],
  ['managed_messages', 'managed', 'format'],
  ['neighbour_events', 'event', 'format'],
];

/** Reads messages from a folder of collected facts, as they were collected. */
export function readFactMessages(folder: string): MessageRow[] {
  const module = load(folder, 'ancm-messages.yaml');
  return [
    ...MODULE_LISTS.flatMap(([list, kind, field]) => rows(module, list).map((raw) => toRow(list, kind, raw, field))),
    ...rows(load(folder, 'hostfxr-messages.yaml'), 'messages')
      .filter((raw) => raw.level !== 'layout' && raw.level !== 'usage')
      .map((raw) => toRow('host', 'host', raw, 'format')),
    ...rows(load(folder, 'httperr-reasons.yaml'), 'reasons').map((raw) => toRow('httperr', 'httperr', raw, 'phrase')),
    ...rows(load(folder, 'iis-status.yaml'), 'statuses').map((raw) => toRow('status', 'status', raw, 'code')),
    ...readFactCodes(folder).flatMap(pageOfCode),
  ];
}

/** Reads codes from a folder of collected facts. */
export function readFactCodes(folder: string): CodeRow[] {
  const codes = load(folder, 'codes.yaml');
  const onPages = rows(codes, 'hresults_of_500_19').map((raw): Raw => ({ ...raw, page: '500.19' }));
  const statusCodes = rows(load(folder, 'hostfxr-messages.yaml'), 'status_codes');
  return [...rows(codes, 'codes'), ...statusCodes, ...rows(codes, 'exit_codes'), ...onPages].map((raw): CodeRow => ({
    name: textOf(raw.name ?? raw.meaning),
    accept: accepted(raw),
    ...(typeof raw.hex === 'string' ? { code: raw.hex.toLowerCase() } : {}),
    ...(typeof raw.page === 'string' ? { page: raw.page } : {}),
    ...numbers(raw, { unsigned: 'unsigned', signed: 'signed', win32: 'win32', exit: 'exit_code' }),
  }));
}

function numbers(raw: Raw, fields: Readonly<Record<string, string>>): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) => {
      const value = raw[field];
      return typeof value === 'number' ? [[name, value]] : [];
    }),
  );
}

function toRow(file: string, kind: MessageKind, raw: Raw, field: string): MessageRow {
  const id = textOf(raw.event_id) || /\((\d{4})\)/.exec(textOf(raw.appears_in))?.[1];
  const provider = raw.module === 'V1' ? 'IIS AspNetCore Module' : 'IIS AspNetCore Module V2';
  const status = kind === 'httperr' ? textOf(raw.http_status).split(' ')[0] || '-' : textOf(raw.status);
  const substatus = textOf(raw.substatus);
  return {
    file,
    kind,
    format: textOf(raw[field]),
    accept: accepted(raw),
    provider: textOf(raw.source_name) || provider,
    status: substatus === '' ? status : `${status}.${substatus}`,
    ...(id === undefined ? {} : { event: Number(id) }),
  };
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function accepted(raw: Raw): readonly string[] {
  return Array.isArray(raw.catalog) ? raw.catalog.map(String) : [];
}

function load(folder: string, name: string): Raw {
  const content: Raw = parse(readFileSync(path.join(folder, name), 'utf8'));
  return content;
}

function rows(content: Raw, list: string): readonly Raw[] {
  const found = content[list];
  return Array.isArray(found) ? found : [];
}
