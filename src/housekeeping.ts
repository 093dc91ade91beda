import { describeError } from './http/describeError.ts';
import type { Logger } from './log.ts';

const MINUTE_MS = 60_000;
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

/** Takes out of records what is too old, each minute; removes records that nobody touches any more, each hour. */
export function startHousekeeping({ store, bot, log, stepsDays }: HousekeepingOptions): Housekeeping {
  const sweep = (): Promise<unknown> => store.sweep(stepsDays * DAY_MS);
  const timers = [
    // Also soon after the start: a process that is replaced every hour would never come to it.
    setTimeout(oneAtATime(sweep, log), MINUTE_MS),
    setInterval(oneAtATime(sweep, log), 60 * MINUTE_MS),
    setInterval(
      oneAtATime(async () => await bot.forgetOld(), log),
      MINUTE_MS,
    ),
  ];
  for (const timer of timers) timer.unref();
  return { stop: () => timers.forEach((timer) => clearInterval(timer)) };
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
