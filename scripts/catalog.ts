/**
 * Checks the catalog: `npm run catalog`, `npm run catalog -- --only <id>`, `npm run catalog -- --compile`.
 * Prints every fault with file, line and column; exit code 1 when there are any.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { catalogWarnings } from '../src/catalog/catalogWarnings.ts';
import { checkCatalog } from '../src/catalog/checkCatalog.ts';
import { writeCompiledCatalog } from '../src/catalog/compiled.ts';
import { formatFault } from '../src/catalog/faults.ts';
import type { Fault } from '../src/catalog/faults.ts';
import { findRoot } from '../src/catalog/findRoot.ts';
import { readCatalog } from '../src/catalog/readCatalog.ts';
import type { CatalogFiles } from '../src/catalog/readCatalog.ts';
import { suggestName } from '../src/catalog/suggest.ts';

process.exitCode = main();

function main(): number {
  const { values } = parseArgs({
    options: { only: { type: 'string' }, compile: { type: 'boolean' }, root: { type: 'string' } },
  });
  const root = values.root ?? findRoot(import.meta.url);
  const files = readCatalog(root);
  const names = [...files.causeNames, ...files.procedureNames];
  if (values.only !== undefined && !names.includes(values.only)) {
    console.log(`no entry "${values.only}"; ${suggestName(values.only, names)}`);
    return 1;
  }
  const isShown = ({ file }: Fault) => values.only === undefined || file.endsWith(`/${values.only}.yaml`);
  const all = checkCatalog(files);
  const faults = all.filter(isShown);
  const warnings = catalogWarnings(files).filter(isShown);
  for (const warning of warnings) console.log(`warning: ${formatFault(warning)}`);
  for (const fault of faults) console.log(formatFault(fault));
  const found = `${count(faults.length, 'fault')}, ${count(warnings.length, 'warning')}`;
  console.log(values.only === undefined ? `${summary(files)}, ${found}` : `${values.only}: ${found}`);
  if (values.compile && all.length === 0) {
    const outFile = join(root, 'lib', 'catalog.json');
    writeCompiledCatalog(root, outFile);
    console.log(`written: ${outFile}`);
  }
  return faults.length > 0 || (values.compile && all.length > 0) ? 1 : 0;
}

function summary(files: CatalogFiles): string {
  const official = files.ids?.value ?? [];
  const unwritten = official.filter(({ id }) => !files.causeNames.includes(id)).length;
  return [
    count(files.causeNames.length, 'cause'),
    count(files.families?.value.length ?? 0, 'family', 'families'),
    count(files.procedureNames.length, 'procedure'),
    count(files.codes.flatMap(({ value }) => value).length, 'code'),
    count(files.vocabulary?.value.statements.length ?? 0, 'statement'),
    count(files.vocabulary?.value.foreign.length ?? 0, 'foreign field'),
    `${unwritten} of ${official.length} official ids without a file`,
  ].join(', ');
}

function count(number: number, noun: string, nouns = `${noun}s`): string {
  return `${number} ${number === 1 ? noun : nouns}`;
}
