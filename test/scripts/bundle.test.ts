import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { findModule } from '../../src/catalog/findModule.ts';
import { findRoot } from '../../src/catalog/findRoot.ts';
import { startNode } from '../support/child.ts';

interface Bundling {
  readonly ENTRIES: readonly string[];
  bundle(root: string, folder: string, entries: readonly string[]): Promise<void>;
}

const PROGRAMS = ['src/index', 'src/cli'];

const SHARED = `
export function fail(): never {
  throw new RangeError('what a person wrote');
}
`;
const INDEX = `
import { describeError } from '${findRoot().replaceAll('\\', '/')}/src/http/describeError.ts';
import { fail } from './shared.ts';
try {
  fail();
} catch (error) {
  console.log(describeError(error).at);
}
`;

describe('scripts/bundle.mjs', function () {
  this.timeout(30_000);
  const project = findRoot();
  let bundling: Bundling;
  let root: string;

  before(async () => {
    bundling = await import(pathToFileURL(path.join(project, 'scripts', 'bundle.mjs')).href);
  });
  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'hostmedic-bundle-'));
    mkdirSync(path.join(root, 'src'));
    writeFileSync(path.join(root, 'package.json'), '{ "name": "hostmedic", "type": "module" }');
    writeFileSync(path.join(root, 'src', 'index.ts'), INDEX);
    writeFileSync(path.join(root, 'src', 'cli.ts'), INDEX);
    writeFileSync(path.join(root, 'src', 'shared.ts'), SHARED);
  });
  afterEach(() => {
    rmSync(root, { recursive: true, force: true, maxRetries: 5 });
  });

  it('what is shared stands once in lib/chunks, and the log still names the places in the sources', async () => {
    const lib = path.join(root, 'lib');
    await bundling.bundle(root, lib, PROGRAMS);
    assert.deepEqual(readdirSync(path.join(lib, 'src')).sort(), ['cli.js', 'cli.js.map', 'index.js', 'index.js.map']);
    assert.equal(readdirSync(path.join(lib, 'chunks')).filter((name) => name.endsWith('.js')).length, 1);
    const child = startNode([path.join(lib, 'src', 'index.js')]);
    assert.equal(await child.exited, 0);
    assert.equal(child.output.stdout, 'shared.ts:3 < index.ts:5\n');
  });

  it('without maps the log names the places in what runs', async () => {
    const lib = path.join(root, 'lib');
    await bundling.bundle(root, lib, PROGRAMS);
    for (const folder of ['src', 'chunks']) {
      const maps = readdirSync(path.join(lib, folder)).filter((name) => name.endsWith('.map'));
      for (const name of maps) rmSync(path.join(lib, folder, name));
    }
    const child = startNode([path.join(lib, 'src', 'index.js')]);
    assert.equal(await child.exited, 0);
    assert.match(child.output.stdout, /^chunk-\w+\.js:\d+ < index\.js:\d+\n$/);
  });

  it('requires what is CommonJS, but leaves the echo bot as it is written', async () => {
    const lib = path.join(root, 'lib');
    const program = `import restify, { plugins } from 'restify';\nconsole.log(restify.plugins === plugins);\n`;
    mkdirSync(path.join(root, 'bench'));
    for (const name of ['src/index', 'bench/echoBot']) writeFileSync(path.join(root, `${name}.ts`), program);
    symlinkSync(path.join(project, 'node_modules'), path.join(root, 'node_modules'), 'junction');
    try {
      await bundling.bundle(root, lib, ['src/index', 'bench/echoBot']);
      for (const [name, isImported] of [
        ['src/index', false],
        ['bench/echoBot', true],
      ] as const) {
        const file = path.join(lib, `${name}.js`);
        assert.equal(/^import .* from "restify";$/m.test(readFileSync(file, 'utf8')), isImported, name);
        const child = startNode([file]);
        assert.equal(await child.exited, 0, child.output.stderr);
        assert.equal(child.output.stdout, 'true\n');
      }
    } finally {
      unlinkSync(path.join(root, 'node_modules'));
    }
  });

  it('says what it cannot bundle', async () => {
    writeFileSync(path.join(root, 'src', 'shared.ts'), 'nonsense(');
    await assert.rejects(bundling.bundle(root, path.join(root, 'lib'), PROGRAMS), /src\/shared\.ts:1:9: ERROR/);
    assert.equal(existsSync(path.join(root, 'lib')), false);
  });

  it('all that is started by its path is an entry', () => {
    const texts = ['src', 'bench', 'scripts', 'Dockerfile'].flatMap((name) => textsOf(path.join(project, name)));
    const started = texts.flatMap((text) => [
      ...[...text.matchAll(/findModule\(([^)]*)\)/g)].flatMap(([, names]) =>
        [...(names ?? '').matchAll(/'([\w/]+\/[\w/]+)'/g)].map(([, name]) => name),
      ),
      ...[...text.matchAll(/\blib\/((?:src|bench|test)\/[\w/]+)\.js/g)].map(([, name]) => name),
    ]);
    assert.ok(started.length > 5, started.join());
    for (const name of started) {
      assert.ok(name !== undefined && bundling.ENTRIES.includes(name), name);
      assert.ok(existsSync(path.join(project, `${name}.ts`)), name);
    }
  });

  it('a module is found as the source while the sources run', () => {
    assert.equal(findModule('bench/load/probe'), path.join(project, 'bench', 'load', 'probe.ts'));
  });
});

function textsOf(place: string): readonly string[] {
  if (/\.(?:ts|mjs)$|Dockerfile$/.test(place)) return [readFileSync(place, 'utf8')];
  return readdirSync(place, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() || /\.(?:ts|mjs)$/.test(entry.name))
    .flatMap(({ name }) => textsOf(path.join(place, name)));
}
