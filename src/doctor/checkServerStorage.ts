import { HostmedicError } from '../model/errors.ts';
import { probeBlobContainer } from '../storage/azureBlobContainer.ts';
import { probePostgres } from '../storage/postgresDatabase.ts';
import type { StorageSetting } from '../storage/storageSetting.ts';
import type { Finding } from './finding.ts';
import { findingsOf } from './finding.ts';
import type { Environment } from './surroundings.ts';

const NAME = 'HOSTMEDIC_STORAGE';
const { ok, warn, fault } = findingsOf('storage');
type ServerSetting = Exclude<StorageSetting, { readonly type: 'sqlite' }>;

/**
 * Looks whether the server that HOSTMEDIC_STORAGE names can be used: first at the setting, then by asking the server. Makes nothing.
 * @param nowMs wall clock
 */
export async function checkServerStorage(place: ServerSetting, env: Environment, nowMs: number): Promise<Finding[]> {
  const findings =
    place.type === 'postgres' ? checkAddress(place.url) : checkConnection(place.connectionString, env, nowMs);
  if (findings.some(({ state }) => state === 'fault')) return findings;
  try {
    if (place.type === 'postgres') await probePostgres(place.url);
    else await probeBlobContainer(place.connectionString);
    return [...findings, ok(`${place.type === 'postgres' ? 'PostgreSQL' : 'Azure Blob Storage'} answers`)];
  } catch (error) {
    return [...findings, findingOf(error)];
  }
}

/** A message of ours, "HOSTMEDIC_STORAGE what; what to do", as a fault. */
export function findingOf(error: unknown): Finding {
  if (!(error instanceof HostmedicError)) throw error;
  const text = error.message.replace(/^HOSTMEDIC_STORAGE:? /, '');
  const cut = text.lastIndexOf('; ');
  return cut < 0
    ? fault(NAME, text, 'correct it; .env.example explains it')
    : fault(NAME, text.slice(0, cut), text.slice(cut + 2));
}

function checkAddress(url: string): Finding[] {
  const { hostname, searchParams } = new URL(url);
  if (!hostname.endsWith('.postgres.database.azure.com') || searchParams.has('sslmode')) return [];
  return [warn(NAME, 'asks for no encryption, which Azure wants', 'add ?sslmode=verify-full to it')];
}

function checkConnection(connectionString: string, env: Environment, nowMs: number): Finding[] {
  const part = (name: string): string | null =>
    new RegExp(`(?:^|;)\\s*${name}=([^;]*)`, 'i').exec(connectionString)?.[1]?.trim() ?? null;
  const way = 'take the whole connection string under "Access keys" of the storage account';
  if (/^https?:/i.test(connectionString)) return [fault(NAME, 'is the address of a storage account', way)];
  if (part('UseDevelopmentStorage') !== null) {
    return env['NODE_ENV'] === 'production' || (env['WEBSITE_SITE_NAME']?.trim() ?? '') !== ''
      ? [warn(NAME, 'is the emulator (UseDevelopmentStorage=true), in production', way)]
      : [];
  }
  const signature = part('SharedAccessSignature');
  if (!part('AccountKey') && !signature) {
    return [fault(NAME, 'holds neither an AccountKey nor a SharedAccessSignature', way)];
  }
  const expires = Date.parse(new URLSearchParams(signature ?? '').get('se') ?? '');
  return expires < nowMs
    ? [fault(NAME, `holds a signature that expired on ${new Date(expires).toISOString()}`, 'make a new one')]
    : [];
}
