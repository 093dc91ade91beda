/**
 * Brings one code into the form that catalog keys have.
 * "0x80070002", "80070002", "-2147024894", "2147942402" -> "0x80070002"; "ff", "0xff" -> "0x000000ff"; "12002" -> "12002".
 * @returns "0x" and 8 lower-case hex digits, or a Win32/exit code as a decimal; null when it is no code ("500.19", "")
 */
export function canonicalCode(text: string): string | null {
  const code = text.trim().toLowerCase();
  const hex = /^0x([0-9a-f]{1,8})$/.exec(code)?.[1];
  if (hex !== undefined) return toHex(hex);
  if (/^-\d{1,10}$/.test(code)) {
    const value = Number(code);
    return value < 0 && value >= -0x80000000 ? fromNumber(value + 0x1_0000_0000) : null;
  }
  if (BARE_HEX.test(code)) return toHex(code);
  if (/^\d{1,10}$/.test(code)) {
    const value = Number(code);
    if (value > 0xffffffff) return null;
    return value >= 0x80000000 ? fromNumber(value) : String(value);
  }
  return /^[0-9a-f]{2,8}$/.test(code) ? toHex(code) : null;
}

/** The HRESULT of a Win32 error: "12002" -> "0x80072ee2". Null for 0, for more than 16 bits, and for a code in hex. */
export function hresultOfWin32(decimal: string): string | null {
  if (!/^\d{1,5}$/.test(decimal)) return null;
  const value = Number(decimal);
  return value > 0 && value <= 0xffff ? fromNumber(0x80070000 + value) : null;
}

// HRESULTs and NTSTATUS codes as modules print them without "0x"; all digits may be decimal, so they are asked first.
const BARE_HEX = /^(?:8007|8000|8013|c000)[0-9a-f]{4}$|^e0434352$/;

function toHex(digits: string): string {
  return `0x${digits.padStart(8, '0')}`;
}

function fromNumber(value: number): string {
  return toHex(value.toString(16));
}
