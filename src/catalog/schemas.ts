import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ValidateFunction } from 'ajv/dist/2020.js';
import { findRoot } from './findRoot.ts';
import { requireAjv } from './packages.ts';
import type { RawCause, RawCode, RawFamilies, RawIds, RawProcedure, RawVocabulary } from './rawTypes.ts';

export interface Schemas {
  readonly cause: ValidateFunction<RawCause>;
  readonly procedure: ValidateFunction<RawProcedure>;
  readonly codes: ValidateFunction<readonly RawCode[]>;
  readonly families: ValidateFunction<RawFamilies>;
  readonly vocabulary: ValidateFunction<RawVocabulary>;
  readonly ids: ValidateFunction<RawIds>;
}

const BASE = 'https://hostmedic.invalid/schema/';

let loaded: Schemas | undefined;

/**
 * Compiles catalog/schema/*.json of this project, once per process.
 * @throws Error when a schema file is missing or is not a valid schema: a fault of this project, not of a catalog
 */
export function loadSchemas(): Schemas {
  loaded ??= compileSchemas(join(findRoot(), 'catalog', 'schema'));
  return loaded;
}

function compileSchemas(folder: string): Schemas {
  const { Ajv2020 } = requireAjv();
  // verbose: a fault carries the value and the schema around it, from which its words are made.
  const ajv = new Ajv2020({ allErrors: true, verbose: true, strictTypes: false });
  // Our own annotations: the words of a fault, and of a missing key.
  ajv.addVocabulary(['x-fault', 'x-missing']);
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.schema.json'))) {
    ajv.addSchema(JSON.parse(readFileSync(join(folder, file), 'utf8')));
  }
  return {
    cause: ajv.compile<RawCause>({ $ref: `${BASE}cause.schema.json` }),
    procedure: ajv.compile<RawProcedure>({ $ref: `${BASE}procedure.schema.json` }),
    codes: ajv.compile<readonly RawCode[]>({ $ref: `${BASE}codes.schema.json` }),
    families: ajv.compile<RawFamilies>({ $ref: `${BASE}families.schema.json` }),
    vocabulary: ajv.compile<RawVocabulary>({ $ref: `${BASE}vocabulary.schema.json` }),
    ids: ajv.compile<RawIds>({ $ref: `${BASE}ids.schema.json` }),
  };
}
