import { describeError } from './http/describeError.ts';
import type { Logger } from './log.ts';

const MINUTE_MS = 60_000;
const FORGET_EVERY_MS = 5 * MINUTE_MS;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** What is kept in order beside the turns. */
export interface Housekeeping {
  /** Begins no further work; what runs at this moment ends by itself. */
  stop(): void;
}

export interface HousekeepingOptions {
  readonly store: { sweep(olderThanMs: number): Promise<unknown> };
  readonly bot: { forgetOld(): Promise<void> };
  readonly log: Logger;
  /** Records that nobody touched for this long are removed. */
  readonly stepsDays: number;
}

/** Takes out of records what is too old, every five minutes; removes records that nobody touches any more, each hour. */
export function startHousekeeping({ store, bot, log, stepsDays }: HousekeepingOptions): Housekeeping {
  let clocks = readClocks();
  const sweep = oneAtATime(async () => await store.sweep(stepsDays * DAY_MS), log);
  const forget = oneAtATime(async () => {
    const before = clocks;
    clocks = readClocks();
    // A clock that jumped may be put right by the next time; what is deleted does not come back.
    const jumpMs = clocks.wallMs - before.wallMs - (clocks.steadyMs - before.steadyMs);
    if (Math.abs(jumpMs) <= FORGET_EVERY_MS) await bot.forgetOld();
  }, log);
  const timers = [
    // Also soon after the start: a process that is replaced every hour would never come to it.
    setTimeout(sweep, MINUTE_MS),
    setInterval(sweep, 60 * MINUTE_MS),
    setTimeout(forget, MINUTE_MS),
    setInterval(forget, FORGET_EVERY_MS),
  ];
  for (const timer of timers) timer.unref();
  return { stop: () => timers.forEach((timer) => clearInterval(timer)) };
}

function readClocks(): { readonly wallMs: number; readonly steadyMs: number } {
  return { wallMs: Date.now(), steadyMs: performance.now() };
}

/** Leaves out a run while the one before it goes on; a failure is logged, and the next run tries again. */
function oneAtATime(work: () => Promise<unknown>, log: Logger): () => void {
  let running = false;
  return () => {
    if (running) return;
    running = true;
    void work()
      .catch((error: unknown) => log.warn('sweep-failed', describeError(error)))
      .finally(() => (running = false));
  };
}
