import assert from 'node:assert/strict';
import { CAUSE_FILE, CODES_FILE, PROCEDURE_FILE, TempCatalog, VOCABULARY_FILE } from './tempCatalog.ts';

type Row = readonly [file: string, from: string, to: string, fault: string];

const NAMES: readonly Row[] = [
  [
    CAUSE_FILE,
    'id: app-pool-stopped',
    'id: pool-stopped',
    ':1:5: id is "pool-stopped", but the file is app-pool-stopped.yaml; the two must be the same',
  ],
  [
    CODES_FILE,
    "'0x80070002'",
    "'0x8007000D'",
    `:5:9: hresult code is "0x8007000D"; write 0x and eight small hex digits, such as '0x80070002'`,
  ],
  [CODES_FILE, "code: '2'", "code: '0x2'", `:1:9: win32 code is "0x2"; write a decimal number such as '12002'`],
  [
    CODES_FILE,
    "code: '0x80070002'\n  kind: hresult",
    "code: '2'\n  kind: win32",
    ':5:9: win32 code "2" is already at catalog/codes/win32.yaml:1:9; keep one',
  ],
  [
    VOCABULARY_FILE,
    'recycled the app pool',
    'Restarted the pool',
    ':3:35: phrase of pool-was-restarted "restarted the pool" is already at catalog/vocabulary.yaml:3:15; keep one',
  ],
  [
    VOCABULARY_FILE,
    'recycled the app pool',
    '"recycled {Pool}"',
    ':3:35: phrase "recycled {Pool}": "{Pool}" is not a placeholder; write {name} with a small first letter, letters and digits, or {gap} for a literal brace',
  ],
];

const REFERENCES: readonly Row[] = [
  [
    CAUSE_FILE,
    'related: [rapid-fail-protection-503]',
    'related: [rapid-fail-protection-502]',
    ':47:11: unknown cause "rapid-fail-protection-502"; did you mean "rapid-fail-protection-503"?',
  ],
  [
    CAUSE_FILE,
    'from: rapid-fail-protection-503',
    'from: something-else',
    ':45:13: unknown cause "something-else"; known: app-pool-stopped, rapid-fail-protection-503',
  ],
  [
    CAUSE_FILE,
    'related: [rapid-fail-protection-503]',
    'related: [app-pool-stopped]',
    ':47:11: related names the entry itself; take it out',
  ],
  [
    CAUSE_FILE,
    'from: rapid-fail-protection-503',
    'from: app-pool-stopped',
    ':45:13: tellApart names the entry itself; take it out',
  ],
  [
    CAUSE_FILE,
    'procedure: app-pool-state',
    'procedure: app-pool-stat',
    ':20:16: unknown procedure "app-pool-stat"; did you mean "app-pool-state"?',
  ],
  [
    CAUSE_FILE,
    'doneBy: pool-was-restarted',
    'doneBy: it-was-restarted',
    ':21:13: unknown statement "it-was-restarted"; did you mean "pool-was-restarted"?',
  ],
  [
    CAUSE_FILE,
    'statement: pool-was-restarted',
    'statement: it-was-restarted',
    ':38:20: unknown statement "it-was-restarted"; did you mean "pool-was-restarted"?',
  ],
  [
    CAUSE_FILE,
    'statement: pool-was-restarted',
    'setting: pool-auto-start-of',
    ':38:18: unknown setting "pool-auto-start-of"; did you mean "pool-auto-start-off"?',
  ],
  [
    CAUSE_FILE,
    "headline: 'Application pool {pool} is stopped'",
    "headline: 'Line {line}'",
    ':22:11: headline shows {line}, which no signature captures; captured: pool',
  ],
  [
    CODES_FILE,
    '[app-pool-stopped]',
    '[app-pool-stoped]',
    ':9:12: unknown cause "app-pool-stoped"; did you mean "app-pool-stopped"?',
  ],
  [
    PROCEDURE_FILE,
    'steps:',
    'related: [app-pool-stats]\nsteps:',
    ':4:11: unknown procedure or cause "app-pool-stats"; did you mean "app-pool-state"?',
  ],
  [
    PROCEDURE_FILE,
    'steps:',
    'leavesOn: freb\nsteps:',
    ':4:11: it leaves freb on and has no "switchOff"; name the procedure that switches it off',
  ],
];

const ENTRY: readonly Row[] = [
  [
    CAUSE_FILE,
    'kind: cause',
    'kind: page\nfetch: { of: systemLog, say: Paste the event. }',
    ':2:7: a page has no "doesNotSay"; say what the page does not tell',
  ],
  [
    CAUSE_FILE,
    'kind: cause',
    'kind: page\ndoesNotSay: Why the pool stopped.',
    ':2:7: a page has no "fetch"; say the one thing to fetch, and which symptom it is',
  ],
  [CAUSE_FILE, '{pool} is', '{port} is', ':22:11: headline shows {port}, which no signature captures; captured: pool'],
  [
    CAUSE_FILE,
    "Application pool '{pool}' has been disabled",
    '{pool} {version} pool',
    `:32:11: text "{pool} {version} pool": no literal part has 6 characters or more; add fixed words of the message`,
  ],
  [
    CAUSE_FILE,
    "pool '{pool}' has",
    "pool '{pool}{gap}{site}' has",
    `:32:11: text "Application pool '{pool}{gap}{site}' has been disabled": two placeholders stand side by side; put the words between them, or keep one`,
  ],
  [
    CAUSE_FILE,
    'event: WAS, id: 5002',
    'text: "pool {pool"',
    `:37:17: text "pool {pool": "{pool" is not a placeholder; write {name} with a small first letter, letters and digits, or {gap} for a literal brace`,
  ],
  [
    CAUSE_FILE,
    'absent: no-entry, of: systemLog }\n    strength',
    'text: "a {b} c" }\n    strength',
    `:40:17: text "a {b} c": no literal part has 6 characters or more; add fixed words of the message`,
  ],
  [
    CAUSE_FILE,
    ', partial: true',
    '',
    ':50:3: match has no example with partial: true; cut one as people cut their pastes',
  ],
  [
    CAUSE_FILE,
    'partial: true',
    'partial: false',
    ':50:3: match has no example with partial: true; cut one as people cut their pastes',
  ],
  [
    CAUSE_FILE,
    'absent: [no-entry]',
    'says: []',
    ':29:11: symptoms.iisLog says nothing; give says or absent, or take it out',
  ],
];

const STEPS: readonly Row[] = [
  [
    CAUSE_FILE,
    '    undo: Stop the pool again.\n',
    '',
    ':12:5: steps[1] has no "undo"; a step that changes something says how to take it back',
  ],
  [
    CAUSE_FILE,
    'id: start-pool',
    'id: pool-state',
    ':12:9: steps[1].id is "pool-state", like steps[0]; give it a name of its own',
  ],
  [
    CAUSE_FILE,
    'affects: this-app',
    'affects: all-sites',
    ':13:9: steps[1].do does not warn; a step that affects all-sites says in its first sentence that it stops every site',
  ],
];

describe('Checks across the catalog', () => {
  let catalog: TempCatalog;
  beforeEach(() => (catalog = new TempCatalog()));
  afterEach(() => catalog.delete());

  for (const [file, from, to, fault] of [...NAMES, ...REFERENCES, ...ENTRY, ...STEPS]) {
    it(`names the place and the words: ${fault}`, () => {
      catalog.edit(file, from, to);
      assert.deepEqual(catalog.faults(), [`${file}${fault}`]);
    });
  }
});
