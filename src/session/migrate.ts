import { noted } from './recent.ts';
import type { RecentMinute } from './record.ts';

/**
 * Brings what an earlier release stored up to the present shape, one version at a time. Pure, and never throws.
 * @param stored plain JSON, untrusted in shape
 * @returns the same value when there is nothing to do, or nothing that is known how to do
 */
export function migrate(stored: unknown): unknown {
  const second = isFields(stored) && stored['schema'] === 1 ? fromFirst(stored) : stored;
  return isFields(second) && second['schema'] === 2 ? fromSecond(second) : second;
}

/** Version 2: step lists of shared chats know who did what, and who is on it. */
function fromFirst(stored: Readonly<Record<string, unknown>>): unknown {
  if (!isFields(stored['case'])) return stored;
  const people = { marks: {}, claims: {}, acted: [], openedBy: null, askedToJoin: [], joined: [] };
  return { ...stored, schema: 2, list: null, apart: [], case: { ...stored['case'], ...people } };
}

/** Version 3: deliveries are kept as short hashes, by the minute. */
function fromSecond(stored: Readonly<Record<string, unknown>>): unknown {
  if (!Array.isArray(stored['recent'])) return stored;
  let recent: readonly RecentMinute[] = [];
  for (const one of stored['recent'] as readonly unknown[]) {
    if (!isFields(one) || typeof one['id'] !== 'string' || typeof one['at'] !== 'number') continue;
    recent = noted(recent, one['id'], Math.floor(one['at'] / 60_000));
  }
  return { ...stored, schema: 3, recent };
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
