import assert from 'node:assert/strict';
import { calibrationOf } from '../../bench/accuracy/calibration.ts';
import type { Outcome } from '../../bench/accuracy/measure.ts';
import { missesOf } from '../../bench/accuracy/report.ts';
import { summarise } from '../../bench/accuracy/summary.ts';
import { halfOf } from '../../bench/cases.ts';

describe('the measure of rightness', () => {
  it('counts an answer where "unknown" is right as a wrong one, in calibration too', () => {
    const summary = summarise([outcome('a', [], ['disk-full'], 0.8), outcome('b', [], [], null)]);
    assert.deepEqual(summary.refusals, { part: 1, of: 2 });
    assert.deepEqual([summary.identifiedOutside, summary.identifiedWrong], [1, 1]);
    assert.equal(summary.calibration.bins.length, 1);
    assert.equal(summary.calibration.ece, 0.8);
    assert.ok(Math.abs(summary.calibration.brier - 0.64) < 1e-9);
  });

  it('takes any accepted cause, and the first three for top-3', () => {
    const summary = summarise([
      outcome('a', ['x', 'y'], ['y'], 0.9),
      outcome('b', ['x'], ['p', 'q', 'x'], 0.9),
      outcome('c', ['x'], ['p', 'q', 'r', 'x'], 0.9),
    ]);
    assert.deepEqual(summary.top1, { part: 1, of: 3 });
    assert.deepEqual(summary.top3, { part: 2, of: 3 });
    assert.deepEqual(summary.confusions, [{ wanted: 'x', got: 'p', cases: 2 }]);
  });

  it('is calibrated when nine of ten answers said with 0.9 are right', () => {
    const nine = Array.from({ length: 100 }, (_, at) => outcome(String(at), ['x'], [at % 10 === 0 ? 'p' : 'x'], 0.9));
    const { ece, bins } = calibrationOf(nine);
    assert.equal(bins.length, 10);
    assert.deepEqual(new Set(bins.map((bin) => bin.cases)), new Set([10]));
    assert.ok(ece < 1e-9, `${ece}`);
    assert.ok(calibrationOf(nine.map((one) => ({ ...one, confidence: 0.5 }))).ece > 0.39);
  });

  it('gives an interval around the share, wider for fewer cases', () => {
    const many = Array.from({ length: 400 }, (_, at) => outcome(String(at), ['x'], [at % 4 === 0 ? 'p' : 'x'], 0.9));
    const [low, high] = summarise(many).top1Interval;
    const [lowFew, highFew] = summarise(many.slice(0, 40)).top1Interval;
    assert.ok(low < 0.75 && 0.75 < high && high - low < 0.12, `${low} to ${high}`);
    assert.ok(highFew - lowFew > 2 * (high - low));
  });

  it('splits into halves by the id alone', () => {
    const cases = Array.from({ length: 200 }, (_, at) => outcome(`id-${at}`, ['x'], ['x'], 1).case);
    const [even, odd] = [halfOf(cases, 'even'), halfOf(cases, 'odd')];
    assert.equal(even.length + odd.length, 200);
    assert.ok(even.length > 70 && odd.length > 70);
    assert.deepEqual(halfOf([cases[7]!], 'even').length, even.includes(cases[7]!) ? 1 : 0);
  });

  it('lists what was not answered as wanted, and no refusal that was right', () => {
    const listed = missesOf([outcome('a', [], [], null), outcome('b', ['x'], [], null), outcome('c', [], ['p'], 0.7)]);
    assert.deepEqual(
      listed
        .trim()
        .split('\n')
        .map((line) => line[0]),
      ['b', 'c'],
    );
  });
});

function outcome(id: string, accept: readonly string[], ids: readonly string[], confidence: number | null): Outcome {
  return {
    case: { id, inquiry: { text: '' }, accept, language: 'en' },
    verdict: confidence === null ? 'unknown' : confidence >= 0.75 ? 'identified' : 'possible',
    ids,
    confidence,
    score: confidence,
    right: ids[0] !== undefined && accept.includes(ids[0]),
    kinds: ['prose'],
  };
}
