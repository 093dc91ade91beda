import type { TurnDeps } from './computeTurn.ts';
import { rewrite } from './takeTurn.ts';

/**
 * Takes out of every record what is too old, also where nobody speaks any more. Several replicas may do it at the same time.
 * @throws the first of what takeTurn throws, when all others are done; what is left is due the next time
 */
export async function forgetOld(deps: TurnDeps): Promise<void> {
  const seen = new Set<string>();
  const faults: unknown[] = [];
  for (;;) {
    const keys = (await deps.store.due(deps.clock())).filter((key) => !seen.has(key));
    if (keys.length === 0) break;
    for (const key of keys) {
      seen.add(key);
      // Opening it leaves out what is too old.
      await rewrite(key, deps, (record) => ({ ...record })).catch((error: unknown) => faults.push(error));
    }
  }
  if (faults.length > 0) throw faults[0];
}
