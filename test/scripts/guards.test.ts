import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { GUARDS } from '../../scripts/guardList.ts';
import { findRoot } from '../../src/catalog/findRoot.ts';

describe('the list of guards', () => {
  it('names texts that stand in their files exactly once, and tests that are there', () => {
    const root = findRoot();
    const lost = GUARDS.filter(
      ({ file, guard, test }) =>
        readFileSync(path.join(root, file), 'utf8').split(guard).length !== 2 || !existsSync(path.join(root, test)),
    );
    assert.deepEqual(
      lost.map(({ name }) => name),
      [],
    );
  });
});
