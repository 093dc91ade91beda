import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import path from 'node:path';
import {
  answering,
  APP_ID,
  closed,
  expectFault,
  freePort,
  GOOD,
  installationOfEachTest,
  linkCatalog,
  listening,
  portOf,
  TENANT,
} from './installation.ts';

describe('doctor: package, port, clock, catalog', function () {
  this.timeout(60_000);
  const installation = installationOfEachTest();
  let port: number;
  before(async () => {
    port = await freePort();
  });

  it('names a package made for another bot, an old one and a broken one', async () => {
    const file = path.join(installation.root, 'appPackage', 'build', 'hostmedic.json');
    mkdirSync(path.dirname(file), { recursive: true });
    const manifest = { version: '1.2.3', bots: [{ botId: APP_ID }], validDomains: ['hostmedic.contoso.com'] };
    const write = (change: object) => writeFileSync(file, JSON.stringify({ ...manifest, ...change }));
    write({});
    assert.deepEqual(await installation.bad(GOOD), []);
    write({ bots: [{ botId: TENANT }] });
    expectFault(await installation.bad(GOOD), 'MicrosoftAppId', /botId of the package is a{8}/, /npm run package/);
    write({ webApplicationInfo: { id: TENANT } });
    expectFault(await installation.bad(GOOD), 'MicrosoftAppId', /webApplicationInfo\.id/, /npm run package/);
    write({ version: '1.0.0' });
    assert.match((await installation.bad(GOOD))[0]?.what ?? '', /version 1\.0\.0, this is 1\.2\.3/);
    write({ validDomains: ['old.contoso.com'] });
    assert.match((await installation.bad(GOOD))[0]?.what ?? '', /made for \["old/);
    writeFileSync(file, '{');
    expectFault(await installation.bad(GOOD), 'appPackage/build/hostmedic.json', /cannot be read/, /npm run package/);
  });

  it('names a port in use, but not by a bot of ours', async () => {
    const other = net.createServer((socket) => socket.destroy()).listen(port, '127.0.0.1');
    await listening(other);
    try {
      expectFault(await installation.bad({ ...GOOD, PORT: String(port) }), 'PORT', /in use by another/, /another port/);
    } finally {
      await closed(other);
    }
    const ours = answering(port);
    await listening(ours);
    try {
      assert.deepEqual(await installation.bad({ ...GOOD, PORT: String(port) }), []);
    } finally {
      await closed(ours);
    }
  });

  it('names a clock that is wrong, by the file system and by a server', async () => {
    expectFault(
      await installation.bad(GOOD, { now: () => Date.now() + 900_000 }),
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
      expectFault(
        await installation.bad(GOOD, { clockUrl }),
        'clock',
        /is (?:3600|3599|3601) s behind http/,
        /timedatectl/,
      );
    } finally {
      await closed(server);
    }
    assert.match((await installation.bad(GOOD, { clockUrl }))[0]?.what ?? '', /gave no time \(ECONNREFUSED\)/);
  });

  it('names a catalog fault with its place', async () => {
    unlinkSync(path.join(installation.root, 'catalog'));
    mkdirSync(path.join(installation.root, 'catalog'));
    const findings = await installation.bad(GOOD);
    rmSync(path.join(installation.root, 'catalog'), { recursive: true });
    linkCatalog(installation.root);
    expectFault(findings, 'catalog', /catalog/, /release/);
  });

  it('leaves nothing behind', async () => {
    await installation.bad(GOOD);
    assert.deepEqual(readdirSync(installation.root).sort(), ['catalog', 'lib', 'package.json']);
  });
});
