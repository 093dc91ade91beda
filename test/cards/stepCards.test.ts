import assert from 'node:assert/strict';
import type { AdaptiveCard } from '../../cards/adaptiveCard.ts';
import { procedureCard } from '../../cards/procedureCard.ts';
import { SAMPLE_CAUSE, SAMPLE_REF, SAMPLE_STEPS, sampleStep } from '../../cards/sampleData.ts';
import { stepCard, type Crowd } from '../../cards/stepCard.ts';
import { outcomeLine } from '../../cards/stepParts.ts';
import { actions, allText, buttonsInView, buttonTitles, nodes } from './walk.ts';

const ref = SAMPLE_REF;

describe('stepCard', () => {
  const input = { ref, cause: SAMPLE_CAUSE, steps: SAMPLE_STEPS, outcomes: {}, values: {}, platform: null } as const;

  it('says who is affected, in the colour of it', () => {
    const seen = SAMPLE_STEPS.map((_step, index) => {
      const { body } = stepCard({ ...input, index });
      const at = body.findIndex((one) => one.type === 'TextBlock' && one.style === 'heading');
      const second = body[at + 1];
      return second?.type === 'TextBlock' ? `${second.text} ${second.color}` : '';
    });
    assert.deepEqual(seen, [
      'Look only, nobody is affected. Good',
      'Look only, nobody is affected. Good',
      'Restarts this app. Warning',
      'Stops every site on this server. Attention',
      'Needs a reboot. Attention',
    ]);
  });

  it('has the four outcomes in view and the rest behind', () => {
    const card = stepCard({ ...input, index: 1 });
    assert.deepEqual(
      buttonsInView(card).map(({ title }) => title),
      ['Done', 'Saw something else', 'Did not help', 'It works now'],
    );
    assert.deepEqual(buttonTitles(card).slice(4), ['Skip', 'Show me where', 'I have no admin rights', 'Back']);
  });

  it('has a line for each other step: with its outcome, or what there is to do', () => {
    const outcomes = { 'app-dll-exists': 'did-not-help', 'correct-arguments': 'done' } as const;
    const text = allText(stepCard({ ...input, outcomes, index: 1 }));
    assert.match(text, /1\. Did not help: \nLook whether/);
    assert.match(text, /3\. Done: \nSet arguments/);
    assert.match(text, /4\. Stops every site/);
    assert.match(text, /2 of 5 done/);
    assert.match(text, /Step 2 of 5/);
  });

  it('begins a line of an earlier step with a capital, and cuts it between words', () => {
    const line = outcomeLine(1, `Wait a little ${'longer '.repeat(20)}`, 'did not help');
    const runs = line.type === 'RichTextBlock' ? line.inlines.map(({ text }) => text) : [];
    assert.equal(runs[0], '1. Did not help: ');
    assert.match(runs[1] ?? '', / longer\.\.\.$/);
  });

  it('shows the nearest step when the index is beyond the list', () => {
    assert.match(allText(stepCard({ ...input, index: 99 })), /Step 5 of 5/);
    assert.match(allText(stepCard({ ...input, index: -1 })), /Step 1 of 5/);
  });

  it('has no step to do when all have an outcome, and asks whether it works', () => {
    const outcomes = Object.fromEntries(SAMPLE_STEPS.map(({ id }) => [id, 'done' as const]));
    const card = stepCard({ ...input, outcomes, index: null });
    assert.match(allText(card), /5 of 5 done[^]*Does it work now\?/);
    assert.deepEqual(buttonTitles(card), ['It works now', 'Did not help', 'Back']);
  });

  it('offers "I do this" in a shared chat, on a step that changes something and that nobody is on', () => {
    const titles = (index: number, claim: Crowd['claim']): string[] =>
      buttonTitles(stepCard({ ...input, index, crowd: { told: {}, claim } }));
    assert.ok(!titles(0, null).includes('I do this'), 'a look needs nobody');
    assert.equal(titles(2, null)[0], 'I do this');
    assert.ok(!titles(2, { name: 'Alice', own: false }).includes('I do this'));
    assert.ok(!titles(2, { name: 'Alice', own: false }).includes('Leave it to others'));
    assert.ok(titles(2, { name: 'Alice', own: true }).includes('Leave it to others'));
    assert.ok(!buttonTitles(stepCard({ ...input, index: 2 })).includes('I do this'), 'nor in a personal chat');
  });

  it('says who did what, and who is on the open step', () => {
    const outcomes = { 'app-dll-exists': 'done', 'read-arguments': 'skipped' } as const;
    const told = { 'app-dll-exists': { name: 'Alice', at: 0 }, 'read-arguments': { name: null, at: 0 } };
    const crowd = { told, claim: { name: 'Bob', own: false } };
    const text = allText(stepCard({ ...input, index: 2, outcomes, crowd }));
    assert.match(text, /1\. Done by Alice: /);
    assert.match(text, /2\. Skipped: /);
    assert.match(text, /Bob\n is\n on step 3\./);
    assert.match(text, /\{\{TIME\(1970-01-01T00:00:00Z\)\}\}/);
  });

  it('lets the reader say where the app runs, as long as the steps depend on it and it is not known', () => {
    const steps = SAMPLE_STEPS.map((step) => ({ ...step, where: ['iis'] as const }));
    const cause = { ...SAMPLE_CAUSE, steps };
    const open = stepCard({ ...input, cause, steps, index: 0 });
    assert.equal(verbsOf(open).filter((verb) => verb === 'hostHere').length, 3);
    assert.match(allText(open), /Only on IIS\./);
    assert.ok(!verbsOf(stepCard({ ...input, cause, steps, index: 0, platform: 'iis' })).includes('hostHere'));
    assert.ok(!verbsOf(stepCard({ ...input, index: 0 })).includes('hostHere'), 'no step depends on it');
  });

  it('folds a long list: three steps before and four after the open one are in view', () => {
    const steps = Array.from({ length: 20 }, (_, at) => sampleStep({ id: `s-${at}`, do: `Look at thing ${at + 1}.` }));
    const outcomes = Object.fromEntries(steps.slice(0, 9).map(({ id }) => [id, 'done' as const]));
    const card = stepCard({ ...input, steps, outcomes, index: 9 });
    const inView = card.body.flatMap(
      (one) => /^\d+/.exec(one.type === 'RichTextBlock' ? (one.inlines[0]?.text ?? '') : '') ?? [],
    );
    assert.deepEqual(inView.map(String), ['7', '8', '9', '11', '12', '13', '14']);
    assert.match(allText(card), /\n1\. Done: [^]*\n20\. Look at thing 20/);
  });

  it('leaves out the blocks that stand on it twice, then readers, then the lines, before it is too large', () => {
    assert.deepEqual(
      [1, 112, 145].map((lines) => partsOf(cardOfLines(lines))),
      [
        [true, 60],
        [false, 60],
        [false, 20],
      ],
    );
  });

  it('says so when no step applies', () => {
    assert.match(allText(stepCard({ ...input, steps: [], index: 0 })), /No step applies here/);
  });
});

