import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writeCompiledCatalog } from '../../src/catalog/compiled.ts';
import { findRoot } from '../../src/catalog/findRoot.ts';
import { examine } from '../../src/doctor/examine.ts';
import type { Finding } from '../../src/doctor/finding.ts';
import { thisMachine } from '../../src/doctor/surroundings.ts';
import type { Environment, Surroundings } from '../../src/doctor/surroundings.ts';

export const APP_ID = '00000000-1111-2222-3333-444444444444';
export const TENANT = 'aaaaaaaa-0000-0000-0000-000000000001';
export const SECRET = 'Zz8~notASecretOfAnybody.0123456789abcdef';
/** The settings of an installation with nothing wrong. */
export const GOOD: Environment = {
  PORT: '0',
  NODE_ENV: 'production',
  MicrosoftAppId: APP_ID,
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppTenantId: TENANT,
  MicrosoftAppPassword: SECRET,
  HOSTMEDIC_ENDPOINT: 'https://hostmedic.contoso.com/api/messages',
  HOSTMEDIC_CONTACT: 'IT helpdesk <help@contoso.com>',
};

/** A folder that looks like an installation, and what the doctor says of it. */
export interface Installation {
  /** Changes from test to test. */
  readonly root: string;
  /** All that the doctor finds. */
  examine(given: Environment): Promise<readonly Finding[]>;
  /** What is not ok; port 0 is warned of in every test, so that none depends on a free one. */
  bad(given: Environment, change?: Partial<Surroundings>): Promise<Finding[]>;
}

/** Gives every test of the suite that calls it an installation of its own. */
export function installationOfEachTest(): Installation {
  let root = '';
  let lib = '';
  before(() => {
    // Read from YAML for each test the catalog would take most of the time.
    lib = mkdtempSync(path.join(tmpdir(), 'hostmedic-doctor-lib-'));
    writeCompiledCatalog(findRoot(), path.join(lib, 'catalog.json'));
  });
  after(() => {
    rmSync(lib, { recursive: true, force: true });
  });
  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'hostmedic-doctor-'));
    writeFileSync(path.join(root, 'package.json'), '{ "name": "hostmedic", "version": "1.2.3" }');
    linkCatalog(root);
    symlinkSync(lib, path.join(root, 'lib'), 'junction');
  });
  afterEach(() => {
    unlinkSync(path.join(root, 'catalog'));
    unlinkSync(path.join(root, 'lib'));
    rmSync(root, { recursive: true, force: true, maxRetries: 5 });
  });
  const machine = (given: Environment, change: Partial<Surroundings>): Surroundings => ({
    ...thisMachine(root, null),
    cwd: root,
    given,
    platform: 'linux',
    mounts: () => '',
    ...change,
  });
  return {
    get root() {
      return root;
    },
    examine: async (given) => await examine(machine(given, {})),
    bad: async (given, change = {}) => {
      const findings = await examine(machine(given, change));
      return findings.filter(({ state, what }) => state !== 'ok' && !what.startsWith('is 0: another port'));
    },
  };
}

/** Puts the real catalog into an installation. */
export function linkCatalog(root: string): void {
  symlinkSync(path.join(findRoot(), 'catalog'), path.join(root, 'catalog'), 'junction');
}

/** One of the findings is a fault of this setting, in these words. */
export function expectFault(findings: readonly Finding[], setting: string, what: RegExp, fix: RegExp): void {
  const found = findings.find(
    (finding) =>
      finding.state === 'fault' &&
      finding.setting === setting &&
      what.test(finding.what) &&
      fix.test(finding.fix ?? ''),
  );
  assert.ok(found, show(findings));
}

/** Findings, to be read in a failed test. */
export function show(findings: readonly Finding[]): string {
  return JSON.stringify(findings, null, 2);
}

/** Answers like a bot of ours. */
export function answering(onPort: number): http.Server {
  return http.createServer((_request, response) => response.end('{"status":"ok"}')).listen(onPort, '127.0.0.1');
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = net.createServer();
  await listening(server.listen(0, '127.0.0.1'));
  const port = portOf(server);
  await closed(server);
  return port;
}

/** The port a server listens on. */
export function portOf(server: net.Server): number {
  return (server.address() as AddressInfo).port;
}

/** Waits until a server listens. */
export function listening(server: net.Server): Promise<void> {
  return new Promise((resolve, reject) => server.once('listening', resolve).once('error', reject));
}

/** Closes a server and waits for it. */
export function closed(server: net.Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}
