import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { findRoot } from '../../src/catalog/findRoot.ts';
import { KNOWN_SETTINGS } from '../../src/doctor/knownSettings.ts';
import { startNode } from '../support/child.ts';

const CHECKS = `export async function examine(around) {
  return around.clockUrl === null ? [] : [{ check: 'clock', state: 'warn', setting: null, what: around.clockUrl, fix: null }];
}`;

describe('npm run doctor', function () {
  this.timeout(30_000);
  const project = findRoot();
  let root: string;

  beforeEach(async () => {
    root = mkdtempSync(path.join(tmpdir(), 'hostmedic-doctor-'));
    for (const name of readdirSync(path.join(project, 'scripts')).filter((file) => file.endsWith('.mjs'))) {
      cpSync(path.join(project, 'scripts', name), path.join(root, 'scripts', name));
    }
    write('tsconfig.json', '{ "include": ["src"] }');
    write('package.json', pack('>=20.19', '1.0.0'));
    write('node_modules/one/package.json', '{ "version": "1.0.0" }');
    write('catalog/a.yaml', 'a');
    write('src/index.ts', 'one');
    write('lib/src/index.js', '');
    write('lib/src/doctor/examine.js', CHECKS);
    write('lib/src/doctor/surroundings.js', 'export const thisMachine = (root, clockUrl) => ({ root, clockUrl });');
    await stamp();
  });
  afterEach(() => {
    rmSync(root, { recursive: true, force: true });
  });

  it('says one line for each check and ends with 0 when all is well', async () => {
    const { code, stdout } = await doctor();
    assert.equal(code, 0, stdout);
    assert.match(stdout, /^ok {5}installation: Node\.js \d/m);
    assert.match(stdout, /^ok {5}installation: lib\/ is built from these sources$/m);
    assert.match(stdout, /^0 faults, 0 warnings$/m);
  });

  it('stays offline unless asked', async () => {
    assert.doesNotMatch((await doctor()).stdout, /http/);
    assert.match((await doctor('--online')).stdout, /^warn {3}clock: https:\/\/login\.microsoftonline\.com\/$/m);
    assert.match(
      (await doctor('--online-url', 'http://127.0.0.1:9/')).stdout,
      /^warn {3}clock: http:\/\/127\.0\.0\.1:9\/$/m,
    );
  });

  it('prints the same as JSON', async () => {
    write('package.json', pack('>=99.1', '1.0.0'));
    const { code, stdout } = await doctor('--json');
    assert.equal(code, 1);
    const findings: { state: string; setting: string }[] = JSON.parse(stdout);
    assert.deepEqual(
      findings.filter(({ state }) => state === 'fault').map(({ setting }) => setting),
      ['Node.js', 'lib'],
    );
  });

  for (const [title, plant, fault] of [
    [
      'an old Node.js',
      () => write('package.json', pack('>=99.1', '1.0.0')),
      /^fault {2}installation: Node\.js .* too old, >=99\.1 is/m,
    ],
    [
      'a missing package',
      () => rmSync(path.join(root, 'node_modules/one'), { recursive: true }),
      /node_modules .*one is missing; run npm ci/,
    ],
    [
      'a package of another version',
      () => write('package.json', pack('>=20.19', '2.0.0')),
      /one is 1\.0\.0 instead of 2\.0\.0/,
    ],
    [
      'no lib',
      () => rmSync(path.join(root, 'lib'), { recursive: true }),
      /^fault {2}installation: lib is not built; .*npm run build/m,
    ],
    ['a stale lib', () => write('src/index.ts', 'two'), /^fault {2}installation: lib is older than the sources/m],
    [
      'broken checks',
      () => write('lib/src/doctor/examine.js', 'nonsense('),
      /^fault {2}installation: the checks stopped/m,
    ],
  ] as const) {
    it(`names ${title}`, async () => {
      plant();
      const { code, stdout } = await doctor();
      assert.equal(code, 1);
      assert.match(stdout, fault);
    });
  }

  it('takes touched sources, and an image without sources, as they are', async () => {
    utimesSync(path.join(root, 'src/index.ts'), new Date(0), new Date(0));
    assert.equal((await doctor()).code, 0);
    rmSync(path.join(root, 'src'), { recursive: true });
    assert.match((await doctor()).stdout, /^ok {5}installation: lib\/ is built$/m);
  });

  it('explains itself when it is called wrongly', async () => {
    const { code, stdout, stderr } = await doctor('--onlin');
    assert.deepEqual([code, stdout], [2, '']);
    assert.match(stderr, /^usage: /m);
  });

  it('knows the settings that .env.example names, and no others', () => {
    const text = readFileSync(path.join(project, '.env.example'), 'utf8');
    const named = [...text.matchAll(/^#([A-Za-z_]+)=/gm)].map((match) => match[1] ?? '');
    assert.deepEqual(
      named.filter((name) => !KNOWN_SETTINGS.includes(name)),
      [],
    );
    // Set by the host, or explained in words there.
    const unnamed = /^(?:NODE_ENV|connections__|HOSTMEDIC_CONTACT)/;
    assert.deepEqual(
      KNOWN_SETTINGS.filter((name) => !named.includes(name) && !unnamed.test(name)),
      [],
    );
  });

  function write(file: string, text: string): void {
    const target = path.join(root, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
  }

  async function stamp(): Promise<void> {
    const module = pathToFileURL(path.join(root, 'scripts', 'fingerprint.mjs')).href;
    const { fingerprint }: { fingerprint: (of: string) => { quick: string; content: () => string } } = await import(
      module
    );
    const now = fingerprint(root);
    write('lib/.stamp.json', JSON.stringify({ quick: now.quick, content: now.content() }));
  }

  async function doctor(...args: string[]) {
    const child = startNode([path.join(root, 'scripts', 'doctor.mjs'), ...args], { cwd: root });
    return { code: await child.exited, ...child.output };
  }
});

function pack(node: string, version: string): string {
  return JSON.stringify({ name: 'hostmedic', type: 'module', engines: { node }, dependencies: { one: version } });
}
