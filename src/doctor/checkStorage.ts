import { accessSync, constants, existsSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { StorageSetting } from '../storage/storageSetting.ts';
import { readStorageSetting } from '../storage/storageSetting.ts';
import { checkServerStorage, findingOf } from './checkServerStorage.ts';
import { examineDatabase } from './examineDatabase.ts';
import type { Finding } from './finding.ts';
import { findingsOf } from './finding.ts';
import { isNetwork, mountOf } from './mounts.ts';
import type { Environment, Surroundings } from './surroundings.ts';

const NAME = 'HOSTMEDIC_STORAGE';
const { ok, warn, fault } = findingsOf('storage');
const MB = 1024 * 1024;
const FREE_FAULT = 20 * MB;
const FREE_WARN = 200 * MB;
const OWN_DISK = 'give a path on a disk of this machine';

/**
 * Looks whether the cases can be kept where HOSTMEDIC_STORAGE says. Makes no folder, no database, no table and no container.
 * @param running a bot of ours answers on the port: then one other user of the file is expected
 */
export async function checkStorage(env: Environment, around: Surroundings, running: boolean): Promise<Finding[]> {
  const setting = env[NAME]?.trim() || 'sqlite:./data/hostmedic.db';
  let place: StorageSetting;
  try {
    place = readStorageSetting(setting, around.root);
  } catch (error) {
    return [findingOf(error)];
  }
  if (place.type !== 'sqlite') return await checkServerStorage(place, env, around.now());
  if (place.file === ':memory:') return [warn(NAME, 'is memory:, every case is lost at a restart', 'use sqlite:PATH')];
  const { file } = place;
  const findings = [
    ...checkPlace(setting.replace(/^sqlite:\s*/i, ''), file, env, around),
    ...checkFolder(file, around),
  ];
  if (findings.some(({ state }) => state === 'fault')) return findings;
  if (existsSync(file)) findings.push(...checkFile(file, around, running));
  return findings.some(({ state }) => state !== 'ok') ? findings : [ok(`${file} can be written`)];
}

function checkPlace(given: string, file: string, env: Environment, { mounts, platform }: Surroundings): Finding[] {
  if (/^(?:\\\\|\/\/)[^\\/]/.test(given)) {
    return [fault(NAME, 'is on a network share, where SQLite loses data', OWN_DISK)];
  }
  const isAppService = (env['WEBSITE_SITE_NAME']?.trim() ?? '') !== '';
  if (isAppService && /^(?:[a-z]:)?[\\/]home(?:[\\/]|$)/i.test(platform === 'win32' ? file : given)) {
    return [
      fault(
        NAME,
        'is below /home, which is a network share on App Service',
        'use a local folder (sqlite:/tmp/hostmedic.db, sqlite:D:\\local\\Temp\\hostmedic.db) and read "Where the cases are kept" in docs/deploy.md',
      ),
    ];
  }
  const mount = mountOf(mounts(), file);
  if (mount === null) return [];
  if (isNetwork(mount)) {
    return [fault(NAME, `is on ${mount.folder}, a network share (${mount.type}), where SQLite loses data`, OWN_DISK)];
  }
  if (mount.type === 'overlay' && env['NODE_ENV'] === 'production') {
    return [warn(NAME, 'is inside the container and is gone with it', 'mount a volume, and give a path on it')];
  }
  return mount.type === 'tmpfs' ? [warn(NAME, `is on ${mount.folder}, which is memory (tmpfs)`, OWN_DISK)] : [];
}

function checkFolder(file: string, { root, freeBytes }: Surroundings): Finding[] {
  const folder = path.dirname(file);
  let existing = folder;
  while (!existsSync(existing) && path.dirname(existing) !== existing) existing = path.dirname(existing);
  if (!statSync(existing).isDirectory())
    return [fault(NAME, `${existing} is a file, not a folder`, 'give another path')];
  const refused = tryToWrite(existing);
  if (refused !== null) {
    return [
      fault(
        NAME,
        `${existing} cannot be written (${refused})`,
        'give the account that runs the bot the right to write there, or another path',
      ),
    ];
  }
  const findings: Finding[] = [];
  if (existing !== folder && path.dirname(folder) !== root) {
    findings.push(
      warn(
        NAME,
        `the folder ${folder} is not there`,
        'the start makes it; if a disk should be mounted there, it is not',
      ),
    );
  }
  const free = freeBytes(existing);
  if (free !== null && free < FREE_WARN) {
    const what = `only ${Math.floor(free / MB)} MB are free in ${existing}`;
    findings.push((free < FREE_FAULT ? fault : warn)(NAME, what, 'free space, or give a path on another disk'));
  }
  return findings;
}

function checkFile(file: string, { usersOf }: Surroundings, running: boolean): Finding[] {
  try {
    if (!statSync(file).isFile()) return [fault(NAME, `${file} is a folder`, 'give the path of a file')];
    accessSync(file, constants.R_OK | constants.W_OK);
  } catch (error) {
    return [
      fault(
        NAME,
        `${file} cannot be written (${codeOf(error)})`,
        'give the account that runs the bot the right to write it',
      ),
    ];
  }
  const state = examineDatabase(file);
  if (state.damage !== null) {
    return [
      fault(
        NAME,
        `${file} is damaged (${state.damage})`,
        'stop the bot and move the file (with -wal and -shm) away, or leave that to the next start: open cases begin anew',
      ),
    ];
  }
  if (!state.inUse) return [];
  const users = usersOf(file) ?? [];
  const isExpected = running && users.length <= 1;
  if (isExpected) return [ok(`${file} is used by the running bot`)];
  const who =
    users.length === 0
      ? 'another process'
      : `${users.length} other process${users.length === 1 ? '' : 'es'} (${users.join(', ')})`;
  return [
    warn(
      NAME,
      `${file} is open in ${who}`,
      'one bot a file: stop the one that was forgotten, or give each its own path',
    ),
  ];
}

/** Makes and removes a file; the code of what went wrong, or null. */
function tryToWrite(folder: string): string | null {
  const file = path.join(folder, `.hostmedic-doctor-${process.pid}`);
  try {
    writeFileSync(file, 'x', { flag: 'wx' });
    return null;
  } catch (error) {
    return codeOf(error);
  } finally {
    rmSync(file, { force: true });
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}
