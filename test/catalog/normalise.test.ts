import assert from 'node:assert/strict';
import { loadCatalog } from '../../src/catalog/loadCatalog.ts';
import type { Catalog } from '../../src/model/catalog.ts';
import { CAUSE, CAUSE_FILE, TempCatalog } from './tempCatalog.ts';

describe('A loaded catalog', () => {
  let temp: TempCatalog;
  let catalog: Catalog;
  before(() => {
    temp = new TempCatalog();
    temp.addCause('a-first', CAUSE.replace('id: app-pool-stopped', 'id: a-first'));
    temp.write(CAUSE_FILE, `\uFEFF${CAUSE.replaceAll('\n', '\r\n')}`);
    catalog = loadCatalog(temp.root);
  });
  after(() => temp.delete());

  it('keeps the order of file names', () => {
    assert.deepEqual(
      catalog.causes.map(({ id }) => id),
      ['a-first', 'app-pool-stopped'],
    );
  });

  it('reads a file with a byte order mark and Windows line ends like any other', () => {
    assert.deepEqual({ ...catalog.causes[1], id: '' }, { ...catalog.causes[0], id: '' });
  });

  it('writes short signatures out', () => {
    const why = 'Windows says that the pool was switched off';
    assert.deepEqual(catalog.causes[0]?.signatures, [
      {
        all: [{ text: "Application pool '{pool}' has been disabled" }],
        none: [],
        in: ['systemLog'],
        strength: 'decisive',
        why,
      },
      {
        all: [{ event: 'WAS', id: 5002 }, { statement: 'pool-was-restarted' }],
        none: [{ absent: 'no-entry', of: 'systemLog' }],
        in: [],
        strength: 'strong',
        why: 'the event and the words fit together',
      },
    ]);
  });

  it('reads every kind of matcher in its short form', () => {
    const forms = [
      { code: '0x80070002' },
      { status: '500.19' },
      { exception: 'System.BadImageFormatException' },
      { event: 'WAS' },
      { event: 'WAS', id: 5002 },
      { statement: 'pool-was-restarted' },
      { absent: 'empty', of: 'ancmLog' },
    ];
    const yaml = forms.map((form) => `  - ${JSON.stringify({ ...form, strength: 'hint', why: 'it fits' })}\n`).join('');
    const id = 'b-second';
    temp.addCause(
      id,
      CAUSE.replace('id: app-pool-stopped', `id: ${id}`).replace('explanation:', `against:\n${yaml}explanation:`),
    );
    const against = loadCatalog(temp.root).causes.find((cause) => cause.id === id)?.against;
    assert.deepEqual(
      against?.map(({ all }) => all),
      forms.map((form) => [form]),
    );
    temp.remove(`catalog/causes/${id}.yaml`);
  });

  it('fills in what is left out', () => {
    const cause = catalog.causes[0];
    assert.deepEqual(cause?.appliesTo, {
      platforms: ['iis', 'azure-app-service', 'iis-express'],
      modules: ['v1', 'v2'],
      hosting: ['in-process', 'out-of-process'],
      versions: 'all',
    });
    assert.deepEqual([cause?.against, cause?.related], [[], ['rapid-fail-protection-503']]);
    assert.deepEqual(cause?.symptoms, {
      browser: { says: ['HTTP Error 503. The service is unavailable.'], absent: [] },
      iisLog: { says: [], absent: ['no-entry'] },
    });
    assert.deepEqual(cause?.steps[0]?.where, []);
    assert.deepEqual(catalog.procedures[0]?.where, []);
    assert.deepEqual(catalog.codes[0]?.causes, []);
    assert.deepEqual(catalog.codes[0]?.sources, []);
  });

  it('is plain data that JSON keeps as it is', () => {
    assert.deepEqual(JSON.parse(JSON.stringify(catalog)), catalog);
  });

  it('is frozen through and through', () => {
    let count = 0;
    const check = (value: unknown, path: string): void => {
      if (typeof value !== 'object' || value === null) return;
      count += 1;
      assert.ok(Object.isFrozen(value), `${path} can be changed`);
      for (const [key, child] of Object.entries(value)) check(child, `${path}/${key}`);
    };
    check(catalog, '');
    assert.ok(count > 50, `only ${count} objects were looked at`);
  });
});
