import type { Document } from '../../model/artifact.ts';
import { findJsonFiles, type JsonFile } from './jsonFiles.ts';
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
    ...compare(frameworksOf(file), runtimes),
  ]);
}

function faultOf(document: Pick<Document, 'text' | 'toRaw'>, { start, fault }: JsonFile): Setting[] {
  if (fault === null) return [];
  const captures = { ...placeIn(document, start, fault.at), fault: fault.words };
  return [settingAt('runtimeconfig-malformed', lineAt(document.text, fault.at), captures)];
}

const OPTIONS = 'runtimeOptions';
const FRAMEWORK_NAME = /^runtimeOptions\/frameworks?(?:\/\[\])?\/name$/;
const VERSION = /^\d{1,4}\.\d{1,4}\.\d{1,6}/;
// Before 3.0 the number of rollForwardOnNoCandidateFx said the same; 1 is the default.
const ROLL_FORWARD_ON_NO_CANDIDATE: ReadonlyMap<string, string> = new Map([
  ['0', 'latestpatch'],
  ['2', 'major'],
]);

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
  readonly version: string;
  /** From the name to the version. */
  readonly start: number;
  readonly end: number;
  readonly policy: string;
}

/** Each framework with its version; a name without a version is left out. */
function frameworksOf(file: JsonFile): Wanted[] {
  const option = (name: string): string | undefined =>
    file.values.find(({ path }) => path === `${OPTIONS}/${name}`)?.value;
  const old = ROLL_FORWARD_ON_NO_CANDIDATE.get(option('rollForwardOnNoCandidateFx') ?? '');
  const policy = (option('rollForward') ?? old ?? 'minor').toLowerCase();
  return file.values.flatMap((one, index) => {
    if (!FRAMEWORK_NAME.test(one.path)) return [];
    const path = one.path.replace(/name$/, 'version');
    const near = [file.values[index + 1], file.values[index - 1]];
    const version = near.find((other) => other?.path === path);
    if (version === undefined || !VERSION.test(version.value)) return [];
    const [start, end] = [Math.min(one.start, version.start), Math.max(one.end, version.end)];
    return [{ framework: one.value, version: version.value, start, end, policy }];
  });
}

/** Which of the frameworks a list of runtimes lacks; that it has them is said only if it has all of them. */
function compare(wanted: readonly Wanted[], runtimes: readonly Runtime[]): Setting[] {
  const found = wanted.map((one) => settingAt('runtimeconfig-framework', one, capturesOf(one)));
  if (runtimes.length === 0) return found;
  const fitting = wanted.map((one) => runtimes.filter((runtime) => fits(one, runtime)));
  const missing = wanted.filter((_, index) => fitting[index]!.length === 0);
  if (missing.length > 0)
    return [...found, ...missing.map((one) => settingAt('framework-not-listed', one, capturesOf(one)))];
  for (const [index, one] of wanted.entries()) {
    const native = fitting[index]!.find(({ x86 }) => !x86);
    const id = native === undefined ? 'framework-listed-for-x86-only' : 'framework-listed';
    found.push(settingAt(id, native ?? fitting[index]![0]!, capturesOf(one)));
  }
  return found;
}

function fits({ framework, version, policy }: Wanted, runtime: Runtime): boolean {
  return runtime.framework === framework && serves(version, runtime.version, policy);
}

function capturesOf({ framework, version }: Wanted): Record<string, string> {
  return { framework, version };
}
