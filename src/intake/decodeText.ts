/**
 * Reads the bytes of a file as text: UTF-8, or UTF-16 (PowerShell writes it) with byte order mark or by its zero bytes.
 * @returns null for a binary file
 */
export function decodeText(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decoded('utf-16le', bytes);
  if (first === 0xfe && second === 0xff) return decoded('utf-16be', bytes);
  const head = bytes.subarray(0, 4096);
  const zeros = head.filter((byte) => byte === 0).length;
  if (zeros > head.length / 4) return decoded(head[1] === 0 ? 'utf-16le' : 'utf-16be', bytes);
  return zeros > 0 ? null : decoded('utf-8', bytes);
}

function decoded(encoding: 'utf-8' | 'utf-16le' | 'utf-16be', bytes: Uint8Array): string {
  return new TextDecoder(encoding).decode(bytes);
}
