import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { loadCatalog } from '../../src/catalog/loadCatalog.ts';
import { HostmedicError } from '../../src/model/errors.ts';

export const CAUSE_FILE = 'catalog/causes/app-pool-stopped.yaml';

export const CAUSE = `id: app-pool-stopped
kind: cause
title: The application pool is stopped
steps:
  - id: pool-state
    do: Look at the state of the pool.
    expect: The state is Stopped.
    otherwise: Look for another cause.
    affects: nobody
    rights: read the state of IIS
    changes: false
  - id: start-pool
    do: Start the pool.
    expect: The site answers.
    otherwise: Read the System log.
    affects: this-app
    rights: administrator on the server
    changes: true
    undo: Stop the pool again.
    procedure: app-pool-state
    doneBy: pool-was-restarted
headline: 'Application pool {pool} is stopped'
group: site-and-pool
status: stable
commonness: common
pages:
  - { status: '503', title: Service Unavailable }
symptoms:
  iisLog: { absent: [no-entry] }
  browser: { says: ['HTTP Error 503. The service is unavailable.'] }
signatures:
  - text: "Application pool '{pool}' has been disabled"
    in: [systemLog]
    strength: decisive
    why: Windows says that the pool was switched off
  - all:
      - { event: WAS, id: 5002 }
      - statement: pool-was-restarted
    none:
      - { absent: no-entry, of: systemLog }
    strength: strong
    why: the event and the words fit together
explanation: HTTP.sys answers 503 itself while the pool is stopped.
tellApart:
  - { from: rapid-fail-protection-503, by: "event 5002 says why the pool stopped" }
prevention: Watch the state of the pool.
related: [rapid-fail-protection-503]
sources: [https://learn.microsoft.com/iis]
match:
  - text: Application pool 'Shop' has been disabled
  - symptoms: { browser: HTTP Error 503, systemLog: { absent: no-entry } }
  - { text: "pool 'Shop' has been dis", partial: true }
noMatch:
  - text: HTTP Error 500.30
  - text: HTTP Error 404
`;

export const PROCEDURE_FILE = 'catalog/procedures/app-pool-state.yaml';

export const PROCEDURE = `id: app-pool-state
title: See whether the pool runs
goal: Know the state of the pool.
steps:
  - id: list-pools
    do: List the pools.
    command: '%windir%\\system32\\inetsrv\\appcmd list apppool'
    expect: The pool is Started.
    otherwise: Start it.
    affects: nobody
    rights: administrator on the server
    changes: false
`;

export const CODES_FILE = 'catalog/codes/win32.yaml';

export const CODES = `- code: '2'
  kind: win32
  name: ERROR_FILE_NOT_FOUND
  meaning: The file is not there.
- code: '0x80070002'
  kind: hresult
  name: ERROR_FILE_NOT_FOUND
  meaning: The file is not there.
  causes: [app-pool-stopped]
`;

export const VOCABULARY_FILE = 'catalog/vocabulary.yaml';

export const VOCABULARY = `statements:
  - id: pool-was-restarted
    phrases: [restarted the pool, recycled the app pool]
    says: You said that the pool was restarted.
foreign:
  - { id: php, name: PHP FastCGI, markers: [php-cgi.exe] }
field: [IIS, aspnetcore]
`;

export const IDS_FILE = 'catalog/ids.yaml';

export const IDS = `causes:
  - { id: app-pool-stopped, tier: seed, title: Application pool stopped }
  - { id: rapid-fail-protection-503, tier: 1, title: Rapid-fail protection }
`;

export const FAMILIES_FILE = 'catalog/families.yaml';

export const FAMILIES = `families:
  - id: pool-down
    headline: The application pool is down
    inCommon: No worker process takes the requests of the pool.
    members: [app-pool-stopped]
`;

const VALID: Readonly<Record<string, string>> = {
  [CAUSE_FILE]: CAUSE,
  [PROCEDURE_FILE]: PROCEDURE,
  [CODES_FILE]: CODES,
  [VOCABULARY_FILE]: VOCABULARY,
  [IDS_FILE]: IDS,
  [FAMILIES_FILE]: FAMILIES,
};

/** A small valid catalog in a folder of its own. */
export class TempCatalog {
  readonly root = mkdtempSync(join(tmpdir(), 'hostmedic-catalog-'));

  constructor() {
    for (const [file, text] of Object.entries(VALID)) this.write(file, text);
  }

  write(file: string, text: string): void {
    mkdirSync(dirname(join(this.root, file)), { recursive: true });
    writeFileSync(join(this.root, file), text);
  }

  /** Replaces one piece of a valid file; fails when the piece is not there exactly once. */
  edit(file: string, from: string, to: string): void {
    const text = VALID[file] ?? '';
    assert.equal(text.split(from).length, 2, `"${from}" must stand in ${file} exactly once`);
    this.write(
      file,
      text.replace(from, () => to),
    );
  }

  /** Writes one more cause, and puts it into the family that is there. */
  addCause(id: string, text: string): void {
    this.write(`catalog/causes/${id}.yaml`, text);
    const families = readFileSync(join(this.root, FAMILIES_FILE), 'utf8');
    this.write(FAMILIES_FILE, families.replace(']', `, ${id}]`));
  }

  remove(file: string): void {
    rmSync(join(this.root, file));
  }

  /** Faults of the catalog, one a line; empty when it loads. */
  faults(): string[] {
    try {
      loadCatalog(this.root);
      return [];
    } catch (error) {
      assert.ok(error instanceof HostmedicError, String(error));
      assert.equal(error.code, 'CATALOG_INVALID');
      return error.message.split('\n');
    }
  }

  delete(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}
