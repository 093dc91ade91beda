import { createBot } from '../../src/bot/createBot.ts';
import { openCatalog } from '../../src/catalog/compiled.ts';
import { findRoot } from '../../src/catalog/findRoot.ts';
import { createEngine } from '../../src/diagnosis/diagnose.ts';
import { createAdapter } from '../../src/http/adapter.ts';
import { mountLocalChat } from '../../src/http/local/localChat.ts';
import type { Bot } from '../../src/http/seams.ts';
import { NO_LIMIT } from '../../src/http/send/sendLimiter.ts';
import { createHttpServer } from '../../src/http/server.ts';
import { createLogger } from '../../src/log.ts';
import { openStore } from '../../src/storage/openStore.ts';

export interface LocalServer {
  readonly port: number;
  /** "http://localhost:PORT/" */
  readonly url: string;
  /** Lines of the log, as JSON text. */
  readonly log: readonly string[];
  close(): Promise<void>;
}

export interface LocalServerOptions {
  /** Left out: the real bot with the real catalog. */
  readonly bot?: Bot;
  /** Left out: memory. */
  readonly storage?: string;
  /** Left out: the system chooses. */
  readonly port?: number;
}

/** The whole product in this process, with its local chat, without credentials. */
export async function startLocalServer(options: LocalServerOptions = {}): Promise<LocalServer> {
  const lines: string[] = [];
  const log = createLogger('info', { write: (line) => lines.push(line) });
  const root = findRoot();
  const store = await openStore(options.storage ?? 'memory:', root);
  const config = { evidenceHours: 24, stepsDays: 14, credentials: null };
  const bot =
    options.bot ?? createBot({ store, engine: createEngine(openCatalog(root)), log, config, clock: Date.now });
  const running = await createHttpServer({
    port: options.port ?? 0,
    callers: null,
    adapter: createAdapter({ credentials: null, log, limiter: NO_LIMIT }),
    bot,
    ready: () => store.check(),
    log,
    mount: (routes, port) => mountLocalChat(routes, { port, root }),
    drainMs: 2_000,
  }).listen();
  return {
    port: running.port,
    url: `http://localhost:${running.port}/`,
    log: lines,
    close: async () => {
      await running.close();
      await store.close();
    },
  };
}
