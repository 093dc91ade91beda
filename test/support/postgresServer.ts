import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A server for tests. */
export interface PostgresServer {
  /** Address of a new, empty database. */
  newDatabase(): Promise<string>;
  /** Stops and starts it, breaking every connection. Without effect on a server that is not ours. */
  restart(): void;
}

const NOT_RUN =
  'not run: no PostgreSQL (apt-get install postgresql, or HOSTMEDIC_TEST_POSTGRES=postgres://... of a server whose user may create databases)';

/**
 * Declares tests that need PostgreSQL: the server that HOSTMEDIC_TEST_POSTGRES names, else one of their own in a temporary
 * folder. Without either they are one pending test; with HOSTMEDIC_TEST_ALL=1 that is a failure.
 */
export function describeWithPostgres(title: string, declare: (server: () => PostgresServer) => void): void {
  const given = process.env['HOSTMEDIC_TEST_POSTGRES'] ?? '';
  const programs = programsFolder();
  describe(title, function () {
    this.timeout(60_000);
    if (given === '' && programs === null) {
      it(NOT_RUN, process.env['HOSTMEDIC_TEST_ALL'] === '1' ? () => assert.fail(NOT_RUN) : undefined);
      return;
    }
    let server: RunningPostgres;
    before('a PostgreSQL server', async () => {
      server = given === '' ? await startPostgres(programs ?? '') : givenServer(given);
    });
    after(() => server?.stop());
    declare(() => server);
  });
}

interface RunningPostgres extends PostgresServer {
  stop(): Promise<void>;
}

async function startPostgres(programs: string): Promise<RunningPostgres> {
  const folder = mkdtempSync(path.join(tmpdir(), 'hostmedic-postgres-'));
  const port = await freePort();
  const data = path.join(folder, 'data');
  // The programs refuse to run as root; Debian's package makes the account postgres.
  const isRoot = process.getuid?.() === 0;
  if (isRoot) {
    execFileSync('chown', ['postgres', folder]);
    chmodSync(folder, 0o755);
  }
  const run = (program: string, args: readonly string[]): void => {
    const command = [path.join(programs, program), ...args];
    const [file = '', ...rest] = isRoot
      ? ['setpriv', '--reuid=postgres', '--regid=postgres', '--clear-groups', ...command]
      : command;
    execFileSync(file, rest, { cwd: folder, stdio: 'ignore' });
  };
  const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder} -c max_connections=60 -c fsync=off`;
  const control = (action: string, ...more: readonly string[]): void =>
    run('pg_ctl', ['-D', data, '-w', '-l', path.join(folder, 'log'), ...more, action]);
  run('initdb', ['-D', data, '-A', 'trust', '-U', 'hostmedic', '--no-sync', '-E', 'UTF8', '--locale=C']);
  control('start', '-o', settings);
  return {
    ...givenServer(`postgres://hostmedic:unused@127.0.0.1:${port}/postgres`),
    restart: () => control('restart', '-m', 'immediate', '-o', settings),
    stop: async () => {
      control('stop', '-m', 'immediate');
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function givenServer(address: string): RunningPostgres {
  const made: string[] = [];
  const administer = async (statements: readonly string[]): Promise<void> => {
    const { Client } = await import('pg');
    const client = new Client({ connectionString: address });
    await client.connect();
    for (const statement of statements) await client.query(statement);
    await client.end();
  };
  return {
    newDatabase: async () => {
      const name = `hostmedic_test_${process.pid}_${made.length}`;
      await administer([`DROP DATABASE IF EXISTS ${name}`, `CREATE DATABASE ${name}`]);
      made.push(name);
      const url = new URL(address);
      url.pathname = name;
      return url.href;
    },
    restart: () => undefined,
    stop: async () => await administer(made.map((name) => `DROP DATABASE ${name} WITH (FORCE)`)),
  };
}

/** Debian keeps the programs of each version in a folder of their own. */
function programsFolder(): string | null {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...versions.map((version) => path.join(debian, version, 'bin')),
    ...(process.env['PATH'] ?? '').split(path.delimiter),
  ];
  return (
    folders.find((folder) => ['initdb', 'pg_ctl'].every((program) => existsSync(path.join(folder, program)))) ?? null
  );
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
