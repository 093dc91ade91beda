import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';

const NOT_RUN = 'not run: no strace (Linux: apt-get install strace; it needs the right to trace its own children)';

/** Declares tests that make system calls fail. Without strace they are one pending test; with HOSTMEDIC_TEST_ALL=1 a failure. */
export function describeWithStrace(title: string, declare: () => void): void {
  describe(title, () => {
    if (spawnSync('strace', ['-f', '-o', '/dev/null', 'true']).status === 0) declare();
    else it(NOT_RUN, process.env['HOSTMEDIC_TEST_ALL'] === '1' ? () => assert.fail(NOT_RUN) : undefined);
  });
}
