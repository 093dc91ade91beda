import { findRoot } from '../../src/catalog/findRoot.ts';
import { readConfig } from '../../src/config.ts';
import { NO_LIMIT } from '../../src/http/send/sendLimiter.ts';
import { createLogger } from '../../src/log.ts';
import { startBot } from '../../src/startBot.ts';
import { startConnector, type Connector } from './connector.ts';
import { FixedToken, GUARDED } from './fixedToken.ts';
import { APP_ID, startKeyServer, type KeyServer, type KeyServerMode } from './keyServer.ts';
import { ALICE, messageOf } from './wire.ts';

export interface WholeBot {
  /** "http://127.0.0.1:PORT" */
  readonly url: string;
  readonly connector: Connector;
  readonly keys: KeyServer;
  /** Lines of the log, as JSON text. */
  readonly log: readonly string[];
  /** Posts an activity with a good token: a message of Alice's with `changes` laid over it. */
  post(changes: object): Promise<Response>;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  /** Value of a counter at /metrics, as `turns_total{type="message",outcome="answered"}`; 0 when it is not there. */
  count(name: string): Promise<number>;
  close(): Promise<void>;
}

export const METRICS_TOKEN = 'token-for-the-counters';

/**
 * The production bot with credentials in this process: startBot with stand-ins at its edge.
 * @param mode what the key server does from the start
 */
export async function startWholeBot(
  env: Readonly<Record<string, string>> = {},
  mode: KeyServerMode = 'keys',
): Promise<WholeBot> {
  const connector = await startConnector();
  const keys = await startKeyServer();
  keys.mode = mode;
  const lines: string[] = [];
  const config = readConfig({
    ...GUARDED,
    PORT: '0',
    MicrosoftAppId: APP_ID,
    HOSTMEDIC_STORAGE: 'memory:',
    HOSTMEDIC_TENANTS: 'any',
    HOSTMEDIC_METRICS_TOKEN: METRICS_TOKEN,
    ...env,
  });
  const log = createLogger('trace', { write: (line) => lines.push(line) });
  const bot = await startBot(config, findRoot(), log, {
    metadataUrl: keys.metadataUrl,
    serviceUrl: connector.serviceUrl,
    ownTokens: new FixedToken(APP_ID),
    limiter: NO_LIMIT,
  });
  const url = `http://127.0.0.1:${bot.port}`;
  const authorization = await keys.token({ serviceurl: connector.serviceUrl });
  const get = async (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    await fetch(`${url}${path}`, { headers });

  return {
    url,
    connector,
    keys,
    log: lines,
    get,
    post: async (changes) =>
      await fetch(`${url}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization },
        body: JSON.stringify({ ...messageOf(ALICE, connector.serviceUrl), ...changes }),
      }),
    count: async (name) => {
      const text = await (await get('/metrics', { authorization: `Bearer ${METRICS_TOKEN}` })).text();
      const line = text.split('\n').find((one) => one.startsWith(`hostmedic_${name} `));
      return Number(line?.split(' ').at(-1) ?? 0);
    },
    close: async () => {
      await bot.stop();
      await connector.close();
      await keys.close();
    },
  };
}
