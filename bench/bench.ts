import { openCatalog } from '../src/catalog/compiled.ts';
import { findRoot } from '../src/catalog/findRoot.ts';
import { diagnoseInquiry } from '../src/diagnosis/ask.ts';
import { createEngine } from '../src/diagnosis/diagnose.ts';
import { hostileTexts } from './hostileTexts.ts';
import { logText } from './logText.ts';
import { measure, ms, progress, table } from './measure.ts';
import { SHAPES } from './pastes.ts';
import { compareRivals } from './rivals.ts';
import { runTask, type Measured, type Task } from './task.ts';

/**
 * How long a verdict takes: by size and shape of the paste, by size of the catalog, on hostile texts, and beside other ways
 * to do it. `npm run bench`, or `npm run bench -- --quick` for fewer rows and runs. docs/development.md says what each means.
 */
const KB = 1024;
const quick = process.argv.includes('--quick');
const SIZES = quick ? [28 * KB, KB * KB] : [KB / 2, 4 * KB, 28 * KB, 256 * KB, KB * KB, 10 * KB * KB];
const CATALOGS = quick ? [0, 10_000] : [0, 1000, 10_000];
const HOSTILE_BYTES = 240_000;
const HOSTILE_SHOWN = 12;

const wrong: string[] = [];
print(
  'By size (log lines)',
  SIZES.map((bytes) => row({ shape: 'log lines', bytes, causes: 0, runs: runsFor(bytes) })),
);
const shaped = SHAPES.filter(({ name }) => name !== 'log lines' && (!quick || name === 'XML events'));
print(
  'By shape (1 MB)',
  shaped.map(({ name }) => row({ shape: name, bytes: KB * KB, causes: 0, runs: 5 })),
);
print(
  'By causes in the catalog (log lines)',
  [28 * KB, KB * KB].flatMap((bytes) =>
    CATALOGS.map((causes) => row({ shape: 'log lines', bytes, causes, runs: runsFor(bytes) })),
  ),
);
const catalog = openCatalog(findRoot());
hostile();
rivals();
progress('');
if (wrong.length > 0) throw new Error(`wrong cause first: ${wrong.join(', ')}`);

function runsFor(bytes: number): number {
  const runs = bytes < 100 * KB ? 60 : bytes <= KB * KB ? 9 : 3;
  return quick ? Math.ceil(runs / 3) : runs;
}

function row(task: Task): string[] {
  const name = `${task.shape}, ${sizeOf(task.bytes)}`;
  progress(`${name}${task.causes === 0 ? '' : `, ${task.causes} causes`}`);
  const measured: Measured = runTask(task);
  if (measured.right === false) wrong.push(name);
  const { times, floor, openMs, compileMs, peakMb, causes } = measured;
  return [
    name,
    String(causes),
    ms(times.median),
    ms(times.slowest),
    ms(times.cpu),
    ms(floor.cpu),
    `${(times.cpu / Math.max(0.001, floor.cpu)).toFixed(0)}x`,
    ms(openMs),
    ms(compileMs),
    `${peakMb.toFixed(0)} MB`,
  ];
}

function print(title: string, rows: string[][]): void {
  progress('');
  const head = ['paste', 'causes', 'median', 'slowest', 'processor', 'floor', 'ratio', 'open', 'compile', 'peak'];
  process.stdout.write(`\n${title}\n${table([head, ...rows])}`);
}

function hostile(): void {
  const engine = createEngine(catalog);
  const texts = hostileTexts(catalog, HOSTILE_BYTES);
  const rows = texts.map(({ name, text }) => {
    progress(`hostile: ${name}`);
    return { name, times: measure(quick ? 1 : 3, () => diagnoseInquiry({ text }, engine)) };
  });
  rows.sort((a, b) => b.times.cpu - a.times.cpu);
  progress('');
  const lines = rows
    .slice(0, HOSTILE_SHOWN)
    .map(({ name, times }) => [JSON.stringify(name).slice(1, -1), ms(times.median), ms(times.slowest), ms(times.cpu)]);
  process.stdout.write(
    `\nHostile texts of ${HOSTILE_BYTES / 1000} KB: the slowest of ${texts.length}\n${table([['text', 'median', 'slowest', 'processor'], ...lines])}`,
  );
}

function rivals(): void {
  progress('rivals');
  const lines = logText(400 * KB)
    .split('\n')
    .slice(-2000);
  const found = compareRivals(catalog, lines.join('\n'), KB);
  const own = found[0]!.times.cpu;
  const rows = found.map(({ name, times, right, of }) => [
    name,
    ms(times.median),
    ms(times.cpu),
    `${(times.cpu / own).toFixed(1)}x`,
    `${right} of ${of}`,
  ]);
  progress('');
  process.stdout.write(
    `\nBeside others (2,000 lines)\n${table([['', 'median', 'processor', 'of Hostmedic', 'right cause first'], ...rows])}`,
  );
}

function sizeOf(bytes: number): string {
  return bytes >= KB * KB ? `${bytes / KB / KB} MB` : `${bytes / KB} KB`;
}
