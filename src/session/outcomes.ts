import { wordFor } from '../diagnosis/confidence.ts';
import type { Engine } from '../diagnosis/diagnose.ts';
import type { Word } from '../model/verdict.ts';
import type { CaseState } from './record.ts';
import { verdictOf } from './views.ts';

/** How a cause turned out: an id of the catalog and a word, nothing of the person or the case. */
export interface CauseOutcome {
  readonly causeId: string;
  /** How sure it was when the person said so; 'unknown': it was not among the candidates. */
  readonly word: Word | 'unknown';
  readonly outcome: 'works-now' | 'not-this';
}

/** What a turn says about causes: closed with one ("It works now"), or set one aside ("Not this"). Empty: nothing. */
export function outcomesBetween(before: CaseState, after: CaseState, engine: Engine): readonly CauseOutcome[] {
  if (before.id !== after.id) return [];
  const closed = before.solved === null ? (after.solved?.causeId ?? null) : null;
  const setAside = after.rejected.filter((id) => !before.rejected.includes(id));
  if (closed === null && setAside.length === 0) return [];
  const { candidates } = verdictOf(before, engine);
  const wordOf = (id: string): CauseOutcome['word'] => {
    const candidate = candidates.find((one) => one.id === id);
    return candidate === undefined ? 'unknown' : wordFor(candidate);
  };
  // "Only a restart helped" is no proof of the cause.
  const worked = closed === null || after.solved?.onlyRestart === true ? [] : [closed];
  return [
    ...worked.map((causeId) => ({ causeId, word: wordOf(causeId), outcome: 'works-now' as const })),
    ...setAside.map((causeId) => ({ causeId, word: wordOf(causeId), outcome: 'not-this' as const })),
  ];
}
