import type { Cause, Statement, Vocabulary } from '../model/catalog.ts';
import type { Candidate, Finding } from '../model/verdict.ts';
import { absenceKey } from './lookedFor.ts';

/** Something the person said that counted. */
export interface ToldBack {
  /** "You said that ...", one sentence. */
  readonly says: string;
  /** What follows from it, one sentence; empty: nothing is told. */
  readonly news: string;
}

/**
 * What the person said, where it moved something: evidence for or against a candidate, a step that is left out, or news.
 * @param candidates of the verdict; their evidence says what counted
 * @param cause      whose steps are offered
 * @returns news first, else in the order of the vocabulary; empty when nothing that was said counted
 */
export function toldBack(
  findings: readonly Finding[],
  candidates: readonly Candidate[],
  cause: Cause,
  { statements }: Vocabulary,
): readonly ToldBack[] {
  const said = new Set(findings.map(({ key }) => key));
  const counted = new Set(
    candidates.flatMap((one) => [...one.evidence, ...one.against].flatMap((evidence) => evidence.keys)),
  );
  const told = statements.flatMap((statement): ToldBack[] => {
    if (!said.has(`statement:${statement.id}`)) return [];
    const saves = cause.steps.some(({ doneBy }) => doneBy === statement.id);
    const news = statement.news ?? (saves ? 'Steps for that are left out.' : '');
    return news !== '' || keysOf(statement).some((key) => counted.has(key)) ? [{ says: statement.says, news }] : [];
  });
  return told.sort((a, b) => Number(b.news !== '') - Number(a.news !== ''));
}

function keysOf({ id, absent }: Statement): readonly string[] {
  return [`statement:${id}`, ...(absent === undefined ? [] : [absenceKey(absent.of, absent.condition)])];
}
