import { above, named, type ConfigElement, type ConfigFile } from './configFile.ts';
import { settingAt, type Setting } from './setting.ts';
import type { XmlAttribute } from './xmlTag.ts';

// Attributes of both modules with what their schema allows; null: any text.
// https://github.com/dotnet/aspnetcore/blob/main/src/Servers/IIS/AspNetCoreModuleV2/AspNetCore/aspnetcore_schema_v2.xml
const ATTRIBUTES: ReadonlyMap<string, ((value: string) => boolean) | null> = new Map([
  ['processPath', null],
  ['arguments', null],
  ['hostingModel', null],
  ['stdoutLogFile', null],
  ['startupTimeLimit', within(0, 3600)],
  ['shutdownTimeLimit', within(0, 600)],
  ['rapidFailsPerMinute', within(0, 100)],
  ['processesPerApplication', within(1, 100)],
  ['requestTimeout', isRequestTimeout],
  ['stdoutLogEnabled', isBool],
  ['forwardWindowsAuthToken', isBool],
  ['disableStartUpErrorPage', isBool],
]);

/** Elements below aspNetCore, and what may stand inside them. */
const CHILDREN: ReadonlyMap<string, readonly string[]> = new Map([
  ['aspNetCore', ['environmentVariables', 'handlerSettings', 'recycleOnFileChange']],
  ['environmentVariables', ['environmentVariable', 'add', 'clear', 'remove']],
  ['handlerSettings', ['handlerSetting', 'add', 'clear', 'remove']],
]);

const WHOLE_NUMBER = /^\d{1,10}$/;
const BOOL = /^(?:true|false)$/i;
const OPEN_VALUE = /[#${}<>%]|\.{3}/;

/** Default of requestTimeout. */
const DEFAULT_TIMEOUT_S = 120;

/** Attributes and elements of aspNetCore that IIS refuses, and a time-out below the default. */
export function attributeSettings(file: ConfigFile): Setting[] {
  const elements = named(file, 'aspNetCore').filter(({ sound }) => sound);
  return [...elements.flatMap(ofElement), ...unknownChildren(file)];
}

function ofElement(element: ConfigElement): Setting[] {
  if (element.attributes.some(({ name }) => name.includes(':'))) return [];
  return element.attributes.flatMap((attribute) => {
    const allowed = ATTRIBUTES.get(attribute.name);
    if (allowed === undefined) {
      // A snippet in somebody's words may stand for any other attribute.
      const mayBe = element.parent !== null && /^[A-Za-z]{3,40}$/.test(attribute.name);
      return mayBe ? [settingAt('attribute-unknown', attribute, { setting: attribute.name })] : [];
    }
    if (allowed === null || isOpen(attribute)) return [];
    if (!allowed(attribute.value.trim()))
      return [settingAt('attribute-out-of-range', attribute, { setting: `${attribute.name}="${attribute.value}"` })];
    const short = attribute.name === 'requestTimeout' && (secondsOf(attribute.value) ?? 0) < DEFAULT_TIMEOUT_S;
    return short ? [settingAt('request-timeout-short', attribute, { setting: attribute.value })] : [];
  });
}

/** A placeholder of a deployment tool or of a person: `#{Timeout}#`, `$(x)`, `<value>`, `...`. */
function isOpen({ value }: XmlAttribute): boolean {
  return OPEN_VALUE.test(value);
}

function within(min: number, max: number): (value: string) => boolean {
  return (value) => WHOLE_NUMBER.test(value) && Number(value) >= min && Number(value) <= max;
}

function isBool(value: string): boolean {
  return BOOL.test(value);
}

/** Whole minutes up to 30 days; 60 minutes or seconds are refused. */
function isRequestTimeout(value: string): boolean {
  const seconds = secondsOf(value);
  return seconds !== null && seconds % 60 === 0 && seconds <= 2_592_000;
}

/** `hh:mm:ss` or `d.hh:mm:ss` -> seconds; null for anything else. */
function secondsOf(value: string): number | null {
  const parts = /^(?:(\d{1,3})\.)?(\d{1,3}):([0-5]?\d):([0-5]?\d)$/.exec(value.trim());
  if (parts === null) return null;
  const [days, hours, minutes, seconds] = parts.slice(1).map((part) => Number(part ?? 0));
  return days! * 86_400 + hours! * 3600 + minutes! * 60 + seconds!;
}

function unknownChildren(file: ConfigFile): Setting[] {
  if (!file.whole) return [];
  return file.elements.flatMap((element) => {
    const parent = element.parent;
    const known = parent === null ? undefined : CHILDREN.get(parent.name);
    const inside = parent?.name === 'aspNetCore' || (parent !== null && above(parent, 'aspNetCore') !== null);
    if (known === undefined || !inside || known.includes(element.name)) return [];
    return [settingAt('config-element-unknown', element, { setting: element.name })];
  });
}
