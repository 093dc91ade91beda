import assert from 'node:assert/strict';
import { fitCurve, lossOf, reliability, type Point } from '../../bench/calibrate/logistic.ts';
import { seededRandom } from '../../bench/random.ts';

describe('the fit of the confidence curve', () => {
  const random = seededRandom(11);
  const points: Point[] = Array.from({ length: 4000 }, () => {
    const score = random() * 8 - 1;
    return { score, right: random() < 1 / (1 + Math.exp(-1.4 * (score - 2))) };
  });

  it('finds the curve that made the points', () => {
    const fit = fitCurve(points);
    assert.ok(fit !== null && Math.abs(fit.middle - 2) < 0.15 && Math.abs(fit.slope - 1.4) < 0.15, JSON.stringify(fit));
    const loss = lossOf(points, fit);
    for (const [middle, slope] of [
      [1.5, 1.4],
      [2.5, 1.4],
      [2, 0.9],
      [2, 2.1],
    ] as const)
      assert.ok(lossOf(points, { middle, slope }) > loss);
  });

  it('says what is right, bin by bin', () => {
    const fit = fitCurve(points);
    assert.ok(fit !== null);
    const bins = reliability(points, fit);
    assert.equal(bins.length, 10);
    for (const bin of bins) assert.ok(Math.abs(bin.right - bin.said) < 0.08, `${bin.right} ${bin.said}`);
  });

  it('has no answer without a right and a wrong point', () => {
    assert.equal(fitCurve([]), null);
    assert.equal(fitCurve([{ score: 1, right: true }]), null);
    assert.ok(
      fitCurve([
        { score: 1, right: false },
        { score: 2, right: true },
      ]) !== null,
    );
  });
});
