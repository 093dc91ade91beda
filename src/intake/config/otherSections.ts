import { above, attributeOf, valueOf, type ConfigElement, type ConfigFile } from './configFile.ts';
import type { SettingId } from '../../model/settings.ts';
import { settingAt, type Setting } from './setting.ts';

/** Sections beside aspNetCore that change how a request ends. */
export function otherSections(file: ConfigFile): Setting[] {
  const about: About = {
    ofServer: isOfServer(file),
    validated: !validationOff(file),
    whole: file.whole,
  };
  return file.elements
    .filter(({ sound }) => sound)
    .flatMap((element) => READERS.get(element.name)?.(element, about) ?? []);
}

/** What one look at the whole file tells. */
interface About {
  /** True for applicationHost.config. */
  readonly ofServer: boolean;
  /** False when the file switches the check of old sections off. */
  readonly validated: boolean;
  readonly whole: boolean;
}

type Reader = (element: ConfigElement, about: About) => Setting[];

const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['add', integratedModeOnly],
  ['identity', impersonation],
  ['compilation', ofFramework],
  ['httpRuntime', ofFramework],
  ['modules', allManagedModules],
  ['remove', removesWebDav],
  ['rewrite', plain('rewrite-section')],
  ['httpErrors', replacesErrors],
  ['requestLimits', requestLimit],
  ['windowsAuthentication', lockable],
  ['anonymousAuthentication', lockable],
  ['basicAuthentication', lockable],
  ['access', lockable],
  ['ipSecurity', lockable],
  ['isapiCgiRestriction', lockable],
  ['environmentVariable', environmentVariable],
]);

function plain(id: SettingId): Reader {
  return (element) => [settingAt(id, element)];
}

function integratedModeOnly(element: ConfigElement, about: About): Setting[] {
  const section = element.parent?.name;
  if (section !== 'httpModules' && section !== 'httpHandlers') return [];
  if (above(element, 'system.web') === null || !about.validated) return [];
  return [settingAt('system-web-modules', element, { setting: section })];
}

function impersonation(element: ConfigElement, about: About): Setting[] {
  const on = valueOf(element, 'impersonate')?.toLowerCase() === 'true';
  return on && above(element, 'system.web') !== null && about.validated
    ? [settingAt('system-web-modules', element, { setting: 'identity impersonate' })]
    : [];
}

function isOfServer(file: ConfigFile): boolean {
  return file.elements.some(({ name }) => name === 'sectionGroup' || name === 'sites');
}

function validationOff(file: ConfigFile): boolean {
  return file.elements.some(
    (one) =>
      one.name === 'validation' && valueOf(one, 'validateIntegratedModeConfiguration')?.toLowerCase() === 'false',
  );
}

function ofFramework(element: ConfigElement): Setting[] {
  const target = attributeOf(element, 'targetFramework');
  if (target === undefined || above(element, 'system.web') === null) return [];
  return [settingAt('system-web-of-framework', element, { setting: target.value })];
}

function allManagedModules(element: ConfigElement): Setting[] {
  const on = valueOf(element, 'runAllManagedModulesForAllRequests')?.toLowerCase() === 'true';
  return on ? [settingAt('run-all-managed-modules', element)] : [];
}

function removesWebDav(element: ConfigElement): Setting[] {
  const name = valueOf(element, 'name')?.toLowerCase() ?? '';
  return name === 'webdav' || name === 'webdavmodule' ? [settingAt('webdav-removed', element)] : [];
}

function replacesErrors(element: ConfigElement, about: About): Setting[] {
  const replaced = valueOf(element, 'existingResponse')?.toLowerCase() === 'replace';
  if (!replaced) return [settingAt('http-errors-kept', element)];
  return about.whole ? [settingAt('http-errors-replace', element)] : [];
}

function requestLimit(element: ConfigElement, about: About): Setting[] {
  const limit = attributeOf(element, 'maxAllowedContentLength');
  return limit === undefined || !about.whole ? [] : [settingAt('request-limit-set', limit, { setting: limit.value })];
}

/** Sections that a server locks unless somebody unlocked them; a location of applicationHost.config may set them. */
function lockable(element: ConfigElement, about: About): Setting[] {
  const inSection = above(element, 'system.webServer') !== null;
  return inSection && !about.ofServer ? [settingAt('lockable-section', element, { setting: element.name })] : [];
}

function environmentVariable(element: ConfigElement): Setting[] {
  const value = valueOf(element, 'value');
  switch (valueOf(element, 'name')?.toUpperCase()) {
    case 'ASPNETCORE_URLS':
    case 'DOTNET_URLS':
      return [settingAt('env-urls', element, { setting: value })];
    case 'ASPNETCORE_PORT':
      return [settingAt('env-port', element, { port: value })];
    case 'DOTNET_STARTUP_HOOKS':
      return [settingAt('env-startup-hooks', element, { setting: value })];
    case 'ASPNETCORE_HOSTINGSTARTUPASSEMBLIES':
      return [settingAt('env-hosting-startup', element, { setting: value })];
    default:
      return [];
  }
}
