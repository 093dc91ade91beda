import path from 'node:path';
import type { ServiceClientCredentialsFactory } from 'botframework-connector';
import { createBot } from './bot/createBot.ts';
import type { PictureReader } from './bot/readPicture.ts';
import { openTesseract } from './bot/tesseract.ts';
import { openCatalog } from './catalog/compiled.ts';
import type { Config } from './config.ts';
import { createEngine } from './diagnosis/diagnose.ts';
import { boundHeapGrowth } from './heapGrowth.ts';
import { createAdapter } from './http/adapter.ts';
import { createTokenCheck } from './http/auth/connectorToken.ts';
import { createSigningKeys } from './http/auth/signingKeys.ts';
import { TEAMS_SERVICE_HOSTS } from './http/checkActivity.ts';
import { mountLocalChat } from './http/local/localChat.ts';
import { createHttpServer, type HttpServerOptions } from './http/server.ts';
import { createTeamsLimiter, type SendLimiter } from './http/send/sendLimiter.ts';
import { startHousekeeping } from './housekeeping.ts';
import type { Logger } from './log.ts';
import { within } from './model/within.ts';
import { measured } from './measuredStore.ts';
import { createMetrics } from './metrics.ts';
import { openOutcomes, openStore } from './storage/openStore.ts';
import { withTimeLimit } from './storage/timeLimit.ts';

/** What stands at the edge of the process, and another thing stands for in tests. Left out: Microsoft's. */
export interface Edge {
  /** OpenID metadata of the Bot Connector. */
  readonly metadataUrl?: string;
  /** One more service URL that answers may be sent to. */
  readonly serviceUrl?: string;
  /** Makes the bot's own tokens. */
  readonly ownTokens?: ServiceClientCredentialsFactory;
  readonly limiter?: SendLimiter;
}

export interface RunningBot {
  readonly port: number;
  /** Takes no new work, lets running turns finish, closes the storage. */
  stop(): Promise<void>;
}

const METADATA_URL = 'https://login.botframework.com/v1/.well-known/openidconfiguration';
/** Longest time the last updates of shared lists get when the bot stops. */
const SETTLE_MS = 3_000;

/**
 * Puts the parts together: catalog, storage, bot, guard, server.
 * @param root folder of package.json
 * @throws HostmedicError for settings, catalog, storage or port that cannot be used
 */
export async function startBot(config: Config, root: string, log: Logger, edge: Edge = {}): Promise<RunningBot> {
  boundHeapGrowth();
  // Opened while the engine is made.
  const opening = openStore(config.storage, root, {
    onPutAside: (file) =>
      log.warn('storage-put-aside', { reason: `a broken database, now ${file}`, setting: 'HOSTMEDIC_STORAGE' }),
  });
  opening.catch(() => undefined);
  const engine = createEngine(openCatalog(root));
  const metrics = createMetrics();
  const store = measured(withTimeLimit(await opening), metrics);
  const outcomes = await openOutcomes(config.storage, root);
  const { credentials } = config;
  const bot = createBot({
    store,
    engine,
    log,
    config,
    pictures: openPictures(config, root, log),
    clock: Date.now,
    outcomes,
    metrics,
  });
  const keys = createSigningKeys({ metadataUrl: edge.metadataUrl ?? METADATA_URL, log });

  const toCallers: Pick<HttpServerOptions, 'callers' | 'mount' | 'serviceUrls' | 'ready'> =
    credentials === null
      ? { callers: null, ready: () => store.check(), mount: (routes, port) => mountLocalChat(routes, { port, root }) }
      : {
          callers: { tokens: createTokenCheck(credentials.appId, keys), tenants: config.tenants },
          serviceUrls: {
            type: 'hosts',
            hosts: TEAMS_SERVICE_HOSTS,
            ...(edge.serviceUrl === undefined ? {} : { also: edge.serviceUrl }),
          },
          ready: async () => {
            await Promise.all([store.check(), keys.check()]);
          },
        };
  const server = createHttpServer({
    port: config.port,
    ...toCallers,
    adapter: createAdapter({
      credentials,
      log,
      metrics,
      limiter: edge.limiter ?? createTeamsLimiter(),
      ...(edge.ownTokens === undefined ? {} : { ownTokens: edge.ownTokens }),
    }),
    bot,
    log,
    metrics,
    metricsPage: { text: metrics.text, contentType: metrics.contentType, token: config.metricsToken },
  });

  const running = await server.listen();
  const housekeeping = startHousekeeping({ store, bot, log, stepsDays: config.stepsDays });
  // The first caller need not wait for them, nor does who waits for the start: the first `fetch` loads all that fetches, 30 ms.
  if (credentials !== null) setImmediate(() => void keys.check().catch(() => undefined));
  return {
    port: running.port,
    stop: async () => {
      housekeeping.stop();
      await running.close();
      await within(bot.settle(), SETTLE_MS);
      await outcomes.close();
      await store.close();
    },
  };
}

/** Reading pictures is an extra: without its packages the bot starts all the same. */
function openPictures({ ocrFolder }: Config, root: string, log: Logger): PictureReader | null {
  const reader = ocrFolder === null ? null : openTesseract(path.resolve(root, ocrFolder));
  if (ocrFolder !== null && reader === null)
    log.warn('ocr-off', { reason: 'tesseract.js and @tesseract.js-data/eng are not installed there' });
  return reader;
}
