import { openCatalog } from '../src/catalog/compiled.ts';
import { findRoot } from '../src/catalog/findRoot.ts';
import { createEngine } from '../src/diagnosis/diagnose.ts';
import { measure } from './accuracy/measure.ts';
import { missesOf, reportOf } from './accuracy/report.ts';
import { summarise } from './accuracy/summary.ts';
import { casesOf, readOptions } from './options.ts';

/**
 * Scores the engine on labelled pastes (`npm run accuracy -- FILE...`) or on the catalog's own examples (`-- --catalog`).
 * A file holds one JSON object a line: { id, paste, accept: [cause ids, best first; empty = the right answer is "unknown"],
 * language?, browser?, eventLog?, systemLog?, ancmLog?, iisLog? }. Cases are told into halves by a hash of their id.
 */
const USAGE =
  'npm run accuracy -- FILE...|--catalog [--half even|odd] [--parts] [--misses] [--json]\n' +
  '  --half    only the cases whose id has an even (odd) first byte of its SHA-256\n' +
  '  --parts   give browser, eventLog ... of a case as answers instead of its paste, where it has them\n' +
  '  --misses  list the cases that were not answered as wanted\n' +
  '  --json    print the figures as JSON';

const options = readOptions(USAGE);
const engine = createEngine(openCatalog(findRoot()));
const outcomes = measure(casesOf(options, engine.catalog), engine);
const summary = summarise(outcomes);
process.stdout.write(options.json ? `${JSON.stringify(summary, null, 2)}\n` : reportOf(summary));
if (options.misses && !options.json) process.stdout.write(`\n${missesOf(outcomes)}`);
