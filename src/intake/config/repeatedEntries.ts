import { valueOf, type ConfigElement, type ConfigFile } from './configFile.ts';
import { settingAt, type Setting } from './setting.ts';

/** Collections that IIS refuses to load with one key twice: collection -> entry -> attributes that make the key. */
const COLLECTIONS: ReadonlyMap<string, { readonly entry: string; readonly key: readonly string[] }> = new Map([
  ['handlers', { entry: 'add', key: ['name'] }],
  ['modules', { entry: 'add', key: ['name'] }],
  ['globalModules', { entry: 'add', key: ['name'] }],
  ['staticContent', { entry: 'mimeMap', key: ['fileExtension'] }],
  ['customHeaders', { entry: 'add', key: ['name'] }],
  ['files', { entry: 'add', key: ['value'] }],
  ['fileExtensions', { entry: 'add', key: ['fileExtension'] }],
  ['hiddenSegments', { entry: 'add', key: ['segment'] }],
  ['verbs', { entry: 'add', key: ['verb'] }],
  ['environmentVariables', { entry: 'environmentVariable', key: ['name'] }],
  ['handlerSettings', { entry: 'handlerSetting', key: ['name'] }],
  ['rules', { entry: 'rule', key: ['name'] }],
  ['httpErrors', { entry: 'error', key: ['statusCode', 'subStatusCode'] }],
  ['applicationPools', { entry: 'add', key: ['name'] }],
]);

const DEFAULTS: ReadonlyMap<string, string> = new Map([['subStatusCode', '-1']]);

/** Entries that stand twice in one collection; `remove` and `clear` in between take the first one away. */
export function repeatedEntries(file: ConfigFile): Setting[] {
  const seen = new Map<ConfigElement, Set<string>>();
  const found: Setting[] = [];
  for (const element of file.elements) {
    const parent = element.parent;
    const collection = parent === null ? undefined : COLLECTIONS.get(parent.name);
    if (parent === null || collection === undefined || !element.sound) continue;
    const keys = seen.get(parent) ?? new Set();
    seen.set(parent, keys);
    const key = collection.key.map((name) => valueOf(element, name) ?? DEFAULTS.get(name) ?? '').join(' ');
    if (element.name === 'clear') keys.clear();
    else if (element.name === 'remove') keys.delete(key);
    else if (
      element.name === collection.entry &&
      (valueOf(element, collection.key[0]!) ?? '') !== '' &&
      !/[%#$<{]|\.{3}/.test(key)
    ) {
      if (keys.has(key)) found.push(settingAt('config-entry-twice', element));
      keys.add(key);
    }
  }
  return found;
}
