import { inspect } from 'node:util';
import path from 'node:path';
import { createBot } from './bot/createBot.ts';
import type { PictureReader } from './bot/readPicture.ts';
import { openTesseract } from './bot/tesseract.ts';
import { openCatalog } from './catalog/compiled.ts';
import { findRoot } from './catalog/findRoot.ts';
import { loadDotEnv, readConfig } from './config.ts';
import { createAdapter } from './http/adapter.ts';
import { describeError } from './http/describeError.ts';
import { mountLocalChat } from './http/localChat.ts';
import { createHttpServer } from './http/server.ts';
import { createLogger } from './log.ts';
import { HostmedicError } from './model/errors.ts';
import { stopOnSignal } from './stopOnSignal.ts';
import { openOutcomes, openStore } from './storage/openStore.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** How often records that nobody touched any more are removed. */
const SWEEP_EVERY_MS = 60 * 60 * 1000;

// Nobody may be reading standard output; that must not stop the bot.
process.stdout.on('error', () => undefined);

await start().catch((error: unknown) => {
  const line = error instanceof HostmedicError ? `${error.code}  ${error.message}` : inspect(error);
  process.stderr.write(`${line}\n`, () => process.exit(1));
});

/** Puts the parts together: settings, log, catalog, storage, bot, server. */
async function start(): Promise<void> {
  const root = findRoot();
  loadDotEnv(root);
  const config = readConfig(process.env);
  const log = createLogger(config.logLevel);
  const catalog = openCatalog(root);
  const store = openStore(config.storage, root);
  const outcomes = openOutcomes(config.storage, root);
  const { credentials } = config;
  const bot = createBot({ store, catalog, log, config, pictures: openPictures(), clock: Date.now, outcomes });

  const server = createHttpServer({
    port: config.port,
    reach: credentials === null ? 'loopback' : 'everyone',
    adapter: createAdapter(credentials, log),
    bot,
    ready: () => store.check(),
    log,
    ...(credentials === null ? { mount: (routes, port) => mountLocalChat(routes, { port, root }) } : {}),
  });

  /** Reading pictures is an extra: without its packages the bot starts all the same. */
  function openPictures(): PictureReader | null {
    const reader = config.ocrFolder === null ? null : openTesseract(path.resolve(root, config.ocrFolder));
    if (config.ocrFolder !== null && reader === null)
      log.warn('ocr-off', { reason: 'tesseract.js and @tesseract.js-data/eng are not installed there' });
    return reader;
  }

  const sweeping = setInterval(() => void sweep(), SWEEP_EVERY_MS).unref();
  async function sweep(): Promise<void> {
    await store
      .sweep(config.stepsDays * DAY_MS)
      .catch((error: unknown) => log.warn('sweep-failed', describeError(error)));
  }

  const running = await server.listen();
  stopOnSignal(async (signal) => {
    log.info('stopping', { signal });
    clearInterval(sweeping);
    await running.close();
    await bot.settle();
    await outcomes.close();
    await store.close();
  });
  process.on('unhandledRejection', (reason) => log.error('unhandled-rejection', describeError(reason)));
  log.info('ready', { port: running.port });
  console.log(`listening on http://localhost:${running.port}/ pid ${process.pid}`);
}
