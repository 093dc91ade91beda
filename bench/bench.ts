import { openCatalog } from '../src/catalog/compiled.ts';
import { findRoot } from '../src/catalog/findRoot.ts';
import { diagnoseInquiry } from '../src/diagnosis/ask.ts';
import { createEngine } from '../src/diagnosis/diagnose.ts';
import { logText } from './logText.ts';

/** How long a verdict takes by size of the paste: `npm run bench`. Prints the median and the slowest of several runs. */
const SIZES: readonly { readonly name: string; readonly bytes: number; readonly runs: number }[] = [
  { name: '0.5 KB', bytes: 512, runs: 200 },
  { name: '4 KB', bytes: 4096, runs: 100 },
  { name: '28 KB', bytes: 28 * 1024, runs: 50 },
  { name: '256 KB', bytes: 256 * 1024, runs: 20 },
  { name: '1 MB', bytes: 1024 * 1024, runs: 8 },
  { name: '10 MB', bytes: 10 * 1024 * 1024, runs: 2 },
];

const loading = process.hrtime.bigint();
const catalog = openCatalog(findRoot());
const loaded = msSince(loading);
const compiling = process.hrtime.bigint();
const engine = createEngine(catalog);
process.stdout.write(
  `catalog ${catalog.causes.length} causes: opened in ${loaded.toFixed(0)} ms, compiled in ${msSince(compiling).toFixed(0)} ms\n`,
);
process.stdout.write('paste     verdict, median   slowest   floor (split + one regex a line)   ratio\n');
for (const { name, bytes, runs } of SIZES) {
  const text = logText(bytes);
  const verdict = diagnoseInquiry({ text }, engine);
  if (verdict.candidates[0]?.id !== 'aspnetcore-arguments-wrong')
    throw new Error(`wrong verdict at ${name}: ${verdict.candidates[0]?.id ?? 'unknown'}`);
  const times = timed(runs, () => diagnoseInquiry({ text }, engine));
  const floor = median(timed(runs, () => text.split('\n').filter((line) => /error|fail|exception/i.test(line)).length));
  const ratio = (median(times) / floor).toFixed(1);
  process.stdout.write(
    `${name.padEnd(10)}${ms(median(times)).padEnd(18)}${ms(Math.max(...times)).padEnd(10)}${ms(floor).padEnd(36)}${ratio}x\n`,
  );
}
process.stdout.write(`peak memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB\n`);

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
