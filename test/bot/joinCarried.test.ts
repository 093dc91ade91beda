import assert from 'node:assert/strict';
import type { AdaptiveCard } from '../../cards/adaptiveCard.ts';
import { textOf } from '../support/chat.ts';
import { cardOf, sentId, startCrowd, type Crowd, type Member } from '../support/crowd.ts';
import { callsOf, HTML, rowsOf, sentCard } from './extension.ts';
import { STOPPED } from './fixtures.ts';
import { AT_ONCE } from './steps.ts';

describe('a click of somebody else on a card that was sent from elsewhere', () => {
  let crowd: Crowd;
  let alice: Member;
  let bob: Member;
  let sent: AdaptiveCard;
  const start = async (type: 'groupChat' | 'channel'): Promise<void> => {
    crowd = await startCrowd(type, { pace: AT_ONCE });
    alice = crowd.person('Alice');
    bob = crowd.person('Bob');
    sent = await callsOf(crowd.chat.wire).send(HTML);
  };
  const keys = async (): Promise<readonly string[]> => (await crowd.record()).case.findings.map(({ key }) => key);
  afterEach(async () => await crowd.chat.close());

  it('joins the case of a channel thread without a question', async () => {
    await start('channel');
    await alice.say(STOPPED);
    const before = await keys();
    assert.match(textOf(cardOf(await bob.submit(sent, 'Start the steps'))), /Step 1 of/);
    assert.ok((await keys()).length > before.length);
  });

  for (const title of ['Start the steps', 'Not this', 'Show evidence']) {
    it(`"${title}" is asked about in a group chat; until then the case of the others is as it was`, async () => {
      await start('groupChat');
      await alice.say(STOPPED);
      const { case: before } = await crowd.record();
      const turn = await bob.submit(sent, title);
      assert.equal(turn.sent.length, 1);
      assert.match(textOf(cardOf(turn)), /Bob: Add this to Alice's case\?[^]*Read: a 502\.5 page/);
      assert.deepEqual((await crowd.record()).case, {
        ...before,
        askedToJoin: (await crowd.record()).case.askedToJoin,
      });
    });
  }

  it('"Yes" adds what the card brought, and begins the steps that were clicked', async () => {
    await start('groupChat');
    await alice.say(STOPPED);
    const before = await keys();
    const yes = await bob.submit(cardOf(await bob.submit(sent, 'Start the steps')), 'Yes');
    assert.match(textOf(cardOf(yes)), /Step 1 of/);
    const after = await keys();
    assert.ok(after.length > before.length && after.includes('status:500.30'), after.join());
    assert.doesNotMatch(textOf(cardOf(await bob.submit(sent, 'Show evidence'))), /Add this to/);
  });

  it('"Yes" after a look shows the case with what the card brought', async () => {
    await start('groupChat');
    await alice.say(STOPPED);
    const yes = await bob.submit(cardOf(await bob.submit(sent, 'Show evidence')), 'Yes');
    assert.match(textOf(cardOf(yes)), /arguments of the aspNetCore element/);
    assert.equal((await crowd.record()).case.following, null);
  });

  it('"My own case" goes on with what was clicked, beside the case of the others', async () => {
    await start('groupChat');
    await alice.say(STOPPED);
    const before = await keys();
    const own = await bob.submit(cardOf(await bob.submit(sent, 'Start the steps')), 'My own case');
    assert.match(textOf(cardOf(own)), /Step 1 of/);
    const bobs = sentId(own);
    assert.match(textOf(cardOf(await bob.click(crowd.shown(bobs), 'Done', { on: bobs }))), /1 of \d done/);
    const { case: state } = await crowd.record();
    assert.deepEqual([await keys(), state.following, state.outcomes], [before, null, {}]);
  });

  it('the steps of a cause that a search found are asked about, a look at a procedure is not', async () => {
    await start('groupChat');
    await alice.say(STOPPED);
    const calls = callsOf(crowd.chat.wire);
    const cause = sentCard(await calls.pick(rowsOf(await calls.query('app pool stopped'))[0]?.picked));
    assert.match(textOf(cardOf(await bob.submit(cause, 'Start the steps'))), /Add this to Alice's case\?/);
    assert.equal((await crowd.record()).case.following, null);
    const how = rowsOf(await calls.query('stdout log')).find(({ text }) => text.startsWith('How to'));
    const shown = await bob.submit(sentCard(await calls.pick(how?.picked)), 'Show the steps');
    assert.match(textOf(cardOf(shown)), /Step 1 of/);
  });

  it('opens the case of who clicked it first: the others are asked', async () => {
    await start('groupChat');
    assert.match(textOf(cardOf(await alice.submit(sent, 'Show evidence'))), /What counted/);
    assert.match(textOf(cardOf(await alice.submit(sent, 'Start the steps'))), /Step 1 of/);
    assert.match(textOf(cardOf(await bob.say(STOPPED))), /Bob: Add this to Alice's case\?/);
    assert.match(textOf(cardOf(await bob.submit(sent, 'Start the steps'))), /Bob: Add this to Alice's case\?/);
  });
});
