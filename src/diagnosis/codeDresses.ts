import type { CodeEntry } from '../model/catalog.ts';

/** One way to look a number up. */
export interface Dress {
  readonly kinds: readonly CodeEntry['kind'][];
  /** As the catalog writes it. */
  readonly code: string;
  /** Why the number can be read so: "signed decimal of 0x8007000d". */
  readonly as: string;
}

/** A number as it was written, and the 32 bits behind it. */
export interface Written {
  /** null for a status. */
  readonly word: number | null;
  readonly dresses: readonly Dress[];
}

const WORD_KINDS = ['hresult', 'ntstatus', 'dotnet-host'] as const;
const FACILITY_WIN32 = 0x8007;
/** Beginnings by which a number that has lost zeros is still known: "0x8007d" is 0x8007000d. */
const LOST_ZEROS = /^(8007|8000|8013|8027|c000)0*([0-9a-f]{1,3})$/;

/**
 * Every way to read one number.
 * @param code as codeQuery.ts gives it: "0x80070002", "80070002", "-2147024894", "2147942402", "500.19", "126", "ff"
 * @returns likeliest first by the dress alone; null when it is no number of at most 32 bits
 */
export function dressesOf(code: string): Written | null {
  if (/^[1-5]\d\d\.\d{1,3}$/.test(code)) {
    return { word: null, dresses: [{ kinds: ['http'], code, as: 'HTTP status with sub-status' }] };
  }
  const digits = /^0x([0-9a-f]{1,16})$/.exec(code)?.[1];
  if (digits !== undefined) return hexadecimal(digits);
  if (/^-?\d+$/.test(code) && !/^\d{8}$/.test(code)) return decimal(code);
  if (/^\d{8}$/.test(code)) return both(hexadecimal(code), decimal(code));
  return /^[0-9a-f]{1,16}$/.test(code) ? hexadecimal(code) : null;
}

/** Eight digits alone may be either; as modules print codes, hexadecimal comes first. */
function both(first: Written | null, second: Written | null): Written | null {
  return first === null ? second : { ...first, dresses: [...first.dresses, ...(second?.dresses ?? [])] };
}

function hexadecimal(digits: string): Written | null {
  const short = digits.replace(/^f{8}(?=[89a-f][0-9a-f]{7}$)/, '').replace(/^0+(?=[0-9a-f]{8}$)/, '');
  if (short.length > 8) return null;
  const as = short.length < digits.length ? 'last 32 bits of the hexadecimal number' : 'hexadecimal, as written';
  const lost = short.length < 8 ? LOST_ZEROS.exec(short) : null;
  if (lost !== null) {
    const full = `${lost[1]}${lost[2]!.padStart(4, '0')}`;
    const word = Number.parseInt(full, 16);
    return { word, dresses: wordDresses(word, `0x${full}, with zeros lost`) };
  }
  const word = Number.parseInt(short, 16);
  if (word >= 0x80000000) return { word, dresses: wordDresses(word, as) };
  return {
    word,
    dresses: [
      { kinds: WORD_KINDS, code: hex(word), as },
      ...(short.length <= 2 && word >= 0x80
        ? [{ kinds: ['exit'] as const, code: String(word - 0x100), as: `exit code, low byte of ${word - 0x100}` }]
        : []),
      ...smallDresses(word, `hexadecimal of ${word}`),
    ],
  };
}

function decimal(text: string): Written | null {
  const value = BigInt(text);
  const word = Number(BigInt.asUintN(32, value));
  const isSigned32 = value >= -(2n ** 31n) && value < 2n ** 32n;
  // A 64-bit print of a negative HRESULT: its upper half is all ones.
  const isExtended = value >= 2n ** 64n - 2n ** 31n && value < 2n ** 64n;
  if (!isSigned32 && !isExtended) return null;
  if (word >= 0x80000000) {
    const sign = value < 0n ? 'signed' : isExtended ? '64-bit' : 'unsigned';
    return { word, dresses: wordDresses(word, `${sign} decimal of ${hex(word)}`) };
  }
  const status = /^[1-5]\d\d$/.test(text) ? [{ kinds: ['http'] as const, code: text, as: 'HTTP status' }] : [];
  return {
    word,
    dresses: [
      ...status,
      ...smallDresses(word, 'decimal, as written'),
      { kinds: WORD_KINDS, code: hex(word), as: `unsigned decimal of ${hex(word)}` },
    ],
  };
}

function wordDresses(word: number, as: string): Dress[] {
  const signed = word - 2 ** 32;
  return [
    { kinds: WORD_KINDS, code: hex(word), as },
    ...(word >>> 16 === FACILITY_WIN32
      ? [{ kinds: ['win32'] as const, code: String(word & 0xffff), as: `Windows error inside ${hex(word)}` }]
      : []),
    // HRESULT_FROM_NT sets one bit more: 0xd0000005 holds 0xc0000005.
    ...(word >>> 28 === 0xd
      ? [{ kinds: ['ntstatus'] as const, code: hex((word & 0xefffffff) >>> 0), as: `NTSTATUS inside ${hex(word)}` }]
      : []),
    { kinds: ['exit'], code: String(signed), as: `exit code ${signed}` },
  ];
}

function smallDresses(value: number, as: string): Dress[] {
  const inHresult = `0x8007${value.toString(16).padStart(4, '0')}`;
  return [
    { kinds: ['win32'], code: String(value), as: `Windows error, ${as}` },
    ...(value > 0 && value <= 0xffff
      ? [{ kinds: WORD_KINDS, code: inHresult, as: `Windows error ${value}, as HRESULT ${inHresult}` }]
      : []),
    { kinds: ['exit'], code: String(value), as: `exit code, ${as}` },
    ...fromLastByte(value),
  ];
}

/** Linux keeps one byte of an exit code: 150 is 0x80008096 of the .NET host. */
function fromLastByte(byte: number): Dress[] {
  if (byte < 0x81 || byte > 0xff) return [];
  const code = hex(0x80008000 + byte);
  return [{ kinds: ['dotnet-host'], code, as: `exit code on Linux, the last byte of ${code}` }];
}

function hex(word: number): string {
  return `0x${word.toString(16).padStart(8, '0')}`;
}
