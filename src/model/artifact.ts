/** The field a text came in by. `text` is the one big paste; the others are the guided questions. */
export type Slot = 'text' | 'browser' | 'eventLog' | 'systemLog' | 'ancmLog' | 'iisLog';

export const SLOTS: readonly Slot[] = ['text', 'browser', 'eventLog', 'systemLog', 'ancmLog', 'iisLog'];

/** A symptom a person can be asked for: every slot but the big paste. */
export type Symptom = Exclude<Slot, 'text'>;

export const SYMPTOMS: readonly Symptom[] = ['browser', 'eventLog', 'systemLog', 'ancmLog', 'iisLog'];

/** Where a product writes a message. A signature names the channels it is looked for in. */
export type Channel =
  | 'browser'
  | 'eventLog'
  | 'systemLog'
  | 'stdoutLog'
  | 'debugLog'
  | 'installerLog'
  | 'iisLog'
  | 'httpErr'
  | 'cli'
  | 'config'
  | 'prose';

export const CHANNELS: readonly Channel[] = [
  'browser',
  'eventLog',
  'systemLog',
  'stdoutLog',
  'debugLog',
  'installerLog',
  'iisLog',
  'httpErr',
  'cli',
  'config',
  'prose',
];

/** What was recognised in a paste. One paste can hold several. */
export type ArtifactKind =
  | 'browser-page'
  | 'windows-event'
  | 'ancm-stdout-log'
  | 'ancm-debug-log'
  | 'iis-w3c-log'
  | 'httperr-log'
  | 'freb-trace'
  | 'installer-log'
  | 'dotnet-cli'
  | 'appcmd-output'
  | 'stack-trace'
  | 'web-config'
  | 'application-host-config'
  | 'runtime-config'
  | 'deps-json'
  | 'har'
  | 'http-trace'
  | 'prose';

/** A stretch of text of one kind. Offsets are UTF-16, into `Document.text`; `end` is exclusive. */
export interface Artifact {
  readonly kind: ArtifactKind;
  readonly channel: Channel;
  readonly start: number;
  readonly end: number;
}

/** UTF-16 offsets into the string as it was received; `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * A received string, ready to be matched: normalised, redacted, cut into artifacts.
 * `artifacts` are in order, do not overlap and cover the whole text; a blank text has none.
 */
export interface Document {
  readonly slot: Slot;
  readonly text: string;
  readonly artifacts: readonly Artifact[];
  /** Kinds of secrets that were masked, each once, e.g. "connection string password". Empty: none found. */
  readonly secrets: readonly string[];
  /** Maps offsets in `text` to offsets in the string as received. */
  toRaw(start: number, end: number): Span;
}

/** A symptom that is not there, with its condition (see docs/diagnosis.md for what each one claims). */
export type Absence = 'no-entry' | 'not-created' | 'empty' | 'normal' | 'cannot-connect' | 'no-answer' | 'blank';

export const ABSENCES: readonly Absence[] = [
  'no-entry',
  'not-created',
  'empty',
  'normal',
  'cannot-connect',
  'no-answer',
  'blank',
];

export type Platform = 'iis' | 'azure-app-service' | 'iis-express';

export const PLATFORMS: readonly Platform[] = ['iis', 'azure-app-service', 'iis-express'];

/** Whether the app ever ran on this server. */
export type History = 'never' | 'until-change' | 'nothing-changed';
