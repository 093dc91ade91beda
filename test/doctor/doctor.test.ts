import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
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
import { startNode } from '../support/child.ts';
import type { Child } from '../support/child.ts';

const APP_ID = '00000000-1111-2222-3333-444444444444';
const TENANT = 'aaaaaaaa-0000-0000-0000-000000000001';
const SECRET = 'Zz8~notASecretOfAnybody.0123456789abcdef';
const GOOD: Environment = {
  PORT: '0',
  NODE_ENV: 'production',
  MicrosoftAppId: APP_ID,
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppTenantId: TENANT,
  MicrosoftAppPassword: SECRET,
  HOSTMEDIC_ENDPOINT: 'https://hostmedic.contoso.com/api/messages',
  HOSTMEDIC_CONTACT: 'IT helpdesk <help@contoso.com>',
};
const AGENTS = 'connections__serviceConnection__settings__';
const MB = 1024 * 1024;

describe('doctor', function () {
  this.timeout(60_000);
  let root: string;
  let port: number;

  let lib: string;

  before(async () => {
    port = await freePort();
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
    symlinkSync(path.join(findRoot(), 'catalog'), path.join(root, 'catalog'), 'junction');
    symlinkSync(lib, path.join(root, 'lib'), 'junction');
  });
  afterEach(() => {
    unlinkSync(path.join(root, 'catalog'));
    unlinkSync(path.join(root, 'lib'));
    rmSync(root, { recursive: true, force: true, maxRetries: 5 });
  });

  it('finds nothing wrong with a good installation, nor with an empty one', async () => {
    for (const given of [
      GOOD,
      { PORT: '0' },
      { ...GOOD, MicrosoftAppType: 'UserAssignedMSI', MicrosoftAppPassword: '' },
    ]) {
      assert.deepEqual(await bad(given), []);
    }
  });

  const settings: readonly (readonly [string, Environment, string, RegExp, RegExp])[] = [
    ['the id of the secret', { MicrosoftAppPassword: TENANT }, 'MicrosoftAppPassword', /ID of the secret/, /"Value"/],
    ['a masked secret', { MicrosoftAppPassword: 'Zz8******************' }, 'MicrosoftAppPassword', /masked/, /"Value"/],
    ['the app id as secret', { MicrosoftAppPassword: APP_ID }, 'MicrosoftAppPassword', /is the app id/, /"Value"/],
    ['no secret', { MicrosoftAppPassword: '' }, 'MicrosoftAppPassword', /is not set/, /New client secret/],
    ['a secret in quotes', { MicrosoftAppPassword: `"${SECRET}"` }, 'MicrosoftAppPassword', /holds quotes$/, /take/],
    ['a mistyped app type', { MicrosoftAppType: 'SingelTenant' }, 'MicrosoftAppType', /SingelTenant/, /"SingleTenant"/],
    ['no app type', { MicrosoftAppType: '' }, 'MicrosoftAppType', /is not set/, /UserAssignedMSI/],
    [
      'a secret for an identity',
      { MicrosoftAppType: 'UserAssignedMSI' },
      'MicrosoftAppPassword',
      /has no secret/,
      /remove/,
    ],
    ['no tenant', { MicrosoftAppTenantId: '' }, 'MicrosoftAppTenantId', /is not set/, /Directory/],
    ['the tenant "common"', { MicrosoftAppTenantId: 'common' }, 'MicrosoftAppTenantId', /names no tenant/, /Directory/],
    ['a domain as tenant', { MicrosoftAppTenantId: 'contoso.com' }, 'MicrosoftAppTenantId', /not a GUID/, /Directory/],
    ['a name as app id', { MicrosoftAppId: 'hostmedic' }, 'MicrosoftAppId', /not a GUID/, /client/],
    ['an app id in quotes', { MicrosoftAppId: `'${APP_ID}'` }, 'MicrosoftAppId', /holds quotes/, /take the quotes out/],
    [
      'a no-break blank',
      { MicrosoftAppId: `${APP_ID.slice(0, 9)}\u00a0${APP_ID.slice(9)}` },
      'MicrosoftAppId',
      /blanks/,
      /take/,
    ],
    ['the tenant as app id', { MicrosoftAppId: TENANT }, 'MicrosoftAppId', /same as MicrosoftAppTenantId/, /client/],
    ['the object id', { AZURE_PRINCIPAL_ID: APP_ID }, 'MicrosoftAppId', /object id/, /Client ID/],
    [
      'no app id in production',
      { MicrosoftAppId: '', MicrosoftAppPassword: '' },
      'MicrosoftAppId',
      /NODE_ENV is pro/,
      /Azure Bot/,
    ],
    ['a secret without id', { MicrosoftAppId: '', NODE_ENV: '' }, 'MicrosoftAppId', /not set, but/, /both/],
    ['two ids', { [`${AGENTS}clientId`]: TENANT }, 'MicrosoftAppId', /different values/, /remove one/],
    ['a name in small letters', { microsoftappid: APP_ID }, 'microsoftappid', /capital letters/, /MicrosoftAppId/],
    ['a placeholder', { HOSTMEDIC_STORAGE: '<path>' }, 'HOSTMEDIC_STORAGE', /a placeholder/, /real value/],
    [
      'plain http',
      { HOSTMEDIC_ENDPOINT: 'http://a.example.com/api/messages' },
      'HOSTMEDIC_ENDPOINT',
      /not https/,
      /https:/,
    ],
    [
      'another path',
      { HOSTMEDIC_ENDPOINT: 'https://a.example.com/' },
      'HOSTMEDIC_ENDPOINT',
      /does not end/,
      /api\/messages/,
    ],
    [
      'localhost',
      { HOSTMEDIC_ENDPOINT: 'https://localhost:3978/api/messages' },
      'HOSTMEDIC_ENDPOINT',
      /this machine/,
      /tunnel/,
    ],
    [
      'a private address',
      { HOSTMEDIC_ENDPOINT: 'https://10.0.0.4/api/messages' },
      'HOSTMEDIC_ENDPOINT',
      /this machine/,
      /public/,
    ],
    ['a port that is a word', { PORT: 'auto' }, 'PORT', /"auto"/, /number/],
    ['a port too high', { PORT: '70000' }, 'PORT', /70000/, /65535/],
    ['the pipe of iisnode', { PORT: '\\\\.\\pipe\\4f3a' }, 'PORT', /named pipe/, /httpPlatformHandler/],
    ['a contact that is none', { HOSTMEDIC_CONTACT: 'the team' }, 'HOSTMEDIC_CONTACT', /neither/, /https/],
    ['another scheme', { HOSTMEDIC_STORAGE: 'mysql://u:geheim@h' }, 'HOSTMEDIC_STORAGE', /"mysql"/, /sqlite:PATH/],
    [
      'a share',
      { HOSTMEDIC_STORAGE: 'sqlite:\\\\files\\bot\\a.db' },
      'HOSTMEDIC_STORAGE',
      /network share/,
      /disk of this machine/,
    ],
    [
      '/home of App Service',
      { WEBSITE_SITE_NAME: 'x', HOSTMEDIC_STORAGE: 'sqlite:/home/data/a.db' },
      'HOSTMEDIC_STORAGE',
      /App Service/,
      /local/,
    ],
    ['hours out of range', { HOSTMEDIC_EVIDENCE_HOURS: '9999' }, 'HOSTMEDIC_EVIDENCE_HOURS', /9999/, /correct/],
  ];
  for (const [title, change, setting, what, fix] of settings) {
    it(`names ${title}`, async () => {
      expectFault(await bad({ ...GOOD, ...change }), setting, what, fix);
    });
  }

  it('never shows a secret', async () => {
    for (const [, change] of settings) {
      const findings = await examine(machine({ ...GOOD, ...change }));
      const password = change['MicrosoftAppPassword'] ?? SECRET;
      // An id in the wrong place may be shown where it belongs.
      if (password !== '' && password !== TENANT && password !== APP_ID) {
        assert.equal(JSON.stringify(findings).includes(password.replaceAll('"', '')), false);
      }
      assert.equal(JSON.stringify(findings).includes('geheim'), false);
    }
  });

  for (const [title, bytes, setting, what] of [
    ['UTF-16', Buffer.from('\ufeffMicrosoftAppId=x\n', 'utf16le'), '.env', /UTF-16/],
    ['a BOM', Buffer.from('\ufeffMicrosoftAppId=x\n'), '.env', /BOM, so MicrosoftAppId/],
    [
      'curly quotes',
      Buffer.from(`HOSTMEDIC_CONTACT=\u201chelp@contoso.com\u201d`),
      'HOSTMEDIC_CONTACT',
      /holds quotes/,
    ],
  ] as const) {
    it(`names ${title} in .env`, async () => {
      writeFileSync(path.join(root, '.env'), bytes);
      const { HOSTMEDIC_CONTACT, ...rest } = GOOD;
      assert.ok(HOSTMEDIC_CONTACT);
      expectFault(await bad(rest), setting, what, /./);
    });
  }

  for (const [title, file, text, setting, what] of [
    ['a file with another name', '.env.txt', 'PORT=1', '.env', /\.env\.txt is not read/],
    ['a line that says nothing', '.env', 'PORT: 4000', '.env', /line 1 is no NAME=value/],
    ['a setting twice', '.env', 'LOG_LEVEL=info\nLOG_LEVEL=warn', 'LOG_LEVEL', /twice/],
    ['a setting the environment overrides', '.env', `MicrosoftAppId=${TENANT}`, 'MicrosoftAppId', /environment wins/],
    ['a name nothing reads', '.env', 'HOSTMEDIC_STORE=x', 'HOSTMEDIC_STORE', /no setting/],
  ] as const) {
    it(`warns of ${title}`, async () => {
      writeFileSync(path.join(root, file), text);
      const findings = await bad(GOOD);
      assert.equal(findings.length, 1, show(findings));
      assert.equal(findings[0]?.state, 'warn');
      assert.equal(findings[0]?.setting, setting);
      assert.match(findings[0]?.what ?? '', what);
    });
  }

  it('reads .env when the environment does not say', async () => {
    writeFileSync(
      path.join(root, '.env'),
      Object.entries(GOOD)
        .map(([name, value]) => `${name}="${value}"`)
        .join('\r\n'),
    );
    assert.deepEqual(await bad({}), []);
  });

  it('names a package made for another bot, an old one and a broken one', async () => {
    const file = path.join(root, 'appPackage', 'build', 'hostmedic.json');
    mkdirSync(path.dirname(file), { recursive: true });
    const manifest = { version: '1.2.3', bots: [{ botId: APP_ID }], validDomains: ['hostmedic.contoso.com'] };
    const write = (change: object) => writeFileSync(file, JSON.stringify({ ...manifest, ...change }));
    write({});
    assert.deepEqual(await bad(GOOD), []);
    write({ bots: [{ botId: TENANT }] });
    expectFault(await bad(GOOD), 'MicrosoftAppId', /botId of the package is a{8}/, /npm run package/);
    write({ webApplicationInfo: { id: TENANT } });
    expectFault(await bad(GOOD), 'MicrosoftAppId', /webApplicationInfo\.id/, /npm run package/);
    write({ version: '1.0.0' });
    assert.match((await bad(GOOD))[0]?.what ?? '', /version 1\.0\.0, this is 1\.2\.3/);
    write({ validDomains: ['old.contoso.com'] });
    assert.match((await bad(GOOD))[0]?.what ?? '', /made for \["old/);
    writeFileSync(file, '{');
    expectFault(await bad(GOOD), 'appPackage/build/hostmedic.json', /cannot be read/, /npm run package/);
  });

  it('names a port in use, but not by a bot of ours', async () => {
    const other = net.createServer((socket) => socket.destroy()).listen(port, '127.0.0.1');
    await listening(other);
    try {
      expectFault(await bad({ ...GOOD, PORT: String(port) }), 'PORT', /in use by another/, /another port/);
    } finally {
      await closed(other);
    }
    const ours = answering(port);
    await listening(ours);
    try {
      assert.deepEqual(await bad({ ...GOOD, PORT: String(port) }), []);
    } finally {
      await closed(ours);
    }
  });

  it('names a clock that is wrong, by the file system and by a server', async () => {
    expectFault(
      await bad(GOOD, { now: () => Date.now() + 900_000 }),
      'clock',
      /is 900 s ahead of the file system/,
      /w32tm/,
    );
    const server = http.createServer((_request, response) => {
      response.setHeader('Date', new Date(Date.now() + 3_600_000).toUTCString());
      response.end();
    });
    await listening(server.listen(0, '127.0.0.1'));
    const clockUrl = `http://127.0.0.1:${portOf(server)}/`;
    try {
      expectFault(await bad(GOOD, { clockUrl }), 'clock', /is (?:3600|3599|3601) s behind http/, /timedatectl/);
    } finally {
      await closed(server);
    }
    assert.match((await bad(GOOD, { clockUrl }))[0]?.what ?? '', /gave no time \(ECONNREFUSED\)/);
  });

  describe('storage', () => {
    it('names a folder that is a file, and one that cannot be written', async () => {
      writeFileSync(path.join(root, 'data'), '');
      expectFault(await bad(GOOD), 'HOSTMEDIC_STORAGE', /data is a file/, /path/);
      if (process.platform !== 'linux') return;
      // Not even root makes files there.
      expectFault(
        await bad(at('/proc/hostmedic/a.db')),
        'HOSTMEDIC_STORAGE',
        /\/proc cannot be written/,
        /right to write/,
      );
    });

    it('warns of a missing folder, where a disk should perhaps be', async () => {
      const [finding, ...more] = await bad(at('volume/deep/a.db'));
      assert.deepEqual(more, []);
      assert.match(finding?.what ?? '', /deep is not there/);
      assert.match(finding?.fix ?? '', /mounted/);
    });

    it('names a network file system, a container without a volume, and memory', async () => {
      for (const type of ['nfs4', 'cifs', 'smb3', 'fuse.sshfs']) {
        expectFault(
          await bad(GOOD, mountedAs(root, type)),
          'HOSTMEDIC_STORAGE',
          /network share/,
          /disk of this machine/,
        );
      }
      assert.deepEqual(await bad(GOOD, mountedAs(root, 'xfs')), []);
      assert.match((await bad(GOOD, mountedAs(root, 'overlay')))[0]?.what ?? '', /inside the container/);
      assert.match((await bad(GOOD, mountedAs(root, 'tmpfs')))[0]?.what ?? '', /memory/);
      assert.match((await bad({ ...GOOD, HOSTMEDIC_STORAGE: 'memory:' }))[0]?.what ?? '', /lost/);
    });

    it('names a disk that is nearly full', async () => {
      expectFault(await bad(GOOD, { freeBytes: () => 5 * MB }), 'HOSTMEDIC_STORAGE', /only 5 MB/, /free space/);
      assert.equal((await bad(GOOD, { freeBytes: () => 100 * MB }))[0]?.state, 'warn');
    });

    it('names a damaged file, and leaves it as it is', async () => {
      mkdirSync(path.join(root, 'data'));
      const file = path.join(root, 'data', 'hostmedic.db');
      writeFileSync(file, 'this is no database, and it is long enough to be looked at'.repeat(100));
      expectFault(await bad(GOOD), 'HOSTMEDIC_STORAGE', /damaged \(SQLITE_NOTADB\)/, /move the file/);
      rmSync(file);
      mkdirSync(file);
      expectFault(await bad(GOOD), 'HOSTMEDIC_STORAGE', /is a folder/, /path of a file/);
    });

    it('warns when another process has the file open, unless it is the running bot', async () => {
      const file = path.join(root, 'data', 'hostmedic.db');
      const bot = openElsewhere(file);
      const server = answering(port);
      let forgotten: Child | null = null;
      try {
        await Promise.all([bot.waitFor(/open/), listening(server)]);
        assert.deepEqual(await bad({ ...GOOD, PORT: String(port) }), []);
        await closed(server);
        forgotten = openElsewhere(file);
        await forgotten.waitFor(/open/);
        const [finding, ...more] = await bad(GOOD);
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

  it('names a catalog fault with its place', async () => {
    unlinkSync(path.join(root, 'catalog'));
    mkdirSync(path.join(root, 'catalog'));
    const findings = await bad(GOOD);
    rmSync(path.join(root, 'catalog'), { recursive: true });
    symlinkSync(path.join(findRoot(), 'catalog'), path.join(root, 'catalog'), 'junction');
    expectFault(findings, 'catalog', /catalog/, /release/);
  });

  it('leaves nothing behind', async () => {
    await bad(GOOD);
    assert.deepEqual(readdirSync(root).sort(), ['catalog', 'lib', 'package.json']);
  });

  function machine(given: Environment, change: Partial<Surroundings> = {}): Surroundings {
    const machineHere = thisMachine(root, null);
    return { ...machineHere, cwd: root, given, platform: 'linux', mounts: () => '', ...change };
  }

  /** What is not ok; port 0 is warned of in every test, so that none depends on a free one. */
  async function bad(given: Environment, change: Partial<Surroundings> = {}): Promise<Finding[]> {
    const findings = await examine(machine(given, change));
    return findings.filter(({ state, what }) => state !== 'ok' && !what.startsWith('is 0: another port'));
  }
});

function expectFault(findings: readonly Finding[], setting: string, what: RegExp, fix: RegExp): void {
  const found = findings.find(
    (finding) =>
      finding.state === 'fault' &&
      finding.setting === setting &&
      what.test(finding.what) &&
      fix.test(finding.fix ?? ''),
  );
  assert.ok(found, show(findings));
}

function at(file: string): Environment {
  return { ...GOOD, HOSTMEDIC_STORAGE: `sqlite:${file}` };
}

function mountedAs(folder: string, type: string): Pick<Surroundings, 'mounts'> {
  return { mounts: () => `/dev/sda / ext4 rw 0 0\nx ${folder.replace(' ', '\\040')} ${type} rw 0 0\n` };
}

function show(findings: readonly Finding[]): string {
  return JSON.stringify(findings, null, 2);
}

/** Answers like a bot of ours. */
function answering(onPort: number): http.Server {
  return http.createServer((_request, response) => response.end('{"status":"ok"}')).listen(onPort, '127.0.0.1');
}

/** A process that has the file open as the bot has it. */
function openElsewhere(file: string) {
  const module = JSON.stringify(path.join(findRoot(), 'src', 'storage', 'sqliteStore.ts'));
  const script = `const { openSqliteStore } = await import(${module});
    const store = openSqliteStore(${JSON.stringify(file)});
    await store.check(); console.log('open'); setInterval(() => store, 1000);`;
  return startNode(['--import', 'tsx', '--input-type=module', '-e', script], { cwd: findRoot() });
}

async function freePort(): Promise<number> {
  const server = net.createServer();
  await listening(server.listen(0, '127.0.0.1'));
  const port = portOf(server);
  await closed(server);
  return port;
}

function portOf(server: net.Server): number {
  return (server.address() as AddressInfo).port;
}

function listening(server: net.Server): Promise<void> {
  return new Promise((resolve, reject) => server.once('listening', resolve).once('error', reject));
}

function closed(server: net.Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}
