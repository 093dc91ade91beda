import assert from 'node:assert/strict';
import { textOf } from '../support/chat.ts';
import { cardOf, sentId, startCrowd, type Crowd, type Member } from '../support/crowd.ts';
import { EVENT, STOPPED } from './fixtures.ts';
import { AT_ONCE } from './steps.ts';

const MISSING = "The specified framework 'Microsoft.AspNetCore.App', version '2.1.30' was not found.";

describe('a paste of somebody else', () => {
  let crowd: Crowd;
  let alice: Member;
  let bob: Member;
  const start = async (type: 'groupChat' | 'channel'): Promise<void> => {
    crowd = await startCrowd(type, { pace: AT_ONCE });
    alice = crowd.person('Alice');
    bob = crowd.person('Bob');
    await alice.say(STOPPED);
  };
  const keys = async (): Promise<readonly string[]> => (await crowd.record()).case.findings.map(({ key }) => key);
  afterEach(async () => await crowd.chat.close());

  it('joins the case of a channel thread without a question', async () => {
    await start('channel');
    const turn = await bob.say(EVENT);
    assert.equal(turn.sent.length, 1);
    assert.doesNotMatch(textOf(cardOf(turn)), /Add this to/);
    assert.match(textOf(cardOf(turn)), /Shop\.Web\.dll/);
    assert.ok((await keys()).includes('status:500.30'));
  });

  it('is asked about in a group chat; until then it is in no case of the others', async () => {
    await start('groupChat');
    const before = await keys();
    const turn = await bob.say(EVENT);
    assert.equal(turn.sent.length, 1);
    assert.match(textOf(cardOf(turn)), /Bob: Add this to Alice's case\?/);
    assert.deepEqual(await keys(), before);
    assert.doesNotMatch(textOf(cardOf(await alice.say('show evidence'))), /Shop\.Web\.dll/);
  });

  for (const how of ['clicked', 'typed'] as const) {
    it(`"Yes", ${how}, adds it, and from then on nobody asks`, async () => {
      await start('groupChat');
      const asked = cardOf(await bob.say(EVENT));
      const yes = how === 'typed' ? await bob.say('yes') : await bob.submit(asked, 'Yes');
      assert.equal(yes.sent.length, 1);
      assert.match(textOf(cardOf(yes)), /Shop\.Web\.dll/);
      assert.ok((await keys()).includes('status:500.30'));
      assert.match(textOf(cardOf(await alice.say('show evidence'))), /Shop\.Web\.dll/);
      assert.doesNotMatch(textOf(cardOf(await bob.say(MISSING))), /Add this to/);
    });

    it(`"My own case", ${how}, begins one beside it, with lists of their own`, async () => {
      await start('groupChat');
      const before = await keys();
      const asked = cardOf(await bob.say(EVENT));
      const own = how === 'typed' ? await bob.say('my own case') : await bob.submit(asked, 'My own case');
      assert.match(textOf(cardOf(own)), /Shop\.Web\.dll/);
      assert.deepEqual(await keys(), before);
      const bobs = sentId(await bob.say('start'));
      const alices = sentId(await alice.say('start'));
      await alice.click(crowd.shown(bobs), 'Done', { on: bobs });
      await crowd.chat.settle();
      assert.match(textOf(crowd.shown(bobs)), /1\. Done by Alice/);
      assert.match(textOf(crowd.shown(alices)), /0 of \d done/);
      assert.deepEqual(Object.keys((await crowd.record()).case.outcomes), []);
      assert.match(textOf(cardOf(await alice.refresh(crowd.shown(bobs)))), /1\. Done by Alice/);
    });
  }

  it('an answer of somebody else to the question changes nothing', async () => {
    await start('groupChat');
    const asked = cardOf(await bob.say(EVENT));
    const before = await keys();
    await alice.submit(asked, 'Yes');
    assert.deepEqual(await keys(), before);
    assert.doesNotMatch(textOf(cardOf(await bob.submit(asked, 'Yes'))), /Add this to/);
    assert.ok((await keys()).length > before.length);
  });

  it('with "restart" in an own case, the next paste is asked about again', async () => {
    await start('groupChat');
    await bob.submit(cardOf(await bob.say(EVENT)), 'My own case');
    await bob.say('restart');
    assert.match(textOf(cardOf(await bob.say(MISSING))), /Add this to Alice's case\?/);
  });

  it('"forget me" takes the own case and the names away', async () => {
    await start('groupChat');
    await bob.submit(cardOf(await bob.say(EVENT)), 'My own case');
    await bob.say('forget me');
    const record = await crowd.record();
    assert.deepEqual([record.apart, record.case.askedToJoin], [[], []]);
    assert.match(textOf(cardOf(await bob.say(EVENT))), /Add this to Alice's case\?/);
  });

  it('nobody is asked where no case is open, or for what says nothing', async () => {
    await start('groupChat');
    assert.doesNotMatch(textOf(cardOf(await bob.say('good morning everyone, coffee?'))), /Add this to/);
    await alice.say('restart');
    assert.doesNotMatch(textOf(cardOf(await bob.say(EVENT))), /Add this to/);
  });
});
