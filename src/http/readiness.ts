import type { HttpLog } from './seams.ts';

export interface ReadinessOptions {
  /** Rejects when something that a turn needs cannot be used. */
  readonly check: () => Promise<void>;
  readonly log: HttpLog;
}

/** Says whether this process should be given work. */
export interface Readiness {
  /** Answers within 200 ms as long as the event loop runs. */
  isReady(): Promise<boolean>;
  /** Begins to look after the event loop. */
  watch(): void;
  /** Not ready from now on. */
  stop(): void;
}

/** The check writes to the disk; a poll must not become a load. */
const CHECK_EVERY_MS = 1_000;
/** A check that takes longer is answered with what the one before said, if that is not too old. */
const CHECK_WAIT_MS = 150;
const LAST_COUNTS_MS = 5_000;
const TICK_MS = 100;
/** Time without a single tick after which callers are sent elsewhere, and for how long. */
const BLOCKED_MS = 2_000;
const REST_MS = 5_000;

/** Ready: the check passes, the event loop was not blocked a moment ago, and the process is not stopping. */
export function createReadiness({ check, log }: ReadinessOptions): Readiness {
  let timer: NodeJS.Timeout | undefined;
  let tickedAtMs = 0;
  let blockedAtMs = Number.NEGATIVE_INFINITY;
  let checkedAtMs = Number.NEGATIVE_INFINITY;
  let checking: Promise<boolean> = Promise.resolve(false);
  let last = { isReady: false, atMs: Number.NEGATIVE_INFINITY };
  let stopped = false;

  /** Also asked by a poll: after a block it may be served before the timer is. */
  function tick(): void {
    const nowMs = performance.now();
    const lateMs = nowMs - tickedAtMs - TICK_MS;
    tickedAtMs = nowMs;
    if (lateMs < BLOCKED_MS) return;
    blockedAtMs = nowMs;
    log.warn('event-loop-blocked', { durationMs: Math.round(lateMs) });
  }

  async function checked(): Promise<boolean> {
    const isReady = await check().then(
      () => true,
      () => false,
    );
    last = { isReady, atMs: performance.now() };
    return isReady;
  }

  return {
    isReady: async () => {
      if (timer !== undefined) tick();
      const nowMs = performance.now();
      if (stopped || nowMs - blockedAtMs < REST_MS) return false;
      if (nowMs - checkedAtMs >= CHECK_EVERY_MS) {
        checkedAtMs = nowMs;
        checking = checked();
      }
      return await before(
        CHECK_WAIT_MS,
        checking,
        () => last.isReady && performance.now() - last.atMs < LAST_COUNTS_MS,
      );
    },
    watch: () => {
      tickedAtMs = performance.now();
      timer = setInterval(tick, TICK_MS).unref();
    },
    stop: () => {
      stopped = true;
      clearInterval(timer);
    },
  };
}

async function before<T>(ms: number, work: Promise<T>, otherwise: () => T): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(otherwise()), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
