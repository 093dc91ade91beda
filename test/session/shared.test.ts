import assert from 'node:assert/strict';
import { openCatalog } from '../../src/catalog/compiled.ts';
import { findRoot } from '../../src/catalog/findRoot.ts';
import { createEngine } from '../../src/diagnosis/diagnose.ts';
import { apply, type Meeting } from '../../src/session/apply.ts';
import { compareCases, tellComparison } from '../../src/session/compare.ts';
import type { Intent } from '../../src/session/intent.ts';
import { asksToJoin, mergeCase } from '../../src/session/join.ts';
import { CLAIM_MS } from '../../src/session/limits.ts';
import { personOf, withActor, withoutNames } from '../../src/session/people.ts';
import { newCase, newRecord, type CaseState } from '../../src/session/record.ts';
import { stepsOf } from '../../src/session/views.ts';

const engine = createEngine(openCatalog(findRoot()));
const NOW = Date.UTC(2026, 10, 20);
const ALICE = personOf('29:alice', 'Alice');
const BOB = personOf('29:bob', 'Bob');
const CAUSE = 'aspnetcore-arguments-wrong';
const MISSING_DLL = "The application to execute does not exist: 'D:\\sites\\shop\\Shop.Web.dll'";
const BAD_XML =
  'HTTP Error 500.19 - Internal Server Error\nThe requested page cannot be accessed because the related configuration data for the page is invalid.\nError Code: 0x8007000d';
const STOPPED = 'HTTP Error 500.30 - ASP.NET Core app failed to start';

const meeting = (by: Meeting['by'], now = NOW, activityId = 'a1'): Meeting => ({
  engine,
  now,
  activityId,
  asked: null,
  by,
});
const paste = (text: string): Intent => ({ type: 'paste', slot: 'text', text });
const outcome = (stepId: string): Intent => ({ type: 'outcome', outcome: 'done', causeId: CAUSE, stepId, text: '' });
const titleOf = (id: string): string => `<${id}>`;
const steps = stepsOf(
  newCase('c', NOW),
  engine.catalog.causes.find(({ id }) => id === CAUSE)!,
);
const changing = steps.find((step) => step.changes)!.id;
const looking = steps.find((step) => !step.changes)!.id;

/** A case whose steps are followed after `before` was pasted, and the same after `after` was. */
function pasted(before: string, after: string): readonly [CaseState, CaseState] {
  const known = apply(newCase('c', NOW), paste(before), meeting(null, NOW, 'first'));
  const followed = apply(known, { type: 'start', causeId: null }, meeting(null, NOW, 'click'));
  return [followed, apply(followed, paste(after), meeting(null, NOW + 1, 'second'))];
}

describe('new output while steps are followed', () => {
  it('another page: the first is gone, and what was found with it no longer counts', () => {
    const [before, after] = pasted(BAD_XML, STOPPED);
    const comparison = compareCases(before, after, 'second', engine);
    assert.deepEqual([comparison.gone, comparison.now], [['500.19'], ['500.30']]);
    const [status, cause] = tellComparison(comparison, titleOf);
    assert.equal(status, '500.19 is gone; now 500.30.');
    assert.match(cause!, /^First cause now: <.+> \(before: <.+>\)\.$/);
    assert.ok(after.findings.every(({ activityId }) => activityId === 'second'));
  });

  it('the same page: nothing has changed', () => {
    const [before, after] = pasted(BAD_XML, BAD_XML);
    const comparison = compareCases(before, after, 'second', engine);
    assert.deepEqual([comparison.gone, comparison.now], [[], ['500.19']]);
    assert.deepEqual(tellComparison(comparison, titleOf), []);
    assert.ok(after.findings.length >= before.findings.length);
  });

  it('a page read less exactly is the same page', () => {
    const [before, after] = pasted('HTTP Error 502.5 - Process Failure', 'HTTP Error 502.5 and 502');
    assert.deepEqual(compareCases(before, after, 'second', engine).gone, []);
  });

  it('no page, another cause: the causes are compared, and the page stays known', () => {
    const [before, after] = pasted(STOPPED, MISSING_DLL);
    const comparison = compareCases(before, after, 'second', engine);
    assert.deepEqual([comparison.gone, comparison.now, comparison.causeAfter], [[], [], CAUSE]);
    assert.match(tellComparison(comparison, titleOf)[0]!, new RegExp(`^First cause now: <${CAUSE}>`));
    assert.ok(after.findings.some(({ key }) => key === 'status:500.30'));
  });

  it('what the person said stays, also when the failure is another one', () => {
    const said = apply(newCase('c', NOW), { type: 'history', history: 'never' }, meeting(null));
    const known = apply(said, paste(BAD_XML), meeting(null, NOW, 'first'));
    const followed = apply(known, { type: 'start', causeId: null }, meeting(null));
    const after = apply(followed, paste(STOPPED), meeting(null, NOW, 'second'));
    assert.ok(after.findings.some(({ key }) => key === 'statement:never-worked'));
  });

  it('before any steps, two pages are two things that are known', () => {
    const both = apply(
      apply(newCase('c', NOW), paste(BAD_XML), meeting(null)),
      paste(STOPPED),
      meeting(null, NOW, 'b'),
    );
    assert.ok(both.findings.some(({ key }) => key === 'status:500.19'));
  });
});

