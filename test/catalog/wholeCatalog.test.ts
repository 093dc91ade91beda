import assert from 'node:assert/strict';
import {
  CAUSE,
  CAUSE_FILE,
  FAMILIES,
  FAMILIES_FILE,
  IDS_FILE,
  PROCEDURE,
  PROCEDURE_FILE,
  TempCatalog,
  VOCABULARY_FILE,
} from './tempCatalog.ts';

describe('A catalog as a whole', () => {
  let catalog: TempCatalog;
  beforeEach(() => (catalog = new TempCatalog()));
  afterEach(() => catalog.delete());

  it('puts every cause into exactly one family', () => {
    catalog.write('catalog/causes/other.yaml', CAUSE.replace('id: app-pool-stopped', 'id: other'));
    assert.deepEqual(catalog.faults(), [
      'catalog/causes/other.yaml:1:5: "other" is in no family; add it to one in catalog/families.yaml',
    ]);
    const again = FAMILIES.replace('families:', '').replaceAll('pool-down', 'pool-off');
    catalog.write(FAMILIES_FILE, FAMILIES.replace(']', ', other]') + again);
    assert.deepEqual(catalog.faults(), [
      `${FAMILIES_FILE}:10:15: "app-pool-stopped" is already in the family pool-down at ${FAMILIES_FILE}:5:15; keep one`,
    ]);
  });

  it('leaves it to a page and to a retired cause whether they are in a family', () => {
    const page = CAUSE.replace('id: app-pool-stopped', 'id: other').replace(
      'kind: cause',
      'kind: page\ndoesNotSay: Why the pool stopped.\nfetch: { of: systemLog, say: Paste the newest event. }',
    );
    catalog.write('catalog/causes/other.yaml', page);
    const old = CAUSE.replace('id: app-pool-stopped', 'id: old').replace('status: stable', 'status: retired');
    catalog.write('catalog/causes/old.yaml', old);
    assert.deepEqual(catalog.faults(), []);
  });

  it('wants members of a family written, and each family once', () => {
    catalog.edit(FAMILIES_FILE, '[app-pool-stopped]', '[app-pool-stopped, app-pool-stoped]');
    assert.deepEqual(catalog.faults(), [
      `${FAMILIES_FILE}:5:33: unknown cause "app-pool-stoped"; did you mean "app-pool-stopped"?`,
    ]);
    const again = FAMILIES.replace('families:', '').replace('app-pool-stopped', 'other');
    catalog.write('catalog/causes/other.yaml', CAUSE.replace('id: app-pool-stopped', 'id: other'));
    catalog.write(FAMILIES_FILE, FAMILIES + again);
    assert.deepEqual(catalog.faults(), [
      `${FAMILIES_FILE}:7:9: family "pool-down" is already at ${FAMILIES_FILE}:2:9; keep one`,
    ]);
  });

  it('wants a signature or a page, or nothing would find the cause', () => {
    const bare = CAUSE.replace(/signatures:[\s\S]*?(?=explanation:)/, '').replace(/pages:[\s\S]*?(?=symptoms:)/, '');
    catalog.write(CAUSE_FILE, bare.replace(/headline:.*\n/, ''));
    assert.deepEqual(catalog.faults(), [
      `${CAUSE_FILE}:1:1: the entry has no signatures and no pages; nothing would ever find it`,
    ]);
  });

  it('does not show a gap in a headline, because it is not kept', () => {
    catalog.write(CAUSE_FILE, CAUSE.replace('pool {pool} is', '{gap} is').replace("'{pool}' has", "'{pool}'{gap} has"));
    assert.deepEqual(catalog.faults(), [
      `${CAUSE_FILE}:22:11: headline shows {gap}, which no signature captures; captured: pool`,
    ]);
  });

  it('wants a symptom', () => {
    catalog.write(CAUSE_FILE, CAUSE.replace(/symptoms:[\s\S]*?(?=signatures:)/, 'symptoms: {}\n'));
    assert.deepEqual(catalog.faults(), [`${CAUSE_FILE}:28:11: symptoms has no keys; it needs at least 1`]);
  });

  it('keeps ids unique across causes and procedures', () => {
    catalog.write('catalog/procedures/app-pool-stopped.yaml', PROCEDURE.replace('app-pool-state', 'app-pool-stopped'));
    assert.deepEqual(catalog.faults(), [
      `catalog/procedures/app-pool-stopped.yaml:1:5: id "app-pool-stopped" is already at ${CAUSE_FILE}:1:5; keep one`,
    ]);
  });

  it('keeps official ids and statements unique', () => {
    catalog.edit(IDS_FILE, 'causes:', 'causes:\n  - { id: app-pool-stopped, tier: 2, title: Again }');
    catalog.edit(
      VOCABULARY_FILE,
      'foreign:',
      '  - { id: pool-was-restarted, phrases: [bounced the pool], says: You said so. }\nforeign:',
    );
    assert.deepEqual(catalog.faults(), [
      `${IDS_FILE}:3:11: official id "app-pool-stopped" is already at ${IDS_FILE}:2:11; keep one`,
      `${VOCABULARY_FILE}:5:11: statement "pool-was-restarted" is already at ${VOCABULARY_FILE}:2:9; keep one`,
    ]);
  });

  it('does not count a reference to a broken file, or into a broken list of names, as a second fault', () => {
    catalog.edit(PROCEDURE_FILE, 'goal: Know the state of the pool.\n', '');
    catalog.edit(VOCABULARY_FILE, 'statements:', 'statement:');
    catalog.edit(IDS_FILE, 'tier: seed', 'tier: 9');
    const files = catalog.faults().map((fault) => fault.split(':')[0]);
    assert.deepEqual(files, [IDS_FILE, PROCEDURE_FILE, VOCABULARY_FILE, VOCABULARY_FILE]);
  });

  it('says which files are missing or would be left out in silence', () => {
    catalog.remove(VOCABULARY_FILE);
    catalog.remove(IDS_FILE);
    catalog.remove(FAMILIES_FILE);
    catalog.write('catalog/causes/notes.yml', '');
    assert.deepEqual(catalog.faults(), [
      'catalog/causes/notes.yml:1:1: only .yaml files are read here; rename it or move it away',
      `${FAMILIES_FILE}:1:1: the file is missing; add it`,
      `${IDS_FILE}:1:1: the file is missing; add it`,
      `${VOCABULARY_FILE}:1:1: the file is missing; add it`,
    ]);
  });
});
