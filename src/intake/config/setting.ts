import type { SettingId } from '../../model/settings.ts';

/** An exact fact of a configuration file. Offsets are into `Document.text`; `end` is exclusive and after `start`. */
export interface Setting {
  readonly id: SettingId;
  readonly start: number;
  readonly end: number;
  /** Values for headline and commands, each at most 120 characters; only names that `SETTINGS` lists for the id. */
  readonly captures: Readonly<Record<string, string>>;
}

const CAPTURE_MAX = 120;

/** Makes a setting; empty and overlong values are left out. */
export function settingAt(
  id: SettingId,
  span: { readonly start: number; readonly end: number },
  captures: Readonly<Record<string, string | undefined>> = {},
): Setting {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(captures)) {
    const short = value?.trim() ?? '';
    if (short !== '' && short.length <= CAPTURE_MAX) kept[name] = short;
  }
  return { id, start: span.start, end: span.end, captures: kept };
}
