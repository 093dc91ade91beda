import { suggestName } from '../catalog/suggest.ts';
import type { Finding } from './finding.ts';
import { findingsOf } from './finding.ts';
import { KNOWN_SETTINGS, OTHER_SETTINGS, SECRET_SETTINGS } from './knownSettings.ts';
import type { Environment } from './surroundings.ts';
import { copyingFault } from './values.ts';

const { ok, warn, fault } = findingsOf('settings');
const CONTACT = 'HOSTMEDIC_CONTACT';

/** Looks at names that nothing reads, and at what copying leaves around values. */
export function checkNames(env: Environment, platform: NodeJS.Platform): Finding[] {
  const names = Object.keys(env).filter((name) => (env[name] ?? '').trim() !== '');
  const findings = [
    ...names.filter((name) => !KNOWN_SETTINGS.includes(name)).flatMap((name) => checkUnknown(name, platform)),
    ...names.filter((name) => KNOWN_SETTINGS.includes(name)).flatMap((name) => checkValue(name, env[name] ?? '')),
    ...checkContact(env[CONTACT]?.trim() ?? ''),
  ];
  return findings.length === 0 ? [ok('names and values are clean')] : findings;
}

function checkUnknown(name: string, platform: NodeJS.Platform): Finding[] {
  const meant = KNOWN_SETTINGS.find((known) => known.toLowerCase() === name.toLowerCase());
  // Windows knows no case in names of the environment; "port" and "node_env" are set by other programs too.
  if (meant !== undefined) {
    return platform === 'win32' || !/^(?:hostmedic|microsoft|connections)/i.test(name)
      ? []
      : [fault(name, 'is not read: capital letters count', `write it as ${meant}`)];
  }
  if (!/^(?:HOSTMEDIC_|MicrosoftApp|connections__serviceConnection__)/i.test(name)) return [];
  if (OTHER_SETTINGS.includes(name)) return [];
  return [
    warn(name, 'is no setting of Hostmedic', suggestName(name, KNOWN_SETTINGS) || 'remove it; .env.example lists all'),
  ];
}

function checkValue(name: string, value: string): Finding[] {
  const extra = copyingFault(value);
  // Names of people and folders may hold blanks.
  if (extra === null || (extra === 'blanks' && !/Microsoft|connections|_ID$|_URL$|ENDPOINT$/.test(name))) return [];
  const shown = SECRET_SETTINGS.includes(name) ? '' : `; it is ${value.trim()}`;
  return [
    fault(
      name,
      `holds ${extra}${shown}`,
      extra === 'a placeholder' ? 'put the real value there' : `take the ${extra} out; they count as part of the value`,
    ),
  ];
}

/** A mail address or an https address, with or without a name in front: "IT helpdesk <help@example.com>". */
function checkContact(value: string): Finding[] {
  const address = (value.endsWith('>') ? value.slice(value.lastIndexOf('<') + 1, -1) : value).trim();
  if (value === '' || /^[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}$/.test(address)) return [];
  if (URL.canParse(address) && new URL(address).protocol === 'https:') return [];
  const fix = 'write it as help@example.com, https://example.com/help, or with a name: IT helpdesk <help@example.com>';
  return [fault(CONTACT, `"${value}" is neither a mail address nor an https address`, fix)];
}
