import { readFileSync } from 'node:fs';
import { openCatalog } from '../src/catalog/compiled.ts';
import { findRoot } from '../src/catalog/findRoot.ts';
import { diagnoseInquiry, type Inquiry } from '../src/diagnosis/ask.ts';
import { createEngine, type Engine } from '../src/diagnosis/diagnose.ts';

/**
 * Scores the engine on labelled pastes, `npm run accuracy -- FILE [--misses]`, or on the catalog's own examples,
 * `npm run accuracy -- --catalog [--misses]`.
 * FILE holds one JSON object a line: { id, paste, accept: [cause ids, best first; empty = the right answer is "unknown"] }.
 */
interface Case {
  readonly id: string;
  readonly inquiry: Inquiry;
  readonly accept: readonly string[];
}

const [file] = process.argv.slice(2).filter((arg) => !arg.startsWith('--'));
const ownExamples = process.argv.includes('--catalog');
if (file === undefined && !ownExamples) {
  process.stderr.write('usage: npm run accuracy -- FILE|--catalog [--misses]\n');
  process.exit(2);
}
const engine = createEngine(openCatalog(findRoot()));
const cases = ownExamples ? examplesOf(engine) : readCases(readFileSync(file!, 'utf8'));
const misses: string[] = [];
const calibration = Array.from({ length: 10 }, () => ({ cases: 0, right: 0, confidence: 0 }));
let [top1, top3, refused, wanted, outside, certainWrong] = [0, 0, 0, 0, 0, 0];
for (const one of cases) {
  const verdict = diagnoseInquiry(one.inquiry, engine);
  const ids = verdict.candidates.map((candidate) => candidate.id);
  const first = verdict.candidates[0];
  const right = ids[0] !== undefined && one.accept.includes(ids[0]);
  if (first !== undefined) {
    const bin = calibration[Math.min(9, Math.floor(first.confidence * 10))]!;
    bin.cases += 1;
    bin.confidence += first.confidence;
    if (right) bin.right += 1;
    if (!right && verdict.type === 'identified') certainWrong += 1;
  }
  if (one.accept.length === 0) {
    outside += 1;
    if (verdict.type === 'unknown') refused += 1;
    else misses.push(`${one.id} should refuse: ${ids.slice(0, 3).join(', ')} ${first?.confidence.toFixed(2) ?? ''}`);
    continue;
  }
  wanted += 1;
  if (right) top1 += 1;
  if (ids.slice(0, 3).some((id) => one.accept.includes(id))) top3 += 1;
  if (!right)
    misses.push(
      `${one.id} wanted ${one.accept.join('|')}: got ${verdict.type} ${ids.slice(0, 3).join(', ')} ${first?.confidence.toFixed(2) ?? ''}`,
    );
}
const answered = calibration.reduce((sum, bin) => sum + bin.cases, 0);
const ece = calibration.reduce((sum, bin) => sum + Math.abs(bin.right - bin.confidence), 0) / Math.max(1, answered);
const percent = (part: number, whole: number): string =>
  `${part}/${whole} = ${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;
process.stdout.write(
  `top-1     ${percent(top1, wanted)}\ntop-3     ${percent(top3, wanted)}\nrefusals  ${percent(refused, outside)}\n`,
);
process.stdout.write(`identified but wrong  ${certainWrong}\ncalibration error (ECE)  ${ece.toFixed(3)}\n`);
for (const [index, bin] of calibration.entries()) {
  if (bin.cases > 0)
    process.stdout.write(
      `  confidence ${(index / 10).toFixed(1)}+  ${bin.right} right of ${bin.cases}, said ${(bin.confidence / bin.cases).toFixed(2)}\n`,
    );
}
if (process.argv.includes('--misses')) process.stdout.write(`${misses.join('\n')}\n`);

function readCases(lines: string): Case[] {
  return lines
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const { id, paste, accept }: { id: string; paste: string; accept: string[] } = JSON.parse(line);
      return { id, inquiry: { text: paste }, accept };
    });
}

function examplesOf({ catalog }: Engine): Case[] {
  return catalog.causes.flatMap(({ id, match }) =>
    match.map(({ partial: _partial, ...inquiry }, index) => ({ id: `${id}#${index + 1}`, inquiry, accept: [id] })),
  );
}
