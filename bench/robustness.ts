import { openCatalog } from '../src/catalog/compiled.ts';
import { findRoot } from '../src/catalog/findRoot.ts';
import { createEngine } from '../src/diagnosis/diagnose.ts';
import { measure, type Outcome } from './accuracy/measure.ts';
import { missesOf } from './accuracy/report.ts';
import { examplesOf, halfOf, readCases, type Case } from './cases.ts';
import { readOptions } from './options.ts';
import { disturb, disturbancesWith } from './robustness/disturbances.ts';
import { healthyLines } from './robustness/noise.ts';

/**
 * What is left of the rightness when pastes are damaged, `npm run robustness -- FILE...`: cases of 8 lines and more, under each
 * disturbance alone; then the same for the catalog's own examples.
 */
const USAGE =
  'npm run robustness -- FILE... [--seed N] [--half even|odd] [--misses]\n' +
  '  --misses  list the cases that are answered as wanted only when they are not disturbed';
const LINES_MIN = 8;
/** Behind a rate that is shown and not held against the target. */
const OTHER_RATE = ' (not the named rate)';

const options = readOptions(USAGE, false);
const root = findRoot();
const engine = createEngine(openCatalog(root));
const disturbances = disturbancesWith(healthyLines(root));
process.stdout.write(`seed ${options.seed}\n`);
const files = options.files.flatMap((file) => readCases(file, options.parts));
if (files.length > 0) table('reports', halfOf(files, options.half));
table("the catalog's examples", examplesOf(engine.catalog));

function table(title: string, all: readonly Case[]): void {
  const cases = all.filter(({ inquiry }) => linesOf(inquiry) >= LINES_MIN);
  const before = measure(cases, engine);
  const inside = cases.filter((one) => one.accept.length > 0).length;
  process.stdout.write(
    `\n${title} of ${LINES_MIN} lines and more: ${inside}, and ${cases.length - inside} that are to be refused\n`,
  );
  process.stdout.write(`${'top-1'.padStart(7)} ${'drop'.padStart(6)}  refused  sure but wrong\n`);
  row('undisturbed', before, before);
  for (const one of disturbances) {
    const after = measure(
      cases.map((each) => ({ ...each, inquiry: disturb(each.inquiry, one, options.seed, each.id) })),
      engine,
    );
    row(`${one.name}: ${one.rate}${one.named ? '' : OTHER_RATE}`, after, before);
    if (options.misses) process.stdout.write(missesOf(after.filter((_, at) => before[at]!.right)));
  }
}

function row(name: string, outcomes: readonly Outcome[], before: readonly Outcome[]): void {
  const outside = outcomes.filter((one) => one.case.accept.length === 0);
  const refused = outside.filter((one) => one.verdict === 'unknown').length;
  const wrong = outcomes.filter((one) => one.verdict === 'identified' && !one.right).length;
  const drop = top1(before) - top1(outcomes);
  process.stdout.write(
    `${top1(outcomes).toFixed(1).padStart(7)} ${drop.toFixed(1).padStart(6)}  ${`${refused}/${outside.length}`.padEnd(7)}  ${String(wrong).padStart(3)}  ${name}\n`,
  );
}

function top1(outcomes: readonly Outcome[]): number {
  const inside = outcomes.filter((one) => one.case.accept.length > 0);
  return (100 * inside.filter((one) => one.right).length) / Math.max(1, inside.length);
}

function linesOf({ text, symptoms }: Case['inquiry']): number {
  const texts = [text, ...Object.values(symptoms ?? {})].filter((one) => typeof one === 'string');
  return texts.reduce((sum, one) => sum + one.split('\n').length, 0);
}
