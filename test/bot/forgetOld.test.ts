import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createBot } from '../../src/bot/createBot.ts';
import { openCatalog } from '../../src/catalog/compiled.ts';
import { findRoot } from '../../src/catalog/findRoot.ts';
import { createEngine } from '../../src/diagnosis/diagnose.ts';
import { HostmedicError } from '../../src/model/errors.ts';
import { newRecord, type SessionRecord } from '../../src/session/record.ts';
import { openStore } from '../../src/storage/openStore.ts';
import type { SessionStore } from '../../src/storage/sessionStore.ts';
import { dueIn } from '../storage/contract.ts';
import { startChat, type Chat } from '../support/chat.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const KEY = 'msteams/a:alice-and-the-bot';
const NOISE = 'info: Shop.Basket[0]\n      checked the basket of a customer\n'.repeat(60);
const EVENT = "The application to execute does not exist: 'D:\\sites\\shop\\Shop.Web.dll'.";
const RECORD = JSON.parse(JSON.stringify({ ...newRecord('c', Date.now()), list: { activityId: 'x', caseId: 'c' } }));
const SILENT = { info: () => undefined, warn: () => undefined };

describe('what is too old, where nobody speaks any more', () => {
  let folder: string;
  let store: SessionStore;
  let chat: Chat;
  let now: number;
  let forget: () => Promise<void>;

  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'hostmedic-forget-'));
    now = Date.now();
    const clock = (): number => now;
    store = await openStore(`sqlite:${path.join(folder, 'h.db')}`, findRoot(), { clock });
    chat = await startChat({ store, clock });
    const engine = createEngine(openCatalog(findRoot()));
    const config = { evidenceHours: 24, stepsDays: 14, credentials: null };
    const bot = createBot({ store, clock, engine, config, log: SILENT });
    forget = async () => await bot.forgetOld();
  });
  afterEach(async () => {
    await chat.close();
    await store.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  const record = async (): Promise<SessionRecord> => (await store.load(KEY))?.record as unknown as SessionRecord;

  /** Every byte of the storage, when what was deleted is overwritten. */
  async function bytes(): Promise<string> {
    await store.sweep(365 * 24 * HOUR);
    return readdirSync(folder)
      .map((name) => readFileSync(path.join(folder, name), 'latin1'))
      .join('');
  }

  it('is deleted when its time has come, and not before', async () => {
    await chat.say(`${NOISE}${EVENT}`);
    await chat.say('start');
    assert.match(await bytes(), /basket of a customer/);
    now += 2 * MINUTE;
    await forget();
    assert.notEqual((await record()).case.tail, null);

    now += 1;
    await forget();
    assert.doesNotMatch(await bytes(), /basket of a customer/);
    assert.match(await bytes(), /Shop\.Web\.dll/);

    now += 24 * HOUR;
    await forget();
    const aged = await record();
    assert.doesNotMatch(await bytes(), /Shop\.Web/);
    assert.deepEqual(aged.case.findings, []);
    assert.notEqual(aged.case.following, null);

    now += 13 * 24 * HOUR - 3 * MINUTE;
    await forget();
    assert.deepEqual((await record()).recent, []);

    now += 3 * MINUTE;
    await forget();
    assert.equal(await store.load(KEY), null);
    assert.doesNotMatch(await bytes(), /alice-and-the-bot/);
  });

  it('changes nothing of what still counts', async () => {
    await chat.say(`${NOISE}${EVENT}`);
    const before = await record();
    now += 3 * MINUTE;
    await forget();
    assert.deepEqual(await record(), { ...before, case: { ...before.case, tail: null } });
    await chat.say('start');
    assert.match(chat.text, /Step 1/);
  });

  it('goes on when one record cannot be written, and removes one that is none of ours', async () => {
    await store.commit('overtaken', null, RECORD, 1);
    await store.commit('foreign', null, 'of somebody else', 2);
    await chat.say(`${NOISE}${EVENT}`);
    now += 3 * MINUTE;
    const commit = store.commit.bind(store);
    const fault = new HostmedicError('CONFLICT', 'on purpose');
    store.commit = async (...write) => {
      if (write[0] === 'overtaken') throw fault;
      return await commit(...write);
    };
    await assert.rejects(forget(), fault);
    assert.equal((await record()).case.tail, null);
    assert.deepEqual(await dueIn(store, now), ['overtaken']);
    assert.equal(await store.load('foreign'), null);
  });

  it('ends at once when the storage is away', async () => {
    for (const key of ['a', 'b', 'c']) await store.commit(key, null, RECORD, 1);
    let calls = 0;
    store.load = async () => {
      calls += 1;
      throw new HostmedicError('STORAGE_UNAVAILABLE', 'on purpose');
    };
    await assert.rejects(forget(), { code: 'STORAGE_UNAVAILABLE' });
    assert.equal(calls, 1);
  });
});
