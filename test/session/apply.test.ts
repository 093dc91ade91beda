import assert from 'node:assert/strict';
import { openCatalog } from '../../src/catalog/compiled.ts';
import { findRoot } from '../../src/catalog/findRoot.ts';
import { createEngine } from '../../src/diagnosis/diagnose.ts';
import { apply, type Meeting } from '../../src/session/apply.ts';
import type { Intent } from '../../src/session/intent.ts';
import { FINDINGS_MAX } from '../../src/session/limits.ts';
import { newCase, type CaseState } from '../../src/session/record.ts';
import { stepsOf, verdictOf } from '../../src/session/views.ts';

const engine = createEngine(openCatalog(findRoot()));
const NOW = Date.UTC(2026, 10, 20);
const MISSING_DLL = "The application to execute does not exist: 'D:\\sites\\shop\\Shop.Web.dll'";
const CAUSE = 'aspnetcore-arguments-wrong';

let count = 0;
const meeting = (asked: Meeting['asked'] = null): Meeting => ({
  engine,
  now: NOW + (count += 1),
  activityId: `a${count}`,
  asked,
});
const paste = (text: string): Intent => ({ type: 'paste', slot: 'text', text });
const absent = (absence: 'no-entry' | 'empty' | 'normal', symptom: 'eventLog' | 'ancmLog' | null = null): Intent => ({
  type: 'absent',
  symptom,
  absence,
});
const outcome = (what: 'done' | 'did-not-help' | 'skipped', text = ''): Intent => ({
  type: 'outcome',
  outcome: what,
  causeId: null,
  stepId: null,
  text,
});
const after = (...intents: readonly Intent[]): CaseState =>
  intents.reduce((state, intent) => apply(state, intent, meeting()), newCase('c', NOW));
const keys = (state: CaseState): string[] => state.findings.map((one) => one.key);

describe('a case', () => {
  it('is the same object when nothing changes, and a copy with the next revision when something does', () => {
    const state = newCase('c', NOW);
    assert.equal(apply(state, { type: 'help' }, meeting()), state);
    assert.equal(apply(state, paste(MISSING_DLL), meeting()).revision, 1);
    assert.equal(state.revision, 0);
  });

  it('text beats an absence that was stated before', () => {
    const state = after(
      absent('no-entry', 'eventLog'),
      paste('Log Name: Application\nSource: IIS AspNetCore Module V2\nEvent ID: 1000\nLevel: Error'),
    );
    assert.ok(!keys(state).includes('absent:eventLog:no-entry'));
    assert.deepEqual(state.answers, {});
  });

  it('a second absence of the same symptom replaces the first', () => {
    const state = after(absent('empty', 'ancmLog'), absent('normal', 'ancmLog'));
    assert.deepEqual(
      keys(state).filter((key) => key.startsWith('absent:')),
      ['absent:ancmLog:normal'],
    );
  });

  it('another answer on the history replaces the first', () => {
    const state = after({ type: 'history', history: 'never' }, { type: 'history', history: 'until-change' });
    assert.deepEqual(keys(state), ['statement:worked-until-deployment']);
  });

  it('"empty" said of the event log means that it has no entry', () => {
    const state = apply(newCase('c', NOW), absent('empty'), meeting('eventLog'));
    assert.deepEqual(state.answers, { eventLog: 'no-entry' });
  });

  it('what a person says is kept, however much was found before', () => {
    const codes = Array.from({ length: 90 }, (_, index) => `0x8007${(0x1000 + index).toString(16)}`).join('\n');
    const state = after(paste(codes), paste('there is nothing in the event log'), {
      type: 'history',
      history: 'never',
    });
    assert.ok(state.findings.length <= FINDINGS_MAX);
    assert.ok(keys(state).includes('absent:eventLog:no-entry'));
    assert.ok(keys(state).includes('statement:never-worked'));
  });

  it('keeping it small does not change the verdict of any example of the catalog', () => {
    for (const cause of engine.catalog.causes) {
      const example = cause.match.find((one) => one.text !== undefined);
      if (example?.text === undefined) continue;
      const kept = after(paste(example.text));
      const noise = after(
        paste(
          `${example.text}\n${Array.from({ length: 80 }, (_, index) => `0x8007${(0x2000 + index).toString(16)}`).join('\n')}`,
        ),
      );
      assert.equal(verdictOf(noise, engine).candidates[0]?.id, verdictOf(kept, engine).candidates[0]?.id, cause.id);
    }
  });

  it('has the same verdict while steps are followed, another one when evidence or a cause set aside changes it', () => {
    const state = after(paste(MISSING_DLL));
    const verdict = verdictOf(state, engine);
    const followed = apply(state, { type: 'start', causeId: null }, meeting());
    for (const next of [followed, apply(followed, outcome('done'), meeting())])
      assert.equal(verdictOf(next, engine), verdict);
    const other: CaseState[] = [
      { ...state, rejected: [CAUSE] },
      { ...state, answers: { eventLog: 'no-entry' } },
      { ...state, findings: [] },
    ];
    for (const next of other) assert.notDeepEqual(verdictOf(next, engine), verdict);
    assert.deepEqual(verdictOf(state, createEngine(engine.catalog)), verdict);
    assert.equal(verdictOf(state, engine), verdict);
  });

  it('a refusal of another field does not outlast the next paste', () => {
    const state = after(
      paste('PHP Fatal error: Uncaught Error in /var/www/html/wp-content/x.php'),
      paste('HTTP Error 500.30 - ASP.NET Core app failed to start'),
    );
    assert.equal(verdictOf(state, engine).type, 'possible');
  });

  it('after the end a paste and "guide me" open the next case, a late outcome does not', () => {
    const closed = after(
      paste(MISSING_DLL),
      { type: 'start', causeId: null },
      { type: 'worksNow', causeId: null, stepId: null },
    );
    assert.equal(apply(closed, outcome('done'), meeting()), closed);
    assert.notEqual(apply(closed, { type: 'guide' }, meeting()).id, closed.id);
    assert.deepEqual(keys(apply(closed, { type: 'guide' }, meeting())), []);
  });

  it('"it works now" before anything was said closes nothing', () => {
    const state = newCase('c', NOW);
    assert.equal(apply(state, { type: 'worksNow', causeId: null, stepId: null }, meeting()), state);
  });

  it('unknown ids change nothing', () => {
    const state = after(paste(MISSING_DLL));
    for (const type of ['start', 'notThis'] as const)
      assert.equal(apply(state, { type, causeId: 'no-such-cause' }, meeting()), state);
  });
});

