/**
 * Brings what an earlier release stored up to the present shape, one version at a time. Pure, and never throws.
 * @param stored plain JSON, untrusted in shape
 * @returns the same value when there is nothing to do, or nothing that is known how to do
 */
export function migrate(stored: unknown): unknown {
  return isFields(stored) && stored['schema'] === 1 ? fromFirst(stored) : stored;
}

/** Version 2: step lists of shared chats know who did what, and who is on it. */
function fromFirst(stored: Readonly<Record<string, unknown>>): unknown {
  if (!isFields(stored['case'])) return stored;
  const people = { marks: {}, claims: {}, acted: [], openedBy: null, askedToJoin: [], joined: [] };
  return { ...stored, schema: 2, list: null, apart: [], case: { ...stored['case'], ...people } };
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
