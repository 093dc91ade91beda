import { setTimeout as sleep } from 'node:timers/promises';
import { HostmedicError } from '../model/errors.ts';
import type { TurnDeps } from './computeTurn.ts';
import { tidy } from './takeTurn.ts';

/** Between two pages of records, so that turns come first. */
const PAUSE_MS = 200;

/**
 * Takes out of every record what is too old, also where nobody speaks any more. Several replicas may do it at the same time.
 * @throws the first of what single records throw, when all others are done; STORAGE_UNAVAILABLE at once. What is left is due the next time
 */
export async function forgetOld(deps: TurnDeps): Promise<void> {
  const faults: unknown[] = [];
  for await (const keys of deps.store.due(deps.clock())) {
    for (const key of keys) {
      try {
        await tidy(key, deps);
      } catch (error) {
        if (error instanceof HostmedicError && error.code === 'STORAGE_UNAVAILABLE') throw error;
        faults.push(error);
      }
    }
    await sleep(PAUSE_MS);
  }
  if (faults.length > 0) throw faults[0];
}
