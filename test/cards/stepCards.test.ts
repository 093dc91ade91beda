import assert from 'node:assert/strict';
import { procedureCard } from '../../cards/procedureCard.ts';
import { SAMPLE_CAUSE, SAMPLE_REF, SAMPLE_STEPS } from '../../cards/sampleData.ts';
import { stepCard } from '../../cards/stepCard.ts';
import { outcomeLine } from '../../cards/stepParts.ts';
import { allText, buttonsInView, buttonTitles } from './walk.ts';

const ref = SAMPLE_REF;

describe('stepCard', () => {
  const input = { ref, cause: SAMPLE_CAUSE, steps: SAMPLE_STEPS, outcomes: {}, values: {}, platform: null } as const;

  it('says who is affected, in the colour of it', () => {
    const seen = SAMPLE_STEPS.map((_step, index) => {
      const second = stepCard({ ...input, index }).body[1];
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

  it('tells what came of the earlier steps only', () => {
    const outcomes = { 'app-dll-exists': 'did-not-help', 'correct-arguments': 'done' } as const;
    const text = allText(stepCard({ ...input, outcomes, index: 1 }));
    assert.match(text, /1\. Did not help: \nLook whether/);
    assert.doesNotMatch(text, /3\. Done/);
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
