/** Says when the next request to the connector may leave. */
export interface SendLimiter {
  /**
   * Takes a place in the row.
   * @param conversation id of the conversation, empty when the request belongs to none
   * @param nowMs        milliseconds that never jump
   * @param waitMaxMs    longest wait that is of use to the caller
   * @returns milliseconds to wait, from 0; null: it would be longer than waitMaxMs, and no place was taken
   */
  reserve(conversation: string, nowMs: number, waitMaxMs: number): number | null;
}

interface Window {
  readonly most: number;
  readonly withinMs: number;
}

/** A bot in one conversation. https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit */
const PER_CONVERSATION: readonly Window[] = [
  { most: 7, withinMs: 1_000 },
  { most: 8, withinMs: 2_000 },
  { most: 60, withinMs: 30_000 },
  { most: 1_800, withinMs: 3_600_000 },
];
/** An app in one tenant: 30 or 50 by source; the rest is left for retries and other replicas. */
const PER_APP: readonly Window[] = [{ most: 25, withinMs: 1_000 }];

const HOUR_MS = 3_600_000;

/** Keeps to what Teams lets a bot send, so that it never has to be told with a 429. */
export function createTeamsLimiter(): SendLimiter {
  const conversations = new Map<string, number[]>();
  const app: number[] = [];
  let sweptAtMs = 0;

  return {
    reserve: (conversation, nowMs, waitMaxMs) => {
      if (nowMs - sweptAtMs > HOUR_MS) {
        sweptAtMs = nowMs;
        for (const [key, times] of conversations) if ((times.at(-1) ?? 0) <= nowMs - HOUR_MS) conversations.delete(key);
      }
      const own = conversations.get(conversation) ?? [];
      const atMs = Math.max(earliest(own, PER_CONVERSATION, nowMs), earliest(app, PER_APP, nowMs));
      if (atMs - nowMs > waitMaxMs) return null;
      conversations.set(conversation, take(own, atMs, PER_CONVERSATION));
      take(app, atMs, PER_APP);
      return atMs - nowMs;
    },
  };
}

/** For benches and tests, which measure the bot and not its patience. */
export const NO_LIMIT: SendLimiter = { reserve: () => 0 };

/** First time from now on at which no window holds more than it may. `times` is in order. */
function earliest(times: readonly number[], windows: readonly Window[], nowMs: number): number {
  return windows.reduce(
    (atMs, { most, withinMs }) => {
      const before = times.at(-most);
      return before === undefined ? atMs : Math.max(atMs, before + withinMs);
    },
    Math.max(nowMs, times.at(-1) ?? nowMs),
  );
}

/** Notes a request and forgets what no window looks at any more. */
function take(times: number[], atMs: number, windows: readonly Window[]): number[] {
  times.push(atMs);
  const most = Math.max(...windows.map((window) => window.most));
  if (times.length > 2 * most) times.splice(0, times.length - most);
  return times;
}
