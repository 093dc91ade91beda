import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeCompiledCatalog } from '../../src/catalog/compiled.ts';
import { findRoot } from '../../src/catalog/findRoot.ts';
import { loadCatalog } from '../../src/catalog/loadCatalog.ts';
import { readCatalog } from '../../src/catalog/readCatalog.ts';

describe('The catalog of this project', () => {
  const root = findRoot();

  it('has no faults', () => {
    const catalog = loadCatalog(root);
    assert.equal(catalog.causes.length, readCatalog(root).causeNames.length);
    assert.ok(catalog.causes.length > 0);
  });

  it('promises 126 ids', () => {
    assert.equal(readCatalog(root).ids?.value.length, 126);
  });

  it('survives compiling unchanged', () => {
    const folder = mkdtempSync(join(tmpdir(), 'hostmedic-compiled-'));
    const compiled = writeCompiledCatalog(root, join(folder, 'catalog.json'));
    rmSync(folder, { recursive: true, force: true });
    assert.deepEqual(JSON.parse(JSON.stringify(compiled)), loadCatalog(root));
  });
});
