import type { Document } from '../../model/artifact.ts';
import { findJsonFiles } from './jsonFiles.ts';
import { lineAt, placeIn } from './place.ts';
import { settingAt, type Setting } from './setting.ts';

const TARGET = 'runtimeTarget/name';

/** What a deps.json says of the platform it was published for. */
export function depsJsonSettings(document: Pick<Document, 'text' | 'toRaw'>): Setting[] {
  return findJsonFiles(document.text, '"runtimeTarget"').flatMap((file) => {
    const found: Setting[] = [];
    if (file.fault !== null) {
      const captures = { ...placeIn(document, file.start, file.fault.at), fault: file.fault.words };
      found.push(settingAt('deps-json-malformed', lineAt(document.text, file.fault.at), captures));
    }
    const target = file.values.find(({ path }) => path === TARGET);
    // ".NETCoreApp,Version=v8.0/win-x86": behind the "/" stands the RID of an app for one platform.
    const rid = target?.value.split('/')[1]?.toLowerCase();
    if (target === undefined || rid === undefined || rid === '') return found;
    if (!rid.startsWith('win')) found.push(settingAt('deps-json-not-for-windows', target, { setting: rid }));
    else if (rid.endsWith('-x86')) found.push(settingAt('deps-json-for-x86', target, { setting: rid }));
    return found;
  });
}
