/** Times of one piece of work, in milliseconds. */
export interface Times {
  readonly median: number;
  readonly slowest: number;
  /** Time of the processor, median: what other programs take away is not in it. */
  readonly cpu: number;
}

/** Runs the work once to warm up, then `runs` times; with `runs` 1 there is no warming up, for work that takes many seconds. */
export function measure(runs: number, work: () => unknown): Times {
  if (runs > 1) work();
  const walls: number[] = [];
  const cpus: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const cpu = process.cpuUsage();
    const start = process.hrtime.bigint();
    work();
    walls.push(msSince(start));
    cpus.push(cpuSince(cpu));
  }
  return { median: median(walls), slowest: Math.max(...walls), cpu: median(cpus) };
}

/** @param start what `process.cpuUsage()` gave; milliseconds of the processor since then, of all threads */
export function cpuSince(start: NodeJS.CpuUsage): number {
  const used = process.cpuUsage(start);
  return (used.user + used.system) / 1000;
}

function msSince(start: bigint): number {
  return Number(process.hrtime.bigint() - start) / 1e6;
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** "7.81 ms", "143 ms", "1.85 s". */
export function ms(value: number): string {
  if (value >= 10_000) return `${(value / 1000).toFixed(1)} s`;
  return `${value.toFixed(value < 10 ? 2 : 0)} ms`;
}

/** Columns as wide as their longest cell, first one to the left. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const line = (row: readonly string[]): string =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!))).join('  ');
  return `${rows.map(line).join('\n')}\n`;
}

/** A line on standard error that the next one replaces; nothing when it is no terminal. */
export function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[2K${text}`);
}
