import type { Catalog } from '../model/catalog.ts';
import { checkCatalog } from './checkCatalog.ts';
import { catalogError } from './faults.ts';
import { freezeDeep } from './freezeDeep.ts';
import { readCatalog } from './readCatalog.ts';
import type { CatalogFiles } from './readCatalog.ts';

/**
 * Reads and checks the YAML catalog.
 * @param root folder that holds catalog/
 * @returns frozen through and through; lists in the order of file names
 * @throws HostmedicError CATALOG_INVALID with every fault, one a line: file:line:column: what is wrong; what to do
 */
export function loadCatalog(root: string): Catalog {
  const files = readCatalog(root);
  const faults = checkCatalog(files);
  if (faults.length > 0) throw catalogError(faults);
  return assembleCatalog(files);
}

/** Puts checked files together. */
function assembleCatalog(files: CatalogFiles): Catalog {
  return freezeDeep({
    causes: files.causes.map(({ value }) => value),
    families: files.families?.value ?? [],
    procedures: files.procedures.map(({ value }) => value),
    codes: files.codes.flatMap(({ value }) => value),
    vocabulary: files.vocabulary?.value ?? { concepts: [], statements: [], foreign: [], field: [] },
  });
}
