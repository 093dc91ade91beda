import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { findModule } from '../../src/catalog/findModule.ts';
import { median } from '../measure.ts';
import type { ProbeData } from './probe.ts';
import { LAG, RSS, RUNNING, valueOf, type BotProcess } from './bots.ts';

/** What was seen of a bot while it worked. */
export interface Seen {
  /** Bytes. */
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
  const over = new AbortController();

  async function look(): Promise<void> {
    while (!over.signal.aborted) {
      const usage = await bot.usage();
      rss.push(valueOf(usage, RSS));
      lags.push(valueOf(usage, LAG) * 1000);
      runningMax = Math.max(runningMax, valueOf(usage, RUNNING));
      await sleep(1_000, undefined, { signal: over.signal }).catch(() => undefined);
    }
  }

  const probe: ProbeData = { port: bot.port, slowest: new Float64Array(new SharedArrayBuffer(8)) };
  const probing = new Worker(findModule('bench/load/probe'), { workerData: probe });
  const looking = look();
  try {
    await work();
  } finally {
    over.abort();
    await looking;
    await probing.terminate();
  }
  return { rssMax: Math.max(...rss), runningMax, lagMs: median(lags), probeMs: probe.slowest[0] ?? 0 };
}
