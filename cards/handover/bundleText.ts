import type { Catalog } from '../../src/model/catalog.ts';
import type { Verdict } from '../../src/model/verdict.ts';
import type { CaseState } from '../../src/session/record.ts';
import { clip } from '../text.ts';
import { evidenceLines, factLines, joinLines } from './facts.ts';

const CANDIDATES_MAX = 3;

/**
 * What is known of a case, for whoever helps: what was read, codes, absences, answers, redacted evidence, what was set aside.
 * @returns plain text of at most COPY_MAX units; empty when nothing is known at all
 */
export function bundleText(state: CaseState, verdict: Verdict, catalog: Catalog): string {
  const facts = factLines(state, catalog);
  if (facts.length === 0) return '';
  const titleOf = (id: string): string => clip(catalog.causes.find((one) => one.id === id)?.title ?? id, 160);
  const open = verdict.candidates.slice(0, CANDIDATES_MAX);
  return joinLines([
    'ASP.NET Core app on IIS / App Service does not run',
    ...facts,
    ...(open.length === 0 ? ['Cause: none that is known fits'] : []),
    ...open.flatMap(({ id, evidence }, rank) => [
      `${rank === 0 ? 'May be' : 'Or'}: ${titleOf(id)}`,
      ...evidenceLines(evidence).map((line) => `  ${line}`),
    ]),
    ...state.rejected.slice(-CANDIDATES_MAX).map((id) => `Not it: ${titleOf(id)}`),
  ]);
}
