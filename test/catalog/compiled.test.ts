import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashCatalog, openCatalog, writeCompiledCatalog } from '../../src/catalog/compiled.ts';
import { loadCatalog } from '../../src/catalog/loadCatalog.ts';
import { CAUSE_FILE, PROCEDURE, PROCEDURE_FILE, TempCatalog } from './tempCatalog.ts';

const TITLE = 'The application pool is stopped';

describe('The compiled catalog', () => {
  let temp: TempCatalog;
  let file: string;
  beforeEach(() => {
    temp = new TempCatalog();
    file = join(temp.root, 'lib', 'catalog.json');
  });
  afterEach(() => temp.delete());

  /** Changes a title inside the compiled file and vouches for it, so that a test sees which of the two was opened. */
  function markCompiled(): void {
    const compiled = readFileSync(file, 'utf8');
    writeFileSync(file, compiled.replace(TITLE, 'Out of the compiled file'));
  }

  it('equals the catalog that is read from YAML', () => {
    writeCompiledCatalog(temp.root, file);
    const fromYaml = loadCatalog(temp.root);
    assert.deepEqual(openCatalog(temp.root), fromYaml);
    assert.ok(Object.isFrozen(openCatalog(temp.root).causes[0]?.steps));
  });

  it('keeps signs beyond ASCII, and needs none of them itself', () => {
    const title = 'Der Pool läuft nicht, “503”, 池 😀';
    temp.edit(CAUSE_FILE, TITLE, title);
    writeCompiledCatalog(temp.root, file);
    assert.equal(openCatalog(temp.root).causes[0]?.title, title);
    assert.ok(readFileSync(file).every((byte) => byte < 0x80));
  });

  it('is what openCatalog reads: no YAML is looked at while the stamp fits', () => {
    writeCompiledCatalog(temp.root, file);
    // A catalog that does not load: only the compiled file can answer. The stamp is made to fit it.
    const before = hashCatalog(temp.root);
    temp.edit(CAUSE_FILE, 'kind: cause', 'kind: nonsense');
    writeFileSync(file, readFileSync(file, 'utf8').replace(before, hashCatalog(temp.root)));
    assert.equal(openCatalog(temp.root).causes[0]?.title, TITLE);
    // The same, cut or damaged: then the YAML speaks.
    const good = readFileSync(file, 'utf8');
    for (const bad of [good.slice(0, -2), `${good} `, good.replace('"title"', '"tit1e"'), `\uFEFF${good}`]) {
      writeFileSync(file, bad);
      assert.throws(() => openCatalog(temp.root), { code: 'CATALOG_INVALID' });
    }
  });

  it('is not used once a file was changed, added, removed or renamed', () => {
    writeCompiledCatalog(temp.root, file);
    temp.edit(CAUSE_FILE, TITLE, 'The pool is down');
    assert.equal(openCatalog(temp.root).causes[0]?.title, 'The pool is down');
    writeCompiledCatalog(temp.root, file);
    const added = 'catalog/procedures/second.yaml';
    temp.write(added, PROCEDURE.replace('id: app-pool-state', 'id: second'));
    assert.equal(openCatalog(temp.root).procedures.length, 2);
    writeCompiledCatalog(temp.root, file);
    temp.remove(added);
    assert.equal(openCatalog(temp.root).procedures.length, 1);
  });

  it('gives the same hash to the same files, and another one when only names change', () => {
    const other = new TempCatalog();
    assert.equal(hashCatalog(other.root), hashCatalog(temp.root));
    other.remove(PROCEDURE_FILE);
    other.write('catalog/procedures/app-pool-status.yaml', PROCEDURE);
    assert.notEqual(hashCatalog(other.root), hashCatalog(temp.root));
    other.delete();
  });

  it('is not touched by the healthy samples, which are no part of it', () => {
    const before = hashCatalog(temp.root);
    temp.write('catalog/clean/iis.log', 'all is well');
    assert.equal(hashCatalog(temp.root), before);
  });

  it('is not used when its content does not fit its own hash', () => {
    writeCompiledCatalog(temp.root, file);
    markCompiled();
    assert.equal(openCatalog(temp.root).causes[0]?.title, TITLE);
  });

  for (const broken of [
    '',
    'null',
    '{"stamp":',
    '[]',
    '{"stamp":"STAMP","sha256":1,"catalog":null}',
    '{"stamp":"STAMP"}',
  ]) {
    it(`is not used when it holds ${broken || 'nothing'}`, () => {
      writeCompiledCatalog(temp.root, file);
      writeFileSync(file, broken.replace('STAMP', hashCatalog(temp.root)));
      assert.equal(openCatalog(temp.root).causes[0]?.title, TITLE);
    });
  }

  it('is not written from a catalog with faults, and the old file does not hide them', () => {
    writeCompiledCatalog(temp.root, file);
    const old = readFileSync(file, 'utf8');
    temp.edit(CAUSE_FILE, 'kind: cause', 'kind: nonsense');
    assert.throws(() => writeCompiledCatalog(temp.root, file), {
      code: 'CATALOG_INVALID',
      message: /app-pool-stopped\.yaml:2:7/,
    });
    assert.equal(readFileSync(file, 'utf8'), old);
    assert.throws(() => openCatalog(temp.root), { code: 'CATALOG_INVALID' });
    assert.ok(!existsSync(`${file}.${process.pid}.tmp`));
  });
});
