import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ABSENCES, CHANNELS, PLATFORMS, SYMPTOMS } from '../../src/model/artifact.ts';
import { GROUPS } from '../../src/model/catalog.ts';
import { findRoot } from '../../src/catalog/findRoot.ts';

const FOLDER = join(findRoot(), 'catalog', 'schema');
const FILES = readdirSync(FOLDER);

function readSchema(file: string): unknown {
  return JSON.parse(readFileSync(join(FOLDER, file), 'utf8'));
}

/** Calls back for every object of a schema, with its path. */
function walk(
  schema: unknown,
  path: string,
  visit: (node: Readonly<Record<string, unknown>>, path: string) => void,
): void {
  if (typeof schema !== 'object' || schema === null) return;
  if (!Array.isArray(schema)) visit({ ...schema }, path);
  for (const [key, value] of Object.entries(schema)) walk(value, `${path}/${key}`, visit);
}

describe('The schemas of the catalog', () => {
  it('cover every kind of file', () => {
    for (const kind of ['cause', 'procedure', 'codes', 'vocabulary', 'ids']) {
      assert.ok(FILES.includes(`${kind}.schema.json`), kind);
    }
  });

  for (const file of FILES) {
    it(`${file} describes every property and refuses unknown keys`, () => {
      walk(readSchema(file), file, (node, path) => {
        const properties = node['properties'];
        if (typeof properties !== 'object' || properties === null || path.endsWith('/properties')) return;
        assert.equal(node['additionalProperties'], false, `${path} allows unknown keys`);
        for (const [name, property] of Object.entries(properties)) {
          assert.ok(String(property?.description ?? '').length >= 10, `${path}: "${name}" has no description`);
        }
      });
    });

    it(`${file} says which draft it is written in`, () => {
      const schema = readSchema(file);
      assert.ok(typeof schema === 'object' && schema !== null && '$schema' in schema);
      assert.equal(schema.$schema, 'https://json-schema.org/draft/2020-12/schema');
    });
  }

  it('list the same names as the model', () => {
    const lists = new Map<string, unknown>();
    for (const file of FILES) walk(readSchema(file), '', (node, path) => lists.set(`${file}#${path}`, node['enum']));
    assert.deepEqual(lists.get('signature.schema.json#/$defs/channel'), CHANNELS);
    assert.deepEqual(lists.get('signature.schema.json#/$defs/absence'), ABSENCES);
    assert.deepEqual(lists.get('signature.schema.json#/$defs/symptom'), SYMPTOMS);
    assert.deepEqual(lists.get('step.schema.json#/$defs/platform'), PLATFORMS);
    assert.deepEqual(lists.get('cause.schema.json#/properties/group'), GROUPS);
  });
});
