import { HostmedicError } from '../model/errors.ts';

/** Something that is wrong at one place of a catalog file. */
export interface Fault {
  /** Path from the project's folder, with "/": catalog/causes/app-pool-stopped.yaml. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
  /** What is wrong, with the value; what to do. */
  readonly message: string;
}

/** Most faults that one error lists; the rest is counted. */
export const FAULTS_MAX = 50;

/** Writes a fault as `file:line:column: message`, which editors and terminals make a link of. */
export function formatFault(fault: Fault): string {
  return `${fault.file}:${fault.line}:${fault.column}: ${fault.message}`;
}

/**
 * Sorts faults by file, then place, and drops those that say the same at the same place.
 * @returns a new list
 */
export function sortFaults(faults: readonly Fault[]): Fault[] {
  const unique = new Map(faults.map((fault) => [formatFault(fault), fault]));
  return [...unique.values()].sort(
    (a, b) =>
      compareText(a.file, b.file) || a.line - b.line || a.column - b.column || compareText(a.message, b.message),
  );
}

/**
 * Makes one error of all faults, one a line, at most FAULTS_MAX.
 * @param faults at least one
 * @returns code CATALOG_INVALID
 */
export function catalogError(faults: readonly Fault[]): HostmedicError {
  const lines = sortFaults(faults).map(formatFault);
  const shown = lines.slice(0, FAULTS_MAX);
  if (lines.length > shown.length) shown.push(`... and ${lines.length - shown.length} more faults`);
  return new HostmedicError('CATALOG_INVALID', shown.join('\n'));
}

/** Order by code units: the same on every machine, whatever its language. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
