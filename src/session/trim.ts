import type { Engine } from '../diagnosis/diagnose.ts';
import { FINDINGS_MAX, QUOTED_CAUSES, QUOTES_PER_CAUSE } from './limits.ts';
import type { CaseState, StoredFinding } from './record.ts';
import { verdictOf } from './views.ts';

/**
 * Keeps a case small and its verdict the same. Of more than FINDINGS_MAX findings the ones go first the catalog does not
 * know, then those no candidate rests on, oldest first; what the person said stays. Only the proofs of the leading causes keep their quote.
 * The findings are ordered by importance afterwards.
 */
export function trimFindings(state: CaseState, engine: Engine): CaseState {
  const { candidates } = verdictOf(state, engine);
  const leading = candidates.slice(0, QUOTED_CAUSES);
  const quoted = new Set(
    leading.flatMap((one) => one.evidence.slice(0, QUOTES_PER_CAUSE).flatMap((evidence) => evidence.keys)),
  );
  const used = new Set(
    candidates.flatMap((one) => [...one.evidence, ...one.against].flatMap((evidence) => evidence.keys)),
  );
  const importance = (finding: StoredFinding): number => {
    if (quoted.has(finding.key)) return 3;
    if (used.has(finding.key)) return 2;
    return isSaid(finding) || engine.isKnown(finding.key) ? 1 : 0;
  };
  const ordered = [...state.findings].sort((a, b) => importance(b) - importance(a) || b.at - a.at);
  const findings = ordered
    .slice(0, FINDINGS_MAX)
    .map((finding) => (quoted.has(finding.key) || finding.quote === '' ? finding : { ...finding, quote: '' }));
  // Mostly nothing is to be trimmed; the very same findings need not be weighed a second time.
  const isTrim = findings.length === state.findings.length && findings.every((one, at) => one === state.findings[at]);
  return isTrim ? state : { ...state, findings };
}

function isSaid(finding: StoredFinding): boolean {
  return finding.key.startsWith('absent:') || finding.key.startsWith('statement:');
}
