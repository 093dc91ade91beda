import { findRoot } from '../../src/catalog/findRoot.ts';
import { readConfig } from '../../src/config.ts';
import { NO_LIMIT } from '../../src/http/send/sendLimiter.ts';
import { createLogger } from '../../src/log.ts';
import { HostmedicError } from '../../src/model/errors.ts';
import { startBot } from '../../src/startBot.ts';
import { stopOnSignal } from '../../src/stopOnSignal.ts';
import { FixedToken, GUARDED } from './fixedToken.ts';

/**
 * The production bot as a process of its own, with stand-ins at its edge only: TEST_OIDC is the key server, TEST_SERVICE_URL
 * the connector, STATE_DIR the folder of the storage, ALLOWED_TENANTS whose people are answered, TEST_LOGIN_FAILS how often the login server
 * is not there at first. Prints "LISTENING <port>".
 */
const { env } = process;
const appId = env['MicrosoftAppId'] ?? '';
try {
  const config = readConfig({
    ...GUARDED,
    HOSTMEDIC_STORAGE: `sqlite:${env['STATE_DIR'] ?? '.'}/hostmedic.db`,
    HOSTMEDIC_TENANTS: env['ALLOWED_TENANTS'] ?? 'any',
    ...env,
  });
  const log = createLogger(config.logLevel);
  const bot = await startBot(config, findRoot(), log, {
    ...(env['TEST_OIDC'] === undefined ? {} : { metadataUrl: env['TEST_OIDC'] }),
    ...(env['TEST_SERVICE_URL'] === undefined ? {} : { serviceUrl: env['TEST_SERVICE_URL'] }),
    ownTokens: new FixedToken(appId, Number(env['TEST_LOGIN_FAILS'] ?? 0)),
    limiter: NO_LIMIT,
  });
  stopOnSignal(async (signal) => {
    log.info('stopping', { signal });
    await bot.stop();
  });
  console.log(`LISTENING ${bot.port}`);
} catch (error) {
  console.error(error instanceof HostmedicError ? `${error.code}  ${error.message}` : error);
  process.exitCode = 1;
}
