import { above, named, valueOf, type ConfigElement, type ConfigFile } from './configFile.ts';
import { settingAt, type Setting } from './setting.ts';

/** Pools and sites of an applicationHost.config. */
export function serverSections(file: ConfigFile): Setting[] {
  return [
    ...named(file, 'add').flatMap((one) => (above(one, 'applicationPools') === null ? [] : ofPool(one))),
    ...named(file, 'processModel').flatMap(ofAccount),
    ...named(file, 'failure').flatMap(ofFailure),
    ...named(file, 'virtualDirectory').flatMap(ofVirtualDirectory),
  ];
}

function ofPool(pool: ConfigElement): Setting[] {
  const captures = { pool: valueOf(pool, 'name') };
  const found: Setting[] = [];
  if (isValue(pool, 'enable32BitAppOnWin64', 'true')) found.push(settingAt('pool-32-bit', pool, captures));
  if (isValue(pool, 'autoStart', 'false')) found.push(settingAt('pool-auto-start-off', pool, captures));
  return found;
}

function ofAccount(element: ConfigElement): Setting[] {
  const captures = { pool: poolAbove(element), user: valueOf(element, 'userName') };
  const found: Setting[] = [];
  if (isValue(element, 'identityType', 'specificuser')) found.push(settingAt('pool-own-account', element, captures));
  if (isValue(element, 'loadUserProfile', 'false'))
    found.push(settingAt('pool-without-profile', element, { pool: captures.pool }));
  else if (isValue(element, 'loadUserProfile', 'true')) found.push(settingAt('pool-with-profile', element));
  return found;
}

function ofFailure(element: ConfigElement): Setting[] {
  return isValue(element, 'rapidFailProtection', 'false')
    ? [settingAt('pool-rapid-fail-off', element, { pool: poolAbove(element) })]
    : [];
}

/** Every application has the virtual directory "/"; a further one is a folder that is no application. */
function ofVirtualDirectory(element: ConfigElement): Setting[] {
  const path = valueOf(element, 'path') ?? '/';
  return above(element, 'site') !== null && path !== '/'
    ? [settingAt('virtual-directory-in-site', element, { path })]
    : [];
}

function poolAbove(element: ConfigElement): string | undefined {
  const pool = above(element, 'add');
  return pool === null ? undefined : valueOf(pool, 'name');
}

function isValue(element: ConfigElement, name: string, value: string): boolean {
  return valueOf(element, name)?.toLowerCase() === value;
}
