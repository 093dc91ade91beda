import assert from 'node:assert/strict';
import { execFile, execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { openSqliteStore } from '../../src/storage/sqliteStore.ts';
import { describeWithStrace } from '../support/strace.ts';
import { loaded } from './contract.ts';

const LOOP = fileURLToPath(new URL('./commitLoop.ts', import.meta.url));
/** Some runs at once: most of a run is the start of Node. */
const AT_ONCE = 4;
const RUNS_MAX = 80;

describe('SQLite when the machine fails', function () {
  this.timeout(120_000);
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'hostmedic-faults-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

  describeWithStrace('in a system call', () => {
    for (const [call, begins, step, runsAtLeast] of [
      ['pwrite64', 'a file that is there', 1, 8],
      ['pwrite64', 'a file that is made', 3, 8],
      ['fsync,fdatasync', 'a file that is made', 1, 4],
      ['ftruncate', 'a file that is made', 1, 2],
    ] as const) {
      it(`keeps what it told, and nothing half, when it is killed in a ${call} of ${begins}`, async () => {
        const runs = await eachCall(step, async (n) => {
          const file = path.join(folder, `${n}.db`);
          if (begins === 'a file that is there') await (await openSqliteStore(file)).close();
          const lines = await loopWith(`${call}:signal=KILL:when=${n}`, file, 2);
          assert.deepEqual(
            lines.filter((line) => !/^(?:open|kept \d|closed)$/.test(line)),
            [],
          );
          const kept = lastKept(lines);
          const found = await countIn(file);
          assert.ok(found === kept || found === kept + 1, `${kept} was told, ${found} is there`);
          return lines.includes('closed');
        });
        assert.ok(runs >= runsAtLeast, `${runs} runs`);
      });
    }

    it('keeps what it told of writes that go to the disk together', async () => {
      const keys = ['a', 'aa', 'aaa', 'aaaa'];
      const runs = await eachCall(3, async (n) => {
        const file = path.join(folder, `${n}.db`);
        await (await openSqliteStore(file)).close();
        const lines = await loopWith(`pwrite64:signal=KILL:when=${n}`, file, 2, keys.length);
        for (const key of keys) {
          const kept = lastKept(lines, key);
          const found = await countIn(file, key);
          assert.ok(found === kept || found === kept + 1, `${kept} of ${key} was told, ${found} is there`);
        }
        return lines.includes('closed');
      });
      assert.ok(runs >= 4, `${runs} runs`);
    });

    for (const [call, error, runsAtLeast] of [
      ['fsync,fdatasync', 'EIO', 3],
      ['pwrite64', 'EIO', 5],
      ['pwrite64', 'ENOSPC', 5],
    ] as const) {
      it(`refuses a commit whose ${call} fails with ${error}, keeps the old record, and goes on`, async () => {
        let refused = 0;
        const runs = await eachCall(1, async (n) => {
          const file = path.join(folder, `${n}.db`);
          await (await openSqliteStore(file)).close();
          const lines = await loopWith(`${call}:error=${error}:when=${n}`, file, 2);
          let kept = 0;
          for (const line of lines) {
            const [, number, has] = /^(?:kept|refused) (\d)(?:, has (\d))?$/.exec(line) ?? [];
            if (has === undefined) kept = Number(number ?? kept);
            else assert.equal(Number(has), kept, lines.join('; '));
          }
          const failures = lines.filter((line) => line.startsWith('refused')).length;
          refused += failures;
          assert.ok(
            failures <= 1 && (lines.at(-1) === 'closed' || lines.join() === 'STORAGE_UNAVAILABLE'),
            lines.join('; '),
          );
          if (lines.includes('kept 2')) assert.equal(await countIn(file), 2);
          return failures === 0 && lines[0] === 'open' && n > runsAtLeast;
        });
        assert.ok(runs > runsAtLeast && refused > 0, `${runs} runs, ${refused} refused`);
      });
    }
  });

  it('refuses commits on a full disk, keeps the old record, and goes on when there is room again', async function () {
    const disk = path.join(folder, 'disk');
    mkdirSync(disk);
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'none', disk]).status !== 0) this.skip();
    try {
      const store = await openSqliteStore(path.join(disk, 'a.db'));
      await store.commit('a', null, 'old');
      const { version } = await loaded(store, 'a');
      fill(path.join(disk, 'filler'));
      await assert.rejects(store.commit('a', version, wide('new')), {
        code: 'STORAGE_UNAVAILABLE',
        message: /free space/,
      });
      await assert.rejects(store.check(), { code: 'STORAGE_UNAVAILABLE' });
      assert.deepEqual(await store.load('a'), { version, record: 'old' });
      rmSync(path.join(disk, 'filler'));
      await store.check();
      assert.equal(await store.commit('a', version, wide('new')), true);
      await store.close();
    } finally {
      execFileSync('umount', ['-l', disk]);
    }
  });

  it('refuses commits when its file may not grow, and goes on when it may', async function () {
    if (spawnSync('prlimit', ['--version']).status !== 0) this.skip();
    const file = path.join(folder, 'a.db');
    const limited = `trap '' XFSZ; exec prlimit --fsize=131072:unlimited "$0" --import tsx "$@"`;
    const child = spawn('sh', ['-c', limited, process.execPath, LOOP, file, '200'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const lines: string[] = [];
    for await (const line of createInterface({ input: child.stdout })) {
      if (line.startsWith('refused') && !lines.some((one) => one.startsWith('refused'))) {
        assert.equal(line, `refused ${lines.length}, has ${lines.length - 1}`);
        execFileSync('prlimit', [`--pid=${child.pid}`, '--fsize=unlimited']);
      }
      lines.push(line);
    }
    assert.ok(lines.some((line) => line.startsWith('refused')));
    assert.deepEqual(lines.slice(-2), ['kept 200', 'closed']);
    assert.equal(await countIn(file), 200);
  });

  it('says clearly at the start that it may not write', async () => {
    if (!existsSync('/proc/self')) return;
    // Not even root makes files there.
    await assert.rejects(openSqliteStore('/proc/hostmedic.db'), {
      code: 'STORAGE_UNAVAILABLE',
      message:
        /^HOSTMEDIC_STORAGE: cannot use the SQLite file \/proc\/hostmedic\.db .*; give a path this account can write to/,
    });
  });

  it('is not ready when another file is in the place of its own', async () => {
    const file = path.join(folder, 'a.db');
    const store = await openSqliteStore(file);
    await store.check();
    renameSync(file, `${file}.away`);
    writeFileSync(file, '');
    await assert.rejects(store.check(), { code: 'STORAGE_UNAVAILABLE', message: /another is in its place/ });
    await store.close();
  });
});

