import { setTimeout as sleep } from 'node:timers/promises';
import { TRY_MS } from './sessionStore.ts';

/** The driver waits inside its thread, and nothing else runs there meanwhile, not even a read: so it waits hardly at all. */
export const BUSY_TIMEOUT_MS = 10;
const PAUSE_MS = 30;

/**
 * Runs synchronous work on a SQLite file, and again as long as another process holds its lock; others may run meanwhile.
 * @param work has no effect when it fails for the lock
 * @throws what `work` throws; for the lock after TRY_MS
 */
export async function whileLocked<T>(work: () => T): Promise<T> {
  const startMs = performance.now();
  for (;;) {
    try {
      return work();
    } catch (error) {
      if (!isLocked(error) || performance.now() - startMs >= TRY_MS) throw error;
    }
    await sleep(PAUSE_MS * (0.5 + Math.random()));
  }
}

/** True for an error, or one whose cause it is, that says that another process holds the lock. */
export function isLocked(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return 'code' in error && /^SQLITE_(?:BUSY|LOCKED)/.test(String(error.code)) ? true : isLocked(error.cause);
}
