import assert from 'node:assert/strict';
import { checkSteps } from '../../src/catalog/checkSteps.ts';
import { YamlSource } from '../../src/catalog/yamlSource.ts';
import type { Step } from '../../src/model/catalog.ts';

const CHECK: Step = {
  id: 'look',
  do: 'Look at the pool.',
  expect: 'It runs.',
  otherwise: 'Start it.',
  affects: 'nobody',
  rights: 'none',
  changes: false,
  where: [],
};
const CHANGE: Step = { ...CHECK, id: 'start', changes: true, undo: 'Stop it.' };

/** Places matter in crossFaults.test.ts; here only the words do. */
function faultsOf(...steps: readonly Step[]): string[] {
  return checkSteps(steps, new YamlSource('steps.yaml', 'steps: []'), true).map(({ message }) => message);
}

function faultsOfWarning(text: string): number {
  return faultsOf({ ...CHANGE, affects: 'all-sites', do: text }).length;
}

describe('The order of steps', () => {
  it('is checks, then changes', () => {
    assert.deepEqual(faultsOf(CHECK, { ...CHECK, id: 'look-again' }, CHANGE), []);
    assert.deepEqual(faultsOf(CHANGE, CHECK), [
      'steps[1] is a check after the change steps[0] "start"; move it up, or start its id with verify- if it looks at the result',
    ]);
  });

  it('is free in a procedure, which changes something in order to look', () => {
    assert.deepEqual(checkSteps([CHANGE, CHECK], new YamlSource('steps.yaml', 'steps: []'), false), []);
  });

  it('allows a look at the result of a change', () => {
    assert.deepEqual(faultsOf(CHANGE, { ...CHECK, id: 'verify-pool' }), []);
    assert.equal(faultsOf(CHANGE, { ...CHECK, id: 'pool-verify-' }).length, 1);
  });

  it('is counted for each platform, because a reader sees the steps of one', () => {
    const iis: Step = { ...CHANGE, where: ['iis', 'iis-express'] };
    assert.deepEqual(faultsOf(iis, { ...CHECK, where: ['azure-app-service'] }), []);
    assert.equal(faultsOf(iis, { ...CHECK, where: ['azure-app-service', 'iis'] }).length, 1);
    assert.equal(faultsOf(iis, CHECK).length, 1);
    assert.equal(faultsOf(CHANGE, { ...CHECK, where: ['iis'] }).length, 1);
  });
});

describe('A step that affects all sites', () => {
  it('says so in its first sentence', () => {
    assert.equal(faultsOfWarning('This stops every site on the server: run iisreset.'), 0);
    assert.equal(faultsOfWarning('All sites stop for a moment. Run iisreset.'), 0);
    assert.equal(faultsOfWarning('Every site of the server is interrupted - run the installer.'), 0);
  });

  it('is refused when the warning is missing, late or about something else', () => {
    assert.equal(faultsOfWarning('Run iisreset.'), 1);
    assert.equal(faultsOfWarning('Run iisreset. This stops every site.'), 1);
    assert.equal(faultsOfWarning('Every site comes back with this command.'), 1);
    assert.equal(faultsOfWarning('Stop the site.'), 1);
  });
});
