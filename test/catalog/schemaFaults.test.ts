import assert from 'node:assert/strict';
import {
  CAUSE,
  CAUSE_FILE,
  CODES_FILE,
  IDS_FILE,
  PROCEDURE_FILE,
  TempCatalog,
  VOCABULARY_FILE,
} from './tempCatalog.ts';

/** file, piece, what it becomes, the one fault. */
const FAULTS: readonly (readonly [file: string, from: string, to: string, fault: string])[] = [
  [CAUSE_FILE, '    do: Start the pool.\n', '', ':12:5: steps[1] has no "do"; every step says what the reader does'],
  [
    CAUSE_FILE,
    '    rights: read the state of IIS\n',
    '',
    ':5:5: steps[0] has no "rights"; every step says which rights it needs; "none" is an answer',
  ],
  [
    CAUSE_FILE,
    'prevention: Watch the state of the pool.\n',
    '',
    ':1:1: the file has no "prevention"; one line of prevention for the closing card',
  ],
  [CAUSE_FILE, 'related:', 'realted:', ':47:1: the file has an unknown key "realted"; did you mean "related"?'],
  [
    CAUSE_FILE,
    "status: '503'",
    'status: 503.10',
    ":27:15: pages[0].status is 503.10, which YAML reads as a number; it must be a text; put it in quotes: '503.10'",
  ],
  [CAUSE_FILE, 'kind: cause', 'kind: reason', ':2:7: kind is "reason"; it must be one of cause, page'],
  [CAUSE_FILE, 'kind: cause', 'kind:', ':2:6: kind is empty; it must be one of cause, page'],
  [
    CAUSE_FILE,
    'id: pool-state',
    'id: PoolState',
    ':5:9: steps[0].id is "PoolState"; write it in kebab-case: small letters and digits, parts joined by one hyphen',
  ],
  [
    CAUSE_FILE,
    'changes: false',
    'changes: no',
    ':11:14: steps[0].changes is no, which YAML reads as a text; it must be true or false',
  ],
  [
    CAUSE_FILE,
    'https://',
    'http://',
    ':48:11: sources[0] is "http://learn.microsoft.com/iis"; a source is an address that starts with https://',
  ],
  [
    CAUSE_FILE,
    'noMatch:\n  - text: HTTP Error 500.30\n',
    'noMatch:\n',
    ':54:3: noMatch has 1 item; it needs at least 2',
  ],
  [
    CAUSE_FILE,
    '{ event: WAS, id: 5002 }',
    '{ event: WAS, code: "5002" }',
    ':37:9: signatures[1].all[0] is not right: a matcher has exactly one of text, code, status, exception, event (+ id), statement, setting, said, absent (+ of)',
  ],
  [
    CAUSE_FILE,
    '{ event: WAS, id: 5002 }',
    '{ id: 5002, code: "5002" }',
    ':37:9: signatures[1].all[0] has "id" but no "event"; give both or none',
  ],
  [
    CAUSE_FILE,
    '  - text: "Application pool \'{pool}\' has been disabled"\n    in:',
    '  - in:',
    ':32:5: signatures[0] is not right: a signature has exactly one of text, code, status, exception, event (+ id), statement, setting, said, absent (+ of), or a list all',
  ],
  [
    CAUSE_FILE,
    'event 5002 says why the pool stopped"',
    'event 5002", why it says so: no',
    ':45:58: tellApart[0] has an unknown key "why it says so"; known: from, by; inside { } a comma ends an unquoted text: put the whole text in quotes',
  ],
  [
    CAUSE_FILE,
    '  - text: HTTP Error 404',
    '  - platform: iis',
    ':55:5: noMatch[1] is not right: an example has text or symptoms',
  ],
  [
    CAUSE_FILE,
    'related: [rapid-fail-protection-503]',
    'related: [a, b, a]',
    ':47:10: related says the same twice, at [0] and [2]; keep one',
  ],
  [CAUSE_FILE, 'id: 5002', 'id: 70000', ':37:27: signatures[1].all[0].id is 70000; it must be <= 65535'],
  [
    CAUSE_FILE,
    'symptoms: { browser: HTTP Error 503, systemLog: { absent: no-entry } }',
    'symptoms: { browser: 503 }',
    ":51:26: match[1].symptoms.browser is 503, which YAML reads as a number; it must be a text or a map of keys; put it in quotes: '503'",
  ],
  [
    PROCEDURE_FILE,
    'goal: Know the state of the pool.\n',
    '',
    ':1:1: the file has no "goal"; what the reader has when it is done',
  ],
  [
    CODES_FILE,
    "code: '2'",
    'code: 2',
    ":1:9: [0].code is 2, which YAML reads as a number; it must be a text; put it in quotes: '2'",
  ],
  [
    VOCABULARY_FILE,
    '    says: You said that the pool was restarted.\n',
    '',
    ':2:5: statements[0] has no "says"; how it is told back, such as "You said the app runs at the prompt."',
  ],
  [IDS_FILE, 'tier: seed', 'tier: 3', ':2:35: causes[0].tier is "3"; it must be one of seed, 1, 2, real'],
];

