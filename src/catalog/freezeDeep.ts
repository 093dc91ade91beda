/**
 * Freezes plain data with everything in it, so that no turn can change what the next one sees.
 * @param data objects, lists and plain values without cycles
 * @returns the same data
 */
export function freezeDeep<T>(data: T): T {
  if (typeof data === 'object' && data !== null && !Object.isFrozen(data)) {
    Object.freeze(data);
    for (const value of Object.values(data)) freezeDeep(value);
  }
  return data;
}
