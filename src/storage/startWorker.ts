import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type * as esbuild from 'esbuild';
import { findModule } from '../catalog/findModule.ts';

/** Set when this program runs from its sources: the worker as JavaScript, made at the first use. */
let compiled: string | null = null;

/** @param file what sqliteWorker.ts opens */
export function startWorker(file: string): Worker {
  const module = findModule('src/storage/sqliteWorker');
  // What the process is told to load first (telemetry, say) is not for this thread.
  const plain = { execArgv: [], env: { ...process.env, NODE_OPTIONS: '' }, workerData: file };
  if (module.endsWith('.js')) return new Worker(module, plain);
  compiled ??= compile(module);
  return new Worker(compiled, { ...plain, eval: true });
}

/** A thread does not inherit what lets this one read TypeScript. */
function compile(source: string): string {
  const require = createRequire(import.meta.url);
  const { buildSync } = require('esbuild') as typeof esbuild;
  const driver = require.resolve('libsql');
  const shape = { bundle: true, platform: 'node', format: 'cjs', write: false } as const;
  const { outputFiles } = buildSync({ ...shape, entryPoints: [source], alias: { libsql: driver }, external: [driver] });
  return outputFiles[0]?.text ?? '';
}
