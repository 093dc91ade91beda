import { readEndpointAddress } from '../../src/doctor/endpointAddress.ts';
import { copyingFault, firstSet, isGuid, NAMES } from '../../src/doctor/values.ts';

/** What the placeholders of appPackage/manifest.json become, by their names. */
export type PackageValues = Readonly<Record<string, string>>;

export type PackageSettings =
  | { readonly type: 'complete'; readonly values: PackageValues }
  /** One line a fault, each beginning with the name of the setting. */
  | { readonly type: 'faulty'; readonly faults: readonly string[] };

type Environment = Readonly<Record<string, string | undefined>>;

const ADDRESSES = [
  ['WEBSITE_URL', 'HOSTMEDIC_WEBSITE_URL', 'where people find help with this bot'],
  ['PRIVACY_URL', 'HOSTMEDIC_PRIVACY_URL', 'what you promise about their data'],
  ['TERMS_URL', 'HOSTMEDIC_TERMS_URL', 'your terms of use'],
] as const;

/** Longest values, from the schema. */
const TEXTS = [
  ['NAME', 'HOSTMEDIC_NAME', 'Hostmedic', 30],
  ['FULL_NAME', 'HOSTMEDIC_FULL_NAME', 'Hostmedic for ASP.NET Core on IIS', 100],
  ['DEVELOPER', 'HOSTMEDIC_DEVELOPER', 'Hostmedic', 32],
] as const;

/**
 * Reads the settings of the Teams package.
 * @param version of package.json
 * @returns faulty: every fault at once, so that one run is enough to correct them all
 */
export function readPackageSettings(env: Environment, version: string): PackageSettings {
  const faults: string[] = [];
  const values: Record<string, string> = { APP_VERSION: version };

  const botId = readBotId(env, faults);
  values['BOT_ID'] = botId;
  // One bot, one app: its own id serves as id of the app too.
  values['TEAMS_APP_ID'] = readGuid(env, 'TEAMS_APP_ID', faults) ?? botId;
  values['BOT_DOMAIN'] = readDomain(env, faults);
  for (const [placeholder, name, byDefault, most] of TEXTS) {
    const text = env[name]?.trim() ?? '';
    values[placeholder] = text === '' ? byDefault : text;
    if (text.length > most) faults.push(`${name} has ${text.length} characters; Teams takes ${most} at most`);
  }
  for (const [placeholder, name, meaning] of ADDRESSES) {
    values[placeholder] = readAddress(env, name, meaning, faults);
  }
  return faults.length === 0 ? { type: 'complete', values } : { type: 'faulty', faults };
}

function readBotId(env: Environment, faults: string[]): string {
  const found = firstSet(env, NAMES.appId);
  if (found !== null) return readGuid(env, found.name, faults) ?? '';
  faults.push(
    'MicrosoftAppId is not set; it is the "Microsoft App ID" of the Azure Bot (Configuration), or the client id of its identity',
  );
  return '';
}

function readGuid(env: Environment, name: string, faults: string[]): string | null {
  const value = env[name]?.trim() ?? '';
  if (value === '') return null;
  if (isGuid(value)) return value.toLowerCase();
  const extra = copyingFault(value);
  faults.push(
    `${name} is not a GUID${extra === null ? '' : `, it holds ${extra}`}; give it as 00000000-0000-0000-0000-000000000000`,
  );
  return null;
}

function readDomain(env: Environment, faults: string[]): string {
  const value = env['HOSTMEDIC_ENDPOINT']?.trim() ?? '';
  if (value === '') {
    faults.push('HOSTMEDIC_ENDPOINT is not set; it is the "Messaging endpoint" of the Azure Bot (Configuration)');
    return '';
  }
  const address = readEndpointAddress(value);
  if (address.type === 'good') return address.url.hostname;
  faults.push(`HOSTMEDIC_ENDPOINT: ${address.what}; ${address.fix}`);
  return '';
}

function readAddress(env: Environment, name: string, meaning: string, faults: string[]): string {
  const value = env[name]?.trim() ?? '';
  if (value === '') faults.push(`${name} is not set; give the https address of a page that says ${meaning}`);
  else if (!URL.canParse(value) || new URL(value).protocol !== 'https:') {
    faults.push(`${name} is "${value}"; give an address that begins with https://`);
  }
  return value;
}
