import { above, named, valueOf, type ConfigElement, type ConfigFile } from './configFile.ts';
import { settingAt, type Setting } from './setting.ts';

const MODULES: ReadonlySet<string> = new Set(['aspnetcoremodule', 'aspnetcoremodulev2']);

/** Which module handles the requests, and where the handler is declared. */
export function handlerSettings(file: ConfigFile): Setting[] {
  const handlers = named(file, 'add').filter((one) => one.sound && isAspNetCoreHandler(one));
  const elements = named(file, 'aspNetCore');
  const found = handlers.flatMap(ofHandler);
  const [handler] = handlers;
  const server = named(file, 'sites').length > 0 || named(file, 'applicationPools').length > 0;
  if (!file.whole || server || file.fault !== null) return found;
  const hidden = named(file, 'add').some((one) => isOpen(valueOf(one, 'modules') ?? ''));
  if (handler === undefined && elements.length > 0 && elements[0]!.sound && !hidden)
    found.push(settingAt('handler-missing', elements[0]!));
  const known = handler !== undefined && isKnown(handler);
  if (known && elements.length === 0 && !hasFault(file))
    found.push(settingAt('aspnetcore-element-missing', handler, { module: valueOf(handler, 'modules') }));
  return found;
}

/** Of several files in one paste: both with a handler, and one of them hands it down. */
export function handlersOfTwoFiles(files: readonly ConfigFile[]): Setting[] {
  const holders = files.flatMap((file) => {
    const handler = named(file, 'add').find(isAspNetCoreHandler);
    return handler !== undefined && file.whole ? [handler] : [];
  });
  return holders.length > 1 && holders.some(isHandedDown) ? [settingAt('handlers-of-two-files', holders[1]!)] : [];
}

function isAspNetCoreHandler(element: ConfigElement): boolean {
  if (element.parent !== null && element.parent.name !== 'handlers') return false;
  const modules = valueOf(element, 'modules');
  if (modules === undefined) return false;
  return (
    /^aspnetcore/i.test(modules) || (/^aspnetcore$/i.test(valueOf(element, 'name') ?? '') && !modules.includes(','))
  );
}

function isKnown(handler: ConfigElement): boolean {
  return MODULES.has((valueOf(handler, 'modules') ?? '').toLowerCase());
}

const OPEN_VALUE = /[%#${}<]/;

/** A value that a deployment tool or a person has yet to fill in. */
function isOpen(value: string): boolean {
  return OPEN_VALUE.test(value);
}

function ofHandler(handler: ConfigElement): Setting[] {
  const module = valueOf(handler, 'modules') ?? '';
  if (isOpen(module)) return [];
  const captures = { module };
  if (!isKnown(handler))
    return [settingAt('handler-module-unknown', handler, { ...captures, setting: valueOf(handler, 'name') })];
  const found = [settingAt('aspnetcore-handler', handler, captures)];
  if (module.toLowerCase() === 'aspnetcoremodule') found.push(settingAt('handler-module-v1', handler, captures));
  if (isHandedDown(handler)) found.push(settingAt('handler-for-sub-applications', handler));
  const location = above(handler, 'location');
  const path = location === null ? '' : (valueOf(location, 'path') ?? '');
  // In applicationHost.config a location names a whole site, so only one of a web.config counts.
  if (path !== '' && path !== '.' && above(handler, 'configuration') !== null && !path.includes('/'))
    found.push(settingAt('handler-below-location', handler, { path }));
  return found;
}

/** Applications below inherit the handler unless a location around it says otherwise. */
function isHandedDown(handler: ConfigElement): boolean {
  const location = above(handler, 'location');
  return (
    above(handler, 'configuration') !== null &&
    (location === null || valueOf(location, 'inheritInChildApplications')?.toLowerCase() !== 'false')
  );
}

function hasFault(file: ConfigFile): boolean {
  return file.fault !== null || file.elements.some(({ sound }) => !sound);
}
