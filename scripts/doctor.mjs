// node scripts/doctor.mjs [--json] [--online] [--online-url URL]
// First what must be right before anything of ours can run, in plain JavaScript; then the checks of lib/src/doctor.
// One line a finding on standard output. Exit code 0: no fault, 1: a fault, 2: the command was not understood.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { checkInstallation } from './installation.mjs';

/** Any server with a right clock; this one the bot asks for its tokens anyway. */
const CLOCK_URL = 'https://login.microsoftonline.com/';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

process.exitCode = await main();

async function main() {
  const args = readArgs();
  if (args === null) return 2;
  const findings = [...(await checkInstallation(root)), ...(await checkSettings(args.clockUrl))];
  process.stdout.write(args.json ? `${JSON.stringify(findings, null, 2)}\n` : toText(findings));
  return findings.some(({ state }) => state === 'fault') ? 1 : 0;
}

function readArgs() {
  try {
    const { values } = parseArgs({
      options: { json: { type: 'boolean' }, online: { type: 'boolean' }, 'online-url': { type: 'string' } },
    });
    const clockUrl = values['online-url'] ?? (values.online === true ? CLOCK_URL : null);
    return { json: values.json === true, clockUrl };
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.stderr.write('usage: npm run --silent doctor -- [--json] [--online] [--online-url URL]\n');
    return null;
  }
}

/** @param {string | null} clockUrl */
async function checkSettings(clockUrl) {
  const folder = path.join(root, 'lib', 'src', 'doctor');
  // What is missing has been said.
  if (!existsSync(path.join(folder, 'examine.js'))) return [];
  try {
    const { examine } = await import(pathToFileURL(path.join(folder, 'examine.js')).href);
    const { thisMachine } = await import(pathToFileURL(path.join(folder, 'surroundings.js')).href);
    return await examine(thisMachine(root, clockUrl));
  } catch (error) {
    const what = `the checks stopped: ${error instanceof Error ? error.message : String(error)}`;
    return [{ check: 'installation', state: 'fault', setting: null, what, fix: 'run npm ci and npm run build again' }];
  }
}

/** @param {{ check: string, state: string, setting: string | null, what: string, fix: string | null }[]} findings */
function toText(findings) {
  const lines = findings.map(({ check, state, setting, what, fix }) => {
    const place = setting === null ? '' : `${setting} `;
    return `${state.padEnd(5)}  ${check}: ${place}${what}${fix === null ? '' : `; ${fix}`}`;
  });
  const count = (/** @type {string} */ wanted) => findings.filter(({ state }) => state === wanted).length;
  return `${lines.join('\n')}\n${count('fault')} faults, ${count('warn')} warnings\n`;
}
