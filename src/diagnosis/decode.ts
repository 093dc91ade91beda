import type { Catalog, CodeEntry } from '../model/catalog.ts';

/** One way to read a number. */
export interface Reading {
  readonly entry: CodeEntry;
  /** Why the number can be read so: "signed decimal of 0x8007000d". */
  readonly as: string;
  /** True for the reading that fits this dress best; at most one of a list. */
  readonly likely: boolean;
}

const FACILITY_WIN32 = 0x8007;

/**
 * Reads a number in any dress: `0x8007000d`, `8007000d`, `-2147024883`, `2147942413`, `500.19`, `12002`, `ff`.
 * @param text one code; white space around it does not matter
 * @returns likely reading first; empty when no reading is in the catalog
 */
export function decode(text: string, catalog: Catalog): Reading[] {
  const readings = new Map<CodeEntry, string>();
  const add = (kinds: readonly CodeEntry['kind'][], code: string, as: string): void => {
    for (const entry of catalog.codes) {
      if (entry.code === code && kinds.includes(entry.kind) && !readings.has(entry)) readings.set(entry, as);
    }
  };
  for (const { code, kinds, as } of dresses(text.trim().toLowerCase())) add(kinds, code, as);
  return [...readings].map(([entry, as], rank) => ({ entry, as, likely: rank === 0 }));
}

interface Dress {
  readonly kinds: readonly CodeEntry['kind'][];
  readonly code: string;
  readonly as: string;
}

const WORD_KINDS = ['hresult', 'ntstatus', 'dotnet-host'] as const;

function dresses(text: string): Dress[] {
  if (/^\d{3}(\.\d{1,3})?$/.test(text)) return [{ kinds: ['http'], code: text, as: 'HTTP status' }, ...decimal(text)];
  if (/^-?\d+$/.test(text) && !/^[0-9]{8}$/.test(text)) return decimal(text);
  const hex = /^(?:0x)?([0-9a-f]{1,8})$/.exec(text)?.[1];
  if (hex === undefined) return [];
  const word = hex.padStart(8, '0');
  const found: Dress[] = [
    { kinds: WORD_KINDS, code: `0x${word}`, as: 'hexadecimal' },
    ...fromWord(Number.parseInt(word, 16), 'hexadecimal'),
  ];
  return /^\d{8}$/.test(text) ? [...found, ...decimal(text)] : found;
}

function decimal(text: string): Dress[] {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < -(2 ** 31) || value >= 2 ** 32) return [];
  const word = value < 0 ? value + 2 ** 32 : value;
  const hex = `0x${word.toString(16).padStart(8, '0')}`;
  const dress = value < 0 ? `signed decimal of ${hex}` : `unsigned decimal of ${hex}`;
  if (word >= 0x80000000) {
    return [
      { kinds: WORD_KINDS, code: hex, as: dress },
      ...fromWord(word, dress),
      { kinds: ['exit'], code: String(value), as: 'exit code' },
    ];
  }
  const viaHresult = word <= 0xffff ? `0x8007${word.toString(16).padStart(4, '0')}` : hex;
  return [
    { kinds: ['win32'], code: String(word), as: 'Win32 error (sc-win32-status)' },
    { kinds: WORD_KINDS, code: viaHresult, as: `Win32 error, as HRESULT ${viaHresult}` },
    { kinds: WORD_KINDS, code: hex, as: dress },
    { kinds: ['exit'], code: String(value), as: 'exit code' },
  ];
}

function fromWord(word: number, dress: string): Dress[] {
  const readings: Dress[] = [];
  if (word >>> 16 === FACILITY_WIN32)
    readings.push({ kinds: ['win32'], code: String(word & 0xffff), as: `Win32 error inside the ${dress}` });
  const signed = word >= 0x80000000 ? word - 2 ** 32 : word;
  readings.push({ kinds: ['exit'], code: String(signed), as: 'exit code' });
  if (word <= 0xff) readings.push({ kinds: ['exit'], code: String(word), as: 'exit code' });
  return readings;
}
