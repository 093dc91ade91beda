import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Finding } from './finding.ts';
import { findingsOf } from './finding.ts';
import type { Environment } from './surroundings.ts';
import { firstSet, NAMES } from './values.ts';

const { ok, warn, fault } = findingsOf('package');
const FILE = 'appPackage/build/hostmedic.json';
const AGAIN = 'run npm run package, and upload the new zip';

/** Compares the Teams package that was built here with the settings of now. */
export function checkTeamsPackage(root: string, env: Environment): Finding[] {
  const file = path.join(root, FILE);
  const appId = firstSet(env, NAMES.appId);
  if (!existsSync(file)) return [ok('none was built here')];
  const manifest = readObject(file);
  if (manifest === null) return [fault(FILE, 'cannot be read', AGAIN)];
  const botIds = [...idsIn(manifest['bots'], 'botId'), ...idsIn(manifest['composeExtensions'], 'botId')];
  const ids = [
    ...botIds.map((id) => ['botId', id] as const),
    ...idsIn([manifest['webApplicationInfo']], 'id').map((id) => ['webApplicationInfo.id', id] as const),
  ];
  const other = ids.find(([, id]) => appId !== null && id.toLowerCase() !== appId.value.toLowerCase());
  if (appId !== null && other !== undefined) {
    return [
      fault(
        appId.name,
        `is ${appId.value}, but the ${other[0]} of the package is ${other[1]}: Teams would talk to another bot`,
        `if the setting is right (the client id, not the object id), ${AGAIN}`,
      ),
    ];
  }
  const version = readObject(path.join(root, 'package.json'))?.['version'];
  return [
    ...(manifest['version'] === version
      ? []
      : [warn(FILE, `is of version ${String(manifest['version'])}, this is ${String(version)}`, AGAIN)]),
    ...checkDomain(manifest, env),
    ...(appId === null ? [] : [ok(`the package built here is for bot ${appId.value}`)]),
  ];
}

function checkDomain(manifest: Readonly<Record<string, unknown>>, env: Environment): Finding[] {
  const endpoint = env['HOSTMEDIC_ENDPOINT']?.trim() ?? '';
  const host = URL.canParse(endpoint) ? new URL(endpoint).hostname : '';
  const domains: unknown = manifest['validDomains'];
  if (host === '' || (Array.isArray(domains) && domains.includes(host))) return [];
  return [warn('HOSTMEDIC_ENDPOINT', `is on ${host}, the package was made for ${JSON.stringify(domains)}`, AGAIN)];
}

function idsIn(list: unknown, name: string): string[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((item: unknown) => {
    const id = isObject(item) ? item[name] : undefined;
    return typeof id === 'string' ? [id] : [];
  });
}

function readObject(file: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
