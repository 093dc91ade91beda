import { openCatalog } from '../src/catalog/compiled.ts';
import { findRoot } from '../src/catalog/findRoot.ts';
import { createEngine } from '../src/diagnosis/diagnose.ts';
import { measure, type Outcome } from './accuracy/measure.ts';
import { calibrationOf } from './accuracy/calibration.ts';
import { fitCurve, lossOf, reliability, type Point } from './calibrate/logistic.ts';
import { examplesOf, halfOf, readCases, type Case } from './cases.ts';
import { readOptions } from './options.ts';
import { disturb, disturbancesWith } from './robustness/disturbances.ts';
import { healthyLines } from './robustness/noise.ts';

/**
 * Fits middle and slope of the confidence curve (src/diagnosis/confidence.ts) to what was right: the catalog's examples, the
 * same under every disturbance, and the files given with the same. Each of the groups weighs the same.
 * It only prints; the constants are changed by hand, with docs/diagnosis.md.
 */
const USAGE = 'npm run calibrate -- [FILE...] [--half even|odd] [--seed N]';
/** The constants of src/diagnosis/confidence.ts. */
const NOW = { middle: 1.6, slope: 1 };
/** With fewer wrong answers the fit is luck. */
const WRONG_MIN = 20;

const options = readOptions(USAGE, false);
const root = findRoot();
const engine = createEngine(openCatalog(root));
const disturbances = disturbancesWith(healthyLines(root));
const examples = examplesOf(engine.catalog);
const reports = halfOf(
  options.files.flatMap((file) => readCases(file, options.parts)),
  options.half,
);
const groups: readonly (readonly [name: string, cases: readonly Case[]])[] = [
  ["the catalog's examples", examples],
  ['the same, each disturbed in one way', inTurn(examples)],
  ['reports', reports],
  ['reports, each disturbed in one way', inTurn(reports)],
];
const measured = groups
  .filter(([, cases]) => cases.length > 0)
  .map(([name, cases]) => ({ name, outcomes: measure(cases, engine) }));
process.stdout.write(`seed ${options.seed}\n`);
for (const { name, outcomes } of measured) {
  const { ece, brier } = calibrationOf(outcomes);
  line(name, pointsOf(outcomes), `ECE ${ece.toFixed(3)}  Brier ${brier.toFixed(3)}`);
}
const mean = measured.reduce((sum, { outcomes }) => sum + outcomes.length, 0) / measured.length;
const mixture = measured.flatMap(({ outcomes }) => {
  const points = pointsOf(outcomes);
  return points.map((one) => ({ ...one, weight: mean / points.length }));
});
line('all, each group with the same weight', mixture, '');
const wrong = mixture.filter((one) => !one.right).length;
if (wrong < WRONG_MIN) process.stdout.write(`only ${wrong} wrong answers: what follows is little more than luck\n`);
const best = fitCurve(mixture);
if (best !== null) {
  process.stdout.write(
    `\nrecommended: middle ${best.middle.toFixed(2)}, slope ${best.slope.toFixed(2)}\nloss around it\n`,
  );
  for (const middle of [-1, -0.5, 0, 0.5, 1].map((step) => best.middle + step))
    process.stdout.write(
      `  middle ${middle.toFixed(2)}  ${[0.5, 0.75, 1, 1.5, 2].map((factor) => `slope ${(best.slope * factor).toFixed(2)}: ${lossOf(mixture, { middle, slope: best.slope * factor }).toFixed(3)}`).join('  ')}\n`,
    );
  process.stdout.write('\nreliability by score: today and recommended, before what rivals and pages take away\n');
  const now = reliability(mixture, NOW);
  for (const [at, bin] of reliability(mixture, best).entries())
    process.stdout.write(
      `  score ${bin.from.toFixed(2)} to ${bin.to.toFixed(2)}: right ${bin.right.toFixed(3)} of ${bin.cases}, today ${now[at]!.said.toFixed(3)}, recommended ${bin.said.toFixed(3)}\n`,
    );
}

/** Every case in one way only: in all ways they would outweigh the rest. */
function inTurn(cases: readonly Case[]): Case[] {
  return cases.map((one, at) => {
    const way = disturbances[at % disturbances.length]!;
    return { ...one, inquiry: disturb(one.inquiry, way, options.seed, one.id) };
  });
}

function pointsOf(outcomes: readonly Outcome[]): Point[] {
  return outcomes.flatMap(({ score, right }) => (score === null ? [] : [{ score, right }]));
}

function line(name: string, points: readonly Point[], more: string): void {
  const fit = fitCurve(points);
  const fitted =
    fit === null
      ? 'nothing wrong in it'
      : `middle ${fit.middle.toFixed(2)} slope ${fit.slope.toFixed(2)} loss ${lossOf(points, fit).toFixed(3)}`;
  const right = points.filter((one) => one.right).length;
  process.stdout.write(
    `${name}: ${right} right of ${points.length} answers; ${fitted}; today ${lossOf(points, NOW).toFixed(3)}  ${more}\n`,
  );
}
