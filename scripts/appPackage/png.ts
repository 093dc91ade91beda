export interface PngHeader {
  readonly width: number;
  readonly height: number;
  /** Colour type 4 or 6: every point says how transparent it is. */
  readonly hasAlpha: boolean;
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/**
 * Reads the first chunk (IHDR) of a PNG file.
 * @returns null when the bytes are no PNG
 * Layout: https://www.w3.org/TR/png-3/#11IHDR
 */
export function readPngHeader(bytes: Uint8Array): PngHeader | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length < 33 || !file.subarray(0, 8).equals(SIGNATURE) || file.toString('latin1', 12, 16) !== 'IHDR') {
    return null;
  }
  return { width: file.readUInt32BE(16), height: file.readUInt32BE(20), hasAlpha: [4, 6].includes(file[25] ?? 0) };
}
