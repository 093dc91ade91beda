import { inspect } from 'node:util';
import { findRoot } from './catalog/findRoot.ts';
import { loadDotEnv, readConfig } from './config.ts';
import { describeError } from './http/describeError.ts';
import { createLogger, type Logger } from './log.ts';
import { HostmedicError } from './model/errors.ts';
import { startBot } from './startBot.ts';
import { stopOnSignal } from './stopOnSignal.ts';

// Nobody may be reading standard output; that must not stop the bot.
process.stdout.on('error', () => undefined);

/** Time in which the last line of the log is written. */
const LAST_LINE_MS = 200;
let reporting: Logger | undefined;

process.on('unhandledRejection', (reason) => reporting?.error('unhandled-rejection', describeError(reason)));
process.on('uncaughtException', (error) => {
  // What state the program is in nobody knows; its host starts it again, and no record is half-written.
  reporting?.error('uncaught-exception', describeError(error));
  process.exitCode = 1;
  setTimeout(() => process.exit(1), LAST_LINE_MS);
});

await start().catch((error: unknown) => {
  const line = error instanceof HostmedicError ? `${error.code}  ${error.message}` : inspect(error);
  process.stderr.write(`${line}\n`, () => process.exit(1));
});

async function start(): Promise<void> {
  const root = findRoot();
  loadDotEnv(root);
  const config = readConfig(process.env);
  const log = createLogger(config.logLevel);
  reporting = log;
  const bot = await startBot(config, root, log);
  stopOnSignal(async (signal) => {
    log.info('stopping', { signal });
    await bot.stop();
  });
  log.info('ready', { port: bot.port });
  console.log(`listening on http://localhost:${bot.port}/ pid ${process.pid}`);
}
