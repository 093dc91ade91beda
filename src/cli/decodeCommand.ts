import { decode } from '../diagnosis/decode.ts';
import type { Catalog } from '../model/catalog.ts';

/**
 * Prints every reading of the numbers. Negative numbers are codes, not options.
 * @returns exit code: 0 each number has a reading, 1 one has none, 2 no number given
 */
export function decodeCommand(args: readonly string[], catalog: Catalog): number {
  const codes = args.filter((arg) => arg !== '--json' && arg !== '--');
  if (codes.length === 0) {
    process.stderr.write('usage: decode [--json] CODE...   e.g. decode 0x8007000d -2147024883 500.19 12002\n');
    return 2;
  }
  const answers = codes.map((code) => ({ code, readings: decode(code, catalog) }));
  if (args.includes('--json')) {
    const json = answers.map(({ code, readings }) => ({
      code,
      readings: readings.map(({ entry, as, likely }) => ({
        code: entry.code,
        kind: entry.kind,
        name: entry.name,
        meaning: entry.meaning,
        causes: entry.causes,
        as,
        likely,
      })),
    }));
    process.stdout.write(`${JSON.stringify(json, null, 2)}\n`);
  } else {
    for (const { code, readings } of answers) {
      process.stdout.write(`${code}\n`);
      if (readings.length === 0) process.stdout.write('  no reading in the catalog\n');
      for (const { entry, as } of readings) {
        process.stdout.write(`  ${entry.code}  ${entry.name}  (${as})\n    ${entry.meaning}\n`);
        if (entry.causes.length > 0) process.stdout.write(`    causes: ${entry.causes.join(', ')}\n`);
      }
    }
  }
  return answers.every(({ readings }) => readings.length > 0) ? 0 : 1;
}