describe('a shared list', () => {
  const followed = apply(newCase('c', NOW), { type: 'start', causeId: CAUSE }, meeting(ALICE));
  const claimed = apply(followed, { type: 'claim', causeId: CAUSE, stepId: changing }, meeting(ALICE));
  const key = `${CAUSE}/${changing}`;

  it('remembers who gave an outcome and when; in a personal chat nobody', () => {
    const shared = apply(followed, outcome(looking), meeting(BOB, NOW + 5));
    assert.deepEqual(shared.marks, { [`${CAUSE}/${looking}`]: { who: { key: BOB.key, name: 'Bob' }, at: NOW + 5 } });
    assert.deepEqual(apply(followed, outcome(looking), meeting(null)).marks, {});
  });

  it('lets one person be on a step that changes something', () => {
    assert.equal(claimed.claims[key]?.who.name, 'Alice');
    assert.equal(apply(followed, { type: 'claim', causeId: CAUSE, stepId: looking }, meeting(ALICE)), followed);
    assert.equal(apply(claimed, { type: 'claim', causeId: CAUSE, stepId: changing }, meeting(BOB)), claimed);
    assert.equal(apply(followed, { type: 'claim', causeId: CAUSE, stepId: changing }, meeting(null)), followed);
  });

  it('a claim ends with an outcome of anybody, with its own person, and after half an hour', () => {
    assert.deepEqual(apply(claimed, outcome(changing), meeting(BOB)).claims, {});
    assert.deepEqual(apply(claimed, { type: 'release', causeId: CAUSE, stepId: changing }, meeting(ALICE)).claims, {});
    assert.equal(apply(claimed, { type: 'release', causeId: CAUSE, stepId: changing }, meeting(BOB)), claimed);
    const late = apply(claimed, { type: 'claim', causeId: CAUSE, stepId: changing }, meeting(BOB, NOW + CLAIM_MS));
    assert.equal(late.claims[key]?.who.name, 'Bob');
  });

  it('Back takes back what the same person said, and leaves the list to the others', () => {
    const both = apply(apply(followed, outcome(looking), meeting(ALICE)), outcome(changing), meeting(BOB));
    const back = apply(both, { type: 'back', undo: 'outcome' }, meeting(ALICE));
    assert.deepEqual([Object.keys(back.outcomes), Object.keys(back.marks)], [[key], [key]]);
    assert.equal(apply(back, { type: 'back', undo: 'outcome' }, meeting(ALICE)), back);
  });

  it('"forget me" takes the name out, what was done stays done', () => {
    const full = withActor(apply(claimed, outcome(looking), meeting(ALICE)), ALICE);
    const record = {
      ...newRecord('c', NOW),
      apart: [ALICE.key],
      case: { ...full, openedBy: ALICE, joined: [ALICE.key] },
    };
    const without = withoutNames(record, ALICE);
    assert.doesNotMatch(JSON.stringify(without), new RegExp(`Alice|29:alice|${ALICE.key}`));
    assert.deepEqual(without.case.outcomes, full.outcomes);
  });

  it('knows at most sixty people, the newest last, each once', () => {
    let state = followed;
    for (let at = 0; at < 70; at += 1) state = withActor(state, personOf(`29:${at}`, ''));
    state = withActor(state, personOf('29:40', ''));
    assert.equal(state.acted.length, 60);
    assert.equal(new Set(state.acted).size, 60);
    assert.deepEqual([state.acted[0], state.acted.at(-1)], ['29:10', '29:40']);
  });

  for (const [name, shown] of [
    ['  Alice\n \u202E(Ops) ', 'Alice (Ops)'],
    ['', 'Somebody'],
    ['x'.repeat(300), `${'x'.repeat(21)}...`],
    ['\u{1F600}'.repeat(30), `${'\u{1F600}'.repeat(10)}...`],
  ] as const) {
    it(`keeps a name short and on its line: ${JSON.stringify(name.slice(0, 12))}`, () => {
      assert.equal(personOf('x', name).name, shown);
    });
  }
});

describe('two cases in one group chat', () => {
  const alices = apply(newCase('a', NOW), paste(STOPPED), meeting(ALICE));
  const record = { ...newRecord('a', NOW), case: { ...alices, openedBy: ALICE } };

  it('somebody else is asked once whether a paste belongs to the open case', () => {
    assert.equal(asksToJoin(record, BOB), true);
    assert.equal(asksToJoin(record, ALICE), false);
    assert.equal(asksToJoin({ ...record, case: { ...record.case, joined: [BOB.key] } }, BOB), false);
    assert.equal(asksToJoin(newRecord('a', NOW), BOB), false);
    const solved = { causeId: null, stepId: null, onlyRestart: false };
    assert.equal(asksToJoin({ ...record, case: { ...record.case, solved } }, BOB), false);
  });

  it('become one: what both found, and text beats an absence', () => {
    const absent = apply(alices, { type: 'absent', symptom: 'ancmLog', absence: 'empty' }, meeting(ALICE));
    const bobs = apply(newCase('b', NOW), paste(MISSING_DLL), meeting(BOB));
    const merged = mergeCase(absent, bobs, meeting(BOB, NOW + 1));
    assert.equal(merged.id, 'a');
    assert.equal(merged.revision, absent.revision + 1);
    const keys = merged.findings.map(({ key }) => key);
    for (const { key } of [...alices.findings, ...bobs.findings]) assert.ok(keys.includes(key), key);
    const text = bobs.read.some(({ symptom }) => symptom === 'ancmLog');
    assert.equal(keys.includes('absent:ancmLog:empty'), !text);
  });
});
