import { openCatalog } from './catalog/compiled.ts';
import { findRoot } from './catalog/findRoot.ts';
import { decodeCommand } from './cli/decodeCommand.ts';
import { diagnoseCommand } from './cli/diagnoseCommand.ts';

/** `cli.js diagnose|decode ...`: the engine without chat, cards or storage. */
const [command, ...args] = process.argv.slice(2);
const catalog = openCatalog(findRoot());
if (command === 'diagnose') process.exitCode = await diagnoseCommand(args, catalog);
else if (command === 'decode') process.exitCode = decodeCommand(args, catalog);
else {
  process.stderr.write(`unknown command "${command ?? ''}"; known: diagnose, decode\n`);
  process.exitCode = 2;
}
