import { readCodeQuery } from '../diagnosis/codeQuery.ts';
import { decode, type Reading } from '../diagnosis/decode.ts';
import type { Catalog, CodeEntry } from '../model/catalog.ts';

const USAGE = `usage: decode [--json] CODE...   e.g. decode 0x8007000d -2147024883 500.19 12002 "exit code 3"
words around a number say what it is: decode sc-win32-status 64   decode hresult 80070005\n`;

/**
 * Prints every reading of the numbers. Negative numbers are codes, not options.
 * @returns exit code: 0 each number has a reading, 1 one has none, 2 no number given
 */
export function decodeCommand(args: readonly string[], catalog: Catalog): number {
  const codes = splitCodes(args.filter((arg) => arg !== '--json' && arg !== '--'));
  if (codes.length === 0) {
    process.stderr.write(USAGE);
    return 2;
  }
  const answers = codes.map(({ code, kind }) => ({ code, readings: decode(code, catalog, { kind }) }));
  process.stdout.write(args.includes('--json') ? `${JSON.stringify(answers.map(toJson), null, 2)}\n` : toText(answers));
  return answers.every(({ readings }) => readings.length > 0) ? 0 : 1;
}

interface Asked {
  readonly code: string;
  readonly kind: CodeEntry['kind'] | null;
}

interface Answer {
  readonly code: string;
  readonly readings: readonly Reading[];
}

/** Words belong to the number behind them; what is neither a number nor a word about one is given back as it is. */
function splitCodes(args: readonly string[]): Asked[] {
  const asked: Asked[] = [];
  let before: string[] = [];
  for (const arg of args) {
    const query = readCodeQuery([...before, arg].join(' ')) ?? readCodeQuery(arg);
    if (query === null) {
      before.push(arg);
    } else {
      asked.push(query);
      before = [];
    }
  }
  return [...asked, ...before.map((code) => ({ code, kind: null }))];
}

function toJson({ code, readings }: Answer): unknown {
  return {
    code,
    readings: readings.map(({ entry, as, likely, known }) => ({
      code: entry.code,
      kind: entry.kind,
      name: entry.name,
      meaning: entry.meaning,
      causes: entry.causes,
      as,
      likely,
      known,
    })),
  };
}

function toText(answers: readonly Answer[]): string {
  const lines = answers.flatMap(({ code, readings }) => [
    code,
    ...(readings.length === 0 ? ['  this is no number that Windows, IIS or .NET prints'] : []),
    ...readings.flatMap(({ entry, as }) => [
      `  ${entry.code}  ${entry.name}  (${as})`,
      `    ${entry.meaning}`,
      ...(entry.causes.length === 0 ? [] : [`    causes: ${entry.causes.join(', ')}`]),
    ]),
  ]);
  return `${lines.join('\n')}\n`;
}
