import { HostmedicError } from '../model/errors.ts';

/** Who the bot is towards the Bot Framework. Ids are GUIDs. */
export type Credentials =
  | { readonly type: 'SingleTenant'; readonly appId: string; readonly tenantId: string; readonly password: string }
  | { readonly type: 'UserAssignedMSI'; readonly appId: string; readonly tenantId: string }
  | { readonly type: 'MultiTenant'; readonly appId: string; readonly password: string };

/** Reads one setting; null when it is not set or blank. */
type Read = (name: string) => string | null;

const APP_TYPES = ['SingleTenant', 'UserAssignedMSI', 'MultiTenant'] as const;

/** The second family of names is the one of the Microsoft 365 Agents SDK. */
const NAMES = {
  appId: ['MicrosoftAppId', 'connections__serviceConnection__settings__clientId'],
  password: ['MicrosoftAppPassword', 'connections__serviceConnection__settings__clientSecret'],
  tenantId: ['MicrosoftAppTenantId', 'connections__serviceConnection__settings__tenantId'],
} as const;

/**
 * Reads who the bot is towards the Bot Framework.
 * SingleTenant needs id, tenant and password; UserAssignedMSI id and tenant and no password; MultiTenant (only bots made
 * before 2025-07-31) id and password. Any other type, also a typing error, would silently become MultiTenant in the SDK.
 * @returns null when no app id is set
 * @throws CONFIG_MISSING, CONFIG_INVALID
 * Settings: https://learn.microsoft.com/azure/bot-service/bot-service-quickstart-registration
 */
export function readCredentials(read: Read): Credentials | null {
  const appId = first(read, NAMES.appId);
  if (appId === null) return null;
  if (!isGuid(appId.value)) throw notGuid(appId);
  const password = first(read, NAMES.password);
  const type = readAppType(read, password?.name ?? null);
  if (type === 'UserAssignedMSI') {
    if (password !== null) {
      throw new HostmedicError(
        'CONFIG_INVALID',
        `${password.name} is set, but a UserAssignedMSI bot has no password; remove it or set MicrosoftAppType to SingleTenant`,
      );
    }
    return { type, appId: appId.value, tenantId: readTenant(read, type) };
  }
  const tenantId = type === 'SingleTenant' ? readTenant(read, type) : null;
  if (password === null) {
    throw new HostmedicError(
      'CONFIG_MISSING',
      `MicrosoftAppPassword is not set; a ${type} bot needs the client secret of its app registration`,
    );
  }
  if (tenantId === null) return { type: 'MultiTenant', appId: appId.value, password: password.value };
  return { type: 'SingleTenant', appId: appId.value, tenantId, password: password.value };
}

function readAppType(read: Read, passwordName: string | null): (typeof APP_TYPES)[number] {
  const text = read('MicrosoftAppType');
  if (text === null) {
    // The Agents SDK has no app type; with a client secret its connection is one of a single tenant.
    if (passwordName === NAMES.password[1]) return 'SingleTenant';
    throw new HostmedicError('CONFIG_MISSING', `MicrosoftAppType is not set; set it to one of ${APP_TYPES.join(', ')}`);
  }
  const type = APP_TYPES.find((known) => known.toLowerCase() === text.toLowerCase());
  if (type !== undefined) return type;
  throw new HostmedicError('CONFIG_INVALID', `MicrosoftAppType is "${text}"; known: ${APP_TYPES.join(', ')}`);
}

function readTenant(read: Read, type: string): string {
  const tenant = first(read, NAMES.tenantId);
  if (tenant === null) {
    throw new HostmedicError(
      'CONFIG_MISSING',
      `MicrosoftAppTenantId is not set; a ${type} bot needs the directory (tenant) id of its app registration`,
    );
  }
  if (!isGuid(tenant.value)) throw notGuid(tenant);
  return tenant.value;
}

interface Named {
  readonly name: string;
  readonly value: string;
}

function first(read: Read, names: readonly string[]): Named | null {
  for (const name of names) {
    const value = read(name);
    if (value !== null) return { name, value };
  }
  return null;
}

/** True for 32 hex digits with the four hyphens of a GUID. */
export function isGuid(text: string): boolean {
  return /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(text);
}

function notGuid(setting: Named): HostmedicError {
  return new HostmedicError(
    'CONFIG_INVALID',
    // A password in the wrong field is not shown.
    `${setting.name} is ${/^[0-9a-f-]+$/i.test(setting.value) ? `"${setting.value}"` : 'set'}, but not a GUID; ` +
      'copy it from the overview page of the app registration',
  );
}
