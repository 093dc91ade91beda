import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findRoot } from '../../src/catalog/findRoot.ts';

describe('findRoot', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'hostmedic-root-'));
    mkdirSync(join(folder, 'lib', 'src', 'catalog'), { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const from = () => pathToFileURL(join(folder, 'lib', 'src', 'catalog', 'findRoot.js')).href;

  it('finds the folder of this project', () => {
    assert.ok(existsSync(join(findRoot(), 'docs', 'catalog-authoring.md')));
  });

  it('walks past package.json files of other names and broken ones, at any depth', () => {
    writeFileSync(join(folder, 'package.json'), '{"name":"hostmedic"}');
    writeFileSync(join(folder, 'lib', 'package.json'), '{"type":"module"}');
    writeFileSync(join(folder, 'lib', 'src', 'package.json'), '{"name":');
    assert.equal(findRoot(from()), folder);
  });

  it('says where it looked when there is none', () => {
    writeFileSync(join(folder, 'package.json'), '{"name":"another"}');
    assert.throws(() => findRoot(from()), {
      code: 'CONFIG_MISSING',
      message: /lib.src.catalog: no folder above holds a package\.json named "hostmedic"/,
    });
  });
});
