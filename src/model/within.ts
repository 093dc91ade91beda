/** What within() gives when the time is over. */
export const LATE: unique symbol = Symbol('late');

/**
 * Waits for work, but not longer than so many milliseconds. The work goes on, and nobody has to look after it any more.
 * @returns LATE when the time is over
 * @throws what `work` rejects with in time
 */
export async function within<T>(work: Promise<T>, ms: number): Promise<T | typeof LATE> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<typeof LATE>((resolve) => {
    timer = setTimeout(() => resolve(LATE), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
