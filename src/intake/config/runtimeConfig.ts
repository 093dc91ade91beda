import type { Document } from '../../model/artifact.ts';
import { findJsonFiles, type JsonFile, type JsonValue } from './jsonFiles.ts';
import { lineAt, placeIn } from './place.ts';
import { ROLL_FORWARD, serves } from './rollForward.ts';
import { findRuntimes, type Runtime } from './runtimes.ts';
import { settingAt, type Setting } from './setting.ts';

// Properties that the host sets itself; the same name in configProperties stops it.
// https://github.com/dotnet/runtime/blob/main/src/native/corehost/hostpolicy/coreclr.cpp
const HOST_PROPERTIES: ReadonlySet<string> = new Set([
  'TRUSTED_PLATFORM_ASSEMBLIES',
  'NATIVE_DLL_SEARCH_DIRECTORIES',
  'PLATFORM_RESOURCE_ROOTS',
  'APP_CONTEXT_BASE_DIRECTORY',
  'APP_CONTEXT_DEPS_FILES',
  'FX_DEPS_FILE',
  'PROBING_DIRECTORIES',
  'STARTUP_HOOKS',
  'APP_PATHS',
  'RUNTIME_IDENTIFIER',
  'BUNDLE_PROBE',
  'HOSTPOLICY_EMBEDDED',
  'PINVOKE_OVERRIDE',
]);

/** What a runtimeconfig.json asks for, and whether a list of runtimes in the same text has it. */
export function runtimeConfigSettings(document: Pick<Document, 'text' | 'toRaw'>): Setting[] {
  const files = findJsonFiles(document.text, '"runtimeOptions"');
  if (files.length === 0) return [];
  const runtimes = findRuntimes(document.text);
  return files.flatMap((file) => [
    ...faultOf(document, file),
    ...ofOptions(file),
    ...frameworksOf(file).flatMap((wanted) => compare(wanted, runtimes)),
  ]);
}

function faultOf(document: Pick<Document, 'text' | 'toRaw'>, { start, fault }: JsonFile): Setting[] {
  if (fault === null) return [];
  const captures = { ...placeIn(document, start, fault.at), fault: fault.words };
  return [settingAt('runtimeconfig-malformed', lineAt(document.text, fault.at), captures)];
}

const OPTIONS = 'runtimeOptions';

function ofOptions(file: JsonFile): Setting[] {
  const found: Setting[] = [];
  for (const one of file.values) {
    const name = one.path.slice(one.path.lastIndexOf('/') + 1);
    const policy = one.path.startsWith(OPTIONS) && name === 'rollForward';
    if (policy && !ROLL_FORWARD.includes(one.value.toLowerCase()))
      found.push(settingAt('runtimeconfig-roll-forward-unknown', one, { setting: one.value }));
    if (one.path.startsWith(`${OPTIONS}/configProperties/`) && HOST_PROPERTIES.has(name))
      found.push(settingAt('runtimeconfig-host-property', one, { setting: name }));
  }
  const included = file.entered.get(`${OPTIONS}/includedFrameworks`);
  if (included !== undefined)
    found.push(settingAt('runtimeconfig-self-contained', { start: included, end: included + 1 }));
  else if (file.whole && file.entered.has(OPTIONS) && !namesFramework(file))
    found.push(settingAt('runtimeconfig-without-framework', { start: file.start, end: file.end }));
  if (file.whole && !file.entered.has(OPTIONS))
    found.push(settingAt('runtimeconfig-without-options', { start: file.start, end: file.end }));
  return found;
}

function namesFramework(file: JsonFile): boolean {
  return file.entered.has(`${OPTIONS}/framework`) || file.entered.has(`${OPTIONS}/frameworks`);
}

interface Wanted {
  readonly framework: string;
  readonly version: JsonValue;
  readonly policy: string;
}

/** Each framework with its version; a name without a version is left out. */
function frameworksOf(file: JsonFile): Wanted[] {
  const option = (name: string): string | undefined =>
    file.values.find(({ path }) => path === `${OPTIONS}/${name}`)?.value;
  // Before 3.0 the number of rollForwardOnNoCandidateFx said the same: 0 patch, 1 minor, 2 major.
  const old = new Map([
    ['0', 'latestpatch'],
    ['2', 'major'],
  ]).get(option('rollForwardOnNoCandidateFx') ?? '');
  const policy = (option('rollForward') ?? old ?? 'minor').toLowerCase();
  return file.values.flatMap((one, index) => {
    if (!/^runtimeOptions\/frameworks?(?:\/\[\])?\/name$/.test(one.path)) return [];
    const path = one.path.replace(/name$/, 'version');
    const near = [file.values[index + 1], file.values[index - 1]];
    const version = near.find((other) => other?.path === path);
    return version === undefined ? [] : [{ framework: one.value, version, policy }];
  });
}

function compare({ framework, version, policy }: Wanted, runtimes: readonly Runtime[]): Setting[] {
  if (runtimes.length === 0 || !/^\d{1,4}\.\d{1,4}\.\d{1,6}/.test(version.value)) return [];
  const fitting = runtimes.filter((one) => one.framework === framework && serves(version.value, one.version, policy));
  const captures = { framework, version: version.value };
  const [first] = fitting;
  if (first === undefined) return [settingAt('framework-not-listed', version, captures)];
  const id = fitting.every(({ x86 }) => x86) ? 'framework-listed-for-x86-only' : 'framework-listed';
  return [settingAt(id, fitting.find(({ x86 }) => !x86) ?? first, captures)];
}
