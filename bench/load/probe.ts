import { setTimeout as sleep } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';

/**
 * Asks /healthz and /readyz once a second, in a thread of its own: the one that makes the load would measure its own waits.
 * Posts the slowest answer so far in milliseconds; Infinity when one was not 200.
 */
const port = Number(workerData);
let slowestMs = 0;
for (;;) {
  for (const name of ['healthz', 'readyz']) {
    const startMs = performance.now();
    const answer = await fetch(`http://127.0.0.1:${port}/${name}`);
    await answer.text();
    slowestMs = Math.max(slowestMs, answer.ok ? performance.now() - startMs : Number.POSITIVE_INFINITY);
  }
  parentPort?.postMessage(slowestMs);
  await sleep(1_000);
}
