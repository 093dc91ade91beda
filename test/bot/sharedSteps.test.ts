import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { openCatalog } from '../../src/catalog/compiled.ts';
import { findRoot } from '../../src/catalog/findRoot.ts';
import { buttonsOf, textOf } from '../support/chat.ts';
import { cardOf, sentId, startCrowd, type Crowd, type Member } from '../support/crowd.ts';
import { EVENT, STOPPED } from './fixtures.ts';
import { AT_ONCE, settled, titles } from './steps.ts';

const CAUSE = openCatalog(findRoot()).causes.find(({ id }) => id === 'aspnetcore-arguments-wrong')!;
const BAD_XML =
  'HTTP Error 500.19 - Internal Server Error\nThe requested page cannot be accessed because the related configuration data for the page is invalid.\nError Code: 0x8007000d';

for (const type of ['groupChat', 'channel'] as const) {
  describe(`steps in a ${type}`, () => {
    let crowd: Crowd;
    let alice: Member;
    let bob: Member;
    let list: string;
    beforeEach(async () => {
      crowd = await startCrowd(type, { pace: AT_ONCE });
      alice = crowd.person('Alice');
      bob = crowd.person('Bob');
      await alice.say(EVENT);
      list = sentId(await alice.say('start'));
    });
    afterEach(async () => await crowd.chat.close());

    it('a list for everyone: before, during and after', async () => {
      assert.match(textOf(crowd.shown(list)), /0 of \d done[^]*Step 1 of/);
      const done = await alice.click(crowd.shown(list), 'Done', { on: list });
      assert.match(textOf(cardOf(done)), /1 of \d done[^]*1\. Done by Alice: [^]*Step 2 of/);
      await settled(crowd);
      assert.match(textOf(crowd.shown(list)), /1\. Done by Alice: [^]*Step 2 of/);
      await bob.click(crowd.shown(list), 'Skip', { on: list });
      await settled(crowd);
      assert.match(textOf(crowd.shown(list)), /2\. Skipped by Bob: [^]*Step 3 of/);
      const solved = await bob.click(crowd.shown(list), 'It works now', { on: list });
      assert.match(textOf(cardOf(solved)), /Summary/);
      await settled(crowd);
      assert.match(textOf(crowd.shown(list)), /Summary/);
      const updates = crowd.chat.wire.connector.sent.filter(({ method }) => method === 'PUT');
      assert.deepEqual([...new Set(updates.map(({ activityId }) => activityId))], [list]);
      const lines = crowd.chat.wire.connector.sent.flatMap(({ activity }) =>
        activity.attachments?.length ? [] : [activity.text],
      );
      assert.deepEqual(lines, [`It works now: ${CAUSE.title}.`]);
    });

    it('a late click counts when its step is open, else it is answered with the current card', async () => {
      const old = crowd.shown(list);
      await alice.click(old, 'Done', { on: list });
      const late = await bob.click(old, 'Did not help', { on: list });
      assert.match(textOf(cardOf(late)), /1\. Done by Alice: [^]*Step 2 of/);
      assert.deepEqual(Object.values((await crowd.record()).case.outcomes), ['done']);
      const second = cardOf(late);
      await alice.say('platform is fine');
      const counted = await bob.click(second, 'Done', { on: list });
      assert.match(textOf(cardOf(counted)), /2\. Done by Bob/);
    });

    it('a click that arrives as a message does the same', async () => {
      const before = crowd.chat.wire.connector.sent.length;
      const turn = await bob.submit(crowd.shown(list), 'Done', { on: list });
      assert.equal(turn.status, 200);
      await settled(crowd);
      const calls = crowd.chat.wire.connector.sent.slice(before);
      assert.deepEqual(
        calls.map(({ method, activityId }) => [method, activityId]),
        [['PUT', list]],
      );
      assert.match(textOf(crowd.shown(list)), /1\. Done by Bob/);
    });

    it('a card read again is the current one, and nothing is written', async () => {
      const old = crowd.shown(list);
      assert.deepEqual((old['refresh'] as { readonly userIds: unknown }).userIds, [alice.id]);
      await bob.click(old, 'Done', { on: list });
      await settled(crowd);
      const before = await crowd.record();
      const again = await alice.refresh(old);
      assert.deepEqual([again.status, again.sent.length], [200, 0]);
      assert.match(textOf(cardOf(again)), /1\. Done by Bob[^]*Step 2 of/);
      assert.deepEqual(await crowd.record(), before);
      assert.deepEqual((cardOf(again)['refresh'] as { readonly userIds: unknown }).userIds, [alice.id, bob.id]);
    });

    it('a card of a case that is over says so when it is read again', async () => {
      const old = crowd.shown(list);
      await alice.say('restart');
      assert.match(textOf(cardOf(await alice.refresh(old))), /An earlier case/);
    });

    it('one person is on a step that changes something; others see it, and can still say how it went', async () => {
      await toChange(crowd, alice, list);
      const mine = await alice.click(crowd.shown(list), 'I do this', { on: list });
      assert.match(textOf(cardOf(mine)), /You are on step \d/);
      assert.ok(titles(cardOf(mine)).includes('Leave it to others'));
      await settled(crowd);
      const all = crowd.shown(list);
      assert.match(textOf(all), /Alice is on step \d/);
      assert.ok(!titles(all).includes('I do this') && !titles(all).includes('Leave it to others'));
      await alice.click(cardOf(mine), 'Leave it to others', { on: list });
      await settled(crowd);
      assert.doesNotMatch(textOf(crowd.shown(list)), /is on step/);
      await bob.click(crowd.shown(list), 'I do this', { on: list });
      await settled(crowd);
      const done = await alice.click(crowd.shown(list), 'Done', { on: list });
      assert.doesNotMatch(textOf(cardOf(done)), /is on step/);
      assert.deepEqual((await crowd.record()).case.claims, {});
    });

    it('an own look does not move the list of the others', async () => {
      const typed = await bob.say('help');
      assert.match(textOf(cardOf(typed)), /What I understand/);
      await alice.click(crowd.shown(list), 'Done', { on: list });
      await settled(crowd);
      assert.match(textOf(crowd.shown(list)), /Step 2 of/);
      assert.match(textOf(cardOf(await bob.say('back'))), /Step 2 of/);
    });

    it('new output that shows another page is told on the card and as a line of the same message', async () => {
      await alice.say('restart');
      await alice.say(BAD_XML);
      await alice.say('start');
      const turn = await alice.say(STOPPED);
      assert.equal(turn.sent.length, 1);
      assert.match(turn.sent[0]?.activity.text ?? '', /^500\.19 is gone; now 500\.30\.$/);
      assert.match(textOf(cardOf(turn)), /^500\.19 is gone; now 500\.30\./);
    });

    it('a cause set aside by a click is one new line for the others', async () => {
      let card = crowd.shown(list);
      const before = crowd.chat.wire.connector.sent.length;
      for (let tries = 0; tries < 10 && titles(card).includes('Did not help'); tries += 1) {
        card = cardOf(await alice.click(card, 'Did not help', { on: list }));
      }
      await settled(crowd);
      const posts = crowd.chat.wire.connector.sent.slice(before).filter(({ method }) => method === 'POST');
      assert.deepEqual(
        posts.map(({ activity }) => activity.attachments?.length ?? 0),
        [0],
      );
      assert.match(posts[0]?.activity.text ?? '', new RegExp(`^Set aside: ${CAUSE.title}\\. `));
      assert.doesNotMatch(textOf(crowd.shown(list)), /Step \d of/);
    });

    it('a list that was deleted is sent anew, and that message is the list from then on', async () => {
      crowd.chat.wire.connector.script({ type: 'fail', status: 404 });
      await alice.click(crowd.shown(list), 'Done', { on: list });
      await settled(crowd);
      const sent = crowd.chat.wire.connector.sent.at(-1)!;
      assert.deepEqual([sent.method, sent.id === list], ['POST', false]);
      assert.match(textOf(crowd.shown(sent.id)), /1\. Done by Alice/);
      assert.equal((await crowd.record()).list?.activityId, sent.id);
      await bob.click(crowd.shown(sent.id), 'Done', { on: sent.id });
      await settled(crowd);
      assert.equal(crowd.chat.wire.connector.sent.at(-1)?.activityId, sent.id);
    });

    it('an update that fails is tried again, and the last state is shown', async () => {
      crowd.chat.wire.connector.script({ type: 'fail', status: 412 }, { type: 'fail', status: 412 });
      await alice.click(crowd.shown(list), 'Done', { on: list });
      await settled(crowd);
      assert.match(textOf(crowd.shown(list)), /1\. Done by Alice/);
    });

    it('"forget me" takes the name from the list of everyone', async () => {
      await bob.click(crowd.shown(list), 'Done', { on: list });
      await settled(crowd);
      await bob.say('forget me');
      await settled(crowd);
      assert.match(textOf(crowd.shown(list)), /1\. Done: /);
      assert.doesNotMatch(JSON.stringify(await crowd.record()), /Bob|29:bob/);
    });

    it('60 people at once: no outcome is lost, each click is answered with a card, one update a second', async () => {
      await crowd.chat.close();
      crowd = await startCrowd(type);
      alice = crowd.person('Alice');
      await alice.say(EVENT);
      list = sentId(await alice.say('start'));
      const card = crowd.shown(list);
      const all = CAUSE.steps.map(({ id }) => id);
      const { data } = buttonsOf(card).find(({ title }) => title === 'Done')!;
      const times: number[] = [];
      const started = Date.now();
      const watch = setInterval(() => note(times, crowd), 5);
      const turns = await Promise.all(
        Array.from({ length: 60 }, async (_, at) => {
          const step = {
            ...card,
            actions: [{ type: 'Action.Execute', title: 'Done', data: { ...data, stepId: all[at % all.length] } }],
          };
          return await crowd.person(`Person ${at}`).click(step, 'Done', { on: list });
        }),
      );
      assert.deepEqual([...new Set(turns.map(({ status }) => status))], [200]);
      for (const turn of turns) assert.match(textOf(cardOf(turn)), /of \d done/);
      const { case: state, turns: taken } = await crowd.record();
      assert.equal(taken, 62);
      assert.deepEqual(Object.keys(state.outcomes).sort(), all.map((id) => `${CAUSE.id}/${id}`).sort());
      assert.equal(Object.keys(state.marks).length, all.length);
      await sleep(1300);
      clearInterval(watch);
      note(times, crowd);
      const puts = crowd.chat.wire.connector.sent.filter(({ method }) => method === 'PUT');
      assert.ok(puts.length >= 2 && puts.length <= 1 + (Date.now() - started) / 1000, `${puts.length} updates`);
      times.forEach((time, at) => assert.ok(at === 0 || time - times[at - 1]! >= 900, times.join(' ')));
      const shown = textOf(crowd.shown(list));
      assert.match(shown, new RegExp(`${all.length} of ${all.length} done`));
      assert.match(shown, /Does it work now\?/);
    });
  });
}

/** Goes on to the first step that changes something. */
async function toChange(crowd: Crowd, member: Member, list: string): Promise<void> {
  for (let tries = 0; tries < 10 && !titles(crowd.shown(list)).includes('I do this'); tries += 1) {
    await member.click(crowd.shown(list), 'Done', { on: list });
    await settled(crowd);
  }
}

/** Notes when a further update was seen at the connector. */
function note(times: number[], crowd: Crowd): void {
  const count = crowd.chat.wire.connector.sent.filter(({ method }) => method === 'PUT').length;
  while (times.length < count) times.push(Date.now());
}
