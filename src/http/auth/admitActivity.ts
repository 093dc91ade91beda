import type { Activity } from 'botbuilder';
import type { ConnectorToken } from './connectorToken.ts';

/** Ids of the tenants whose people are answered; `any`: every tenant that installed the app. */
export type Tenants = 'any' | readonly string[];

/** Teams is the one channel this bot is made for. Compared letter for letter. */
const CHANNEL = 'msteams';

/**
 * Holds what an activity says against what its token allows: the token covers the connector, not the body.
 * @returns null: it may be answered; else the reason, for the log
 * Rule 7 and endorsements of https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication
 */
export function whyNotAdmitted(activity: Activity, token: ConnectorToken, tenants: Tenants): string | null {
  if (token.serviceUrl === null || token.serviceUrl !== activity.serviceUrl) return 'serviceUrl-claim';
  if (activity.channelId !== CHANNEL) return 'channel';
  if (!token.endorsements.includes(CHANNEL)) return 'endorsement';
  const named = tenantsOf(activity);
  if (named === null || named.some((tenant) => tenant !== named[0])) return 'tenant-differs';
  if (tenants === 'any') return null;
  return named[0] !== undefined && tenants.includes(named[0]) ? null : 'tenant';
}

/** Tenants an activity names, lower case; null: something that is no id. Teams names it in two places. */
function tenantsOf({ conversation, channelData }: Activity): readonly string[] | null {
  const data: unknown = channelData;
  const named = [conversation.tenantId, fieldOf(fieldOf(data, 'tenant'), 'id')].filter((id) => id != null);
  return named.every((id) => typeof id === 'string') ? named.map((id) => id.toLowerCase()) : null;
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
