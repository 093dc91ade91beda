import type { HttpLog, HttpMetrics } from './seams.ts';

/** Notes a request that was turned away: always in the counters, in the log at most once a second for each reason. */
export type NoteRefusal = (status: number, reason: string) => void;

const LINE_EVERY_MS = 1_000;

/**
 * Nobody without a token may fill the log. A line says how many it stands for.
 * @param clock milliseconds that never jump
 */
export function createRefusalNotes(log: HttpLog, metrics: HttpMetrics, clock = () => performance.now()): NoteRefusal {
  const lines = new Map<string, { atMs: number; unsaid: number }>();
  return (status, reason) => {
    metrics.refused(status, reason);
    const line = lines.get(reason) ?? { atMs: Number.NEGATIVE_INFINITY, unsaid: 0 };
    lines.set(reason, line);
    line.unsaid += 1;
    if (clock() - line.atMs < LINE_EVERY_MS) return;
    log.warn('refused', { status, reason, ...(line.unsaid > 1 ? { count: line.unsaid } : {}) });
    line.atMs = clock();
    line.unsaid = 0;
  };
}
