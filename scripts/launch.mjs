// node scripts/launch.mjs start | diagnose | decode | outcomes | load | build [arguments]
// Builds when the sources changed, then runs in this very process: exit codes and signals stay what they are.
// Whatever it has to say goes to standard error; standard output belongs to what it starts.
import { existsSync } from 'node:fs';
import module from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, buildIfStale } from './build.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** What each command runs, and the arguments it puts first. */
const COMMANDS = {
  start: { entry: 'lib/src/index.js', first: [] },
  diagnose: { entry: 'lib/src/cli.js', first: ['diagnose'] },
  decode: { entry: 'lib/src/cli.js', first: ['decode'] },
  outcomes: { entry: 'lib/src/cli.js', first: ['outcomes'] },
  load: { entry: 'lib/bench/load.js', first: [] },
};

await main(process.argv[2] ?? '', process.argv.slice(3));

/**
 * @param {string} name
 * @param {string[]} args
 */
async function main(name, args) {
  if (name === 'build') {
    process.exitCode = (await build(root)) ? 0 : 1;
    return;
  }
  if (!Object.hasOwn(COMMANDS, name)) {
    process.stderr.write(`unknown command "${name}"; known: ${Object.keys(COMMANDS).join(', ')}, build\n`);
    process.exitCode = 2;
    return;
  }
  const command = COMMANDS[name];
  const entry = path.join(root, command.entry);
  // Without the compiler (an installation without development packages) what was built is what there is.
  const canBuild = existsSync(path.join(root, 'node_modules', 'typescript', 'package.json'));
  if ((canBuild || !existsSync(entry)) && !(await buildIfStale(root))) {
    process.exitCode = 1;
    return;
  }
  // Keeps V8's compiled code between starts (Node 22.8 and later).
  module.enableCompileCache?.();
  process.argv = [process.argv[0] ?? process.execPath, entry, ...command.first, ...args];
  await import(pathToFileURL(entry).href);
}
