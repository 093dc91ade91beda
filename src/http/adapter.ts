import { randomBytes } from 'node:crypto';
import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import type { Activity, InvokeResponse, TurnContext } from 'botbuilder';
import type { Credentials } from './credentials.ts';
import { describeError } from './describeError.ts';
import type { Bot, HttpLog } from './seams.ts';

/**
 * The SDK's adapter, entered behind its own request reader: `process()` prints errors and repeats library messages to
 * the caller, and this server has already read and checked the body.
 */
export class TurnAdapter extends CloudAdapter {
  /**
   * Checks the token and runs one turn.
   * @param authorization value of the Authorization header, empty when there is none
   * @param activity      see checkActivity
   * @returns what an invoke is answered with; undefined for every other activity
   * @throws AuthenticationError (or a plain Error of the token library) when the token is refused; errors of the bot never
   */
  answer(authorization: string, activity: Activity, bot: Bot): Promise<InvokeResponse | undefined> {
    return this.processActivity(authorization, activity, (context) => bot.run(context));
  }
}

/**
 * Makes the adapter.
 * @param credentials null: no token is asked for and none is sent (local use only, the server listens on loopback)
 */
export function createAdapter(credentials: Credentials | null, log: HttpLog): TurnAdapter {
  const adapter = new TurnAdapter(new ConfigurationBotFrameworkAuthentication(toSdkSettings(credentials)));
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
  log.error('turn-failed', { ref, activityType: context.activity.type, ...describeError(error) });
  try {
    if (context.activity.type === 'invoke') {
      // Without it the click would be answered "not implemented".
      await context.sendActivity({ type: 'invokeResponse', value: { status: 500 } });
    } else if (context.activity.type !== 'message') {
      // Nobody asked anything: a member was added, a reaction was set.
      return;
    }
    await context.sendActivity(
      `Something went wrong on my side (ref ${ref}). Your text is not kept; type restart to begin again.`,
    );
  } catch (sendError) {
    log.error('turn-failed-unsaid', { ref, ...describeError(sendError) });
  }
}
