import { above, attributeOf, named, valueOf, type ConfigElement, type ConfigFile } from './configFile.ts';
import { settingAt, type Setting } from './setting.ts';

/** What starts the app: processPath and arguments of each aspNetCore element. */
export function aspNetCoreSettings(file: ConfigFile): Setting[] {
  const moduleV1 = named(file, 'add').find((one) => valueOf(one, 'modules') === 'AspNetCoreModule');
  return named(file, 'aspNetCore')
    .filter((element) => element.sound && !isTransform(element))
    .flatMap((element) => [...launchSettings(element), ...hostingSettings(element, moduleV1), ...logSettings(element)]);
}

/** Attributes with a namespace belong to a transform (`xdt:Transform`), which is no web.config yet. */
function isTransform(element: ConfigElement): boolean {
  return element.attributes.some(({ name }) => name.startsWith('xdt:'));
}

const DOTNET = /(?:^|[\\/])dotnet(?:\.exe)?$/i;
const BUILD_FOLDER =
  /(?:^|[\\/])(?:bin[\\/](?:debug|release)[\\/]|(?:win|linux|osx)\d{0,4}-(?:x64|x86|arm64|arm)[\\/])/i;
const LAUNCHER = /%LAUNCHER_(?:PATH|ARGS)%/i;
const SDK_COMMAND = /^(?:run|watch|build|publish|restore|test)(?:\s|$)/i;
const APP_DLL = /\.dll(?=["'\s]|$)/i;

function launchSettings(element: ConfigElement): Setting[] {
  const path = attributeOf(element, 'processPath');
  const args = attributeOf(element, 'arguments');
  const exe = path?.value.trim() ?? '';
  const command = args?.value.trim() ?? '';
  const placeholder = [path, args].find((one) => LAUNCHER.test(one?.value ?? ''));
  if (placeholder !== undefined)
    return [settingAt('launcher-placeholder', placeholder, { setting: placeholder.value })];
  if (path === undefined) {
    const inSection = above(element, 'system.webServer') !== null && element.attributes.length > 0;
    return inSection && above(element, 'configuration') !== null ? [settingAt('process-path-missing', element)] : [];
  }
  if (exe === '') return [settingAt('process-path-empty', path)];
  if (DOTNET.test(exe) && !exe.startsWith('/')) return dotnetSettings(element, exe, command);
  const found: Setting[] = [];
  if (/^\/(?:usr|opt|home|app|var|root)\//.test(exe)) found.push(settingAt('process-path-of-linux', path, { exe }));
  if (/\.dll$/i.test(exe)) found.push(settingAt('process-path-is-dll', path, { app: exe }));
  if (BUILD_FOLDER.test(exe)) found.push(settingAt('process-path-in-build-folder', path, { exe }));
  const app = /\.exe$/i.test(exe) ? `${exe.slice(0, -4)}.dll` : '';
  if (app !== '' && sameFile(command, app)) found.push(settingAt('exe-with-its-dll-as-argument', element, { exe }));
  return found;
}

/** dotnet with what follows it; `exec` in front of the app is as good as nothing. */
function dotnetSettings(element: ConfigElement, exe: string, command: string): Setting[] {
  const rest = command.replace(/^exec\s{1,40}/i, '');
  // A variable or a placeholder stands for what this reader cannot see.
  if (/[%<{#$]|\.{3}/.test(rest) || APP_DLL.test(rest)) return [];
  if (rest === '') return [settingAt('dotnet-without-arguments', element, { exe })];
  const args = attributeOf(element, 'arguments') ?? element;
  if (SDK_COMMAND.test(rest)) return [settingAt('dotnet-arguments-sdk-command', args, { command })];
  const app = rest.split(/[\s"'\\/]/).find((part) => part.toLowerCase().endsWith('.exe'));
  if (app !== undefined) return [settingAt('dotnet-arguments-name-exe', args, { exe: app })];
  return [settingAt('dotnet-arguments-without-app', args, { command })];
}

function sameFile(one: string, other: string): boolean {
  return one !== '' && plainName(one) === plainName(other);
}

function plainName(path: string): string {
  const bare = path.replace(/^["']|["']$/g, '');
  return bare.replace(/^\.[\\/]/, '').toLowerCase();
}

function hostingSettings(element: ConfigElement, handler: ConfigElement | undefined): Setting[] {
  const model = attributeOf(element, 'hostingModel');
  const value = model?.value.trim().toLowerCase() ?? '';
  if (model === undefined || value === '' || /[%<{#$]/.test(value)) return [];
  if (value !== 'inprocess' && value !== 'outofprocess')
    return [settingAt('hosting-model-unknown', model, { setting: `hostingModel="${model.value}"` })];
  if (value === 'outofprocess' || handler === undefined) return [];
  return [settingAt('in-process-with-module-v1', handler, { module: 'AspNetCoreModule' })];
}

function logSettings(element: ConfigElement): Setting[] {
  const file = attributeOf(element, 'stdoutLogFile');
  if (file === undefined || valueOf(element, 'stdoutLogEnabled')?.toLowerCase() !== 'true') return [];
  const path = file.value.trim();
  if (/^\\\\\?\\%home%\\/i.test(path)) return [settingAt('stdout-log-of-app-service', file, { path })];
  const folder = /^(?:\.[\\/])?([^\\/:%]{1,100})[\\/]/.exec(path)?.[1];
  return folder === undefined ? [] : [settingAt('stdout-log-into-subfolder', file, { path: folder })];
}