/** Runs for n = 1, 1 + step, ... until a run says that nothing happened to it. @returns how many it took */
async function eachCall(step: number, run: (n: number) => Promise<boolean>): Promise<number> {
  for (let first = 0; first < RUNS_MAX; first += AT_ONCE) {
    const passed = await Promise.all(Array.from({ length: AT_ONCE }, (_, index) => run(1 + step * (first + index))));
    if (passed.includes(true)) return first + passed.indexOf(true) + 1;
  }
  return assert.fail(`not one of ${RUNS_MAX} runs came through`);
}

/** The lines of a commit loop, one of whose system calls is tampered with (strace: -e inject). */
async function loopWith(inject: string, file: string, times: number, keys = 1): Promise<string[]> {
  const [calls = ''] = inject.split(':');
  // Quicker, but delivers no signals.
  const quick = inject.includes('signal=') ? [] : ['--seccomp-bpf'];
  const options = ['-f', ...quick, '-o', '/dev/null', '-e', `trace=${calls}`, '-e', `inject=${inject}`];
  const command = [...options, process.execPath, '--import', 'tsx', LOOP, file, String(times), String(keys)];
  const output = await new Promise<string>((resolve) => {
    execFile('strace', command, (_error, stdout) => resolve(stdout));
  });
  return output.split('\n').filter((line) => line !== '');
}

function lastKept(lines: readonly string[], key = 'a'): number {
  const told = lines.map((line) => /^kept (\d)(?: of (a+))?$/.exec(line));
  return Math.max(0, ...told.map((line) => (line !== null && (line[2] ?? 'a') === key ? Number(line[1]) : 0)));
}

/** Opens the file anew; the count, 0 when there is none. Fails when the record is not whole. */
async function countIn(file: string, key = 'a'): Promise<number> {
  const store = await openSqliteStore(file, { onPutAside: (aside) => assert.fail(`${aside} was put aside`) });
  const record = (await store.load(key))?.record ?? null;
  await store.close();
  if (record === null) return 0;
  assert.ok(typeof record === 'object' && 'n' in record && typeof record.n === 'number');
  const { n } = record;
  assert.deepEqual(record, { n, filler: Array.from({ length: 300 }, () => n), again: n });
  return n;
}

function fill(file: string): void {
  const descriptor = openSync(file, 'w');
  try {
    for (;;) writeSync(descriptor, Buffer.alloc(4096));
  } catch (error) {
    assert.ok(error instanceof Error && 'code' in error && error.code === 'ENOSPC');
  } finally {
    closeSync(descriptor);
  }
}

function wide(text: string): string {
  return text.repeat(4000);
}
