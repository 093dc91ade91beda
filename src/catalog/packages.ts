import { createRequire } from 'node:module';

// The YAML parser and the schema compiler take 60 to 100 ms to load. With a compiled catalog nobody needs them, so they
// are loaded at first use; import() would make every reader of a catalog asynchronous.
const load = createRequire(import.meta.url);

/** The YAML parser, loaded at first use. */
export function requireYaml(): typeof import('yaml') {
  return load('yaml');
}

/** The schema compiler, loaded at first use. */
export function requireAjv(): typeof import('ajv/dist/2020.js') {
  return load('ajv/dist/2020.js');
}
