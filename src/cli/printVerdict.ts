import { isSettled, isSide } from '../diagnosis/shown.ts';
import type { Catalog } from '../model/catalog.ts';
import type { Verdict } from '../model/verdict.ts';

/** The verdict as plain text for a terminal; ends with a line break. */
export function printVerdict(verdict: Verdict, catalog: Catalog): string {
  const lines: string[] = [];
  if (verdict.type === 'unknown') {
    lines.push(
      verdict.foreign === null
        ? 'Not in the catalog: nothing here names a cause.'
        : `This looks like ${verdict.foreign}, not like ASP.NET Core on IIS.`,
    );
  }
  for (const [rank, candidate] of verdict.candidates.entries()) {
    const cause = catalog.causes.find((one) => one.id === candidate.id);
    const word = candidate.kind === 'page' ? 'page' : rank === 0 ? verdict.word : 'or';
    lines.push(
      `${rank + 1}. ${word}: ${cause?.title ?? candidate.id}  (${candidate.id}, ${Math.round(candidate.confidence * 100)} %)`,
    );
    for (const evidence of candidate.evidence.slice(0, 3)) {
      const quote = evidence.quote.replace(/\s+/g, ' ');
      lines.push(quote === '' ? `     ${evidence.why}` : `     "${quote}"  ${evidence.why}`);
    }
    if (rank === 0 && cause?.steps[0] !== undefined)
      lines.push(
        `     first: ${cause.steps[0].do}${cause.steps[0].command === undefined ? '' : `  ${cause.steps[0].command}`}`,
      );
  }
  const [best] = verdict.candidates;
  if (best !== undefined && isSide(best, catalog) && !isSettled(verdict.candidates, catalog))
    lines.push('This does not stop the app by itself; the reason for the failure itself is still open.');
  if (verdict.question !== null) lines.push(`Next: ${verdict.question.ask}. ${verdict.question.why}`);
  return `${lines.join('\n')}\n`;
}
