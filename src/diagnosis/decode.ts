import type { Catalog, CodeEntry } from '../model/catalog.ts';
import type { Candidate, Finding } from '../model/verdict.ts';
import { dressesOf } from './codeDresses.ts';
import { describeExit, describeHresult, describeNtstatus, describeSubStatus, describeWin32 } from './codeStructure.ts';

/** One way to read a number. */
export interface Reading {
  readonly entry: CodeEntry;
  /** Why the number can be read so: "signed decimal of 0x8007000d". */
  readonly as: string;
  /** True for the reading that fits best what is known; exactly one of a list that is not empty. */
  readonly likely: boolean;
  /** False for a number that is not in the catalog: the entry then says what its build says. */
  readonly known: boolean;
}

/** What is known around a number. */
export interface CodeContext {
  /** What the words beside it say that it is; null or left out: nothing. */
  readonly kind?: CodeEntry['kind'] | null;
  /** Of the case; left out: none. */
  readonly findings?: readonly Pick<Finding, 'key'>[];
  readonly candidates?: readonly Pick<Candidate, 'id'>[];
}

// What the words say counts most, then that the case has this very code, then that the code points to its causes.
const BY_WORDS = 8;
const IN_CASE = 3;
const SAME_CAUSE = 2;

/**
 * Reads a number in any dress: `0x8007000d`, `8007000d`, `-2147024883`, `2147942413`, `500.19`, `12002`, `ff`, `0x8007d`.
 * @param code one number, as codeQuery.ts gives it; white space around it does not matter
 * @returns likely reading first; a number that is not in the catalog has one reading by its build; empty: it is no
 *          number of 32 bits, or says nothing by its build
 */
export function decode(code: string, catalog: Catalog, context: CodeContext = {}): Reading[] {
  const written = dressesOf(code.trim().toLowerCase());
  if (written === null) return [];
  const found = new Map<CodeEntry, string>();
  for (const dress of written.dresses) {
    for (const entry of catalog.codes) {
      const fits = entry.code === dress.code && dress.kinds.includes(entry.kind);
      if (fits && !found.has(entry)) found.set(entry, dress.as);
    }
  }
  const readings = [...found].map(([entry, as]) => ({ entry, as, known: true }));
  const built = byBuild(code.trim().toLowerCase(), written.word, catalog, context, readings);
  const all = [...readings, ...(built === null ? [] : [{ entry: built, as: 'by its build', known: false }])];
  return all
    .map((reading, rank) => ({ reading, rank, fit: fitOf(reading.entry, context) }))
    .sort((a, b) => b.fit - a.fit || a.rank - b.rank)
    .map(({ reading }, rank) => ({ ...reading, likely: rank === 0 }));
}

function fitOf(entry: CodeEntry, { kind, findings = [], candidates = [] }: CodeContext): number {
  const keys = [`code:${entry.code}`, `status:${entry.code}`];
  const inCase = findings.some(({ key }) => keys.includes(key));
  const points = candidates.slice(0, 3).some(({ id }) => entry.causes.includes(id));
  return (entry.kind === kind ? BY_WORDS : 0) + (inCase ? IN_CASE : 0) + (points ? SAME_CAUSE : 0);
}

/** What the build of a number says when the catalog does not have it, or not as what the words call it. null: nothing more. */
function byBuild(
  code: string,
  word: number | null,
  catalog: Catalog,
  { kind }: CodeContext,
  readings: readonly { readonly entry: CodeEntry }[],
): CodeEntry | null {
  if (word === null) {
    const base = catalog.codes.find((one) => one.kind === 'http' && one.code === code.split('.')[0]);
    return readings.length > 0 || base === undefined ? null : describeSubStatus(code, base);
  }
  const isSmall = word <= 0xffff;
  const missing = kind !== null && kind !== undefined && !readings.some(({ entry }) => entry.kind === kind);
  if (missing && kind === 'exit' && word < 0x80000000) return describeExit(word);
  if (missing && kind === 'win32' && isSmall) return describeWin32(word);
  if (readings.length > 0) return null;
  if (isSmall) return describeWin32(word);
  return word >>> 28 === 0x8 || (word < 0x40000000 && word >= 0x10000) ? describeHresult(word) : describeNtstatus(word);
}
