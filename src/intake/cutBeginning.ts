import { LINE_HEAD } from './artifactParser.ts';
import type { Run } from './readRuns.ts';

/**
 * The first lines of a text that was cut off may show nothing by themselves: the rest of a line, and lines that only the
 * kind below holds. They go with what follows without a blank line.
 * @returns the same list when nothing was cut off
 */
export function withCutBeginning(text: string, runs: Run[]): Run[] {
  const [first, second] = runs;
  if (first === undefined || second === undefined || first.parser.kind !== 'prose' || first.lines > LINES_MAX)
    return runs;
  if (second.parser.kind === 'prose') return runs;
  const lines = text.slice(first.start, first.end).split('\n');
  // Behind the last line end stands nothing; a blank line before it keeps the two apart.
  lines.pop();
  if (lines.some((line) => line.trim() === '')) return runs;
  const [cut = '', ...others] = lines.map((line) => line.slice(0, LINE_HEAD));
  const held = (line: string): boolean => second.parser.holds?.test(line) === true;
  if (!others.every(held)) return runs;
  const isPiece = second.parser.kind !== 'browser-page' && !cut.trimEnd().endsWith(':') && CUT_LINE.test(cut);
  if (!isPiece && !held(cut)) return runs;
  return [{ ...second, start: first.start }, ...runs.slice(2)];
}

const LINES_MAX = 6;
// Signs that people seldom write; a colon at the end announces what follows.
const CUT_LINE = /["'<>=[\]{}|\t\\]|_\w|\s{2}\S|\w\/\w|[a-z]\.[A-Z][a-z]|[a-z]\([A-Z][a-z]|^[!-~]{1,80}$/;
