import { LEVELS } from '../eventLabels.ts';
import type { Sign } from './sign.ts';

const DATE = '\\d{1,4}[./-]\\d{1,2}[./-]\\d{2,4},?[T ]\\d{1,2}[:.]\\d\\d(?:[:.]\\d\\d)?[ \\d.Z+:]{0,14}(?:[AP]M)?';

export const ROW = new RegExp(
  [
    // Get-WinEvent: the provider stands above its rows.
    '^[ \\t]{0,16}ProviderName: ?([^\\n]{2,80})$',
    `^[ \\t]{0,16}${DATE}[ \\t]{1,16}(\\d{1,5})[ \\t]{1,4}(?:${LEVELS})(?:[ \\t]|$)`,
    // CSV of the viewer: level, date, source, id.
    `^[ \\t]{0,16}"?(?:${LEVELS})"?[,;]"?${DATE}"?[,;]"?([^,;"\\n]{2,80})"?[,;]"?(\\d{1,5})(?!\\d)`,
    // Export-Csv after Select-Object TimeCreated, ProviderName, Id.
    `^[ \\t]{0,16}"${DATE}","([^"\\n]{2,80})","?(\\d{1,5})(?!\\d)`,
    // Get-EventLog: index, time, level, source, instance id.
    `^[ \\t]{0,16}\\d{1,9} [A-Z][^\\s\\d]{2,5} \\d{1,2} \\d\\d:\\d\\d {1,8}(?:0|Unknown|${LEVELS}) {1,16}(\\S(?:[^\\n ]| (?! )){1,60}) {1,30}(\\d{1,10})(?= |$)`,
  ].join('|'),
  'gm',
);

// Tables cut long names: "IIS AspNetCore M...".
const SOURCES = [
  'IIS AspNetCore Module V2',
  'Microsoft-Windows-WAS',
  'Microsoft-Windows-IIS-W3SVC',
  'Microsoft-Windows-HttpService',
  'Service Control Manager',
  'Application Error',
  'Windows Error Reporting',
];

/** Reads events from tables of PowerShell and from CSV files. */
export function readEventRows(part: string): Sign[] {
  const signs: Sign[] = [];
  let provider: string | null = null;
  for (const match of part.matchAll(ROW)) {
    if (match[1] !== undefined) {
      provider = match[1].trimEnd();
      continue;
    }
    const source = match[3] ?? match[5] ?? match[7] ?? provider;
    if (source === null) continue;
    const start = match.index + match[0].length - match[0].trimStart().length;
    // An instance id carries flags above its 16 bits.
    const id = Number(match[2] ?? match[4] ?? match[6] ?? match[8]) % 0x1_0000;
    signs.push({ type: 'event', value: fullName(source), id, start, end: match.index + match[0].length });
  }
  return signs;
}

function fullName(source: string): string {
  if (!source.endsWith('...')) return source.trimEnd();
  const known = source.slice(0, -3);
  return SOURCES.find((name) => name.startsWith(known)) ?? known;
}
