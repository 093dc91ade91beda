import type { Finding } from './finding.ts';
import { findingsOf } from './finding.ts';
import type { Environment } from './surroundings.ts';
import { firstSet, isGuid, NAMES } from './values.ts';
import type { Named } from './values.ts';
import { suggestName } from '../catalog/suggest.ts';

const { ok, warn, fault } = findingsOf('identity');
const APP_TYPES = ['SingleTenant', 'UserAssignedMSI', 'MultiTenant'];
/** Shorter than any secret that Entra makes. */
const SECRET_SHORTEST = 16;

/**
 * Looks at who the bot is towards the Bot Framework: app id, app type, tenant, secret.
 * https://learn.microsoft.com/azure/bot-service/bot-service-quickstart-registration
 */
export function checkIdentity(env: Environment): Finding[] {
  const appId = firstSet(env, NAMES.appId);
  const password = firstSet(env, NAMES.password);
  const tenant = firstSet(env, NAMES.tenantId);
  const type = env['MicrosoftAppType']?.trim() ?? '';
  if (appId === null) return withoutId(env, password);
  const findings = [
    ...checkFamilies(env),
    ...checkAppId(appId, tenant, env),
    ...checkType(type, password),
    ...(password === null ? [] : checkPassword(password, appId)),
    ...checkTenant(tenant, type),
  ];
  return findings.length === 0 ? [ok(`${type || 'SingleTenant'} bot ${appId.value}`)] : findings;
}

function withoutId(env: Environment, password: Named | null): Finding[] {
  const site = env['WEBSITE_SITE_NAME']?.trim() ?? '';
  const mode = env['NODE_ENV']?.trim() ?? '';
  if (mode === 'production' || site !== '') {
    const why = mode === 'production' ? 'NODE_ENV is production' : 'this is an App Service';
    return [
      fault(
        'MicrosoftAppId',
        `is not set, and ${why}: the bot does not start, because it would answer anyone`,
        'copy it from the Azure Bot (Configuration, "Microsoft App ID")',
      ),
    ];
  }
  return [
    password === null
      ? ok('no credentials: this machine only, without Teams')
      : fault(
          'MicrosoftAppId',
          `is not set, but ${password.name} is`,
          'set both, or none for use on this machine only',
        ),
    ...(/^prod/i.test(mode)
      ? [warn('NODE_ENV', `is "${mode}", which is not taken as production`, 'write it as production')]
      : []),
  ];
}

/** The bot takes the name of the Bot Framework first; other tools take the other. */
function checkFamilies(env: Environment): Finding[] {
  return Object.values(NAMES).flatMap(([name, other]) => {
    const [one, two] = [env[name]?.trim() ?? '', env[other]?.trim() ?? ''];
    if (one === '' || two === '' || one === two) return [];
    return [fault(name, `and ${other} are set to different values`, `remove one; the bot takes ${name}`)];
  });
}

function checkAppId({ name, value }: Named, tenant: Named | null, env: Environment): Finding[] {
  if (!isGuid(value)) {
    return [fault(name, 'is not a GUID', 'copy "Application (client) ID" from the overview of the app registration')];
  }
  const isAlso = (other: string) => (env[other] ?? '').trim().toLowerCase() === value.toLowerCase();
  if (tenant !== null && tenant.value.toLowerCase() === value.toLowerCase()) {
    return [
      fault(
        name,
        `is the same as ${tenant.name}`,
        'one is the application (client) id, the other the directory (tenant) id',
      ),
    ];
  }
  const object = Object.keys(env).find((other) => /(?:object|principal)_?id$/i.test(other) && isAlso(other));
  if (object !== undefined) {
    return [
      fault(
        name,
        `is the same as ${object}: the object id, not the client id`,
        'copy "Client ID" (of the identity) or "Application (client) ID" instead',
      ),
    ];
  }
  return [];
}

function checkType(type: string, password: Named | null): Finding[] {
  const known = APP_TYPES.find((name) => name.toLowerCase() === type.toLowerCase());
  if (known === undefined) {
    if (type === '' && password?.name === NAMES.password[1]) return [];
    return [
      fault(
        'MicrosoftAppType',
        type === '' ? 'is not set' : `is "${type}"`,
        (type === '' ? '' : suggestName(type, APP_TYPES)) ||
          `set it to one of ${APP_TYPES.join(', ')}; the Azure Bot shows it under Configuration`,
      ),
    ];
  }
  if (known === 'UserAssignedMSI') {
    return password === null
      ? []
      : [
          fault(
            password.name,
            'is set, but a UserAssignedMSI bot has no secret',
            'remove it, or set MicrosoftAppType to SingleTenant',
          ),
        ];
  }
  const older = 'new bots cannot be MultiTenant since 2025-07-31';
  return [
    ...(password === null ? [fault('MicrosoftAppPassword', `is not set; a ${known} bot needs it`, SECRET_WAY)] : []),
    ...(known === 'MultiTenant'
      ? [warn('MicrosoftAppType', `is MultiTenant; ${older}`, 'compare it with the Azure Bot (Configuration)')]
      : []),
  ];
}

const SECRET_WAY =
  'make one: app registration, Certificates & secrets, New client secret, and copy the column "Value" at once; it is shown only then';

function checkPassword({ name, value }: Named, appId: Named): Finding[] {
  if (value.toLowerCase() === appId.value.toLowerCase()) return [fault(name, 'is the app id', SECRET_WAY)];
  if (isGuid(value)) return [fault(name, 'is a GUID: the ID of the secret, not its value', SECRET_WAY)];
  if (/\*{4,}|\u2022{3,}/.test(value)) return [fault(name, 'is the masked form of the secret', SECRET_WAY)];
  if (value.length >= SECRET_SHORTEST) return [];
  return [warn(name, `has ${value.length} characters; secrets of Entra have about 40`, SECRET_WAY)];
}

function checkTenant(tenant: Named | null, type: string): Finding[] {
  if (/^multitenant$/i.test(type)) return [];
  const way = 'copy "Directory (tenant) ID" from the overview of the app registration';
  if (tenant === null) return [fault('MicrosoftAppTenantId', 'is not set', way)];
  if (isGuid(tenant.value)) return [];
  const what = /^(?:common|organizations|consumers)$/i.test(tenant.value)
    ? `is "${tenant.value}", which names no tenant`
    : 'is not a GUID';
  return [fault(tenant.name, what, way)];
}
