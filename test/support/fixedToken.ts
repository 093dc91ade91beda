import { ServiceClientCredentialsFactory, type ServiceClientCredentials } from 'botframework-connector';

/** Takes the place of the login server: the bot sends one and the same token everywhere. */
export class FixedToken extends ServiceClientCredentialsFactory {
  readonly appId: string;
  private refusals: number;

  /** @param refusals so many times the login server is not there at first */
  constructor(appId: string, refusals = 0) {
    super();
    this.appId = appId;
    this.refusals = refusals;
  }

  override async isValidAppId(appId: string): Promise<boolean> {
    return appId === this.appId;
  }

  override async isAuthenticationDisabled(): Promise<boolean> {
    return false;
  }

  override async createCredentials(): Promise<ServiceClientCredentials> {
    return {
      signRequest: async (request) => {
        if (this.refusals > 0) {
          this.refusals -= 1;
          throw new Error('the login server does not answer');
        }
        request.headers.set('authorization', 'Bearer token-of-the-bot');
        return request;
      },
    };
  }
}

/** Settings of a bot with credentials that lead nowhere. */
export const GUARDED: Readonly<Record<string, string>> = {
  NODE_ENV: 'production',
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppTenantId: 'aaaaaaaa-0000-0000-0000-000000000001',
  MicrosoftAppPassword: 'not-a-real-one',
};
