import { openCatalog } from '../src/catalog/compiled.ts';
import { findRoot } from '../src/catalog/findRoot.ts';
import { diagnoseInquiry } from '../src/diagnosis/ask.ts';
import { createEngine } from '../src/diagnosis/diagnose.ts';
import { FAILS_WITH, logText } from './logText.ts';

/** How long a verdict takes by size and shape of the paste: `npm run bench`. Prints the median and the slowest of several runs. */
interface Row {
  readonly name: string;
  readonly runs: number;
  readonly text: string;
  /** Cause that must come first; null where only the time counts. */
  readonly first: string | null;
}

const KB = 1024;
const ROWS: readonly Row[] = [
  logRow('0.5 KB', KB / 2, 200),
  logRow('4 KB', 4 * KB, 100),
  logRow('28 KB', 28 * KB, 50),
  logRow('256 KB', 256 * KB, 20),
  logRow('1 MB', KB * KB, 8),
  logRow('10 MB', 10 * KB * KB, 2),
  { name: '512 KB, one line', runs: 5, text: logText(512 * KB).replaceAll('\n', ' '), first: FAILS_WITH },
  { name: '512 KB, one code', runs: 5, text: '0x80070002 '.repeat((512 * KB) / 11), first: null },
];

const loading = process.hrtime.bigint();
const catalog = openCatalog(findRoot());
const loaded = msSince(loading);
const compiling = process.hrtime.bigint();
const engine = createEngine(catalog);
process.stdout.write(
  `catalog ${catalog.causes.length} causes: opened in ${loaded.toFixed(0)} ms, compiled in ${msSince(compiling).toFixed(0)} ms\n`,
);
process.stdout.write('paste             verdict, median   slowest   floor (split + one regex a line)   ratio\n');
for (const { name, runs, text, first } of ROWS) {
  const verdict = diagnoseInquiry({ text }, engine);
  if (first !== null && verdict.candidates[0]?.id !== first)
    throw new Error(`wrong verdict at ${name}: ${verdict.candidates[0]?.id ?? 'unknown'}`);
  const times = timed(runs, () => diagnoseInquiry({ text }, engine));
  const floor = median(timed(runs, () => text.split('\n').filter((line) => /error|fail|exception/i.test(line)).length));
  const ratio = (median(times) / floor).toFixed(1);
  process.stdout.write(
    `${name.padEnd(18)}${ms(median(times)).padEnd(18)}${ms(Math.max(...times)).padEnd(10)}${ms(floor).padEnd(36)}${ratio}x\n`,
  );
}
process.stdout.write(`peak memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB\n`);

function logRow(name: string, bytes: number, runs: number): Row {
  return { name, runs, text: logText(bytes), first: FAILS_WITH };
}

function timed(runs: number, work: () => unknown): number[] {
  return Array.from({ length: runs }, () => {
    const start = process.hrtime.bigint();
    work();
    return msSince(start);
  });
}

function msSince(start: bigint): number {
  return Number(process.hrtime.bigint() - start) / 1e6;
}

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

function ms(value: number): string {
  return `${value.toFixed(value < 10 ? 2 : 0)} ms`;
}
