import { findRoot } from '../../src/catalog/findRoot.ts';
import { openStore } from '../../src/storage/openStore.ts';

/**
 * A process that counts up in a shared storage: `node --import tsx increment.ts SETTING TIMES`.
 * Prints how often somebody else wrote first.
 */
const [setting = '', times = '0'] = process.argv.slice(2);
const store = await openStore(setting, findRoot());
let conflicts = 0;
for (let done = 0; done < Number(times);) {
  const stored = await store.load('counter');
  const count = typeof stored?.record === 'number' ? stored.record : 0;
  if (await store.commit('counter', stored?.version ?? null, count + 1)) done++;
  else conflicts++;
}
await store.close();
console.log(conflicts);
