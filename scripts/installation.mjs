// What must be right before the bot can start at all: Node.js, the packages, lib/. Needs nothing that is installed.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { buildIfStale, isFresh } from './build.mjs';

const check = 'installation';

/**
 * @param {string} root folder of package.json
 * @returns {Promise<{ check: string, state: 'ok' | 'warn' | 'fault', setting: string | null, what: string, fix: string | null }[]>}
 *   as src/doctor/finding.ts; builds lib/ if it is stale and the compiler is installed, as every start does
 */
export async function checkInstallation(root) {
  const { engines, dependencies } = readPackage(path.join(root, 'package.json')) ?? {};
  return [
    checkNode(engines?.node ?? '>=0.0', process.versions.node),
    checkPackages(root, dependencies ?? {}),
    await checkLib(root),
  ];
}

/**
 * @param {string} range ">=MAJOR.MINOR"
 * @param {string} version
 */
function checkNode(range, version) {
  const [least = 0, leastMinor = 0] = numbersOf(range);
  const [major = 0, minor = 0] = numbersOf(version);
  const isOld = major < least || (major === least && minor < leastMinor);
  if (!isOld) return { check, state: 'ok', setting: null, what: `Node.js ${version}`, fix: null };
  const fix = `install Node.js 22 or 24 (App Service: Settings, Configuration, Stack settings)`;
  return { check, state: 'fault', setting: 'Node.js', what: `${version} is too old, ${range} is needed`, fix };
}

/**
 * @param {string} root
 * @param {Record<string, string>} dependencies exact versions
 */
function checkPackages(root, dependencies) {
  const wrong = Object.entries(dependencies).flatMap(([name, version]) => {
    const found = readPackage(path.join(root, 'node_modules', name, 'package.json'))?.version;
    if (found === version) return [];
    return [found === undefined ? `${name} is missing` : `${name} is ${found} instead of ${version}`];
  });
  if (wrong.length === 0) return { check, state: 'ok', setting: null, what: 'packages are complete', fix: null };
  const what = `is not what package.json says: ${wrong.slice(0, 3).join(', ')}${wrong.length > 3 ? ', ...' : ''}`;
  return { check, state: 'fault', setting: 'node_modules', what, fix: 'run npm ci' };
}

/** @param {string} root */
async function checkLib(root) {
  const entry = path.join(root, 'lib', 'src', 'index.js');
  const good = { check, state: 'ok', setting: null, what: 'lib/ is built from these sources', fix: null };
  if (existsSync(path.join(root, 'node_modules', 'typescript', 'package.json'))) {
    if (await buildIfStale(root)) return good;
    return {
      ...good,
      state: 'fault',
      setting: 'lib',
      what: 'cannot be built, see above',
      fix: 'correct the faults above',
    };
  }
  const fix =
    'run npm ci and npm run build where the development packages are, and deploy lib, catalog and package.json together';
  if (!existsSync(entry)) return { ...good, state: 'fault', setting: 'lib', what: 'is not built', fix };
  // An image holds no sources to compare with.
  if (!existsSync(path.join(root, 'src'))) return { ...good, what: 'lib/ is built' };
  return isFresh(root)
    ? good
    : { ...good, state: 'fault', setting: 'lib', what: 'is older than the sources beside it', fix };
}

/**
 * @param {string} file
 * @returns {{ version?: string, engines?: { node?: string }, dependencies?: Record<string, string> } | null}
 */
function readPackage(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/** @param {string} text */
function numbersOf(text) {
  return (text.match(/\d+/g) ?? []).map(Number);
}
