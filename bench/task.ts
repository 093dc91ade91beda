import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { openCatalog } from '../src/catalog/compiled.ts';
import { findRoot } from '../src/catalog/findRoot.ts';
import { diagnoseInquiry } from '../src/diagnosis/ask.ts';
import { createEngine } from '../src/diagnosis/diagnose.ts';
import { withGeneratedCauses } from './generatedCauses.ts';
import { cpuSince, measure, type Times } from './measure.ts';
import { SHAPES } from './pastes.ts';

/** One measurement: a paste of a shape and size against a catalog of so many causes (0: the catalog as it is). */
export interface Task {
  readonly shape: string;
  readonly bytes: number;
  readonly causes: number;
  readonly runs: number;
}

export interface Measured {
  readonly causes: number;
  /** Time of the processor. */
  readonly openMs: number;
  readonly compileMs: number;
  readonly times: Times;
  /** Median time of `split('\n')` and one regular expression a line. */
  readonly floor: Times;
  readonly peakMb: number;
  /** null where only the time counts. */
  readonly right: boolean | null;
}

/** Runs a task in a process of its own, so that its peak of memory is its own. */
export function runTask(task: Task): Measured {
  const child = spawnSync(process.execPath, ['--import', 'tsx', fileURLToPath(import.meta.url), JSON.stringify(task)], {
    encoding: 'utf8',
    maxBuffer: 1 << 24,
  });
  if (child.status !== 0) throw new Error(`${task.shape}, ${task.bytes} bytes: ${child.stderr}`);
  return JSON.parse(child.stdout);
}

const given = process.argv[1] === fileURLToPath(import.meta.url) ? process.argv[2] : undefined;
if (given !== undefined) process.stdout.write(JSON.stringify(run(JSON.parse(given))));

function run({ shape, bytes, causes, runs }: Task): Measured {
  const opening = process.cpuUsage();
  const own = openCatalog(findRoot());
  const openMs = cpuSince(opening);
  const catalog = withGeneratedCauses(own, causes);
  const compiling = process.cpuUsage();
  const engine = createEngine(catalog);
  const compileMs = cpuSince(compiling);
  const { make, first } = SHAPES.find((one) => one.name === shape)!;
  const text = make(bytes);
  const right = first === null ? null : diagnoseInquiry({ text }, engine).candidates[0]?.id === first;
  const times = measure(runs, () => diagnoseInquiry({ text }, engine));
  const peakMb = process.resourceUsage().maxRSS / 1024;
  return {
    causes: catalog.causes.length,
    openMs,
    compileMs,
    times,
    floor: measure(runs, () => floorOf(text)),
    peakMb,
    right,
  };
}

/** The least that any reader of lines does. */
function floorOf(text: string): number {
  return text.split('\n').filter((line) => /error|fail|exception/i.test(line)).length;
}
