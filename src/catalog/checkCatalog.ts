import { checkCause } from './checkCause.ts';
import { checkFamilies } from './checkFamilies.ts';
import { checkNames } from './checkNames.ts';
import { checkReferences } from './checkReferences.ts';
import { checkSteps } from './checkSteps.ts';
import { sortFaults } from './faults.ts';
import type { Fault } from './faults.ts';
import type { CatalogFiles } from './readCatalog.ts';

/**
 * Checks everything that a schema cannot: ids across files, the order of steps, texts, examples.
 * @param files as read; its own faults are part of the result
 * @returns sorted by file and place; empty: the catalog is valid
 */
export function checkCatalog(files: CatalogFiles): Fault[] {
  return sortFaults([
    ...files.faults,
    ...checkNames(files),
    ...checkReferences(files),
    ...checkFamilies(files),
    ...files.causes.flatMap(checkCause),
    ...files.causes.flatMap(({ value, source }) => checkSteps(value.steps, source, true)),
    ...files.procedures.flatMap(({ value, source }) => checkSteps(value.steps, source, false)),
  ]);
}
