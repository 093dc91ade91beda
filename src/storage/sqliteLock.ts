import { setTimeout as sleep } from 'node:timers/promises';
import { TRY_MS } from './sessionStore.ts';

/** The driver waits inside the process, and nothing else runs meanwhile: so it waits hardly at all. */
export const BUSY_TIMEOUT_MS = 10;
/** While two processes open one file, each may wait for the other. */
export const OPENING_TIMEOUT_MS = 5_000;
const PAUSE_MS = 30;

/**
 * Runs synchronous work on a SQLite file, and again as long as another process holds its lock; others may run meanwhile.
 * @param work has no effect when it fails with "busy"
 * @throws what `work` throws; "busy" after TRY_MS
 */
export async function whileLocked<T>(work: () => T): Promise<T> {
  const startMs = performance.now();
  for (;;) {
    try {
      return work();
    } catch (error) {
      if (!isBusy(error) || performance.now() - startMs >= TRY_MS) throw error;
    }
    await sleep(PAUSE_MS * (0.5 + Math.random()));
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^SQLITE_(?:BUSY|LOCKED)/.test(String(error.code));
}
