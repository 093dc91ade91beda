import assert from 'node:assert/strict';
import { toHttpHeadersLike } from '@azure/core-http-compat';
import { createHttpHeaders } from '@azure/core-rest-pipeline';
import { array, asyncProperty, assert as check, boolean, nat, record, scheduler } from 'fast-check';
import { createBot } from '../../src/bot/createBot.ts';
import { openCatalog } from '../../src/catalog/compiled.ts';
import { findRoot } from '../../src/catalog/findRoot.ts';
import { createEngine } from '../../src/diagnosis/diagnose.ts';
import { createAdapter } from '../../src/http/adapter.ts';
import { checkActivity } from '../../src/http/checkActivity.ts';
import type { SendClient } from '../../src/http/send/sendClient.ts';
import { NO_LIMIT } from '../../src/http/send/sendLimiter.ts';
import type { SessionRecord } from '../../src/session/record.ts';
import { openStore } from '../../src/storage/openStore.ts';
import type { SessionStore } from '../../src/storage/sessionStore.ts';
import { ALICE, messageOf } from '../support/wire.ts';

const QUIET = { info: () => undefined, warn: () => undefined, error: () => undefined };
const CONFIG = { evidenceHours: 24, stepsDays: 14, credentials: null };
const ENGINE = createEngine(openCatalog(findRoot()));

/** What people do to one conversation: an activity, on which replica it arrives, and where it arrives once more. */
const ARRIVALS = array(record({ kind: nat({ max: 4 }), onSecond: boolean(), again: boolean() }), {
  minLength: 2,
  maxLength: 8,
});

describe('two replicas, whatever the order in which their storage answers', function () {
  this.timeout(120_000);

  it('take in each activity once, answer it once, and lose nothing', async () => {
    await check(
      asyncProperty(scheduler(), ARRIVALS, async (order, arrivals) => {
        const real = await openStore('memory:', findRoot());
        const sent: string[] = [];
        const replicas = [replica(slow(real, order), sent), replica(slow(real, order), sent)] as const;
        const deliveries = arrivals.flatMap(({ kind, onSecond, again }, n) => {
          const activity = activityOf(kind, n);
          const first = Number(onSecond);
          return again ? [[first, activity] as const, [1 - first, activity] as const] : [[first, activity] as const];
        });
        const turns = deliveries.map(async ([which, activity]) => await replicas[which]!(activity));
        await order.waitFor(Promise.all(turns));
        const stored = (await real.load(`msteams/${ALICE.conversationId}`))!.record as unknown as SessionRecord;
        assert.equal(stored.turns, arrivals.length, 'each activity counts once');
        assert.equal(sent.length, arrivals.length, 'each activity is answered once');
        const wanted = arrivals.flatMap(({ kind }) => (kind < 3 ? [`status:502.${kind + 3}`] : []));
        const found = stored.case.findings.map((one) => one.key);
        for (const key of wanted) assert.ok(found.includes(key), `${key} of ${found.join()}`);
        await real.close();
      }),
      { numRuns: 40 },
    );
  });
});

/** Pastes that are told apart by what they bring, and words that bring nothing. */
function activityOf(kind: number, n: number): object {
  const text = kind < 3 ? `HTTP Error 502.${kind + 3}` : ['help', 'where do I find the log'][kind - 3];
  return { ...messageOf(ALICE, 'http://127.0.0.1:1/'), id: `activity-${n}`, text };
}

/** One replica without a network: turns come in as activities, and what it sends is noted. */
function replica(store: SessionStore, sent: string[]): (activity: object) => Promise<unknown> {
  const httpClient: SendClient = {
    sendRequest: async (request) => {
      sent.push(request.url);
      const headers = toHttpHeadersLike(createHttpHeaders({ 'content-type': 'application/json' }));
      return { request, status: 200, headers, bodyAsText: '{"id":"1"}' };
    },
  };
  const adapter = createAdapter({ credentials: null, log: QUIET, limiter: NO_LIMIT, httpClient });
  const bot = createBot({ store, engine: ENGINE, log: QUIET, config: CONFIG, clock: Date.now });
  return async (activity) => {
    const checked = checkActivity({ ...activity }, { type: 'loopback' });
    assert.ok(checked.type === 'accepted');
    return await adapter.answer(null, checked.activity, bot);
  };
}

interface Order {
  schedule<T>(work: Promise<T>): Promise<T>;
}

/** Each call is carried out at once and answered when the order says so, or carried out only then. */
function slow(real: SessionStore, order: Order): SessionStore {
  return {
    ...real,
    load: async (key) => await order.schedule(real.load(key)),
    commit: async (...write) => {
      await order.schedule(Promise.resolve());
      return await real.commit(...write);
    },
  };
}
