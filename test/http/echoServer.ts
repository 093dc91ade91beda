import { createAdapter } from '../../src/http/adapter.ts';
import { NO_LIMIT } from '../../src/http/send/sendLimiter.ts';
import { createHttpServer } from '../../src/http/server.ts';
import { createLogger } from '../../src/log.ts';
import { stopOnSignal } from '../../src/stopOnSignal.ts';
import { openStore } from '../../src/storage/openStore.ts';
import { echoBot } from './echoBot.ts';

/** The server as a process of its own, with the echo bot: `node --import tsx echoServer.ts DRAIN_MS`. Prints its port. */
const log = createLogger('info');
const store = await openStore('memory:', '.');
const adapter = createAdapter({ credentials: null, log, limiter: NO_LIMIT });
const ready = (): Promise<void> => store.check();
const drainMs = Number(process.argv[2]);
const running = await createHttpServer({
  port: 0,
  callers: null,
  adapter,
  bot: echoBot,
  ready,
  log,
  drainMs,
}).listen();
stopOnSignal(async (signal) => {
  log.info('stopping', { signal });
  await running.close();
  await store.close();
});
console.log(running.port);
