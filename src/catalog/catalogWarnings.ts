import type { Cause, Signature } from '../model/catalog.ts';
import { sortFaults } from './faults.ts';
import type { Fault } from './faults.ts';
import type { CatalogFiles, Entry } from './readCatalog.ts';
import { placeholdersOf, placeMatchers } from './signatureTexts.ts';

/** Values that steps and headlines can use (docs/catalog-authoring.md); `gap` is not kept. */
export const VALUE_NAMES: readonly string[] = [
  'app',
  'path',
  'exe',
  'command',
  'framework',
  'version',
  'port',
  'pool',
  'site',
  'module',
  'setting',
  'exception',
  'file',
  'user',
  'gap',
];

/**
 * Finds what is allowed and yet looks like a slip.
 * @returns sorted by file and place
 */
export function catalogWarnings(files: CatalogFiles): Fault[] {
  return sortFaults([
    ...sharedDecisive(files),
    ...lonelyProcedures(files),
    ...unknownValues(files),
    ...noSources(files),
  ]);
}

/** Decisive means that nothing else prints it, so two causes cannot both say so. */
function sharedDecisive(files: CatalogFiles): Fault[] {
  const users = new Map<string, { readonly entry: Entry<Cause>; readonly index: number }[]>();
  for (const entry of files.causes) {
    for (const [index, signature] of entry.value.signatures.entries()) {
      const key = signature.strength === 'decisive' ? signatureKey(signature) : undefined;
      if (key !== undefined) users.set(key, [...(users.get(key) ?? []), { entry, index }]);
    }
  }
  return [...users.values()].flatMap((list) => {
    const ids = [...new Set(list.map(({ entry }) => entry.value.id))];
    if (ids.length < 2) return [];
    return list.map(({ entry: { value, source }, index }) => {
      const others = ids.filter((id) => id !== value.id).join(', ');
      return source.faultAt(['signatures', index], `decisive here and for ${others}; at most one of them can be`);
    });
  });
}

/** The signature without what does not matter: case, white space, quote marks, names of placeholders. */
function signatureKey(signature: Signature): string | undefined {
  const [only] = signature.all;
  if (signature.all.length !== 1 || signature.none.length > 0 || only === undefined || !('text' in only))
    return undefined;
  return only.text
    .toLowerCase()
    .replace(/\{[a-z0-9]*\}/g, '{}')
    .replace(/[\s'"`\u2018-\u201f]/g, '');
}

function lonelyProcedures(files: CatalogFiles): Fault[] {
  const linked = new Set([
    ...[...files.causes, ...files.procedures].flatMap(({ value }) => value.steps.map(({ procedure }) => procedure)),
    ...files.procedures.flatMap(({ value }) => [value.switchOff, ...value.related]),
  ]);
  return files.procedures
    .filter(({ value }) => value.shows === undefined && !linked.has(value.id))
    .map(({ value, source }) =>
      source.faultAt(['id'], `nobody links the procedure ${value.id}; name it in a step, or give it shows`),
    );
}

function unknownValues(files: CatalogFiles): Fault[] {
  return files.causes.flatMap(({ value, source }) =>
    value.signatures.flatMap((signature, index) =>
      placeMatchers(signature, ['signatures', index], source).flatMap(({ matcher, path }) =>
        ('text' in matcher ? placeholdersOf(matcher.text) : [])
          .filter((name) => !VALUE_NAMES.includes(name))
          .map((name) =>
            source.faultAt(
              [...path, 'text'],
              `{${name}} is not one of the values that steps know: ${VALUE_NAMES.join(', ')}`,
            ),
          ),
      ),
    ),
  );
}

function noSources(files: CatalogFiles): Fault[] {
  return files.causes
    .filter(({ value }) => value.sources.length === 0)
    .map(({ source }) => source.faultAt(['sources'], 'no sources; say where the product facts come from'));
}
