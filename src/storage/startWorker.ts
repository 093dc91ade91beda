import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type * as esbuild from 'esbuild';
import { findRoot } from '../catalog/findRoot.ts';

/** Set when this program runs from its sources: the worker as JavaScript, made at the first use. */
let compiled: string | null = null;

/** @param file what sqliteWorker.ts opens */
export function startWorker(file: string): Worker {
  if (!import.meta.url.endsWith('.ts'))
    return new Worker(path.join(findRoot(), 'lib', 'src', 'storage', 'sqliteWorker.js'), { workerData: file });
  compiled ??= compileWorker();
  return new Worker(compiled, { eval: true, execArgv: [], workerData: file });
}

/** A thread does not inherit what lets this one read TypeScript. */
function compileWorker(): string {
  const require = createRequire(import.meta.url);
  const { buildSync } = require('esbuild') as typeof esbuild;
  const driver = require.resolve('libsql');
  const source = fileURLToPath(new URL('./sqliteWorker.ts', import.meta.url));
  const shape = { bundle: true, platform: 'node', format: 'cjs', write: false } as const;
  const { outputFiles } = buildSync({ ...shape, entryPoints: [source], alias: { libsql: driver }, external: [driver] });
  return outputFiles[0]?.text ?? '';
}