describe('procedureCard', () => {
  const procedure = {
    id: 'stdout-log-enable',
    title: 'Switch the log on',
    goal: 'See what the app prints.',
    where: [],
    leavesOn: 'stdout-log',
    switchOff: 'stdout-log-disable',
    steps: SAMPLE_STEPS.slice(0, 2),
    related: [],
    sources: [],
  } as const;

  it('goes on with Next, and offers the switch-off at the end', () => {
    const first = procedureCard({ ref, procedure, index: 0, platform: null, returnTo: null });
    assert.deepEqual(buttonTitles(first), ['Next', 'Done', 'Back']);
    const last = procedureCard({ ref, procedure, index: 1, platform: null, returnTo: 'ancmLog' });
    assert.deepEqual(buttonTitles(last), ['Done', 'Switch off the stdout log', 'Back']);
    assert.match(allText(last), /This leaves the stdout log switched on/);
    const done = last.actions?.[0];
    assert.ok(done?.type === 'Action.Execute');
    assert.deepEqual(done.data, {
      procedureId: procedure.id,
      index: 1,
      returnTo: 'ancmLog',
      verb: 'procedureDone',
      ...ref,
    });
  });
});

/** A step with this many lines to copy, on a card that sixty people read. */
function cardOfLines(lines: number): AdaptiveCard {
  const snippet = { language: 'xml', code: '<add key="value"/>\n'.repeat(lines) } as const;
  return stepCard({
    ref,
    cause: SAMPLE_CAUSE,
    steps: [sampleStep({ id: 'big', do: 'Look.', snippet })],
    index: 0,
    outcomes: {},
    values: {},
    platform: null,
    readers: Array.from({ length: 60 }, (_, at) => `29:${String(at).padEnd(80, 'x')}`),
  });
}

/** Whether there are blocks of code, and how many people read it. */
function partsOf(card: AdaptiveCard): unknown[] {
  return [nodes(card).some(({ type }) => type === 'CodeBlock'), card.refresh?.userIds.length];
}

function verbsOf(card: AdaptiveCard): unknown[] {
  return actions(card).map(({ verb }) => verb);
}
