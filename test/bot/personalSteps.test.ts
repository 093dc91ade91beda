import assert from 'node:assert/strict';
import { textOf } from '../support/chat.ts';
import { cardOf, sentId, startCrowd, type Crowd, type Member } from '../support/crowd.ts';
import { EVENT } from './fixtures.ts';
import { AT_ONCE, settled, titles } from './steps.ts';

describe('steps in a personal chat', () => {
  let crowd: Crowd;
  let alice: Member;
  let list: string;
  beforeEach(async () => {
    crowd = await startCrowd('personal', { pace: AT_ONCE });
    alice = crowd.person('Alice');
    await alice.say(EVENT);
    list = sentId(await alice.say('start'));
  });
  afterEach(async () => await crowd.chat.close());

  it('a list before, during and after: no name, no claim, no call to the connector', async () => {
    const before = crowd.chat.wire.connector.sent.length;
    const one = await alice.click(crowd.shown(list), 'Done', { on: list });
    assert.match(textOf(cardOf(one)), /1 of \d done[^]*1\. Done: /);
    const all = [...titles(crowd.shown(list)), ...titles(cardOf(one))];
    assert.ok(!all.includes('I do this'));
    const solved = await alice.click(cardOf(one), 'It works now', { on: list });
    assert.match(textOf(cardOf(solved)), /Summary/);
    await settled(crowd);
    assert.equal(crowd.chat.wire.connector.sent.length, before);
  });

  it('a click that arrives as a message updates its card: one call', async () => {
    const turn = await alice.submit(crowd.shown(list), 'Done', { on: list });
    assert.deepEqual(
      turn.sent.map(({ method, activityId }) => [method, activityId]),
      [['PUT', list]],
    );
    assert.match(textOf(cardOf(turn)), /Step 2 of/);
  });

  it('and sends a new card when that one was deleted', async () => {
    crowd.chat.wire.connector.script({ type: 'fail', status: 404 });
    const turn = await alice.submit(crowd.shown(list), 'Done', { on: list });
    assert.deepEqual(
      turn.sent.map(({ method }) => method),
      ['POST'],
    );
    assert.match(textOf(cardOf(turn)), /Step 2 of/);
  });

  it('where the app runs is said on the card, which then lists the steps for there', async () => {
    const before = crowd.shown(list);
    const turn = await alice.click(before, 'IIS Express', { on: list });
    assert.ok(stepsIn(textOf(cardOf(turn))) < stepsIn(textOf(before)), textOf(cardOf(turn)));
    assert.equal((await crowd.record()).case.platform, 'iis-express');
    assert.ok(!titles(cardOf(turn)).includes('IIS Express'));
  });

  it('a card read again shows the procedure that its reader is at', async () => {
    const step = await toProcedure(crowd, alice, list);
    const where = await alice.click(step, 'Show me where', { on: list });
    const again = await alice.refresh(crowd.shown(list));
    const [title = 'none'] = textOf(cardOf(where)).split('\n');
    assert.ok(textOf(cardOf(again)).startsWith(title), textOf(cardOf(again)));
    await alice.click(cardOf(where), 'Back', { on: list });
    assert.match(textOf(cardOf(await alice.refresh(crowd.shown(list)))), /of \d done/);
  });
});

async function toProcedure(crowd: Crowd, member: Member, list: string): Promise<unknown> {
  let card: unknown = crowd.shown(list);
  for (let tries = 0; tries < 10 && !titles(card).includes('Show me where'); tries += 1) {
    card = cardOf(await member.click(card, 'Done', { on: list }));
  }
  return card;
}

function stepsIn(text: string): number {
  return Number(/Step \d of (\d+)/.exec(text)?.[1]);
}
