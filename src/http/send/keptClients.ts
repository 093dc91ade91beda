import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { ConnectorFactory } from 'botframework-connector';
import type { ClaimsIdentity, ConnectorClient, UserTokenClient } from 'botframework-connector';

/** A tenant has a service URL of its own; of more than these the one that was made first is made again. */
const CLIENTS_MAX = 100;

/**
 * Keeps the clients that answers are sent with: the SDK makes new ones for each turn, for which a short turn takes longer
 * than for what it says. They hold no state of a turn, and their credentials ask for a new token by themselves.
 * Only for one app: whoever calls, the clients are the same.
 */
export class KeepingAuthentication extends ConfigurationBotFrameworkAuthentication {
  private connectors: KeptConnectors | null = null;
  private userTokens: UserTokenClient | null = null;

  override createConnectorFactory(identity: ClaimsIdentity): ConnectorFactory {
    this.connectors ??= new KeptConnectors(super.createConnectorFactory(identity));
    return this.connectors;
  }

  override async createUserTokenClient(identity: ClaimsIdentity): Promise<UserTokenClient> {
    this.userTokens ??= await super.createUserTokenClient(identity);
    return this.userTokens;
  }
}

/** The same factory, with a client for each service URL and audience. What could not be made is tried again. */
export class KeptConnectors extends ConnectorFactory {
  private readonly factory: ConnectorFactory;
  private readonly clients = new Map<string, ConnectorClient>();

  constructor(factory: ConnectorFactory) {
    super();
    this.factory = factory;
  }

  override async create(serviceUrl: string, audience = ''): Promise<ConnectorClient> {
    const key = `${audience} ${serviceUrl}`;
    const known = this.clients.get(key);
    if (known !== undefined) return known;
    const client = await this.factory.create(serviceUrl, audience);
    const [first] = this.clients.keys();
    if (first !== undefined && this.clients.size >= CLIENTS_MAX) this.clients.delete(first);
    this.clients.set(key, client);
    return client;
  }
}
