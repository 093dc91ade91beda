import { openCatalog } from '../catalog/compiled.ts';
import { readConfig } from '../config.ts';
import { HostmedicError } from '../model/errors.ts';
import { checkClock } from './checkClock.ts';
import { checkDotEnv } from './checkDotEnv.ts';
import { checkEndpoint } from './checkEndpoint.ts';
import { checkIdentity } from './checkIdentity.ts';
import { checkNames } from './checkNames.ts';
import { checkPort } from './checkPort.ts';
import { checkStorage } from './checkStorage.ts';
import { checkTeamsPackage } from './checkTeamsPackage.ts';
import { findingsOf } from './finding.ts';
import type { Finding } from './finding.ts';
import type { Environment, Surroundings } from './surroundings.ts';

/**
 * Checks an installation the way people get it wrong. Writes nothing that stays, and stays on this machine
 * unless `clockUrl` is set or the storage is a server.
 * @returns in the order of the checks, at least one for each
 */
export async function examine(around: Surroundings): Promise<Finding[]> {
  const dotEnv = checkDotEnv(around);
  const env: Environment = { ...dotEnv.settings, ...defined(around.given) };
  const port = await checkPort(env);
  const findings = [
    ...dotEnv.findings,
    ...checkNames(env, around.platform),
    ...checkIdentity(env),
    ...checkEndpoint(env),
    ...checkTeamsPackage(around.root, env),
    ...port.findings,
    ...(await checkClock(around)),
    ...(await checkStorage(env, around, port.running)),
    ...checkCatalog(around.root),
  ];
  return [...findings, ...checkRest(env, findings)];
}

function defined(env: Environment): Environment {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined));
}

function checkCatalog(root: string): Finding[] {
  const { ok, fault } = findingsOf('catalog');
  try {
    return [ok(`${openCatalog(root).causes.length} causes`)];
  } catch (error) {
    const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    return [fault('catalog', line, 'correct the place it names, or take the folder catalog from the release again')];
  }
}

/** What the start would refuse and no check above has named. */
function checkRest(env: Environment, found: readonly Finding[]): Finding[] {
  const { ok, fault } = findingsOf('start');
  try {
    readConfig(env);
    return [ok('the settings are accepted')];
  } catch (error) {
    if (!(error instanceof HostmedicError)) throw error;
    const [setting = ''] = error.message.split(' ');
    const isNamed = found.some((finding) => finding.state === 'fault' && finding.setting === setting);
    return isNamed
      ? []
      : [fault(setting, error.message.slice(setting.length + 1), 'correct it; .env.example explains it')];
  }
}
