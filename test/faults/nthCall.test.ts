import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { findRoot } from '../../src/catalog/findRoot.ts';
import type { SessionRecord } from '../../src/session/record.ts';
import { openStore } from '../../src/storage/openStore.ts';
import type { SessionStore } from '../../src/storage/sessionStore.ts';
import { withTimeLimit } from '../../src/storage/timeLimit.ts';
import { startChat, type Chat } from '../support/chat.ts';
import type { Reaction } from '../support/connector.ts';
import { failingStore, type StorageFault } from '../support/faults.ts';
import { ALICE } from '../support/wire.ts';

const KEY = `msteams/${ALICE.conversationId}`;
const SECRET = 'hunter2hunter2';

/** A whole conversation, from the first word to the summary, typed. */
const SAID = [
  'guide me',
  'HTTP Error 500.30 - ASP.NET Core app failed to start',
  `The application to execute does not exist: 'D:\\sites\\shop\\Shop.Web.dll' Password=${SECRET}`,
  'start',
  'done',
  'did not help',
  'back',
  'it works now',
] as const;

describe('a conversation in which the n-th call fails', function () {
  this.timeout(120_000);
  const rejected: unknown[] = [];
  const note = (reason: unknown): void => void rejected.push(reason);
  let wanted: object;

  before(async () => {
    process.on('unhandledRejection', note);
    wanted = (await play(await openStore('memory:', findRoot()))).end;
  });
  after(() => process.off('unhandledRejection', note));
  beforeEach(() => {
    rejected.length = 0;
  });

  it('of the storage does not lose or repeat anything, for every n: refused', async () => await failEach('refused', 2));
  it('of the storage does not lose or repeat anything, for every n: answer lost', async () =>
    await failEach('lost', 2));
  it('of the storage does not lose or repeat anything, for every n: silent', async () => await failEach('silent', 2));
  it('of the storage is not even noticed when it works the second time', async () => {
    for (const fault of ['refused', 'silent'] as const) {
      const { errors } = await failFrom(1, fault, 1);
      assert.equal(errors, 0, fault);
    }
  });

  for (const reaction of [
    { type: 'fail', status: 500 },
    { type: 'fail', status: 403 },
    { type: 'fail', status: 413 },
    { type: 'reset' },
  ] as const) {
    it(`of the connector is a message lost and nothing else, for every n: ${JSON.stringify(reaction)}`, async () => {
      for (let n = 0; n < SAID.length; n++) await failSend(n, reaction);
      assert.deepEqual(rejected, []);
    });
  }

  /** Fails calls n to n+times-1 for n = 1, 2, 3, ... until a run meets no fault any more. */
  async function failEach(fault: StorageFault, times: number): Promise<void> {
    let n = 1;
    let met = true;
    for (; met; n++) met = (await failFrom(n, fault, times)).met;
    assert.ok(n > 2 * SAID.length, `only ${n} calls were made to fail`);
    assert.deepEqual(rejected, []);
  }

  async function failFrom(
    n: number,
    fault: StorageFault,
    times: number,
  ): Promise<{ readonly met: boolean; readonly errors: number }> {
    const real = await openStore('memory:', findRoot());
    const faulty = failingStore(real, n, fault, times);
    const { end, errors } = await play(real, withTimeLimit(faulty.store, 15));
    assert.deepEqual(end, wanted, `${fault} at call ${n}`);
    return { met: faulty.failed(), errors };
  }

  async function failSend(n: number, reaction: Reaction): Promise<void> {
    const store = await openStore('memory:', findRoot());
    const chat = await startChat({ store });
    for (const [index, text] of SAID.entries()) {
      if (index === n) chat.wire.connector.script(reaction);
      const turn = await chat.say(text);
      assert.equal(turn.status, 200);
      assert.ok(turn.sent.length <= 1);
      assert.equal(await turnsOf(store), index + 1, `message ${index} with ${n} failing`);
    }
    assert.deepEqual(await endOf(store), wanted);
    await chat.close();
  }
});

/** Says everything; what was answered with an error and did not count is said again, as people do. */
async function play(
  real: SessionStore,
  store: SessionStore = real,
): Promise<{ readonly end: object; readonly errors: number }> {
  const chat = await startChat({ store });
  let errors = 0;
  for (const text of SAID) {
    const before = await turnsOf(real);
    if (await isAnswered(chat, text)) continue;
    errors += 1;
    const after = await turnsOf(real);
    // Before or after the turn, never between.
    assert.ok(after === before || after === before + 1, `${before} turns became ${after}`);
    if (after === before) assert.ok(await isAnswered(chat, text), `"${text}" was not answered the second time`);
  }
  assert.doesNotMatch(chat.wire.log.join(''), new RegExp(SECRET));
  const end = await endOf(real);
  await chat.close();
  return { end, errors };
}

/** False: the person was told of a fault. */
async function isAnswered(chat: Chat, text: string): Promise<boolean> {
  const turn = await chat.say(text, { id: randomUUID() });
  assert.equal(turn.status, 200);
  assert.equal(turn.sent.length, 1, 'one answer to one message');
  const [sent] = turn.sent;
  if (sent?.activity.attachments !== undefined) return true;
  assert.match(sent?.activity.text ?? '', /^Something went wrong on my side \(ref [0-9a-f]{8}\)/);
  return false;
}

/** What the conversation came to, without times and ids. */
async function endOf(store: SessionStore): Promise<object> {
  const { turns, case: state } = await recordOf(store);
  const { findings, solved, following, rejected, outcomes, switchedOn } = state;
  return { turns, keys: findings.map((one) => one.key), solved, following, rejected, outcomes, switchedOn };
}

async function recordOf(store: SessionStore): Promise<SessionRecord> {
  return (await store.load(KEY))!.record as unknown as SessionRecord;
}

async function turnsOf(store: SessionStore): Promise<number> {
  const stored = await store.load(KEY);
  return stored === null ? 0 : (stored.record as unknown as SessionRecord).turns;
}
