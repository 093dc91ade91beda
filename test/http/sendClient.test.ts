import assert from 'node:assert/strict';
import { createAdapter } from '../../src/http/adapter.ts';
import { checkActivity } from '../../src/http/checkActivity.ts';
import { createSendClient, readRetryAfter, type SendClient } from '../../src/http/send/sendClient.ts';
import { createTeamsLimiter, NO_LIMIT } from '../../src/http/send/sendLimiter.ts';
import { startConnector, type Connector, type Reaction } from '../support/connector.ts';
import { ALICE, messageOf } from '../support/wire.ts';

const QUIET = { info: () => undefined, warn: () => undefined, error: () => undefined };

describe('what is sent to the connector', () => {
  let connector: Connector;
  let pauses: number[];
  let nowMs: number;

  beforeEach(async () => {
    connector = await startConnector();
    pauses = [];
    nowMs = 0;
  });
  afterEach(() => connector.close());

  /** One answer of the bot through the real SDK; time passes only in pauses. */
  async function answer(client?: SendClient): Promise<string> {
    const log = QUIET;
    const httpClient =
      client ??
      createSendClient({
        limiter: NO_LIMIT,
        log,
        clock: () => nowMs,
        random: () => 0.5,
        pause: async (ms) => {
          pauses.push(ms);
          nowMs += ms;
        },
      });
    const adapter = createAdapter({ credentials: null, log, limiter: NO_LIMIT, httpClient });
    let outcome = 'sent';
    adapter.onTurnError = async (_context, error: Error & { statusCode?: number }) => {
      outcome = `${error.constructor.name} ${error.statusCode ?? 'no answer'}`;
    };
    const read = checkActivity({ ...messageOf(ALICE, connector.serviceUrl), text: 'hi' }, { type: 'loopback' });
    assert.ok(read.type === 'accepted');
    await adapter.answer(null, read.activity, {
      run: async (context) => void (await context.sendActivity('answer')),
    });
    return outcome;
  }

  for (const status of [429, 412, 502, 504]) {
    it(`is tried again after ${status}, twice as long after each try`, async () => {
      connector.script(fail(status), fail(status));
      assert.equal(await answer(), 'sent');
      assert.deepEqual(connector.calls, [`POST ${status}`, `POST ${status}`, 'POST 200']);
      assert.deepEqual(pauses, [2_000, 4_000]);
    });
  }

  for (const status of [400, 401, 403, 404, 409, 413, 500, 501, 503]) {
    it(`is not tried again after ${status}`, async () => {
      connector.script(fail(status));
      assert.equal(await answer(), `SendFailed ${status}`);
      assert.deepEqual(connector.calls, [`POST ${status}`]);
      assert.deepEqual(pauses, []);
    });
  }

  it('waits as long as Retry-After says, in seconds or as a date', async () => {
    connector.script({ type: 'fail', status: 429, headers: { 'retry-after': '3' } });
    assert.equal(await answer(), 'sent');
    assert.deepEqual(pauses, [3_000]);
    assert.equal(readRetryAfter('Wed, 21 Oct 2026 07:28:05 GMT', Date.parse('2026-10-21T07:28:00Z')), 5_000);
    assert.equal(readRetryAfter('Wed, 21 Oct 2026 07:28:05 GMT', Date.parse('2026-10-22T07:28:00Z')), 0);
    for (const value of [undefined, '', 'soon', '-1']) assert.equal(readRetryAfter(value, Date.now()), 0, value);
  });

  it('is given up at once when it may be tried again only after its ten seconds', async () => {
    connector.script({ type: 'fail', status: 429, headers: { 'retry-after': '60' } });
    assert.equal(await answer(), 'SendFailed 429');
    assert.deepEqual(pauses, []);
  });

  it('is given up when the connector goes on refusing', async () => {
    connector.script(...Array.from({ length: 9 }, () => fail(429)));
    assert.equal(await answer(), 'SendFailed 429');
    assert.deepEqual(connector.calls, ['POST 429', 'POST 429', 'POST 429']);
    assert.ok(nowMs <= 10_000);
  });

  it('is not repeated when the connection breaks, because it may have arrived', async () => {
    connector.script({ type: 'reset' });
    assert.equal(await answer(), 'SendFailed no answer');
    assert.deepEqual(connector.calls, ['POST reset']);
  });

  it('is given up when the connector never answers', async () => {
    connector.script({ type: 'silence' });
    const startMs = performance.now();
    const late = createSendClient({ limiter: NO_LIMIT, log: QUIET, clock: () => (performance.now() - startMs) * 100 });
    assert.equal(await answer(late), 'SendFailed no answer');
    assert.deepEqual(connector.calls, ['POST silence']);
  });

  it('counts as sent when the answer cannot be read', async () => {
    connector.script({ type: 'garbage' });
    assert.equal(await answer(), 'sent');
    assert.deepEqual(connector.calls, ['POST garbage']);
  });
});

describe('the pace of Teams', () => {
  it('lets 7 go in a second, 8 in two, 60 in thirty', () => {
    const limiter = createTeamsLimiter();
    const at = Array.from({ length: 61 }, () => limiter.reserve('a', 0, Number.POSITIVE_INFINITY) ?? -1);
    assert.deepEqual(at.slice(0, 9), [0, 0, 0, 0, 0, 0, 0, 1_000, 2_000]);
    for (const [most, withinMs] of [
      [7, 1_000],
      [8, 2_000],
      [60, 30_000],
    ] as const) {
      for (let n = most; n < at.length; n++) assert.ok((at[n] ?? 0) - (at[n - most] ?? 0) >= withinMs, `${most}: ${n}`);
    }
  });

  it('lets 25 a second go in all conversations together, and drains 200 within ten seconds', () => {
    const limiter = createTeamsLimiter();
    const at = Array.from({ length: 200 }, (_, n) => limiter.reserve(`c${n}`, 0, 10_000) ?? -1);
    assert.equal(at.filter((ms) => ms === 0).length, 25);
    assert.equal(at.at(-1), 7_000);
  });

  it('takes no place for who cannot wait that long', () => {
    const limiter = createTeamsLimiter();
    for (let n = 0; n < 7; n++) assert.equal(limiter.reserve('a', 0, 0), 0);
    assert.equal(limiter.reserve('a', 0, 900), null);
    assert.equal(limiter.reserve('a', 1_000, 0), 0);
  });

  it('forgets conversations that are quiet for an hour, and keeps the others in order', () => {
    const limiter = createTeamsLimiter();
    for (let n = 0; n < 5_000; n++) assert.equal(limiter.reserve('busy', n * 2_000, 0), 0);
    assert.equal(limiter.reserve('late', 20_000_000, 0), 0);
  });
});

function fail(status: number): Reaction {
  return { type: 'fail', status };
}
