import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Tenants } from './http/auth/admitActivity.ts';
import { isGuid, readCredentials } from './http/credentials.ts';
import type { Credentials } from './http/credentials.ts';
import type { Contact } from './model/contact.ts';
import { HostmedicError } from './model/errors.ts';
import { readContact } from './readContact.ts';

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export interface Config {
  /** 0..65535; 0 lets the system choose. */
  readonly port: number;
  /** NODE_ENV is "production" or WEBSITE_SITE_NAME is set: no start without credentials. */
  readonly production: boolean;
  /** Not yet opened, see openStore. */
  readonly storage: string;
  /** null: local use only; listens on loopback and asks nobody for a token. */
  readonly credentials: Credentials | null;
  /** Whose people are answered. */
  readonly tenants: Tenants;
  /** Hours after which evidence is forgotten, 1..336. */
  readonly evidenceHours: number;
  /** Days after which step lists are forgotten, 1..90. */
  readonly stepsDays: number;
  /** Pictures are read with the packages in this folder; null: they are not read. `.` is the folder of the program. */
  readonly ocrFolder: string | null;
  readonly logLevel: LogLevel;
  /** What a reader of /metrics has to show; null: with credentials the page is not there. */
  readonly metricsToken: string | null;
  /** Who helps when no cause is known; null: nobody is named. */
  readonly contact: Contact | null;
}

/** Environment variables; a blank value counts as not set. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads and checks all settings.
 * @throws CONFIG_MISSING or CONFIG_INVALID, naming the setting, its value (never a password) and what to do
 */
export function readConfig(env: Environment): Config {
  const production = setting(env, 'NODE_ENV') === 'production' || setting(env, 'WEBSITE_SITE_NAME') !== null;
  const credentials = readCredentials((name) => setting(env, name));
  if (production && credentials === null) {
    throw new HostmedicError(
      'CONFIG_MISSING',
      'MicrosoftAppId is not set; copy .env.example to .env or set it in the App Service configuration. ' +
        'In production the bot does not start without it, because it would answer anyone',
    );
  }
  return {
    port: readInteger(env, 'PORT', 3978, 0, 65_535),
    production,
    storage: setting(env, 'HOSTMEDIC_STORAGE') ?? 'sqlite:./data/hostmedic.db',
    credentials,
    tenants: readTenants(setting(env, 'HOSTMEDIC_TENANTS'), credentials),
    evidenceHours: readInteger(env, 'HOSTMEDIC_EVIDENCE_HOURS', 24, 1, 336),
    stepsDays: readInteger(env, 'HOSTMEDIC_STEPS_DAYS', 14, 1, 90),
    ocrFolder: readOcrFolder(env),
    logLevel: readLogLevel(env),
    metricsToken: readMetricsToken(setting(env, 'HOSTMEDIC_METRICS_TOKEN')),
    contact: readContact(setting(env, 'HOSTMEDIC_CONTACT')),
  };
}

/** A list of tenants, "any", or nothing: the bot's own one, where it has one. */
function readTenants(text: string | null, credentials: Credentials | null): Tenants {
  if (text === null)
    return credentials !== null && 'tenantId' in credentials ? [credentials.tenantId.toLowerCase()] : 'any';
  if (text.toLowerCase() === 'any') return 'any';
  const tenants = text.split(/[\s,;]+/).filter((id) => id !== '');
  const wrong = tenants.find((id) => !isGuid(id));
  if (wrong === undefined) return tenants.map((id) => id.toLowerCase());
  throw new HostmedicError(
    'CONFIG_INVALID',
    `HOSTMEDIC_TENANTS names "${wrong}", which is no tenant id; give directory (tenant) ids (GUIDs) parted by commas, or "any"`,
  );
}

/** Adds the settings of `.env` in the root to the process; what is set already wins. No file is fine. */
export function loadDotEnv(root: string): void {
  const file = path.join(root, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
}

function setting(env: Environment, name: string): string | null {
  const value = env[name]?.trim();
  return value === undefined || value === '' ? null : value;
}

function readInteger(env: Environment, name: string, byDefault: number, least: number, most: number): number {
  const text = setting(env, name);
  if (text === null) return byDefault;
  const value = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw new HostmedicError(
    'CONFIG_INVALID',
    `${name} is "${text}"; give a whole number from ${least} to ${most}, or remove it for ${byDefault}`,
  );
}

function readMetricsToken(text: string | null): string | null {
  if (text === null || /^[\x21-\x7e]{16,512}$/.test(text)) return text;
  throw new HostmedicError(
    'CONFIG_INVALID',
    'HOSTMEDIC_METRICS_TOKEN cannot be used; give 16 to 512 letters, digits and signs without blanks',
  );
}

function readOcrFolder(env: Environment): string | null {
  const text = setting(env, 'HOSTMEDIC_OCR') ?? 'off';
  if (/^(?:off|false|no|0)$/i.test(text)) return null;
  return /^(?:on|true|yes|1)$/i.test(text) ? '.' : text;
}

function readLogLevel(env: Environment): LogLevel {
  const text = setting(env, 'LOG_LEVEL')?.toLowerCase() ?? 'info';
  const level = LOG_LEVELS.find((known) => known === text);
  if (level !== undefined) return level;
  throw new HostmedicError('CONFIG_INVALID', `LOG_LEVEL is "${text}"; known: ${LOG_LEVELS.join(', ')}`);
}
