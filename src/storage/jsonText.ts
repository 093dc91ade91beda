import { HostmedicError } from '../model/errors.ts';
import { RECORD_BYTES_MAX, RECORD_DEPTH_MAX } from './sessionStore.ts';

/**
 * Writes a record as JSON text, or refuses what would not come back as it was.
 * @param record value that should be plain JSON; checked, because types end where data begins
 * @returns JSON text of at most RECORD_BYTES_MAX bytes UTF-8
 * @throws INPUT_INVALID for undefined, NaN, dates, big integers, class instances, cycles, nesting above RECORD_DEPTH_MAX;
 *         RECORD_TOO_LARGE
 */
export function toJsonText(record: unknown): string {
  assertPlainJson(record, 'record', 0);
  const text = JSON.stringify(record);
  const bytes = Buffer.byteLength(text, 'utf8');
  if (bytes > RECORD_BYTES_MAX) {
    throw new HostmedicError(
      'RECORD_TOO_LARGE',
      `a record is ${bytes} bytes, at most ${RECORD_BYTES_MAX} are stored; keep fewer or shorter quotes`,
    );
  }
  return text;
}

function assertPlainJson(value: unknown, path: string, depth: number): void {
  // A cycle ends here too.
  if (depth > RECORD_DEPTH_MAX) throw notJson(path.slice(0, 80), `is nested deeper than ${RECORD_DEPTH_MAX} levels`);
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return;
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw notJson(path, `is ${value}`);
    return;
  }
  if (typeof value !== 'object') throw notJson(path, `is of type ${typeof value}`);
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) assertPlainJson(value[index], `${path}[${index}]`, depth + 1);
    return;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw notJson(path, 'is not a plain object');
  for (const [name, item] of Object.entries(value)) assertPlainJson(item, `${path}.${name}`, depth + 1);
}

function notJson(path: string, what: string): HostmedicError {
  return new HostmedicError('INPUT_INVALID', `${path} ${what}; only plain JSON can be stored`);
}
