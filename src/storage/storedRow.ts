import { randomInt } from 'node:crypto';
import { HostmedicError } from '../model/errors.ts';
import { KEY_MAX } from './sessionStore.ts';
import type { JsonValue, StoredRecord } from './sessionStore.ts';

/**
 * Keys are stored as JSON text: NUL and lone surrogates stay apart, which plain UTF-8 text would not keep.
 * @throws INPUT_INVALID above KEY_MAX
 */
export function storedKey(key: string): string {
  if (key.length > KEY_MAX) {
    throw new HostmedicError(
      'INPUT_INVALID',
      `a session key has ${key.length} characters, at most ${KEY_MAX} are allowed`,
    );
  }
  return JSON.stringify(key);
}

/** The key that was stored so. @returns null when storedKey did not write it */
export function keyOf(stored: unknown): string | null {
  try {
    const key: unknown = typeof stored === 'string' ? JSON.parse(stored) : null;
    return typeof key === 'string' ? key : null;
  } catch {
    return null;
  }
}

/** A random start makes a version that was loaded before a delete miss the record made after it. */
export function firstVersion(): number {
  return randomInt(1, 2 ** 40);
}

/** @returns null when it is not what a commit wrote */
export function readStored(version: unknown, recordText: unknown): StoredRecord | null {
  if (typeof version !== 'number' || !Number.isSafeInteger(version) || typeof recordText !== 'string') return null;
  try {
    const record: JsonValue = JSON.parse(recordText);
    return { version, record };
  } catch {
    return null;
  }
}

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** @returns null for what are no bytes, and for bytes that are no UTF-8 */
export function utf8Of(bytes: unknown): string | null {
  // One row comes as the first, several come as the second.
  if (!(bytes instanceof Uint8Array || bytes instanceof ArrayBuffer)) return null;
  try {
    return UTF8.decode(bytes);
  } catch {
    return null;
  }
}
