import { HostmedicError } from './model/errors.ts';
import type { SessionStore } from './storage/sessionStore.ts';

/** What is counted of a storage. */
export interface StoreMetrics {
  /** @param code code of the error; null: none */
  stored(call: StoreCall, durationMs: number, code: string | null): void;
}

/** Calls that a turn waits for. */
export type StoreCall = 'load' | 'commit' | 'delete' | 'check' | 'sweep';

/** The same storage, each call timed and each failure counted. */
export function measured(store: SessionStore, metrics: StoreMetrics): SessionStore {
  return {
    load: async (...given) => await timed('load', () => store.load(...given)),
    commit: async (...given) => await timed('commit', () => store.commit(...given)),
    delete: async (...given) => await timed('delete', () => store.delete(...given)),
    sweep: async (...given) => await timed('sweep', () => store.sweep(...given)),
    due: (nowMs) => store.due(nowMs),
    check: async () => await timed('check', () => store.check()),
    close: async () => await store.close(),
  };

  async function timed<T>(call: StoreCall, work: () => Promise<T>): Promise<T> {
    const startMs = performance.now();
    let code: string | null = null;
    try {
      return await work();
    } catch (error) {
      code = error instanceof HostmedicError ? error.code : 'UNKNOWN';
      throw error;
    } finally {
      metrics.stored(call, performance.now() - startMs, code);
    }
  }
}
