import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ValidateFunction } from 'ajv/dist/2020.js';
import type { Cause, CodeEntry, Family, Procedure, Vocabulary } from '../model/catalog.ts';
import { compareText } from './faults.ts';
import type { Fault } from './faults.ts';
import { normaliseCause, normaliseCode, normaliseProcedure, normaliseVocabulary } from './normaliseEntries.ts';
import type { OfficialId } from './rawTypes.ts';
import { readYaml } from './readYaml.ts';
import { loadSchemas } from './schemas.ts';
import type { YamlSource } from './yamlSource.ts';

/** A valid file in its full form, with the places of its values. */
export interface Entry<T> {
  /** File name without .yaml. */
  readonly name: string;
  readonly source: YamlSource;
  readonly value: T;
}

/** What the catalog folder holds, each file valid for itself; nothing is checked across files yet. */
export interface CatalogFiles {
  readonly causes: readonly Entry<Cause>[];
  readonly procedures: readonly Entry<Procedure>[];
  readonly codes: readonly Entry<readonly CodeEntry[]>[];
  /** undefined: the file is missing or has faults. */
  readonly families: Entry<readonly Family[]> | undefined;
  /** undefined: the file is missing or has faults. */
  readonly vocabulary: Entry<Vocabulary> | undefined;
  /** undefined: the file is missing or has faults. */
  readonly ids: Entry<readonly OfficialId[]> | undefined;
  /** Names of all files, also of those with faults: a reference to a broken file is not a second fault. */
  readonly causeNames: readonly string[];
  readonly procedureNames: readonly string[];
  /** Of files that are left out above. */
  readonly faults: readonly Fault[];
}

/**
 * Reads all catalog files below a folder, in the order of their names.
 * @param root folder that holds catalog/
 * @throws never for what the files hold; a folder that is not there counts as empty
 */
export function readCatalog(root: string): CatalogFiles {
  const faults: Fault[] = [];
  const schemas = loadSchemas();
  const readFile = <Raw, T>(
    file: string,
    validate: ValidateFunction<Raw>,
    normalise: (raw: Raw) => T,
  ): Entry<T> | undefined => {
    const { source, value, faults: found } = readYaml(file, readFileSync(join(root, file), 'utf8'), validate);
    faults.push(...found);
    const name = file.slice(file.lastIndexOf('/') + 1, -'.yaml'.length);
    return value === undefined ? undefined : { name, source, value: normalise(value) };
  };
  const readFolder = <Raw, T>(folder: string, validate: ValidateFunction<Raw>, normalise: (raw: Raw) => T) =>
    listYaml(root, folder, faults).flatMap((file) => readFile(file, validate, normalise) ?? []);
  const readSingle = <Raw, T>(file: string, validate: ValidateFunction<Raw>, normalise: (raw: Raw) => T) => {
    if (listFiles(join(root, 'catalog')).includes(file)) return readFile(`catalog/${file}`, validate, normalise);
    faults.push({ file: `catalog/${file}`, line: 1, column: 1, message: 'the file is missing; add it' });
    return undefined;
  };
  return {
    causes: readFolder('catalog/causes', schemas.cause, normaliseCause),
    procedures: readFolder('catalog/procedures', schemas.procedure, normaliseProcedure),
    codes: readFolder('catalog/codes', schemas.codes, (codes) => codes.map(normaliseCode)),
    families: readSingle('families.yaml', schemas.families, ({ families }) => families),
    vocabulary: readSingle('vocabulary.yaml', schemas.vocabulary, normaliseVocabulary),
    ids: readSingle('ids.yaml', schemas.ids, (ids) => ids.causes),
    causeNames: namesIn(root, 'catalog/causes'),
    procedureNames: namesIn(root, 'catalog/procedures'),
    faults,
  };
}

/** Paths of the .yaml files of a folder. A file with another ending would be left out in silence, so it is a fault. */
function listYaml(root: string, folder: string, faults: Fault[]): string[] {
  const files = listFiles(join(root, folder));
  for (const name of files.filter((file) => !file.endsWith('.yaml'))) {
    faults.push({
      file: `${folder}/${name}`,
      line: 1,
      column: 1,
      message: 'only .yaml files are read here; rename it or move it away',
    });
  }
  return files.filter((file) => file.endsWith('.yaml')).map((file) => `${folder}/${file}`);
}

function namesIn(root: string, folder: string): string[] {
  return listYaml(root, folder, []).map((file) => file.slice(folder.length + 1, -'.yaml'.length));
}

/** Names of the files of a folder, in order; hidden files are skipped. */
function listFiles(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => !entry.isDirectory() && !entry.name.startsWith('.'))
      .map((entry) => entry.name)
      .sort(compareText);
  } catch {
    return [];
  }
}
