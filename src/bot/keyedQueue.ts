/** Runs the work of one key one after the other, and different keys side by side. Replicas are kept in order by the conditional write. */
export class KeyedQueue {
  private readonly tails = new Map<string, Promise<unknown>>();

  /** @returns what `work` returns; a rejection reaches the caller and does not stop the next in line */
  async run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.tails.get(key) ?? Promise.resolve();
    const own = before.then(work, work);
    const tail = own.then(
      () => undefined,
      () => undefined,
    );
    this.tails.set(key, tail);
    try {
      return await own;
    } finally {
      if (this.tails.get(key) === tail) this.tails.delete(key);
    }
  }
}
