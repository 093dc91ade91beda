/**
 * Lets one pass in each round of the event loop, in the order in which they came. A turn computes for some milliseconds without
 * a break; when many arrive together, health probes, timers and answers wait for one of them and not for all.
 */
export function createTurnstile(): () => Promise<void> {
  let last = Promise.resolve();
  return async () => {
    last = last.then(() => new Promise((resolve) => setImmediate(resolve)));
    await last;
  };
}
