import { writeSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { openSqliteStore } from '../../src/storage/sqliteStore.ts';

/**
 * A process that counts up and tells each commit at once: `node --import tsx commitLoop.ts FILE TIMES`.
 * Prints "open", "kept N" for a commit that returned, "refused N, has M" for one that rejected (M: what is read then), "closed";
 * or the code of the error that it could not open with.
 */
const [file = '', times = '0'] = process.argv.slice(2);
const REFUSED_PAUSE_MS = 20;

try {
  const store = openSqliteStore(file, { onPutAside: (aside) => tell(`put aside ${aside}`) });
  tell('open');
  for (let n = 1; n <= Number(times); n++) {
    const stored = await store.load('a');
    try {
      await store.commit('a', stored?.version ?? null, { n, filler: Array.from({ length: 300 }, () => n), again: n });
      tell(`kept ${n}`);
    } catch {
      tell(
        `refused ${n}, has ${JSON.stringify((await store.load('a'))?.record ?? { n: 0 }).replace(/^\{"n":(\d+).*/, '$1')}`,
      );
      await wait(REFUSED_PAUSE_MS);
    }
  }
  await store.close();
  tell('closed');
} catch (error) {
  tell(error instanceof Error && 'code' in error ? String(error.code) : String(error));
}

/** Written at once: what stands on standard output was done before the process was killed. */
function tell(line: string): void {
  writeSync(1, `${line}\n`);
}
