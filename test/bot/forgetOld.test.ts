import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createBot } from '../../src/bot/createBot.ts';
import { openCatalog } from '../../src/catalog/compiled.ts';
import { findRoot } from '../../src/catalog/findRoot.ts';
import { createEngine } from '../../src/diagnosis/diagnose.ts';
import { HostmedicError } from '../../src/model/errors.ts';
import type { SessionRecord } from '../../src/session/record.ts';
import { openStore } from '../../src/storage/openStore.ts';
import type { SessionStore } from '../../src/storage/sessionStore.ts';
import { startChat, type Chat } from '../support/chat.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const KEY = 'msteams/a:alice-and-the-bot';
const NOISE = 'info: Shop.Basket[0]\n      checked the basket of a customer\n'.repeat(60);
const EVENT = "The application to execute does not exist: 'D:\\sites\\shop\\Shop.Web.dll'.";
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

    now += 14 * 24 * HOUR;
    await forget();
    const empty = await record();
    assert.equal(empty.case.following, null);
    assert.deepEqual(empty.cursors, {});
    assert.deepEqual(await store.due(now + 365 * 24 * HOUR), []);
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

  it('goes on when one record cannot be written, and begins one anew that is none of ours', async () => {
    await store.commit('locked', null, {}, 1);
    await store.commit('foreign', null, 'of somebody else', 2);
    await chat.say(`${NOISE}${EVENT}`);
    now += 3 * MINUTE;
    const commit = store.commit.bind(store);
    const fault = new HostmedicError('STORAGE_UNAVAILABLE', 'on purpose');
    store.commit = async (...write) => {
      if (write[0] === 'locked') throw fault;
      return await commit(...write);
    };
    await assert.rejects(forget(), fault);
    assert.equal((await record()).case.tail, null);
    assert.deepEqual(await store.due(now), ['locked']);
  });
});
