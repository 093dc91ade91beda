import type { ErrorObject } from 'ajv/dist/2020.js';
import { suggestName } from './suggest.ts';
import type { YamlPath } from './yamlSource.ts';

/** Longest piece of a wrong value that a message repeats. */
const VALUE_MAX = 60;

/**
 * Says in plain words what the schema found.
 * @param error   from ajv with `verbose`
 * @param path    of the value it is about
 * @param written the value's characters as written, if it is a plain one
 * @returns what is wrong, with the value; what to do
 */
export function faultMessage(error: ErrorObject, path: YamlPath, written: string | undefined): string {
  const name = namePath(path);
  const value = written ?? shorten(error.data);
  const advice = adviceOf(error.parentSchema);
  switch (error.keyword) {
    case 'required':
      return missingMessage(name, String(error.params['missingProperty']), error.parentSchema);
    case 'dependentRequired':
      return `${name} has "${String(error.params['property'])}" but no "${String(error.params['missingProperty'])}"; give both or none`;
    case 'additionalProperties':
      return unknownKeyMessage(name, String(error.params['additionalProperty']), error.parentSchema);
    case 'type':
      return typeMessage(name, String(error.params['type']), error.data, value);
    case 'enum':
      return `${name} is ${error.data === null ? 'empty' : quote(value)}; it must be one of ${listOf(error.params['allowedValues'])}`;
    case 'pattern':
      return `${name} is ${quote(value)}; ${advice ?? 'it has the wrong form'}`;
    case 'minItems':
      return `${name} has ${countOf(error.data)}; it needs at least ${String(error.params['limit'])}${tail(advice)}`;
    case 'maxItems':
      return `${name} has ${countOf(error.data)}; at most ${String(error.params['limit'])} are allowed`;
    case 'minProperties':
      return `${name} has no keys; it needs at least ${String(error.params['limit'])}${tail(advice)}`;
    case 'minLength':
      return `${name} is ${quote(value)}; it needs at least ${String(error.params['limit'])} characters${tail(advice)}`;
    case 'maxLength':
      return `${name} is ${String(error.data).length} characters long; at most ${String(error.params['limit'])} are allowed`;
    case 'uniqueItems':
      return `${name} says the same twice, at [${String(error.params['j'])}] and [${String(error.params['i'])}]; keep one`;
    case 'minimum':
    case 'maximum':
      return `${name} is ${value}; it ${error.message ?? 'is out of range'}`;
    default:
      return `${name} is not right: ${advice ?? error.message ?? error.keyword}`;
  }
}

/** Writes a path as people do: `steps[1].do`; the top of the file is "the file". */
export function namePath(path: YamlPath): string {
  if (path.length === 0) return 'the file';
  return path.map((key, index) => (typeof key === 'number' ? `[${key}]` : `${index > 0 ? '.' : ''}${key}`)).join('');
}

function missingMessage(name: string, key: string, schema: ErrorObject['parentSchema']): string {
  const property = asRecord(asRecord(asRecord(schema)['properties'])[key]);
  const advice = [property['x-missing'], property['description']].find((text) => typeof text === 'string') ?? 'add it';
  return `${name} has no "${key}"; ${lowerFirst(advice)}`;
}

function unknownKeyMessage(name: string, key: string, schema: ErrorObject['parentSchema']): string {
  const known = Object.keys(asRecord(asRecord(schema)['properties']));
  // { by: red, green } reads as the keys by and green.
  const comma = /[^A-Za-z-]/.test(key)
    ? '; inside { } a comma ends an unquoted text: put the whole text in quotes'
    : '';
  return `${name} has an unknown key "${key}"; ${suggestName(key, known)}${comma}`;
}

function typeMessage(name: string, expected: string, data: unknown, value: string): string {
  const right = expected.split(',').map(typeName).join(' or ');
  if (data === null) return `${name} is empty; it must be ${right}`;
  if (typeof data === 'object') return `${name} is ${typeName(kindOf(data))}; it must be ${right}`;
  const quotes = expected.includes('string') ? `; put it in quotes: '${value}'` : '';
  return `${name} is ${value}, which YAML reads as ${typeName(kindOf(data))}; it must be ${right}${quotes}`;
}

function typeName(type: string): string {
  const names = new Map([
    ['string', 'a text'],
    ['number', 'a number'],
    ['integer', 'a whole number'],
    ['boolean', 'true or false'],
    ['array', 'a list'],
    ['object', 'a map of keys'],
  ]);
  return names.get(type) ?? type;
}

function kindOf(data: unknown): string {
  return Array.isArray(data) ? 'array' : typeof data;
}

function adviceOf(schema: ErrorObject['parentSchema']): string | undefined {
  const advice = asRecord(schema)['x-fault'];
  return typeof advice === 'string' ? advice : undefined;
}

function listOf(values: unknown): string {
  return Array.isArray(values) ? values.map(String).join(', ') : String(values);
}

function countOf(data: unknown): string {
  const count = Array.isArray(data) ? data.length : 0;
  return count === 1 ? '1 item' : `${count} items`;
}

function tail(advice: string | undefined): string {
  return advice === undefined ? '' : `: ${advice}`;
}

function quote(value: string): string {
  return `"${value}"`;
}

function shorten(data: unknown): string {
  const text = typeof data === 'string' ? data : (JSON.stringify(data) ?? 'nothing');
  return text.length > VALUE_MAX ? `${text.slice(0, VALUE_MAX)}...` : text;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1).replace(/\.$/, '');
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
