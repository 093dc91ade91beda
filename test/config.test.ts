import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadDotEnv, readConfig } from '../src/config.ts';
import type { Environment } from '../src/config.ts';

const APP_ID = '00000000-1111-2222-3333-444444444444';
const TENANT_ID = 'aaaaaaaa-0000-0000-0000-000000000001';
const SINGLE: Environment = {
  MicrosoftAppId: APP_ID,
  MicrosoftAppPassword: 'hunter2',
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppTenantId: TENANT_ID,
};

describe('readConfig', () => {
  it('needs nothing on a developer machine', () => {
    assert.deepEqual(readConfig({}), {
      port: 3978,
      production: false,
      storage: 'sqlite:./data/hostmedic.db',
      credentials: null,
      tenants: 'any',
      evidenceHours: 24,
      stepsDays: 14,
      ocrFolder: null,
      logLevel: 'info',
      metricsToken: null,
      contact: null,
    });
  });

  it('takes a blank value as not set', () => {
    const names = [
      'PORT',
      'HOSTMEDIC_STORAGE',
      'MicrosoftAppId',
      'LOG_LEVEL',
      'WEBSITE_SITE_NAME',
      'NODE_ENV',
      'HOSTMEDIC_OCR',
      'HOSTMEDIC_METRICS_TOKEN',
    ];
    assert.deepEqual(readConfig(Object.fromEntries(names.map((name) => [name, '  ']))), readConfig({}));
  });

  it('reads every setting', () => {
    const env = {
      PORT: '0',
      HOSTMEDIC_STORAGE: 'memory:',
      HOSTMEDIC_EVIDENCE_HOURS: '48',
      HOSTMEDIC_STEPS_DAYS: '7',
      HOSTMEDIC_OCR: 'ON',
      HOSTMEDIC_CONTACT: 'IT helpdesk <help@contoso.com>',
      HOSTMEDIC_METRICS_TOKEN: 'letters-of-chance-0123',
    };
    const config = readConfig({ ...SINGLE, ...env, LOG_LEVEL: 'WARN', NODE_ENV: 'production' });
    assert.deepEqual(config, {
      port: 0,
      production: true,
      storage: 'memory:',
      credentials: { type: 'SingleTenant', appId: APP_ID, tenantId: TENANT_ID, password: 'hunter2' },
      tenants: [TENANT_ID],
      evidenceHours: 48,
      stepsDays: 7,
      ocrFolder: '.',
      logLevel: 'warn',
      metricsToken: 'letters-of-chance-0123',
      contact: { label: 'IT helpdesk', type: 'mail', address: 'help@contoso.com' },
    });
  });

  it('answers the tenant of the bot, those it is given, or any', () => {
    const other = 'BBBBBBBB-0000-0000-0000-000000000002';
    assert.deepEqual(readConfig({ ...SINGLE, HOSTMEDIC_TENANTS: `${TENANT_ID}, ${other}` }).tenants, [
      TENANT_ID,
      other.toLowerCase(),
    ]);
    assert.equal(readConfig({ ...SINGLE, HOSTMEDIC_TENANTS: 'Any' }).tenants, 'any');
    assert.throws(() => readConfig({ ...SINGLE, HOSTMEDIC_TENANTS: 'contoso.com' }), {
      code: 'CONFIG_INVALID',
      message: /^HOSTMEDIC_TENANTS names "contoso\.com", which is no tenant id/,
    });
  });

  it('reads the names of the Agents SDK, and prefers those of the Bot Framework', () => {
    const prefix = 'connections__serviceConnection__settings__';
    const agents = {
      [`${prefix}clientId`]: APP_ID,
      [`${prefix}clientSecret`]: 'other',
      [`${prefix}tenantId`]: TENANT_ID,
    };
    const credentials = { type: 'SingleTenant', appId: APP_ID, tenantId: TENANT_ID, password: 'other' };
    assert.deepEqual(readConfig(agents).credentials, credentials);
    assert.deepEqual(readConfig({ ...agents, ...SINGLE }).credentials, { ...credentials, password: 'hunter2' });
  });

  it('reads the other app types in any case', () => {
    const msi = { ...SINGLE, MicrosoftAppPassword: '', MicrosoftAppType: 'userassignedmsi' };
    assert.deepEqual(readConfig(msi).credentials, { type: 'UserAssignedMSI', appId: APP_ID, tenantId: TENANT_ID });
    const multi = { ...SINGLE, MicrosoftAppType: 'MultiTenant', MicrosoftAppTenantId: '' };
    assert.deepEqual(readConfig(multi).credentials, { type: 'MultiTenant', appId: APP_ID, password: 'hunter2' });
  });

  for (const [what, env, code, message] of [
    [
      'production without an app id',
      { NODE_ENV: 'production' },
      'CONFIG_MISSING',
      /^MicrosoftAppId is not set; copy \.env\.example/,
    ],
    ['an App Service without an app id', { WEBSITE_SITE_NAME: 'x' }, 'CONFIG_MISSING', /^MicrosoftAppId is not set/],
    [
      'a blank app id in production',
      { ...SINGLE, MicrosoftAppId: ' ', NODE_ENV: 'production' },
      'CONFIG_MISSING',
      /MicrosoftAppId/,
    ],
    [
      'an app id that is no GUID',
      { ...SINGLE, MicrosoftAppId: '123' },
      'CONFIG_INVALID',
      /^MicrosoftAppId is "123", but not a GUID/,
    ],
    [
      'a password in place of the app id',
      { ...SINGLE, MicrosoftAppId: 'hunter2' },
      'CONFIG_INVALID',
      /^MicrosoftAppId is set, but not a GUID/,
    ],
    ['an app id with braces', { ...SINGLE, MicrosoftAppId: `{${APP_ID}}` }, 'CONFIG_INVALID', /not a GUID/],
    [
      'no app type',
      { ...SINGLE, MicrosoftAppType: '' },
      'CONFIG_MISSING',
      /^MicrosoftAppType is not set; .*SingleTenant, UserAssignedMSI/,
    ],
    [
      'an unknown app type',
      { ...SINGLE, MicrosoftAppType: 'Single' },
      'CONFIG_INVALID',
      /^MicrosoftAppType is "Single"; known: SingleTenant/,
    ],
    [
      'no tenant',
      { ...SINGLE, MicrosoftAppTenantId: '' },
      'CONFIG_MISSING',
      /^MicrosoftAppTenantId is not set; a SingleTenant bot/,
    ],
    [
      'a tenant that is no GUID',
      { ...SINGLE, MicrosoftAppTenantId: 'x' },
      'CONFIG_INVALID',
      /^MicrosoftAppTenantId is set, but not a GUID/,
    ],
    [
      'no tenant for a managed identity',
      { MicrosoftAppId: APP_ID, MicrosoftAppType: 'UserAssignedMSI' },
      'CONFIG_MISSING',
      /MicrosoftAppTenantId/,
    ],
    [
      'a password for a managed identity',
      { ...SINGLE, MicrosoftAppType: 'UserAssignedMSI' },
      'CONFIG_INVALID',
      /^MicrosoftAppPassword is set, but/,
    ],
    ['no password', { ...SINGLE, MicrosoftAppPassword: '' }, 'CONFIG_MISSING', /^MicrosoftAppPassword is not set/],
    [
      'a port above 65535',
      { PORT: '65536' },
      'CONFIG_INVALID',
      /^PORT is "65536"; give a whole number from 0 to 65535/,
    ],
    ['a port that is no number', { PORT: '0x50' }, 'CONFIG_INVALID', /^PORT is "0x50"/],
    ['a negative port', { PORT: '-1' }, 'CONFIG_INVALID', /^PORT is "-1"/],
    [
      'zero hours',
      { HOSTMEDIC_EVIDENCE_HOURS: '0' },
      'CONFIG_INVALID',
      /^HOSTMEDIC_EVIDENCE_HOURS is "0"; .* from 1 to 336/,
    ],
    ['half a day', { HOSTMEDIC_STEPS_DAYS: '0.5' }, 'CONFIG_INVALID', /^HOSTMEDIC_STEPS_DAYS is "0\.5"/],
    ['an unknown log level', { LOG_LEVEL: 'loud' }, 'CONFIG_INVALID', /^LOG_LEVEL is "loud"; known: fatal, error/],
  ] as const) {
    it(`refuses ${what}`, () => {
      assert.throws(
        () => readConfig(env),
        (error: unknown) => {
          assert.ok(error instanceof Error && 'code' in error);
          assert.equal(error.code, code);
          assert.match(error.message, message);
          assert.doesNotMatch(error.message, /hunter2/);
          return true;
        },
      );
    });
  }
});

describe('loadDotEnv', () => {
  it('adds what is not set yet, and needs no file', () => {
    const root = mkdtempSync(path.join(tmpdir(), 'hostmedic-env-'));
    try {
      loadDotEnv(root);
      writeFileSync(path.join(root, '.env'), '# a comment\nHOSTMEDIC_TEST_A=file\nHOSTMEDIC_TEST_B="of the file"\n');
      process.env['HOSTMEDIC_TEST_A'] = 'real';
      loadDotEnv(root);
      assert.equal(process.env['HOSTMEDIC_TEST_A'], 'real');
      assert.equal(process.env['HOSTMEDIC_TEST_B'], 'of the file');
    } finally {
      delete process.env['HOSTMEDIC_TEST_A'];
      delete process.env['HOSTMEDIC_TEST_B'];
      rmSync(root, { recursive: true, force: true });
    }
  });
});
