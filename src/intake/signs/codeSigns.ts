import type { Sign } from './sign.ts';
import { canonicalCode, hresultOfWin32 } from './canonicalCode.ts';

// One scan: hex with 0x (and the host's own code behind it: "0x80004005 : 80008081"), bare hex, signed and unsigned decimals.
const CODE =
  /\b0x([0-9a-f]{1,8})(?![0-9a-z])|(?<![\w-])(?:(?:8007|8000|8013|c000)[0-9a-f]{4}|e0434352)(?![\w-]|\.\d)|(?<![\w.-])-\d{9,10}(?![\w-]|\.\d)|(?<![\w.:-])(?:214[78]|322[15])\d{6}(?![\w.:-]|\.\d)/gi;
// ErrorCode = '0x80004005 : ff.'   ErrorCode = '0x80070002' : 0.
const SECOND_CODE = /['"]?\s?:\s?['"]?(?:0x)?([0-9a-f]{1,8})(?![\w])/iy;
const ERROR_CODE = /Error\s?Code\s{0,2}[=:]?\s{0,2}['"]?$/i;

// 12002 beside a word that says what it is.
const WIN32 =
  /\b(?:WinHTTP|WinINet|errors?|Fehler|erreur|status|code)\b[^\n\d]{0,24}?\b(12[01]\d\d)(?![\d.]|,\d)|\b(?:Win32|Win32Exception|system|windows)[ -](?:error|status|code)(?: code)?[ :=(]{1,4}(\d{1,5})(?![\d.])|\bWin32Exception \((\d{1,5})\)/gi;

/** Reads the codes of a text; offsets are into the part. */
export function readCodes(part: string): Sign[] {
  const signs: Sign[] = [];
  for (const match of part.matchAll(CODE)) {
    const start = match.index;
    const end = start + match[0].length;
    if (match[1] === undefined) {
      add(signs, canonicalCode(match[0]), start, end);
      continue;
    }
    if (match[1].length === 8 ? Number.parseInt(match[1], 16) !== 0 : isShortCode(match[1])) {
      add(signs, canonicalCode(match[0]), start, end);
    }
    readSecond(part, start, end, signs);
  }
  for (const match of part.matchAll(WIN32)) {
    const decimal = match[1] ?? match[2] ?? match[3] ?? '';
    const start = match.index + match[0].lastIndexOf(decimal);
    addWin32(signs, decimal, start, start + decimal.length);
  }
  return signs;
}

/** Adds a Win32 code as the decimal that it is and as the HRESULT that other texts print for it; 0 is no error. */
export function addWin32(signs: Sign[], decimal: string, start: number, end: number): void {
  const code = canonicalCode(decimal);
  if (code === null || code === '0') return;
  add(signs, code, start, end);
  add(signs, hresultOfWin32(code), start, end);
}

/** "0x8007" alone is half of a code. */
function isShortCode(digits: string): boolean {
  return /^[8ce]/i.test(digits) && !/^(?:8007|8000|8013|c000)$/i.test(digits);
}

function readSecond(part: string, start: number, end: number, signs: Sign[]): void {
  SECOND_CODE.lastIndex = end;
  const second = SECOND_CODE.exec(part)?.[1];
  if (second === undefined || /^0+$/.test(second)) return;
  // "0x80070005: a file" is a sentence: short codes count only behind the module's own "ErrorCode =".
  if (second.length < 8 && !ERROR_CODE.test(part.slice(Math.max(0, start - 20), start))) return;
  const at = SECOND_CODE.lastIndex - second.length;
  // A full code is found by the scan itself when it has one of the usual beginnings.
  const alone = second.length === 8 && /^(?:8007|8000|8013|c000|e0434352)/i.test(second);
  const prefixed = part.slice(Math.max(0, at - 2), at).toLowerCase() === '0x';
  if (!alone && !prefixed) add(signs, canonicalCode(`0x${second}`), at, at + second.length);
}

function add(signs: Sign[], value: string | null, start: number, end: number): void {
  if (value !== null) signs.push({ type: 'code', value, start, end });
}
