/**
 * Reads the bytes of a file as text: UTF-8, or UTF-16 (PowerShell writes it) with byte order mark or by its zero bytes;
 * what is not UTF-8 is Windows-1252, as old tools write it.
 * @returns null for a binary file
 */
export function decodeText(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decoded('utf-16le', bytes);
  if (first === 0xfe && second === 0xff) return decoded('utf-16be', bytes);
  // A log that is still being written may end in zero bytes.
  const head = bytes.subarray(0, Math.min(HEAD, bytes.findLastIndex((byte) => byte !== 0) + 1));
  const zeros = head.filter((byte) => byte === 0).length;
  if (zeros > head.length / 4) return decodeZeros(head, bytes);
  const controls = head.filter((byte) => byte < 0x20 && !SHOWN.has(byte)).length;
  return controls > head.length * CONTROLS_MAX ? null : decodeBytes(bytes);
}

const HEAD = 4096;
/** Tab, line feed, form feed, carriage return, escape (terminal colours). */
const SHOWN = new Set([0x09, 0x0a, 0x0c, 0x0d, 0x1b]);
const CONTROLS_MAX = 0.02;

/** Zero bytes stand on one side of the pairs in UTF-16, on both in a binary file. */
function decodeZeros(head: Uint8Array, bytes: Uint8Array): string | null {
  const odd = head.filter((byte, at) => byte === 0 && at % 2 === 1).length;
  const even = head.filter((byte, at) => byte === 0 && at % 2 === 0).length;
  if (Math.min(odd, even) > head.length / 20) return null;
  return decoded(odd > even ? 'utf-16le' : 'utf-16be', bytes);
}

/** A broken character in a long UTF-8 log is a cut; more broken than whole ones are another encoding. */
function decodeBytes(bytes: Uint8Array): string {
  const text = decoded('utf-8', bytes);
  if (!text.includes('\ufffd')) return text;
  let broken = 0;
  let whole = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0xfffd) broken += 1;
    else if (code > 0x7f) whole += 1;
  }
  return broken > whole ? fromWindows1252(bytes) : text;
}

// 0x80 to 0x9f, https://encoding.spec.whatwg.org/index-windows-1252.txt; TextDecoder of Node 20 and 22 leaves them as control characters.
const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

function fromWindows1252(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return text.replace(/[\x80-\x9f]/g, (sign) => WINDOWS_1252[sign.charCodeAt(0) - 0x80]!);
}

function decoded(encoding: 'utf-8' | 'utf-16le' | 'utf-16be', bytes: Uint8Array): string {
  return new TextDecoder(encoding).decode(bytes);
}
