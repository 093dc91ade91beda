import type { Activity } from 'botbuilder';

/** Where answers may be sent. A forged service URL would carry the bot's own token to a stranger. */
export type ServiceUrls =
  /** http or https on this machine, any port. */
  | { readonly type: 'loopback' }
  /** https on exactly these hosts, no port, no user. `also`: one more address, letter for letter. */
  | { readonly type: 'hosts'; readonly hosts: readonly string[]; readonly also?: string };

/** The connectors of Teams in the public cloud and in GCC. */
export const TEAMS_SERVICE_HOSTS = ['smba.trafficmanager.net', 'smba.infra.gcc.teams.microsoft.com'] as const;

export type CheckedActivity =
  | { readonly type: 'accepted'; readonly activity: Activity }
  | { readonly type: 'refused'; readonly status: 400 | 403; readonly reason: string };

/**
 * Checks what every part behind it relies on, and drops what is broken but may be ignored.
 * @param body parsed JSON of a request; not changed
 * @returns accepted: type, conversation.id, from.id, recipient.id, serviceUrl are strings that are not empty; text is a string
 *          or not there; lists (entities, attachments, ...) are lists of objects or not there; times are dates; callerId is gone.
 *          refused: 400 for a shape no channel sends, 403 for a service URL that is not allowed
 * Rules A2003, A2060, A2080, A2104, A2251, A2300, A3112 of
 * https://github.com/microsoft/botframework-sdk/blob/main/specs/botframework-activity/botframework-activity.md
 */
export function checkActivity(body: Readonly<Record<string, unknown>>, serviceUrls: ServiceUrls): CheckedActivity {
  if (!isFilled(body['type'])) return refused(400, 'type');
  for (const name of PLACES) {
    if (!hasId(body[name]) || !hasGoodFields(body[name])) return refused(400, name);
  }
  if (isFilled(body['id']) && !isGoodId(body['id'])) return refused(400, 'id');
  for (const name of OPTIONAL_STRINGS) {
    if (!isStringOrAbsent(body[name])) return refused(400, name);
  }
  if (!isObjectOrAbsent(body['channelData'])) return refused(400, 'channelData');
  // The answer goes to the connector, never into the HTTP response.
  if (body['deliveryMode'] === 'expectReplies') return refused(400, 'deliveryMode');
  if (!isAllowedServiceUrl(body['serviceUrl'], serviceUrls)) return refused(403, 'serviceUrl');
  const kept = withoutBroken(body);
  return isActivity(kept) ? { type: 'accepted', activity: kept } : refused(400, 'type');
}

/** Accounts and the conversation: an id that is there, and fields of the right type. */
const PLACES = ['conversation', 'from', 'recipient'] as const;
const PLACE_STRINGS = ['name', 'role', 'aadObjectId', 'conversationType'] as const;

/** Longest id; those of Teams have less than 300, and each stands in an address. */
const ID_MAX = 4_096;
/** Longest name that goes on: it comes back in the address of each answer. */
const NAME_MAX = 256;

const OPTIONAL_STRINGS = [
  'id',
  'text',
  'channelId',
  'name',
  'replyToId',
  'locale',
  'textFormat',
  'deliveryMode',
] as const;

const LISTS = [
  'entities',
  'attachments',
  'membersAdded',
  'membersRemoved',
  'reactionsAdded',
  'reactionsRemoved',
] as const;

const TIMES = ['timestamp', 'localTimestamp', 'expiration'] as const;

function refused(status: 400 | 403, reason: string): CheckedActivity {
  return { type: 'refused', status, reason };
}

function withoutBroken(body: Readonly<Record<string, unknown>>): Record<string, unknown> {
  // fromEntries and spread define own properties, so a "__proto__" from the wire stays a plain name.
  const kept: Record<string, unknown> = { ...body };
  for (const name of OPTIONAL_STRINGS) if (kept[name] === null) delete kept[name];
  for (const name of LISTS) {
    const list = kept[name];
    if (Array.isArray(list)) kept[name] = list.filter(isObject);
    else delete kept[name];
  }
  for (const name of TIMES) {
    const time = kept[name];
    const date = typeof time === 'string' ? new Date(time) : null;
    if (date !== null && !Number.isNaN(date.getTime())) kept[name] = date;
    else delete kept[name];
  }
  for (const place of PLACES) kept[place] = withShortName(kept[place]);
  delete kept['callerId'];
  return kept;
}

/** True for what the checks above have proved; the SDK asks for no more at run time. */
function isActivity(value: Record<string, unknown>): value is Record<string, unknown> & Activity {
  return isFilled(value['type']) && hasId(value['conversation']) && hasId(value['from']) && hasId(value['recipient']);
}

function isAllowedServiceUrl(value: unknown, allowed: ServiceUrls): boolean {
  if (!isFilled(value) || !URL.canParse(value)) return false;
  const url = new URL(value);
  if (url.username !== '' || url.password !== '') return false;
  if (allowed.type === 'hosts') {
    return (
      value === allowed.also || (url.protocol === 'https:' && url.port === '' && allowed.hosts.includes(url.hostname))
    );
  }
  return /^https?:$/.test(url.protocol) && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function hasId(value: unknown): boolean {
  return isObject(value) && isFilled(value['id']) && isGoodId(value['id']);
}

/** Half a surrogate pair cannot be sent back in an address. */
function isGoodId(id: string): boolean {
  return id.length <= ID_MAX && !/\p{Surrogate}/u.test(id);
}

function hasGoodFields(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { isGroup } = value;
  if (isGroup !== undefined && isGroup !== null && typeof isGroup !== 'boolean') return false;
  return PLACE_STRINGS.every((name) => isStringOrAbsent(value[name]));
}

function withShortName(value: unknown): unknown {
  if (!isObject(value)) return value;
  const { name, ...others } = value;
  return typeof name === 'string'
    ? { ...others, name: name.slice(0, NAME_MAX).replace(/\p{Surrogate}$/u, '') }
    : others;
}

function isFilled(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isStringOrAbsent(value: unknown): boolean {
  return value === undefined || value === null || typeof value === 'string';
}

function isObjectOrAbsent(value: unknown): boolean {
  return value === undefined || value === null || isObject(value);
}
