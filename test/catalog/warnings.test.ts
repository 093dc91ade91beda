import assert from 'node:assert/strict';
import { catalogWarnings } from '../../src/catalog/catalogWarnings.ts';
import { formatFault } from '../../src/catalog/faults.ts';
import { readCatalog } from '../../src/catalog/readCatalog.ts';
import { CAUSE, CAUSE_FILE, PROCEDURE, PROCEDURE_FILE, TempCatalog } from './tempCatalog.ts';

describe('Warnings about the catalog', () => {
  let temp: TempCatalog;
  beforeEach(() => (temp = new TempCatalog()));
  afterEach(() => temp.delete());
  const warnings = () => catalogWarnings(readCatalog(temp.root)).map(formatFault);

  it('are none for a catalog without slips', () => {
    assert.deepEqual(warnings(), []);
  });

  it('name both causes that call the same text decisive, whatever its case, quotes and value names', () => {
    const twin = CAUSE.replace('id: app-pool-stopped', 'id: twin').replace(
      `"Application pool '{pool}' has been`,
      `"application  pool \`{site}\` has been`,
    );
    temp.write('catalog/causes/twin.yaml', twin);
    assert.deepEqual(warnings(), [
      `${CAUSE_FILE}:32:5: decisive here and for twin; at most one of them can be`,
      'catalog/causes/twin.yaml:32:5: decisive here and for app-pool-stopped; at most one of them can be',
    ]);
    temp.write('catalog/causes/twin.yaml', twin.replace('strength: decisive', 'strength: supporting'));
    assert.deepEqual(warnings(), []);
  });

  it('name a procedure that nobody links, unless a question shows it', () => {
    temp.edit(CAUSE_FILE, '    procedure: app-pool-state\n', '');
    assert.deepEqual(warnings(), [
      `${PROCEDURE_FILE}:1:5: nobody links the procedure app-pool-state; name it in a step, or give it shows`,
    ]);
    temp.write(PROCEDURE_FILE, PROCEDURE.replace('steps:', 'shows: systemLog\nsteps:'));
    assert.deepEqual(warnings(), []);
  });

  it('name a value that no step knows', () => {
    temp.edit(CAUSE_FILE, "pool '{pool}' has been", "pool '{pol}' has been");
    assert.match(warnings()[0] ?? '', /:32:11: \{pol\} is not one of the values that steps know: app, path, /);
  });

  it('name a cause without sources', () => {
    temp.edit(CAUSE_FILE, 'sources: [https://learn.microsoft.com/iis]\n', '');
    assert.deepEqual(warnings(), [`${CAUSE_FILE}:1:1: no sources; say where the product facts come from`]);
  });
});
