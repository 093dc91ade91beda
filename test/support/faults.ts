import { HostmedicError } from '../../src/model/errors.ts';
import type { SessionStore } from '../../src/storage/sessionStore.ts';

/** How one storage call goes wrong. */
export type StorageFault =
  /** It rejects, and nothing was written. */
  | 'refused'
  /** It rejects, although it was carried out: the answer was lost. */
  | 'lost'
  /** It never answers. */
  | 'silent';

export interface FaultyStore {
  readonly store: SessionStore;
  /** Calls so far. */
  readonly calls: () => number;
  /** True when the fault was met. */
  readonly failed: () => boolean;
}

/** A store whose n-th call (from 1) and the `times - 1` calls after it go wrong, and all others work. */
export function failingStore(real: SessionStore, n: number, fault: StorageFault, times = 1): FaultyStore {
  let calls = 0;
  let failed = false;

  async function pass<T>(call: () => Promise<T>): Promise<T> {
    calls += 1;
    if (calls < n || calls >= n + times) return await call();
    failed = true;
    if (fault === 'silent') return await new Promise<never>(() => undefined);
    if (fault === 'lost') await call();
    throw new HostmedicError('STORAGE_UNAVAILABLE', 'the storage failed on purpose');
  }

  return {
    calls: () => calls,
    failed: () => failed,
    store: {
      load: (key) => pass(() => real.load(key)),
      commit: (...write) => pass(() => real.commit(...write)),
      due: (nowMs) => real.due(nowMs),
      delete: (...given) => pass(() => real.delete(...given)),
      sweep: (olderThanMs) => real.sweep(olderThanMs),
      check: () => real.check(),
      close: () => real.close(),
    },
  };
}
