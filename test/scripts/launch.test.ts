import assert from 'node:assert/strict';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findRoot } from '../../src/catalog/findRoot.ts';
import { startNode } from '../support/child.ts';
import type { Child } from '../support/child.ts';

const COMPILED = `
import { readFileSync, writeFileSync } from 'node:fs';
export function writeCompiledCatalog(root: string, outFile: string): void {
  const text = readFileSync(root + '/catalog/a.yaml', 'utf8');
  if (text.includes('bad')) throw Object.assign(new Error('catalog/a.yaml:1:1: bad'), { code: 'CATALOG_INVALID' });
  writeFileSync(outFile, JSON.stringify(text));
}
`;

describe('scripts/launch.mjs', function () {
  this.timeout(60_000);
  let root: string;

  beforeEach(() => {
    const project = findRoot();
    root = mkdtempSync(path.join(tmpdir(), 'hostmedic-launch-'));
    for (const name of readdirSync(path.join(project, 'scripts')).filter((file) => file.endsWith('.mjs'))) {
      cpSync(path.join(project, 'scripts', name), path.join(root, 'scripts', name));
    }
    cpSync(path.join(project, 'tsconfig.json'), path.join(root, 'tsconfig.json'));
    symlinkSync(path.join(project, 'node_modules'), path.join(root, 'node_modules'), 'junction');
    write('package.json', '{ "name": "hostmedic", "type": "module" }');
    write('catalog/a.yaml', 'good');
    write('src/catalog/compiled.ts', COMPILED);
    write('src/index.ts', `console.log('one', process.argv.slice(2).join(' ')); process.exitCode = 3;`);
    write('src/cli.ts', `console.log(JSON.stringify(process.argv.slice(2)));`);
  });
  afterEach(() => {
    unlinkIfThere('node_modules');
    rmSync(root, { recursive: true, force: true, maxRetries: 5 });
  });

  it('builds, runs in the same process, and keeps standard output and the exit code for the program', async () => {
    const first = await launch('start', 'a', '--b');
    assert.deepEqual([first.code, first.stdout], [3, 'one a --b\n']);
    assert.match(first.stderr, /^built in [\d.]+ s$/m);
    assert.equal(readFileSync(path.join(root, 'lib/catalog.json'), 'utf8'), '"good"');
    const second = await launch('start');
    assert.deepEqual(second, { code: 3, stdout: 'one \n', stderr: '' });
    assert.deepEqual(leftovers(), []);
  });

  it('hands the rest of the line to the command line program', async () => {
    assert.equal((await launch('diagnose', '--json', '-')).stdout, '["diagnose","--json","-"]\n');
    assert.equal((await launch('decode', '-2147024883')).stdout, '["decode","-2147024883"]\n');
  });

  it('builds again after a change, not after a touch', async () => {
    await launch('build');
    utimesSync(path.join(root, 'src/index.ts'), new Date(), new Date());
    assert.equal((await launch('start')).stderr, '');
    for (const [file, text] of [
      ['src/index.ts', `console.log('two');`],
      ['catalog/a.yaml', 'better'],
      ['cards/new.ts', 'export const added = 1;'],
    ] as const) {
      write(file, text);
      assert.match((await launch('start')).stderr, /^built in/m, file);
    }
    assert.deepEqual(await launch('start'), { code: 0, stdout: 'two\n', stderr: '' });
    rmSync(path.join(root, 'cards/new.ts'));
    await launch('start');
    assert.equal(existsSync(path.join(root, 'lib/cards')), false);
  });

  it('prints what the compiler says and keeps the old lib when a build fails', async () => {
    await launch('build');
    const before = statSync(path.join(root, 'lib/src/index.js')).mtimeMs;
    write('src/index.ts', `const wrong: number = 'text';\nconsole.log(wrong);`);
    for (const command of ['start', 'build']) {
      const failed = await launch(command);
      assert.equal(failed.code, 1);
      assert.equal(failed.stdout, '');
      assert.match(failed.stderr, /src\/index\.ts\(1,7\): error TS2322[^]*lib is as it was/);
    }
    assert.equal(statSync(path.join(root, 'lib/src/index.js')).mtimeMs, before);
    assert.deepEqual(leftovers(), []);
  });

  it('says which catalog file is wrong', async () => {
    write('catalog/a.yaml', 'bad');
    const failed = await launch('start');
    assert.equal(failed.code, 1);
    assert.match(failed.stderr, /^CATALOG_INVALID {2}catalog\/a\.yaml:1:1: bad\n/m);
    assert.deepEqual(leftovers(), []);
  });

  it('builds once when three launches start together', async () => {
    const launches = await Promise.all([launch('start', 'a'), launch('start', 'b'), launch('start', 'c')]);
    assert.deepEqual(
      launches.map(({ code, stdout }) => [code, stdout]),
      [
        [3, 'one a\n'],
        [3, 'one b\n'],
        [3, 'one c\n'],
      ],
    );
    assert.equal(launches.filter(({ stderr }) => stderr.includes('built in')).length, 1);
    assert.deepEqual(leftovers(), []);
  });

  it('survives three builds from empty at once', async () => {
    const builds = await Promise.all([launch('build'), launch('build'), launch('build')]);
    assert.deepEqual(
      builds.map(({ code }) => code),
      [0, 0, 0],
    );
    assert.equal((await launch('start')).stdout, 'one \n');
    assert.deepEqual(leftovers(), []);
  });

  it('takes over from a build that was killed', async () => {
    const dead = startNode(['-e', '']);
    await dead.exited;
    write('lib.lock/pid', String(dead.pid));
    write(`lib.${dead.pid}/src/half.js`, '');
    write(`lib.old.${dead.pid}/src/half.js`, '');
    assert.equal((await launch('start')).stdout, 'one \n');
    assert.deepEqual(leftovers(), []);
  });

  it('runs what was built when there is no compiler', async () => {
    await launch('build');
    unlinkIfThere('node_modules');
    write('src/index.ts', 'changed');
    assert.equal((await launch('start')).stdout, 'one \n');
    rmSync(path.join(root, 'lib'), { recursive: true });
    const failed = await launch('start');
    assert.equal(failed.code, 1);
    assert.match(failed.stderr, /not installed; run npm ci/);
  });

  it('refuses an unknown command and names the known ones', async () => {
    const failed = await launch('constructor');
    assert.deepEqual([failed.code, failed.stdout], [2, '']);
    assert.match(
      failed.stderr,
      /^unknown command "constructor"; known: start, diagnose, decode, outcomes, load, build$/m,
    );
  });

  if (process.platform !== 'win32') {
    it('leaves signals to the program', async () => {
      write(
        'src/index.ts',
        `setInterval(() => {}, 1000); process.on('SIGTERM', () => process.exit(7)); console.log('up');`,
      );
      const child = run('start');
      await child.waitFor(/up/);
      child.kill('SIGTERM');
      assert.equal(await child.exited, 7);
    });
  }

  function run(...args: readonly string[]): Child {
    return startNode([path.join(root, 'scripts', 'launch.mjs'), ...args], { cwd: tmpdir() });
  }

  async function launch(
    ...args: readonly string[]
  ): Promise<{ code: number | string; stdout: string; stderr: string }> {
    const child = run(...args);
    const code = await child.exited;
    return { code, ...child.output };
  }

  function write(name: string, text: string): void {
    const file = path.join(root, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  function leftovers(): readonly string[] {
    return readdirSync(root).filter((name) => name.startsWith('lib.'));
  }

  function unlinkIfThere(name: string): void {
    if (existsSync(path.join(root, name))) unlinkSync(path.join(root, name));
  }
});
