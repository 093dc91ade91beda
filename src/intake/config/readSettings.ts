import type { Document } from '../../model/artifact.ts';
import { aspNetCoreSettings } from './aspNetCoreElement.ts';
import { attributeSettings } from './attributeRanges.ts';
import type { ConfigFile } from './configFile.ts';
import { depsJsonSettings } from './depsJson.ts';
import { handlerSettings, handlersOfTwoFiles } from './handlerSettings.ts';
import { otherSections } from './otherSections.ts';
import { lineAt, placeIn } from './place.ts';
import { readConfigFiles } from './readConfigFiles.ts';
import { repeatedEntries } from './repeatedEntries.ts';
import { runtimeConfigSettings } from './runtimeConfig.ts';
import { serverSections } from './serverSections.ts';
import { settingAt, type Setting } from './setting.ts';
import { BARE_AMPERSAND } from './xmlTag.ts';

type ConfigText = Pick<Document, 'text' | 'toRaw'>;

/**
 * Reads configuration files in a text: web.config, applicationHost.config, runtimeconfig.json with a list of runtimes,
 * deps.json; whole ones and fragments, whatever stands around them.
 * @param document cleaned and redacted; a text without such files costs a few searches
 * @returns no order; empty when nothing is remarkable
 * @throws never; linear in the text
 */
export function readSettings(document: ConfigText): Setting[] {
  const isData = (at: number): boolean => {
    const raw = document.toRaw(at, at + 1);
    return raw.end - raw.start > 1;
  };
  const files = readConfigFiles({ text: document.text, isData });
  return [
    ...files.flatMap((file) => settingsOf(file, document)),
    ...handlersOfTwoFiles(files),
    ...runtimeConfigSettings(document),
    ...depsJsonSettings(document),
  ];
}

function settingsOf(file: ConfigFile, document: ConfigText): Setting[] {
  return [
    ...wellFormedness(file, document),
    ...aspNetCoreSettings(file),
    ...attributeSettings(file),
    ...handlerSettings(file),
    ...repeatedEntries(file),
    ...otherSections(file),
    ...serverSections(file),
  ];
}

function wellFormedness({ start, fault, doctype }: ConfigFile, document: ConfigText): Setting[] {
  const found = doctype === null ? [] : [settingAt('xml-doctype', doctype)];
  if (fault === null) return found;
  const id = fault.words === BARE_AMPERSAND ? 'xml-bare-ampersand' : 'xml-malformed';
  const captures = { ...placeIn(document, start, fault.at), fault: fault.words };
  return [...found, settingAt(id, lineAt(document.text, fault.at), captures)];
}
