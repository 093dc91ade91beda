/**
 * Freezes plain data with everything in it, so that no turn can change what the next one sees.
 * @param data objects, lists and plain values without cycles
 * @returns the same data
 */
export function freezeDeep<T>(data: T): T {
  if (typeof data !== 'object' || data === null) return data;
  // 37,000 times at each start: Object.values would make a list each time, and doubles it.
  if (Array.isArray(data)) for (const value of data) freezeDeep(value);
  else for (const key in data) freezeDeep(data[key]);
  return Object.freeze(data);
}
