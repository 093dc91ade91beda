import assert from 'node:assert/strict';
import { createTurnstile } from '../../src/model/turnstile.ts';

describe('the turnstile', () => {
  it('lets one pass in each round of the event loop, in order', async () => {
    const pass = createTurnstile();
    const seen: string[] = [];
    const turns = [1, 2, 3, 4].map(async (turn) => {
      await pass();
      seen.push(`turn ${turn}`);
      const until = performance.now() + 5;
      while (performance.now() < until);
    });
    const timer = new Promise<void>((resolve) =>
      setTimeout(() => {
        seen.push('timer');
        resolve();
      }, 1),
    );
    await Promise.all([...turns, timer]);
    assert.deepEqual(
      seen.filter((one) => one !== 'timer'),
      ['turn 1', 'turn 2', 'turn 3', 'turn 4'],
    );
    assert.ok(seen.indexOf('timer') <= 1, seen.join(', '));
  });
});
