import type { Engine } from '../diagnosis/diagnose.ts';
import { FINDINGS_MAX, QUOTED_CAUSES, QUOTES_PER_CAUSE } from './limits.ts';
import type { CaseState, StoredFinding } from './record.ts';
import { verdictOf } from './views.ts';

/**
 * Keeps a case small: every finding that the leading causes rest on stays with its quote, others lose their quote,
 * and of more than FINDINGS_MAX the ones no cause rests on go first.
 */
export function trimFindings(state: CaseState, engine: Engine): CaseState {
  const leading = verdictOf(state, engine).candidates.slice(0, QUOTED_CAUSES);
  const quoted = new Set(
    leading.flatMap((one) =>
      one.evidence.slice(0, QUOTES_PER_CAUSE).map((evidence) => `${evidence.source}:${evidence.start}`),
    ),
  );
  const isQuoted = (finding: StoredFinding): boolean =>
    finding.start !== null && quoted.has(`${finding.slot}:${finding.start}`);
  const ordered = [...state.findings].sort((a, b) => Number(isQuoted(b)) - Number(isQuoted(a)));
  const kept = new Set(ordered.slice(0, FINDINGS_MAX));
  const findings = state.findings
    .filter((finding) => kept.has(finding))
    .map((finding) => (isQuoted(finding) ? finding : { ...finding, quote: '' }));
  return { ...state, findings };
}
