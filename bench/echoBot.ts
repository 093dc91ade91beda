import { ActivityHandler, CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { collectDefaultMetrics, Registry } from 'prom-client';
import restify from 'restify';
import { FixedToken } from '../test/support/fixedToken.ts';

/**
 * The least a bot on the same packages can be: the adapter as the samples use it, and one line back. What Hostmedic takes more
 * than this is its own doing. The same settings as guardedBot.ts; prints "LISTENING <port>".
 */
const { env } = process;
const appId = env['MicrosoftAppId'] ?? '';
const authentication = new ConfigurationBotFrameworkAuthentication(
  {
    MicrosoftAppId: appId,
    ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
    ToChannelFromBotOAuthScope: 'https://api.botframework.com',
    ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
    ToBotFromChannelOpenIdMetadataUrl: env['TEST_OIDC'] ?? '',
    ToBotFromEmulatorOpenIdMetadataUrl: env['TEST_OIDC'] ?? '',
    OAuthUrl: 'https://token.botframework.com',
    CallerId: 'urn:botframework:azure',
  },
  new FixedToken(appId),
);
const adapter = new CloudAdapter(authentication);
const bot = new ActivityHandler();
bot.onMessage(async (context, next) => {
  await context.sendActivity(`You said ${context.activity.text.length} signs.`);
  await next();
});

const registry = new Registry();
collectDefaultMetrics({ register: registry });

const server = restify.createServer();
server.use(restify.plugins.bodyParser());
server.post('/api/messages', async (request, response) => {
  await adapter.process(request, response, (context) => bot.run(context));
});
server.get('/metrics', async (_request, response) => {
  response.writeHead(200, { 'content-type': registry.contentType });
  response.end(await registry.metrics());
});
server.listen(0, '127.0.0.1', () => {
  console.log(`LISTENING ${server.address().port}`);
});
