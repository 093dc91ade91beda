import type { Engine } from '../diagnosis/diagnose.ts';
import type { Verdict, Word } from '../model/verdict.ts';

/** What this room counts. Ids of the catalog and words of the program, never what a person wrote or is called. */
export interface BotMetrics {
  /** Finding signals in one text, or weighing what was found. */
  matched(part: 'detect' | 'weigh', durationMs: number): void;
  /**
   * What was pasted has been answered.
   * @param causeId the first cause; null when none is named
   */
  concluded(verdict: VerdictKind, causeId: string | null): void;
}

/** The word of the verdict; `foreign`: it belongs to another field; `unknown`: no cause is named. */
export type VerdictKind = Word | 'foreign' | 'unknown';

/** Counts a verdict as it stands after a turn. */
export function countVerdict({ word, foreign, candidates }: Verdict, metrics: BotMetrics): void {
  metrics.concluded(word ?? (foreign === null ? 'unknown' : 'foreign'), candidates[0]?.id ?? null);
}

/** The same engine, timed. */
export function timedEngine(engine: Engine, metrics: BotMetrics): Engine {
  return {
    ...engine,
    detect: (document) => timed('detect', () => engine.detect(document)),
    verdict: (...given) => timed('weigh', () => engine.verdict(...given)),
  };

  function timed<T>(part: 'detect' | 'weigh', work: () => T): T {
    const startedMs = performance.now();
    const result = work();
    metrics.matched(part, performance.now() - startedMs);
    return result;
  }
}
