import { readEndpointAddress } from './endpointAddress.ts';
import type { Finding } from './finding.ts';
import { findingsOf } from './finding.ts';
import type { Environment } from './surroundings.ts';
import { firstSet, NAMES } from './values.ts';

const NAME = 'HOSTMEDIC_ENDPOINT';
const { ok, warn, fault } = findingsOf('endpoint');

/** Looks at the address that Teams is to call. */
export function checkEndpoint(env: Environment): Finding[] {
  const value = env[NAME]?.trim() ?? '';
  if (value === '') {
    return firstSet(env, NAMES.appId) === null
      ? [ok('not set; not needed on this machine only')]
      : [
          warn(
            NAME,
            'is not set, so nothing can be said about it',
            'set it to the "Messaging endpoint" of the Azure Bot (Configuration)',
          ),
        ];
  }
  const address = readEndpointAddress(value);
  if (address.type === 'wrong') return [fault(NAME, address.what, address.fix)];
  const site = env['WEBSITE_HOSTNAME']?.trim().toLowerCase() ?? '';
  return site === '' || site === address.url.hostname || !address.url.hostname.endsWith('.azurewebsites.net')
    ? [ok(address.url.href)]
    : [warn(NAME, `names ${address.url.hostname}, this App Service is ${site}`, `use https://${site}/api/messages`)];
}
