import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { findRoot } from '../../src/catalog/findRoot.ts';
import { HostmedicError } from '../../src/model/errors.ts';
import { APART_MAX } from '../../src/session/limits.ts';
import type { SessionRecord } from '../../src/session/record.ts';
import { openStore } from '../../src/storage/openStore.ts';
import type { JsonValue, SessionStore } from '../../src/storage/sessionStore.ts';
import { buttonsOf, textOf } from '../support/chat.ts';
import { cardOf, startCrowd, type Crowd, type Member } from '../support/crowd.ts';
import { EVENT, STOPPED } from './fixtures.ts';
import { AT_ONCE } from './steps.ts';

const MISSING = "The specified framework 'Microsoft.AspNetCore.App', version '2.1.30' was not found.";
const GROUP = 'msteams/19:groupChat@thread.v2';

describe('what somebody else brought into a group chat', () => {
  let crowd: Crowd;
  let alice: Member;
  let bob: Member;
  let real: SessionStore;
  /** What happens around the calls of the storage. */
  let around: { load?: SessionStore['load']; afterCommit?: (key: string) => Promise<void> };

  beforeEach(async () => {
    real = await openStore('memory:', findRoot());
    around = {};
    const store: SessionStore = {
      load: async (key) => (around.load === undefined ? await real.load(key) : await around.load(key)),
      commit: async (...write) => {
        const isWritten = await real.commit(...write);
        await around.afterCommit?.(write[0]);
        return isWritten;
      },
      due: (nowMs) => real.due(nowMs),
      delete: async (...given) => await real.delete(...given),
      sweep: async (olderThanMs) => await real.sweep(olderThanMs),
      check: async () => await real.check(),
      close: async () => await real.close(),
    };
    crowd = await startCrowd('groupChat', { pace: AT_ONCE, store });
    alice = crowd.person('Alice');
    bob = crowd.person('Bob');
    await alice.say(STOPPED);
  });
  afterEach(async () => await crowd.chat.close());

  const change = async (key: string, how: (record: SessionRecord) => unknown): Promise<void> => {
    const stored = (await real.load(key))!;
    const next: JsonValue = JSON.parse(JSON.stringify(how(stored.record as unknown as SessionRecord)));
    assert.ok(await real.commit(key, stored.version, next));
  };
  const ownKeyOf = async (): Promise<string> => `${GROUP}#${(await crowd.record()).case.askedToJoin[0]}`;

  const WAYS: Readonly<Record<string, (id: string) => Promise<void>>> = {
    '"yes"': async (id) => {
      await bob.say(EVENT, { id });
      await bob.say('yes');
    },
    '"forget me"': async (id) => {
      await bob.say(EVENT, { id });
      await bob.say('forget me');
    },
    '"forget me" of both': async (id) => {
      await bob.say(EVENT, { id });
      await bob.say('forget me');
      await alice.say('forget me');
    },
    '"my own case" and "forget me"': async (id) => {
      await bob.say(MISSING);
      await bob.say('my own case');
      await bob.say(EVENT, { id });
      await bob.say('forget me');
    },
    '"my own case" and "restart"': async (id) => {
      await bob.say(MISSING);
      await bob.say('my own case');
      await bob.say(EVENT, { id });
      await bob.say('restart');
    },
  };
  for (const [name, way] of Object.entries(WAYS)) {
    it(`delivered again after ${name}, it is not answered and not taken in again`, async () => {
      const id = randomUUID();
      await way(id);
      const before = await crowd.record();
      assert.equal((await bob.say(EVENT, { id })).sent.length, 0);
      assert.deepEqual(await crowd.record(), before);
      assert.deepEqual((await crowd.ownRecord(bob)).case.findings, []);
    });
  }

  it('is not taken in when it was deleted before it came', async () => {
    const id = randomUUID();
    await bob.say('', { id, type: 'messageDelete', channelData: { eventType: 'softDeleteMessage' } });
    assert.equal((await bob.say(EVENT, { id })).sent.length, 0);
    assert.match(textOf(cardOf(await bob.say(EVENT))), /Bob: Add this to Alice's case\?/);
  });

  it('"restart" of an own case, delivered again because a write failed, leaves the case of the others', async () => {
    await bob.say(EVENT);
    await bob.say('my own case');
    const before = (await crowd.record()).case;
    const id = randomUUID();
    around.afterCommit = async () => {
      around.load = fails;
    };
    await bob.say('restart', { id });
    around = {};
    await bob.say('restart', { id });
    assert.deepEqual((await crowd.record()).case, before);
    assert.deepEqual((await crowd.ownRecord(bob)).case.findings, []);
  });

  it('leaves nothing of the person in their own record after "yes" and "forget me"', async () => {
    await bob.say(EVENT);
    await bob.say('yes');
    const after = await crowd.ownRecord(bob);
    assert.deepEqual([after.case.findings, after.case.openedBy, after.case.acted, after.cursors], [[], null, [], {}]);
    await bob.say('forget me');
    assert.doesNotMatch(JSON.stringify(await crowd.ownRecord(bob)), /bob/i);
  });

  it('is asked about when it is delivered again because the question could not be noted, and once only', async () => {
    const id = randomUUID();
    let own = 0;
    around.afterCommit = async (key) => {
      if (key !== GROUP && (own += 1) === 1) around.load = fails;
    };
    await bob.say(EVENT, { id });
    around = {};
    assert.deepEqual((await crowd.record()).case.askedToJoin, []);
    const again = await bob.say(EVENT, { id });
    assert.match(textOf(cardOf(again)), /Bob: Add this to Alice's case\?/);
    assert.equal((await bob.say(EVENT, { id })).sent.length, 0);
    assert.ok((await bob.say('yes')).sent.length > 0);
    assert.equal((await bob.say(EVENT, { id })).sent.length, 0);
  });

  it('joins with what another replica took in while "yes" was written', async () => {
    await bob.say(EVENT);
    const own = await ownKeyOf();
    let isLate = true;
    around.afterCommit = async (key) => {
      if (key !== GROUP || !isLate) return;
      isLate = false;
      await change(own, (record) => {
        const [first] = record.case.findings;
        const late = { ...first, key: 'status:500.31', activityId: 'late' };
        return {
          ...record,
          case: { ...record.case, findings: [...record.case.findings, late], revision: record.case.revision + 1 },
        };
      });
    };
    await bob.say('yes');
    const { case: state } = await crowd.record();
    assert.ok(state.findings.some(({ key }) => key === 'status:500.31'));
    assert.equal(new Set(state.read.map(({ activityId, kind }) => activityId + kind)).size, state.read.length);
    assert.deepEqual((await crowd.ownRecord(bob)).case.findings, []);
  });

  it('a click with a case that nobody knows looks at once into the own record and those of own cases, and no other', async () => {
    const asked = cardOf(await bob.say(EVENT));
    await bob.submit(asked, 'My own case');
    await change(GROUP, (record) => ({
      ...record,
      apart: [...record.apart, 'carol', 'dave'],
      case: { ...record.case, askedToJoin: Array.from({ length: 60 }, (_, index) => `asked-${index}`) },
    }));
    const loaded: string[] = [];
    let running = 0;
    let most = 0;
    around.load = async (key) => {
      loaded.push(key);
      running += 1;
      most = Math.max(most, running);
      await new Promise(setImmediate);
      running -= 1;
      return await real.load(key);
    };
    const { data } = buttonsOf(cardOf(await alice.say('guide me')))[0]!;
    loaded.length = 0;
    await crowd.chat.wire.submit({ ...data, caseId: 'nobody-knows' }, from('alice'));
    const looked = new Set(loaded.filter((key) => key !== GROUP));
    assert.equal(looked.size, 4);
    assert.equal(most, 4);
  });

  it('a case of their own is refused with a sentence when it could not be kept apart', async () => {
    const others = Array.from({ length: APART_MAX }, (_, index) => `person-${index}`);
    await bob.say(EVENT);
    await change(GROUP, (record) => ({ ...record, apart: others }));
    const refused = await bob.say('my own case');
    assert.match(textOf(cardOf(refused)), /60 people of this chat have a case of their own/);
    assert.deepEqual((await crowd.record()).apart, others);
    await bob.say('yes');
    assert.ok((await crowd.record()).case.findings.some(({ key }) => key === 'status:500.30'));
  });
});

async function fails(): Promise<never> {
  throw new HostmedicError('STORAGE_UNAVAILABLE', 'the storage failed on purpose');
}

function from(name: string): object {
  const conversation = { id: '19:groupChat@thread.v2', conversationType: 'groupChat', isGroup: true };
  return { from: { id: `29:${name}`, name }, conversation };
}