describe('A catalog file against its schema', () => {
  let catalog: TempCatalog;
  beforeEach(() => (catalog = new TempCatalog()));
  afterEach(() => catalog.delete());

  it('accepts the valid one that the faults below are made from', () => {
    assert.deepEqual(catalog.faults(), []);
  });

  for (const [file, from, to, fault] of FAULTS) {
    it(`names the place and the words: ${fault}`, () => {
      catalog.edit(file, from, to);
      assert.deepEqual(catalog.faults(), [`${file}${fault}`]);
    });
  }

  it('limits a cause to eight steps and says where the list stands', () => {
    const step = CAUSE.slice(CAUSE.indexOf('  - id: pool-state'), CAUSE.indexOf('  - id: start-pool'));
    const checks = Array.from({ length: 7 }, (_, index) => step.replace('pool-state', `look-${index}`)).join('');
    catalog.edit(CAUSE_FILE, '  - id: pool-state', `${checks}  - id: pool-state`);
    assert.deepEqual(catalog.faults(), [`${CAUSE_FILE}:5:3: steps has 9 items; at most 8 are allowed`]);
  });

  it('reports YAML that cannot be parsed, with its place', () => {
    catalog.edit(CAUSE_FILE, 'kind: cause', 'id: app-pool-stopped');
    assert.deepEqual(catalog.faults(), [`${CAUSE_FILE}:2:1: this is not valid YAML: Map keys must be unique`]);
  });

  it('names only the first slip of the YAML of a file: the others follow from it', () => {
    catalog.edit(CAUSE_FILE, 'match:\n', 'match:\n  - text: one: two\n- text: |\n  loose\n');
    assert.deepEqual(catalog.faults(), [
      `${CAUSE_FILE}:50:11: this is not valid YAML: Nested mappings are not allowed in compact mappings`,
    ]);
  });

  it('counts columns from the first character after a byte order mark', () => {
    catalog.write(CAUSE_FILE, `\uFEFF${CAUSE.replace('id: app-pool-stopped', 'id: Pool')}`);
    assert.match(catalog.faults()[0] ?? '', /app-pool-stopped\.yaml:1:5: id is "Pool"; /);
  });

  it('refuses tags, which plain data does not need', () => {
    catalog.edit(CAUSE_FILE, 'kind: cause', 'kind: !secret cause');
    assert.match(
      catalog.faults()[0] ?? '',
      /app-pool-stopped\.yaml:2:7: this is not valid YAML: Unresolved tag: !secret/,
    );
  });

  it('refuses aliases that multiply', () => {
    const bomb = [
      'a: &a [x, x]',
      ...'bcdefg'.split('').map((key, index) => `${key}: &${key} [${Array(9).fill(`*${'abcdef'[index]}`).join(', ')}]`),
    ];
    catalog.write(CAUSE_FILE, bomb.join('\n'));
    assert.match(catalog.faults()[0] ?? '', /app-pool-stopped\.yaml:1:1: aliases cannot be expanded/);
  });

  it('reports an empty file', () => {
    catalog.write(CAUSE_FILE, '');
    assert.deepEqual(catalog.faults(), [`${CAUSE_FILE}:1:1: the file is empty; it must be a map of keys`]);
  });

  it('collects the faults of all files, in order, and counts those beyond fifty', () => {
    catalog.edit(PROCEDURE_FILE, 'goal: Know', 'goals: Know');
    for (let index = 10; index < 80; index += 1) catalog.write(`catalog/causes/broken-${index}.yaml`, '');
    const faults = catalog.faults();
    assert.equal(faults.length, 51);
    assert.match(faults[0] ?? '', /^catalog\/causes\/broken-10\.yaml:1:1: /);
    assert.equal(faults[50], '... and 22 more faults');
  });
});
