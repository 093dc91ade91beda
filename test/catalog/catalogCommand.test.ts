import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openCatalog } from '../../src/catalog/compiled.ts';
import { findRoot } from '../../src/catalog/findRoot.ts';
import { CAUSE_FILE, PROCEDURE_FILE, TempCatalog } from './tempCatalog.ts';

const ROOT = findRoot();

function runCatalog(
  root: string,
  ...options: readonly string[]
): { readonly status: number | null; readonly lines: string[] } {
  const script = join(ROOT, 'scripts', 'catalog.ts');
  const { status, stdout } = spawnSync(process.execPath, ['--import', 'tsx', script, '--root', root, ...options], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return { status, lines: stdout.trimEnd().split('\n') };
}

describe('The catalog command', () => {
  let temp: TempCatalog;
  beforeEach(() => (temp = new TempCatalog()));
  afterEach(() => temp.delete());

  it('counts what there is and ends with 0', () => {
    assert.deepEqual(runCatalog(temp.root), {
      status: 0,
      lines: [
        '1 cause, 1 family, 1 procedure, 2 codes, 1 statement, 1 foreign field, 1 of 2 official ids without a file, 0 faults, 0 warnings',
      ],
    });
  });

  it('prints all faults and ends with 1', () => {
    temp.edit(CAUSE_FILE, 'kind: cause', 'kind: reason');
    temp.edit(PROCEDURE_FILE, 'goal:', 'gaol:');
    const { status, lines } = runCatalog(temp.root, '--compile');
    assert.equal(status, 1);
    assert.match(lines[0] ?? '', /^catalog\/causes\/app-pool-stopped\.yaml:2:7: /);
    assert.equal(lines.length, 4);
    assert.ok(!existsSync(join(temp.root, 'lib')));
  });

  it('limits itself to one entry', () => {
    temp.edit(CAUSE_FILE, 'kind: cause', 'kind: reason');
    temp.edit(PROCEDURE_FILE, 'goal:', 'gaol:');
    const { status, lines } = runCatalog(temp.root, '--only', 'app-pool-stopped');
    assert.deepEqual([status, lines.length, lines[1]], [1, 2, 'app-pool-stopped: 1 fault, 0 warnings']);
    assert.deepEqual(runCatalog(temp.root, '--only', 'app-pool-stoped'), {
      status: 1,
      lines: ['no entry "app-pool-stoped"; did you mean "app-pool-stopped", "app-pool-state"?'],
    });
  });

  it('writes the compiled catalog', () => {
    const { status, lines } = runCatalog(temp.root, '--compile');
    assert.equal(status, 0);
    assert.equal(lines[1], `written: ${join(temp.root, 'lib', 'catalog.json')}`);
    assert.equal(openCatalog(temp.root).causes.length, 1);
  });
}).timeout(30_000);
