import { randomUUID } from 'node:crypto';
import { HostmedicError } from '../model/errors.ts';
import { openBlobContainer } from './azureBlobContainer.ts';
import { readOutcomeCount } from './outcomeCounter.ts';
import type { OutcomeCount, OutcomeCounter } from './outcomeCounter.ts';

const BLOB = 'outcomes';
/** Replicas count seldom; so many conflicts in a row are a fault. */
const TRIES = 10;

/**
 * Counts in one blob of its own, beside the sessions.
 * @throws as openAzureBlobStore
 */
export async function openAzureBlobOutcomes(connectionString: string): Promise<OutcomeCounter> {
  const container = await openBlobContainer(connectionString);
  return {
    add: async (outcome) => {
      for (let attempt = 0; attempt < TRIES; attempt++) {
        const found = await container.read(BLOB);
        const counts = addOne(readCounts(found?.text ?? ''), outcome);
        const text = JSON.stringify({ write: randomUUID(), counts });
        const at = { writtenMs: Date.now(), dueMs: null };
        if ((await container.write(BLOB, text, at, { etag: found?.etag ?? null })) !== null) return;
      }
      throw new HostmedicError('STORAGE_UNAVAILABLE', 'an outcome could not be counted: others kept writing first');
    },
    list: async () => readCounts((await container.read(BLOB))?.text ?? ''),
    close: async () => container.close(),
  };
}

function addOne(
  counts: readonly OutcomeCount[],
  { causeId, word, outcome }: Omit<OutcomeCount, 'count'>,
): OutcomeCount[] {
  const isSame = (one: OutcomeCount): boolean =>
    one.causeId === causeId && one.word === word && one.outcome === outcome;
  const count = (counts.find(isSame)?.count ?? 0) + 1;
  return [...counts.filter((one) => !isSame(one)), { causeId, word, outcome, count }].sort(byCauseThenCount);
}

function byCauseThenCount(a: OutcomeCount, b: OutcomeCount): number {
  if (a.causeId !== b.causeId) return a.causeId < b.causeId ? -1 : 1;
  if (a.count !== b.count) return b.count - a.count;
  return `${a.word} ${a.outcome}` < `${b.word} ${b.outcome}` ? -1 : 1;
}

function readCounts(text: string): readonly OutcomeCount[] {
  try {
    const content: unknown = JSON.parse(text);
    const rows: unknown = typeof content === 'object' && content !== null && 'counts' in content ? content.counts : [];
    return Array.isArray(rows) ? rows.flatMap((row) => readOutcomeCount(row) ?? []) : [];
  } catch {
    return [];
  }
}
