import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { findRoot } from '../../src/catalog/findRoot.ts';
import type { Environment, Surroundings } from '../../src/doctor/surroundings.ts';
import { startNode, type Child } from '../support/child.ts';
import { answering, closed, expectFault, freePort, GOOD, installationOfEachTest, listening } from './installation.ts';

const MB = 1024 * 1024;

describe('doctor: storage', function () {
  this.timeout(60_000);
  const installation = installationOfEachTest();
  let port: number;
  before(async () => {
    port = await freePort();
  });

  it('names a folder that is a file, and one that cannot be written', async () => {
    writeFileSync(path.join(installation.root, 'data'), '');
    expectFault(await installation.bad(GOOD), 'HOSTMEDIC_STORAGE', /data is a file/, /path/);
    if (process.platform !== 'linux') return;
    // Not even root makes files there.
    expectFault(
      await installation.bad(at('/proc/hostmedic/a.db')),
      'HOSTMEDIC_STORAGE',
      /\/proc cannot be written/,
      /right to write/,
    );
  });

  it('warns of a missing folder, where a disk should perhaps be', async () => {
    const [finding, ...more] = await installation.bad(at('volume/deep/a.db'));
    assert.deepEqual(more, []);
    assert.match(finding?.what ?? '', /deep is not there/);
    assert.match(finding?.fix ?? '', /mounted/);
  });

  it('names a network file system, a container without a volume, and memory', async () => {
    for (const type of ['nfs4', 'cifs', 'smb3', 'fuse.sshfs']) {
      expectFault(
        await installation.bad(GOOD, mountedAs(installation.root, type)),
        'HOSTMEDIC_STORAGE',
        /network share/,
        /disk of this machine/,
      );
    }
    assert.deepEqual(await installation.bad(GOOD, mountedAs(installation.root, 'xfs')), []);
    assert.match(
      (await installation.bad(GOOD, mountedAs(installation.root, 'overlay')))[0]?.what ?? '',
      /inside the container/,
    );
    assert.match((await installation.bad(GOOD, mountedAs(installation.root, 'tmpfs')))[0]?.what ?? '', /memory/);
    assert.match((await installation.bad({ ...GOOD, HOSTMEDIC_STORAGE: 'memory:' }))[0]?.what ?? '', /lost/);
  });

  it('names a disk that is nearly full', async () => {
    expectFault(
      await installation.bad(GOOD, { freeBytes: () => 5 * MB }),
      'HOSTMEDIC_STORAGE',
      /only 5 MB/,
      /free space/,
    );
    assert.equal((await installation.bad(GOOD, { freeBytes: () => 100 * MB }))[0]?.state, 'warn');
  });

  it('names a damaged file, and leaves it as it is', async () => {
    mkdirSync(path.join(installation.root, 'data'));
    const file = path.join(installation.root, 'data', 'hostmedic.db');
    writeFileSync(file, 'this is no database, and it is long enough to be looked at'.repeat(100));
    expectFault(await installation.bad(GOOD), 'HOSTMEDIC_STORAGE', /damaged \(SQLITE_NOTADB\)/, /move the file/);
    rmSync(file);
    mkdirSync(file);
    expectFault(await installation.bad(GOOD), 'HOSTMEDIC_STORAGE', /is a folder/, /path of a file/);
  });

  it('warns when another process has the file open, unless it is the running bot', async () => {
    const file = path.join(installation.root, 'data', 'hostmedic.db');
    const bot = openElsewhere(file);
    const server = answering(port);
    let forgotten: Child | null = null;
    try {
      await Promise.all([bot.waitFor(/open/), listening(server)]);
      assert.deepEqual(await installation.bad({ ...GOOD, PORT: String(port) }), []);
      await closed(server);
      forgotten = openElsewhere(file);
      await forgotten.waitFor(/open/);
      const [finding, ...more] = await installation.bad(GOOD);
      assert.deepEqual(more, []);
      assert.equal(finding?.state, 'warn');
      assert.match(finding?.what ?? '', /is open in (?:another process|2 other processes)/);
      assert.match(finding?.fix ?? '', /one bot a file/);
    } finally {
      server.close();
      for (const child of [bot, forgotten]) {
        child?.kill('SIGTERM');
        await child?.exited;
      }
    }
  });
});

function at(file: string): Environment {
  return { ...GOOD, HOSTMEDIC_STORAGE: `sqlite:${file}` };
}

function mountedAs(folder: string, type: string): Pick<Surroundings, 'mounts'> {
  return { mounts: () => `/dev/sda / ext4 rw 0 0\nx ${folder.replace(' ', '\\040')} ${type} rw 0 0\n` };
}

/** A process that has the file open as the bot has it. */
function openElsewhere(file: string) {
  const module = JSON.stringify(path.join(findRoot(), 'src', 'storage', 'sqliteStore.ts'));
  const script = `const { openSqliteStore } = await import(${module});
    const store = await openSqliteStore(${JSON.stringify(file)});
    await store.check(); console.log('open'); setInterval(() => store, 1000);`;
  return startNode(['--import', 'tsx', '--input-type=module', '-e', script], { cwd: findRoot() });
}
