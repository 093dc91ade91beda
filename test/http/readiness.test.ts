import assert from 'node:assert/strict';
import { createReadiness } from '../../src/http/readiness.ts';
import { startWholeBot } from '../support/wholeBot.ts';

const QUIET = { info: () => undefined, warn: () => undefined, error: () => undefined };

describe('readiness', () => {
  it('follows the check, which is asked at most once a second', async () => {
    let asked = 0;
    let works = true;
    const check = async (): Promise<void> => {
      asked += 1;
      if (!works) throw new Error('no');
    };
    const readiness = createReadiness({ check, log: QUIET });
    assert.deepEqual(await Promise.all([readiness.isReady(), readiness.isReady()]), [true, true]);
    works = false;
    assert.equal(await readiness.isReady(), true);
    assert.equal(asked, 1);
    await pause(1_050);
    assert.equal(await readiness.isReady(), false);
    assert.equal(asked, 2);
  });

  it('answers in time while a check hangs: with what the last one said, then with no', async () => {
    let hangs = true;
    const readiness = createReadiness({ check: () => (hangs ? pause(60_000) : Promise.resolve()), log: QUIET });
    const startMs = performance.now();
    assert.equal(await readiness.isReady(), false);
    assert.ok(performance.now() - startMs < 200);
    hangs = false;
    await pause(1_050);
    assert.equal(await readiness.isReady(), true);
    hangs = true;
    await pause(1_050);
    assert.equal(await readiness.isReady(), true);
  });

  it('is over when the process stops', async () => {
    const readiness = createReadiness({ check: async () => undefined, log: QUIET });
    readiness.stop();
    assert.equal(await readiness.isReady(), false);
  });
});

describe('GET /readyz of the whole bot', () => {
  it('says no after the event loop was blocked for 2 s, logs it once, and says yes 5 s later', async () => {
    const bot = await startWholeBot();
    const isReady = async (): Promise<boolean> => (await bot.get('/readyz')).status === 200;
    try {
      assert.equal(await isReady(), true);
      await pause(150);
      block(1_200);
      assert.equal(await isReady(), true);
      block(2_300);
      assert.equal(await isReady(), false);
      await pause(300);
      const lines = bot.log.filter((line) => line.includes('event-loop-blocked'));
      assert.equal(lines.length, 1);
      const durationMs = Number(/"durationMs":(\d+)/.exec(lines[0] ?? '')?.[1]);
      assert.ok(durationMs >= 2_000 && durationMs < 10_000, String(durationMs));
      assert.equal((await bot.get('/healthz')).status, 200);
      await pause(4_900);
      assert.equal(await isReady(), true);
    } finally {
      await bot.close();
    }
  });

  it('says no while no signing key is known', async () => {
    const bot = await startWholeBot();
    try {
      assert.equal((await bot.get('/readyz')).status, 200);
    } finally {
      await bot.close();
    }
    const blind = await startWholeBot({}, 'down');
    try {
      assert.equal((await blind.get('/readyz')).status, 503);
    } finally {
      await blind.close();
    }
  });
});

function block(ms: number): void {
  const until = performance.now() + ms;
  while (performance.now() < until);
}

async function pause(ms: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ms));
}
