import { randomBytes } from 'node:crypto';
import { CloudAdapter } from 'botbuilder';
import type { Activity, InvokeResponse, TurnContext } from 'botbuilder';
import {
  ClaimsIdentity,
  type AuthenticateRequestResult,
  type ServiceClientCredentialsFactory,
} from 'botframework-connector';
import { TURN_OUTCOME, type TurnOutcome } from '../model/turnOutcome.ts';
import { knownType } from './activityTypes.ts';
import type { ConnectorToken } from './auth/connectorToken.ts';
import type { Credentials } from './credentials.ts';
import { describeError } from './describeError.ts';
import { UNCOUNTED, type Bot, type HttpLog, type HttpMetrics } from './seams.ts';
import { KeepingAuthentication } from './send/keptClients.ts';
import { createSendClient, SendFailed, type SendClient } from './send/sendClient.ts';
import type { SendLimiter } from './send/sendLimiter.ts';

/** Whom the bot asks for the tokens it sends, and what an activity of the public cloud is marked with. */
const AUDIENCE = 'https://api.botframework.com';
const CALLER_ID = 'urn:botframework:azure';

export interface Answered {
  readonly outcome: TurnOutcome;
  /** What an invoke is answered with; undefined for every other activity. */
  readonly response: InvokeResponse | undefined;
}

/**
 * The SDK's adapter, entered behind its own request reader: `process()` prints errors and repeats library messages to
 * the caller, and this server has already read and checked the body.
 */
export class TurnAdapter extends CloudAdapter {
  /**
   * Runs one turn.
   * @param token    what the caller showed, already checked; null: local use, nobody is asked
   * @param activity see checkActivity
   * @throws what the SDK itself stumbles over; errors of the bot never
   */
  async answer(token: ConnectorToken | null, activity: Activity, bot: Bot): Promise<Answered> {
    let outcome: TurnOutcome = 'failed';
    const run = async (context: TurnContext): Promise<void> => {
      await bot.run(context);
      outcome = context.turnState.get(TURN_OUTCOME) ?? 'answered';
    };
    const response =
      token === null
        ? await this.processActivity('', activity, run)
        : await this.processActivity(this.caller(token), activity, run);
    return { outcome, response };
  }

  /** The SDK's own check of tokens is left out: it passes activities without a service URL and loses its keys after a day. */
  private caller({ claims }: ConnectorToken): AuthenticateRequestResult {
    const list = Object.entries(claims).map(([type, value]) => ({ type, value: String(value) }));
    const claimsIdentity = new ClaimsIdentity(list, true);
    const connectorFactory = this.botFrameworkAuthentication.createConnectorFactory(claimsIdentity);
    return { audience: AUDIENCE, callerId: CALLER_ID, claimsIdentity, connectorFactory };
  }
}

export interface AdapterOptions {
  /** null: no token is asked for and none is sent (local use only, the server listens on loopback). */
  readonly credentials: Credentials | null;
  readonly log: HttpLog;
  readonly limiter: SendLimiter;
  /** Left out: nothing is counted. */
  readonly metrics?: HttpMetrics;
  /** The way to the connector; left out: paced by the limiter. */
  readonly httpClient?: SendClient;
  /** Makes the bot's own tokens; left out: from the credentials, at the login server. */
  readonly ownTokens?: ServiceClientCredentialsFactory;
}

/** Makes the adapter. */
export function createAdapter(options: AdapterOptions): TurnAdapter {
  const { credentials, log, limiter, ownTokens, metrics = UNCOUNTED } = options;
  const { httpClient = createSendClient({ limiter, log, metrics }) } = options;
  const authentication = new KeepingAuthentication(toSdkSettings(credentials), ownTokens, undefined, undefined, {
    httpClient,
  });
  const adapter = new TurnAdapter(authentication);
  adapter.onTurnError = (context, error) => reportTurnError(context, error, log);
  return adapter;
}

function toSdkSettings(credentials: Credentials | null): Record<string, string> {
  if (credentials === null) return {};
  return {
    MicrosoftAppId: credentials.appId,
    MicrosoftAppType: credentials.type,
    ...('tenantId' in credentials ? { MicrosoftAppTenantId: credentials.tenantId } : {}),
    ...('password' in credentials ? { MicrosoftAppPassword: credentials.password } : {}),
  };
}

/** The last handler: logs, tells the person in one line, never throws. */
async function reportTurnError(context: TurnContext, error: unknown, log: HttpLog): Promise<void> {
  const ref = randomBytes(4).toString('hex');
  log.error('turn-failed', { ref, activityType: knownType(context.activity.type), ...describeError(error) });
  try {
    if (context.activity.type === 'invoke') {
      // Without it the click would be answered "not implemented".
      await context.sendActivity({ type: 'invokeResponse', value: { status: 500 } });
    } else if (context.activity.type !== 'message') {
      // Nobody asked anything: a member was added, a reaction was set.
      return;
    }
    // The way to the person is what failed.
    if (error instanceof SendFailed && error.statusCode !== 400 && error.statusCode !== 413) return;
    await context.sendActivity(
      `Something went wrong on my side (ref ${ref}). Send it once more; if it goes on like this, type restart.`,
    );
  } catch (sendError) {
    log.error('turn-failed-unsaid', { ref, ...describeError(sendError) });
  }
}
