import { setTimeout as sleep } from 'node:timers/promises';
import { median } from '../measure.ts';
import { LAG, RSS, RUNNING, valueOf, type BotProcess } from './bots.ts';

/** What was seen of a bot while it worked. */
export interface Seen {
  /** Bytes, one a second. */
  readonly rss: readonly number[];
  readonly rssMax: number;
  readonly runningMax: number;
  /** p99 of the event-loop delay in the median second, in milliseconds; the probe's own 10 ms are in it. */
  readonly lagMs: number;
  /** Slowest answer of /healthz and /readyz in milliseconds; Infinity when one of them was not 200. */
  readonly probeMs: number;
}

/** Looks at a bot once a second while the work goes on. */
export async function watched(bot: BotProcess, work: () => Promise<void>): Promise<Seen> {
  const rss: number[] = [];
  const lags: number[] = [];
  let runningMax = 0;
  let probeMs = 0;
  const over = new AbortController();

  async function look(): Promise<void> {
    while (!over.signal.aborted) {
      for (const name of ['healthz', 'readyz']) probeMs = Math.max(probeMs, await probe(bot.port, name));
      const usage = await bot.usage();
      rss.push(valueOf(usage, RSS));
      lags.push(valueOf(usage, LAG) * 1000);
      runningMax = Math.max(runningMax, valueOf(usage, RUNNING));
      await sleep(1_000, undefined, { signal: over.signal }).catch(() => undefined);
    }
  }

  const looking = look();
  try {
    await work();
  } finally {
    over.abort();
    await looking;
  }
  // The first look covers the start of the process.
  return { rss, rssMax: Math.max(...rss), runningMax, lagMs: median(lags.slice(1)), probeMs };
}

async function probe(port: number, name: string): Promise<number> {
  const startMs = performance.now();
  const answer = await fetch(`http://127.0.0.1:${port}/${name}`);
  await answer.text();
  return answer.ok ? performance.now() - startMs : Number.POSITIVE_INFINITY;
}
