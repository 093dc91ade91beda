import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { buildPackage } from '../../scripts/appPackage/buildPackage.ts';
import { checkPackage } from '../../scripts/appPackage/checkPackage.ts';
import type { Manifest } from '../../scripts/appPackage/checkPackage.ts';
import type { Json } from '../../scripts/appPackage/fillTemplate.ts';
import { readPngHeader } from '../../scripts/appPackage/png.ts';
import { findRoot } from '../../src/catalog/findRoot.ts';
import { startNode } from '../support/child.ts';

const SETTINGS = {
  MicrosoftAppId: '0ADB0000-1111-2222-3333-444444444444',
  HOSTMEDIC_ENDPOINT: 'https://hostmedic.contoso.com/api/messages',
  HOSTMEDIC_WEBSITE_URL: 'https://contoso.com/hostmedic',
  HOSTMEDIC_PRIVACY_URL: 'https://contoso.com/privacy',
  HOSTMEDIC_TERMS_URL: 'https://contoso.com/terms',
} as const;

describe('npm run package', function () {
  this.timeout(60_000);
  const root = findRoot();

  it('makes a zip with manifest and icons, filled from the settings', async () => {
    const { files, manifest } = await unpacked(SETTINGS);
    assert.deepEqual(Object.keys(files).sort(), ['color.png', 'manifest.json', 'outline.png']);
    assert.deepEqual(readPngHeader(files['color.png']!), { width: 192, height: 192, hasAlpha: false });
    assert.deepEqual(readPngHeader(files['outline.png']!), { width: 32, height: 32, hasAlpha: true });
    const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
    assert.equal(manifest.version, version);
    assert.equal(manifest.bots[0]?.botId, SETTINGS.MicrosoftAppId.toLowerCase());
    assert.deepEqual(manifest.validDomains, ['hostmedic.contoso.com']);
    assert.deepEqual(
      manifest.composeExtensions?.[0]?.commands.map(({ id }) => id),
      ['diagnoseMessage', 'searchCatalog'],
    );
    assert.equal(JSON.stringify(manifest).includes('${{'), false);
  });

  it('takes names, an id of its own for the app, and the names of the Agents SDK', async () => {
    const { MicrosoftAppId, ...rest } = SETTINGS;
    const appId = '99999999-1111-2222-3333-444444444444';
    const { manifest } = await unpacked({
      ...rest,
      connections__serviceConnection__settings__clientId: MicrosoftAppId,
      TEAMS_APP_ID: appId,
      HOSTMEDIC_NAME: 'IIS "help" $& {{x}}',
    });
    const { id, name } = manifest as unknown as { id: string; name: { short: string } };
    assert.equal(id, appId);
    assert.equal(manifest.bots[0]?.botId, MicrosoftAppId.toLowerCase());
    assert.equal(name.short, 'IIS "help" $& {{x}}');
  });

  it('gives the same bytes for the same settings', async () => {
    const [one, two] = [await buildPackage(root, SETTINGS), await buildPackage(root, SETTINGS)];
    assert.ok(one.type === 'built' && two.type === 'built');
    assert.deepEqual(one.zip, two.zip);
    // Time and date of the first file: 2020-01-01 00:00, not now.
    assert.equal(Buffer.from(one.zip).readUInt32LE(10), 0x5021_0000);
  });

  for (const [title, change, fault] of [
    ['no bot id', { MicrosoftAppId: ' ' }, /^MicrosoftAppId is not set/],
    [
      'a bot id in quotes',
      { MicrosoftAppId: `"${SETTINGS.MicrosoftAppId}"` },
      /^MicrosoftAppId is not a GUID, it holds q/,
    ],
    ['no endpoint', { HOSTMEDIC_ENDPOINT: '' }, /^HOSTMEDIC_ENDPOINT is not set/],
    ['http', { HOSTMEDIC_ENDPOINT: 'http://a.example.com/api/messages' }, /^HOSTMEDIC_ENDPOINT: .* is not https/],
    [
      'a local endpoint',
      { HOSTMEDIC_ENDPOINT: 'http://localhost:3978/api/messages' },
      /^HOSTMEDIC_ENDPOINT: .*this mach/,
    ],
    ['no privacy page', { HOSTMEDIC_PRIVACY_URL: undefined }, /^HOSTMEDIC_PRIVACY_URL is not set/],
    [
      'terms over http',
      { HOSTMEDIC_TERMS_URL: 'http://contoso.com' },
      /^HOSTMEDIC_TERMS_URL is "http:\/\/contoso.com"/,
    ],
    ['a long name', { HOSTMEDIC_NAME: 'x'.repeat(31) }, /^HOSTMEDIC_NAME has 31 characters; Teams takes 30/],
    ['an app id that is none', { TEAMS_APP_ID: 'hostmedic' }, /^TEAMS_APP_ID is not a GUID/],
  ] as const) {
    it(`names the setting for ${title}`, async () => {
      const built = await buildPackage(root, { ...SETTINGS, ...change });
      assert.equal(built.type, 'faulty');
      assert.equal(built.faults.length, 1, built.faults.join('\n'));
      assert.match(built.faults[0] ?? '', fault);
    });
  }

  it('names every missing setting at once', async () => {
    const built = await buildPackage(root, {});
    assert.equal(built.type === 'faulty' && built.faults.length, Object.keys(SETTINGS).length);
  });

  it('finds what the schema and Teams would refuse', async () => {
    const { files, manifest } = await unpacked(SETTINGS);
    const [bot] = manifest.bots;
    const [personal, shared] = bot!.commandLists;
    const withLists = (...commandLists: readonly unknown[]) => ({ bots: [{ ...bot, commandLists }] });
    const command = { title: 'Make coffee', description: 'x' };
    const thirteen = Array.from({ length: 13 }, () => ({ title: 'Help', description: 'x' }));
    for (const [change, fault] of [
      [{ accentColor: 'blue' }, /^manifest\.json\/accentColor/],
      [{ unknownThing: 1 }, /additional properties/],
      [{ description: { short: 'x'.repeat(81), full: 'x' } }, /^manifest\.json\/description\/short/],
      [{ version: '1.0.0-beta' }, /^version "1\.0\.0-beta"/],
      [{ validDomains: ['https://a.example.com'] }, /^validDomains/],
      [{ developer: { ...Object(manifest)['developer'], name: '${{DEVELOPER}}' } }, /still a placeholder/],
      [withLists(personal), /the scope "team" needs exactly one list/],
      [withLists(personal, { ...shared, commands: [command] }), /the bot does not know "Make coffee"/],
      [withLists(personal, { ...shared, commands: thirteen }), /13, at most 12/],
      [
        {
          composeExtensions: [
            { ...manifest.composeExtensions?.[0], botId: SETTINGS.MicrosoftAppId.replace('0ADB', 'ffff') },
          ],
        },
        /another bot/,
      ],
    ] as const) {
      const changed = { ...manifest, ...change } as unknown as Json & Manifest;
      const faults = await checkPackage(changed, files);
      assert.ok(
        faults.some((line) => fault.test(line)),
        `${fault}: ${faults.join('\n')}`,
      );
    }
    const swapped = { 'color.png': files['outline.png']!, 'outline.png': files['color.png']! };
    const faults = await checkPackage(manifest as Json & Manifest, swapped);
    assert.equal(faults.length, 3, faults.join('\n'));
    assert.match((await checkPackage(manifest as Json & Manifest, {})).join('\n'), /color\.png is not in the package/);
    assert.match(
      (await checkPackage(manifest as Json & Manifest, { ...files, 'color.png': Buffer.alloc(40) })).join(),
      /no PNG/,
    );
  });

  it('writes with --out, writes nothing with --check, and ends with 1 when a setting is missing', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'hostmedic-package-'));
    try {
      const file = path.join(folder, 'new', 'teams.zip');
      assert.equal((await run(SETTINGS, '--check', '--out', file)).code, 0);
      assert.equal(existsSync(file), false);
      const written = await run(SETTINGS, '--out', file);
      assert.equal(written.code, 0, written.stderr);
      assert.equal(
        strFromU8(unzipSync(readFileSync(file))['manifest.json']!),
        readFileSync(path.join(folder, 'new', 'teams.json'), 'utf8'),
      );
      const failed = await run({ ...SETTINGS, HOSTMEDIC_TERMS_URL: '' }, '--out', path.join(folder, 'no.zip'));
      assert.equal(failed.code, 1);
      assert.match(failed.stderr, /^package: HOSTMEDIC_TERMS_URL is not set/m);
      assert.equal(existsSync(path.join(folder, 'no.zip')), false);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('leaves the project alone: a copy with a broken template fails by name', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'hostmedic-package-'));
    try {
      cpSync(path.join(root, 'appPackage'), path.join(folder, 'appPackage'), { recursive: true });
      writeFileSync(path.join(folder, 'package.json'), '{ "name": "hostmedic", "version": "0.1" }');
      const built = await buildPackage(folder, SETTINGS);
      assert.match(built.type === 'faulty' ? built.faults.join() : '', /version "0\.1" is not three numbers/);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  async function unpacked(settings: Readonly<Record<string, string>>) {
    const built = await buildPackage(root, settings);
    assert.ok(built.type === 'built', built.type === 'faulty' ? built.faults.join('\n') : '');
    const files = unzipSync(built.zip);
    const manifest: Manifest = JSON.parse(strFromU8(files['manifest.json']!));
    return { files, manifest };
  }

  async function run(settings: Readonly<Record<string, string>>, ...args: string[]) {
    const child = startNode(['--import', 'tsx', path.join(root, 'scripts', 'package.ts'), ...args], {
      cwd: root,
      env: { ...process.env, ...settings },
    });
    return { code: await child.exited, ...child.output };
  }
});
