import { loadDotEnv, readConfig } from '../config.ts';
import { openOutcomes, openStore } from '../storage/openStore.ts';
import type { OutcomeCount } from '../storage/outcomeCounter.ts';

/**
 * Prints how causes turned out: "app-pool-stopped  works-now 4 (certain 3, likely 1)  not-this 1 (possible 1)".
 * @param args `--json` prints the counts as they are kept
 * @param root folder of package.json; the storage is the one of its settings
 * @returns exit code: 0
 * @throws as readConfig and openStore
 */
export async function outcomesCommand(args: readonly string[], root: string): Promise<number> {
  loadDotEnv(root);
  // No credentials are needed to read counts, so it is no production to this.
  const { storage } = readConfig({ ...process.env, NODE_ENV: '', WEBSITE_SITE_NAME: '' });
  const store = await openStore(storage, root);
  const counter = await openOutcomes(storage, root);
  try {
    const counts = await counter.list();
    process.stdout.write(args.includes('--json') ? `${JSON.stringify(counts, null, 2)}\n` : toText(counts));
    return 0;
  } finally {
    await counter.close();
    await store.close();
  }
}

function toText(counts: readonly OutcomeCount[]): string {
  if (counts.length === 0) return 'No outcome was counted yet.\n';
  const ids = [...new Set(counts.map(({ causeId }) => causeId))];
  const lines = ids.map((id) => {
    const own = counts.filter(({ causeId }) => causeId === id);
    return [id, partOf(own, 'works-now'), partOf(own, 'not-this')].filter((part) => part !== '').join('  ');
  });
  return `${lines.join('\n')}\n`;
}

function partOf(counts: readonly OutcomeCount[], outcome: OutcomeCount['outcome']): string {
  const own = counts.filter((one) => one.outcome === outcome);
  const sum = own.reduce((total, { count }) => total + count, 0);
  return sum === 0 ? '' : `${outcome} ${sum} (${own.map(({ word, count }) => `${word} ${count}`).join(', ')})`;
}
