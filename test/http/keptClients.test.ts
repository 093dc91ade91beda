import assert from 'node:assert/strict';
import type { TurnContext } from 'botbuilder';
import { ConnectorClient, ConnectorFactory } from 'botframework-connector';
import type { ServiceClientCredentials } from 'botframework-connector';
import { createAdapter } from '../../src/http/adapter.ts';
import { KeptConnectors } from '../../src/http/send/keptClients.ts';
import { NO_LIMIT } from '../../src/http/send/sendLimiter.ts';
import { createLogger } from '../../src/log.ts';
import { FixedToken } from '../support/fixedToken.ts';
import { ALICE, messageOf } from '../support/wire.ts';

const APP_ID = '00000000-0000-0000-0000-00000000a0b1';

class CountingToken extends FixedToken {
  made = 0;

  override async createCredentials(): Promise<ServiceClientCredentials> {
    this.made += 1;
    return await super.createCredentials();
  }
}

class Factory extends ConnectorFactory {
  readonly made: string[] = [];
  failures = 0;

  override async create(serviceUrl: string): Promise<ConnectorClient> {
    if (this.failures > 0) {
      this.failures -= 1;
      throw new Error('the login server does not answer');
    }
    this.made.push(serviceUrl);
    return new ConnectorClient(await new FixedToken(APP_ID).createCredentials(), { baseUri: serviceUrl });
  }
}

describe('clients that answers are sent with', () => {
  it('are made once for an adapter and a service URL, however many turns', async () => {
    const ownTokens = new CountingToken(APP_ID);
    const credentials = { appId: APP_ID, type: 'SingleTenant', tenantId: APP_ID, password: 'none' } as const;
    const adapter = createAdapter({ credentials, ownTokens, limiter: NO_LIMIT, log: createLogger('silent') });
    const clients = new Set<ConnectorClient | undefined>();
    const bot = {
      run: async (context: TurnContext): Promise<void> => {
        clients.add(context.turnState.get<ConnectorClient>(adapter.ConnectorClientKey));
      },
    };
    const token = { claims: { aud: APP_ID }, serviceUrl: null, endorsements: [] };
    const turn = async (serviceUrl: string): Promise<void> => {
      const activity = { ...messageOf(ALICE, serviceUrl), text: 'hello' };
      await adapter.answer(token, activity as Parameters<typeof adapter.answer>[1], bot);
    };
    await turn('https://one.example/');
    const { made } = ownTokens;
    for (let turns = 0; turns < 5; turns += 1) await turn('https://one.example/');
    assert.equal(ownTokens.made, made);
    await turn('https://other.example/');
    assert.equal(ownTokens.made, made + 1);
    assert.equal(clients.size, 2);
  });

  it('belong to one service URL and one audience', async () => {
    const factory = new Factory();
    const kept = new KeptConnectors(factory);
    const first = await kept.create('https://one.example/', 'a');
    assert.equal(await kept.create('https://one.example/', 'a'), first);
    assert.notEqual(await kept.create('https://two.example/', 'a'), first);
    assert.notEqual(await kept.create('https://one.example/', 'b'), first);
  });

  it('are tried again when they could not be made', async () => {
    const factory = new Factory();
    factory.failures = 1;
    const kept = new KeptConnectors(factory);
    await assert.rejects(kept.create('https://one.example/'), /login server/);
    await kept.create('https://one.example/');
    assert.equal(factory.made.length, 1);
  });

  it('are a hundred at most: the first is forgotten', async () => {
    const factory = new Factory();
    const kept = new KeptConnectors(factory);
    for (let tenant = 0; tenant <= 100; tenant += 1) await kept.create(`https://one.example/${tenant}/`);
    await kept.create('https://one.example/1/');
    assert.equal(factory.made.length, 101);
    await kept.create('https://one.example/0/');
    assert.equal(factory.made.length, 102);
  });
});
