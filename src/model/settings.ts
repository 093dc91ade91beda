/**
 * Every setting that can be found, with the values it captures. A catalog signature names one as `{ setting: <id> }`.
 * An id is never renamed once released.
 */
export const SETTINGS = {
  // XML of a whole configuration file
  'xml-malformed': ['line', 'column', 'fault'],
  'xml-bare-ampersand': ['line', 'column', 'fault'],
  'xml-doctype': [],
  'config-element-unknown': ['setting'],
  // the aspNetCore element
  'process-path-missing': [],
  'process-path-empty': [],
  'launcher-placeholder': ['setting'],
  'dotnet-without-arguments': ['exe'],
  'dotnet-arguments-without-app': ['command'],
  'dotnet-arguments-name-exe': ['exe'],
  'dotnet-arguments-sdk-command': ['command'],
  'exe-with-its-dll-as-argument': ['exe'],
  'process-path-is-dll': ['app'],
  'process-path-of-linux': ['exe'],
  'process-path-in-build-folder': ['exe'],
  'hosting-model-unknown': ['setting'],
  'in-process-with-module-v1': ['module'],
  'attribute-out-of-range': ['setting'],
  'attribute-unknown': ['setting'],
  'request-timeout-short': ['setting'],
  'stdout-log-into-subfolder': ['path'],
  'stdout-log-of-app-service': ['path'],
  'env-urls': ['setting'],
  'env-port': ['port'],
  'env-startup-hooks': ['setting'],
  'env-hosting-startup': ['setting'],
  // handlers
  'aspnetcore-handler': ['module'],
  'handler-module-v1': ['module'],
  'handler-module-unknown': ['module', 'setting'],
  'handler-missing': [],
  'aspnetcore-element-missing': ['module'],
  'handler-for-sub-applications': [],
  'handlers-of-two-files': [],
  'handler-below-location': ['path'],
  'config-entry-twice': [],
  // other sections
  'system-web-modules': ['setting'],
  'system-web-of-framework': ['setting'],
  'run-all-managed-modules': [],
  'webdav-removed': [],
  'rewrite-section': [],
  // these two only in a whole file: who pastes such a line alone asks about it
  'http-errors-replace': [],
  'request-limit-set': ['setting'],
  'http-errors-kept': [],
  'lockable-section': ['setting'],
  // applicationHost.config
  'pool-32-bit': ['pool'],
  'pool-auto-start-off': ['pool'],
  'pool-rapid-fail-off': ['pool'],
  'pool-own-account': ['pool', 'user'],
  'pool-without-profile': ['pool'],
  'pool-with-profile': [],
  'virtual-directory-in-site': ['path'],
  // runtimeconfig.json, deps.json, runtimes listed by dotnet
  'runtimeconfig-malformed': ['line', 'column', 'fault'],
  'runtimeconfig-without-options': [],
  'runtimeconfig-without-framework': [],
  'runtimeconfig-roll-forward-unknown': ['setting'],
  'runtimeconfig-host-property': ['setting'],
  'runtimeconfig-self-contained': [],
  'runtimeconfig-framework': ['framework', 'version'],
  'framework-not-listed': ['framework', 'version'],
  'framework-listed': ['framework', 'version'],
  'framework-listed-for-x86-only': ['framework', 'version'],
  'deps-json-malformed': ['line', 'column', 'fault'],
  'deps-json-not-for-windows': ['setting'],
  'deps-json-for-x86': ['setting'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type SettingId = keyof typeof SETTINGS;

/** Every id, in the order of the table. */
export const SETTING_IDS: readonly string[] = Object.keys(SETTINGS);

/** @returns names of the values that a setting captures; empty for an unknown id */
export function settingCaptures(id: string): readonly string[] {
  return new Map<string, readonly string[]>(Object.entries(SETTINGS)).get(id) ?? [];
}
