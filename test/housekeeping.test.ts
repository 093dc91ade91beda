import assert from 'node:assert/strict';
import { createLogger } from '../src/log.ts';
import { startHousekeeping } from '../src/housekeeping.ts';

const MINUTE = 60_000;

describe('housekeeping', () => {
  const { setTimeout: realTimeout, setInterval: realInterval } = globalThis;
  /** Timers that were set: their time, and what they do. */
  let timers: { readonly ms: number; readonly run: () => void }[];
  let log: string[];

  beforeEach(() => {
    timers = [];
    log = [];
    const note = (run: () => void, ms: number): NodeJS.Timeout => {
      timers.push({ ms, run });
      return realTimeout(() => undefined, 0);
    };
    Object.assign(globalThis, { setTimeout: note, setInterval: note });
  });
  afterEach(() => {
    Object.assign(globalThis, { setTimeout: realTimeout, setInterval: realInterval });
  });

  const logger = createLogger('info', { write: (line) => log.push(line) });
  const elapsed = async (ms: number): Promise<void> => {
    for (const timer of timers) if (timer.ms === ms) timer.run();
    await new Promise(setImmediate);
  };

  it('forgets every five minutes and sweeps each hour, and both soon after the start', async () => {
    const done: string[] = [];
    const store = { sweep: async (olderThanMs: number) => done.push(`sweep ${olderThanMs / MINUTE}`) };
    const bot = { forgetOld: async () => void done.push('forget') };
    startHousekeeping({ store, bot, log: logger, stepsDays: 14 }).stop();
    await elapsed(MINUTE);
    assert.deepEqual(done.toSorted(), ['forget', 'sweep 20160']);
    await elapsed(5 * MINUTE);
    await elapsed(60 * MINUTE);
    assert.deepEqual(done.toSorted(), ['forget', 'forget', 'sweep 20160', 'sweep 20160']);
  });

  it('logs a failure and tries again, but not while the last try goes on', async () => {
    let calls = 0;
    const ends: (() => void)[] = [];
    const bot = {
      forgetOld: async (): Promise<void> => {
        calls += 1;
        if (calls === 1) throw new Error('the storage is away');
        await new Promise<void>((resolve) => ends.push(resolve));
      },
    };
    const store = { sweep: async () => 0 };
    startHousekeeping({ store, bot, log: logger, stepsDays: 14 }).stop();
    await elapsed(MINUTE);
    assert.match(log.join(''), /"event":"sweep-failed"/);
    await elapsed(5 * MINUTE);
    await elapsed(5 * MINUTE);
    assert.equal(calls, 2);
    for (const end of ends) end();
    await new Promise(setImmediate);
    await elapsed(5 * MINUTE);
    assert.equal(calls, 3);
  });

  it('forgets nothing when the clock has jumped, and goes by the new time when it stays', async () => {
    let calls = 0;
    const bot = { forgetOld: async () => void (calls += 1) };
    startHousekeeping({ store: { sweep: async () => 0 }, bot, log: logger, stepsDays: 14 }).stop();
    const { now } = Date;
    try {
      Date.now = () => now() + 3 * 24 * 60 * MINUTE;
      await elapsed(5 * MINUTE);
      assert.equal(calls, 0);
      await elapsed(5 * MINUTE);
      assert.equal(calls, 1);
    } finally {
      Date.now = now;
    }
  });
});
