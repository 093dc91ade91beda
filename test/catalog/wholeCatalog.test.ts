import assert from 'node:assert/strict';
import { CAUSE, CAUSE_FILE, IDS_FILE, PROCEDURE, PROCEDURE_FILE, TempCatalog, VOCABULARY_FILE } from './tempCatalog.ts';

describe('A catalog as a whole', () => {
  let catalog: TempCatalog;
  beforeEach(() => (catalog = new TempCatalog()));
  afterEach(() => catalog.delete());

  it('wants members of a family written, not only promised', () => {
    const members = 'members: [app-pool-stoped, rapid-fail-protection-503]';
    catalog.write(CAUSE_FILE, CAUSE.replace('kind: cause', `kind: family\n${members}`));
    assert.deepEqual(catalog.faults(), [
      `${CAUSE_FILE}:3:11: unknown cause "app-pool-stoped"; did you mean "app-pool-stopped"?`,
      `${CAUSE_FILE}:3:28: unknown cause "rapid-fail-protection-503"; its file is not written yet`,
    ]);
  });

  it('allows members to a family only', () => {
    catalog.write('catalog/causes/other.yaml', CAUSE.replace('id: app-pool-stopped', 'id: other'));
    catalog.edit(CAUSE_FILE, 'kind: cause', 'kind: cause\nmembers: [other]');
    assert.deepEqual(catalog.faults(), [
      `${CAUSE_FILE}:3:1: only a family has members, and kind is cause; take them out or change kind`,
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
    catalog.write('catalog/causes/notes.yml', '');
    assert.deepEqual(catalog.faults(), [
      'catalog/causes/notes.yml:1:1: only .yaml files are read here; rename it or move it away',
      `${IDS_FILE}:1:1: the file is missing; add it`,
      `${VOCABULARY_FILE}:1:1: the file is missing; add it`,
    ]);
  });
});
