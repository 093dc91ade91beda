import { setTimeout as sleep } from 'node:timers/promises';
import { workerData } from 'node:worker_threads';

/**
 * Asks /healthz and /readyz once a second, in a thread of its own: the one that makes the load would measure its own waits.
 * Notes the slowest answer so far in milliseconds; Infinity when one was not 200.
 */
const { port, slowest }: ProbeData = workerData;

/** What it is started with. */
export interface ProbeData {
  readonly port: number;
  /** One number, in memory that is shared with whoever started it. */
  readonly slowest: Float64Array;
}

for (;;) {
  for (const name of ['healthz', 'readyz']) {
    const startMs = performance.now();
    const answer = await fetch(`http://127.0.0.1:${port}/${name}`);
    await answer.text();
    slowest[0] = Math.max(slowest[0] ?? 0, answer.ok ? performance.now() - startMs : Number.POSITIVE_INFINITY);
  }
  await sleep(1_000);
}
