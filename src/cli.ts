import { openCatalog } from './catalog/compiled.ts';
import { findRoot } from './catalog/findRoot.ts';
import { decodeCommand } from './cli/decodeCommand.ts';
import { diagnoseCommand } from './cli/diagnoseCommand.ts';

/** `cli.js diagnose|decode ...`: the engine without chat, cards or storage; `outcomes`: what the bot counted. */
const [command, ...args] = process.argv.slice(2);
const root = findRoot();
const catalog = openCatalog(root);
if (command === 'diagnose') process.exitCode = await diagnoseCommand(args, catalog);
else if (command === 'decode') process.exitCode = decodeCommand(args, catalog);
else if (command === 'outcomes') {
  // Opens the database, which the others do without.
  const { outcomesCommand } = await import('./cli/outcomesCommand.ts');
  process.exitCode = await outcomesCommand(args, root);
} else {
  process.stderr.write(`unknown command "${command ?? ''}"; known: diagnose, decode, outcomes\n`);
  process.exitCode = 2;
}
