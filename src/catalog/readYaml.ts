import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020.js';
import { faultMessage } from './faultMessage.ts';
import type { Fault } from './faults.ts';
import { YamlSource } from './yamlSource.ts';
import type { YamlPath } from './yamlSource.ts';

export interface ReadYaml<T> {
  readonly source: YamlSource;
  /** The data as the schema describes it; undefined when there are faults. */
  readonly value: T | undefined;
  /** Of the YAML itself, or else against the schema. Empty: valid. */
  readonly faults: readonly Fault[];
}

/**
 * Parses one catalog file and holds it against its schema.
 * @param file     path that faults name, from the project's folder
 * @param text     content of the file; a byte order mark is skipped
 * @param validate compiled schema
 * @throws never; all faults are in the result
 */
export function readYaml<T>(file: string, text: string, validate: ValidateFunction<T>): ReadYaml<T> {
  const source = new YamlSource(file, text.replace(/^\uFEFF/, ''));
  if (source.faults.length > 0) return { source, value: undefined, faults: source.faults };
  const value = source.value;
  if (validate(value)) return { source, value, faults: [] };
  const errors = withoutBranches(validate.errors ?? []);
  return { source, value: undefined, faults: errors.map((error) => toFault(source, error)) };
}

function toFault(source: YamlSource, error: ErrorObject): Fault {
  const path = readPointer(error.instancePath, source.value);
  const message = faultMessage(error, path, source.written(path));
  if (error.keyword === 'additionalProperties') {
    return source.faultAtKey([...path, String(error.params['additionalProperty'])], message);
  }
  return source.faultAt(path, message);
}

/** "exactly one of" is one fault: the branches that did not fit are dropped, the fault of the choice itself stays. */
function withoutBranches(errors: readonly ErrorObject[]): ErrorObject[] {
  return errors.filter((error) => !/\/(?:oneOf|anyOf)\//.test(error.schemaPath));
}

/** '/steps/1/do' -> ['steps', 1, 'do']; a number is an index only where the data has a list. */
function readPointer(pointer: string, data: unknown): YamlPath {
  const path: (string | number)[] = [];
  let value = data;
  for (const part of pointer.split('/').slice(1)) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    if (Array.isArray(value)) {
      path.push(Number(key));
      value = value[Number(key)];
    } else {
      path.push(key);
      value = typeof value === 'object' && value !== null ? new Map(Object.entries(value)).get(key) : undefined;
    }
  }
  return path;
}
