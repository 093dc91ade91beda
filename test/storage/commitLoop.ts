import { writeSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { SessionStore } from '../../src/storage/sessionStore.ts';
import { openSqliteStore } from '../../src/storage/sqliteStore.ts';

/**
 * A process that counts up and tells each commit at once: `node --import tsx commitLoop.ts FILE TIMES [KEYS]`.
 * Prints "open", "kept N" for a commit that returned, "refused N, has M" for one that rejected (M: what is read then), "closed";
 * or the code of the error that it could not open with. With several KEYS (1: the key "a"; 3: "a", "aa", "aaa") it counts under all
 * of them at the same time, and the longer ones are told as "kept N of aa".
 */
const [file = '', times = '0', keys = '1'] = process.argv.slice(2);
const REFUSED_PAUSE_MS = 20;

try {
  const store = await openSqliteStore(file, { onPutAside: (aside) => tell(`put aside ${aside}`) });
  tell('open');
  const all = Array.from({ length: Number(keys) }, (_, index) => 'a'.repeat(index + 1));
  for (let n = 1; n <= Number(times); n++) await Promise.all(all.map((key) => count(store, key, n)));
  await store.close();
  tell('closed');
} catch (error) {
  tell(error instanceof Error && 'code' in error ? String(error.code) : String(error));
}

async function count(store: SessionStore, key: string, n: number): Promise<void> {
  const stored = await store.load(key);
  const of = key === 'a' ? '' : ` of ${key}`;
  try {
    await store.commit(key, stored?.version ?? null, { n, filler: Array.from({ length: 300 }, () => n), again: n });
    tell(`kept ${n}${of}`);
  } catch {
    const has = JSON.stringify((await store.load(key))?.record ?? { n: 0 }).replace(/^\{"n":(\d+).*/, '$1');
    tell(`refused ${n}, has ${has}${of}`);
    await wait(REFUSED_PAUSE_MS);
  }
}

/** Written at once: what stands on standard output was done before the process was killed. */
function tell(line: string): void {
  writeSync(1, `${line}\n`);
}
