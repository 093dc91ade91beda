import { parseArgs } from 'node:util';
import { examplesOf, halfOf, readCases, type Case, type Half } from './cases.ts';
import type { Catalog } from '../src/model/catalog.ts';

/** What the measuring commands are told. */
export interface Options {
  readonly files: readonly string[];
  readonly catalog: boolean;
  readonly parts: boolean;
  readonly half: Half;
  readonly misses: boolean;
  readonly json: boolean;
  readonly seed: number;
}

/** Reads the arguments; prints the usage and ends the process with 2 when they are wrong or name nothing to measure. */
export function readOptions(usage: string, needsFile = true): Options {
  try {
    return parse(needsFile);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\nusage: ${usage}\n`);
    return process.exit(2);
  }
}

function parse(needsFile: boolean): Options {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      catalog: { type: 'boolean', default: false },
      parts: { type: 'boolean', default: false },
      misses: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      half: { type: 'string' },
      seed: { type: 'string', default: '1' },
    },
  });
  const half = values.half === 'even' || values.half === 'odd' ? values.half : null;
  if (values.half !== undefined && half === null) throw new Error(`--half ${values.half}: even or odd`);
  if (!/^\d{1,9}$/.test(values.seed)) throw new Error(`--seed ${values.seed}: a whole number`);
  if (needsFile && positionals.length === 0 && !values.catalog) throw new Error('no file given');
  return { ...values, files: positionals, half, seed: Number(values.seed) };
}

/** The cases that were asked for: of all files, and the catalog's examples with `--catalog`. */
export function casesOf(options: Options, catalog: Catalog): readonly Case[] {
  const all = [
    ...options.files.flatMap((file) => readCases(file, options.parts)),
    ...(options.catalog ? examplesOf(catalog) : []),
  ];
  return halfOf(all, options.half);
}
