import { openCatalog } from '../src/catalog/compiled.ts';
import { findRoot } from '../src/catalog/findRoot.ts';
import { createEngine } from '../src/diagnosis/diagnose.ts';
import { interviewAll, meanAsked } from './questions/interview.ts';

/**
 * How many questions it takes to name each cause, starting with nothing known: `npm run questions [-- --all]`.
 * A simulated person answers with what the cause's own examples show; `--all` lists every interview.
 */
const interviews = interviewAll(createEngine(openCatalog(findRoot())));
const lost = interviews.filter((one) => !one.found);
const most = Math.max(...interviews.map((one) => one.asked.length));
process.stdout.write(
  `causes ${interviews.length}, questions: mean ${meanAsked(interviews).toFixed(2)}, most ${most}\n`,
);
for (let count = 0; count <= most; count += 1) {
  const those = interviews.filter((one) => one.asked.length === count);
  const found = those.filter((one) => one.found).length;
  process.stdout.write(`  ${count} questions  ${String(those.length).padStart(3)} causes, ${found} of them named\n`);
}
process.stdout.write(`not named ${lost.length} = ${((100 * lost.length) / interviews.length).toFixed(1)} %\n`);
for (const { cause, asked, end } of process.argv.includes('--all') ? interviews : lost)
  process.stdout.write(`  ${cause}: asked ${asked.join(', ') || 'nothing'}; at the end ${end}\n`);
