import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Environment } from '../../src/doctor/surroundings.ts';
import { APP_ID, expectFault, GOOD, installationOfEachTest, SECRET, show, TENANT } from './installation.ts';

const AGENTS = 'connections__serviceConnection__settings__';

describe('doctor: settings', function () {
  this.timeout(60_000);
  const installation = installationOfEachTest();

  it('finds nothing wrong with a good installation, nor with an empty one', async () => {
    for (const given of [
      GOOD,
      { PORT: '0' },
      { ...GOOD, MicrosoftAppType: 'UserAssignedMSI', MicrosoftAppPassword: '' },
    ]) {
      assert.deepEqual(await installation.bad(given), []);
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
    ['another scheme', { HOSTMEDIC_STORAGE: 'mysql://u:geheim@h' }, 'HOSTMEDIC_STORAGE', /"mysql:"/, /sqlite:PATH/],
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
      expectFault(await installation.bad({ ...GOOD, ...change }), setting, what, fix);
    });
  }

  it('never shows a secret', async () => {
    for (const [, change] of settings) {
      const findings = await installation.examine({ ...GOOD, ...change });
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
      writeFileSync(path.join(installation.root, '.env'), bytes);
      const { HOSTMEDIC_CONTACT, ...rest } = GOOD;
      assert.ok(HOSTMEDIC_CONTACT);
      expectFault(await installation.bad(rest), setting, what, /./);
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
      writeFileSync(path.join(installation.root, file), text);
      const findings = await installation.bad(GOOD);
      assert.equal(findings.length, 1, show(findings));
      assert.equal(findings[0]?.state, 'warn');
      assert.equal(findings[0]?.setting, setting);
      assert.match(findings[0]?.what ?? '', what);
    });
  }

  it('reads .env when the environment does not say', async () => {
    writeFileSync(
      path.join(installation.root, '.env'),
      Object.entries(GOOD)
        .map(([name, value]) => `${name}="${value}"`)
        .join('\r\n'),
    );
    assert.deepEqual(await installation.bad({}), []);
  });
});