const started = (): CaseState => after(paste(MISSING_DLL), { type: 'start', causeId: null });
const steps = (state: CaseState): number =>
  stepsOf(
    state,
    engine.catalog.causes.find((one) => one.id === CAUSE)!,
  ).length;
const through = (what: 'done' | 'did-not-help'): CaseState => {
  let state = started();
  for (let step = steps(state); step > 0; step -= 1) state = apply(state, outcome(what), meeting());
  return state;
};

describe('the steps of a case', () => {
  it('done to the end, the cause stays: only the person can see whether it works', () => {
    assert.deepEqual([through('done').following, through('done').rejected], [CAUSE, []]);
  });

  it('none of them helped: the cause is set aside, and starting it takes it back', () => {
    const state = through('did-not-help');
    assert.deepEqual([state.following, state.rejected], [null, [CAUSE]]);
    const again = apply(state, { type: 'start', causeId: CAUSE }, meeting());
    assert.deepEqual([again.following, again.rejected], [CAUSE, []]);
  });

  it('a new paste that names a cause by itself takes it back', () => {
    const aside = apply(started(), { type: 'notThis', causeId: CAUSE }, meeting());
    assert.deepEqual(aside.rejected, [CAUSE]);
    assert.deepEqual(apply(aside, paste(MISSING_DLL), meeting()).rejected, []);
  });

  it('a late "not this" for another cause leaves the steps alone', () => {
    const state = apply(started(), { type: 'notThis', causeId: 'app-pool-stopped' }, meeting());
    assert.equal(state.following, CAUSE);
  });

  it('back takes the last outcome back, and then leaves the steps', () => {
    const one = apply(started(), outcome('done'), meeting());
    const back = apply(one, { type: 'back', undo: 'outcome' }, meeting());
    assert.deepEqual(back.outcomes, {});
    assert.equal(apply(back, { type: 'back', undo: 'outcome' }, meeting()).following, null);
  });

  it('a look fixes nothing: without a change no step is named as the fix', () => {
    const closed = apply(started(), { type: 'worksNow', causeId: null, stepId: null }, meeting());
    assert.deepEqual(closed.solved, { causeId: CAUSE, stepId: null, onlyRestart: false });
  });

  it('a procedure that was walked past its change is still switched on, until its switch-off was walked', () => {
    const last = 99;
    const on = apply(started(), { type: 'procedureDone', procedureId: 'stdout-log-enable', index: last }, meeting());
    assert.deepEqual(on.switchedOn, ['stdout-log']);
    const off = apply(on, { type: 'procedureDone', procedureId: 'stdout-log-disable', index: last }, meeting());
    assert.deepEqual(off.switchedOn, []);
  });
});
