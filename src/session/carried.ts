import type { Channel, Platform } from '../model/artifact.ts';
import { CHANNELS } from '../model/artifact.ts';
import type { Finding } from '../model/verdict.ts';
import type { Engine } from '../diagnosis/diagnose.ts';
import { symptomOf } from '../diagnosis/findingIndex.ts';
import type { Meeting } from './apply.ts';
import type { CaseState, ReadArtifact } from './record.ts';
import { withFindings } from './takeIn.ts';

/** One finding as it travels in the data of a card that was sent to another conversation: what it is, never the text it was found in. */
export interface Carried {
  readonly key: string;
  readonly channel: Channel;
  /** 0..1, as Finding.quality. */
  readonly quality: number;
}

/** Longest text of carried findings, in UTF-16 units: it stands in each button of a card. */
export const CARRIED_MAX = 1200;
const COUNT_MAX = 24;

/**
 * Writes findings for the data of a card: "status:500.30@browser@100|code:0x80070002@eventLog@100".
 * @param engine what no cause looks for stays behind, because it may be a word of the person
 * @returns at most CARRIED_MAX units, the most important first; empty: nothing can be carried
 */
export function writeCarried(findings: readonly Finding[], engine: Pick<Engine, 'isKnown'>): string {
  let text = '';
  for (const { key, channel, quality } of findings.filter((one) => isOfCatalog(one.key, engine)).slice(0, COUNT_MAX)) {
    const item = `${key}@${channel}@${Math.round(quality * 100)}`;
    if (ITEM.test(item) && text.length + item.length + 1 <= CARRIED_MAX) text += text === '' ? item : `|${item}`;
  }
  return text;
}

// "event:IIS AspNetCore Module V2#1018@eventLog@100"; no "|", which parts two of them.
const ITEM = /^([a-z]{2,12}:[^@|\p{Cc}]{1,160})@([A-Za-z]{2,14})@(100|\d{1,2})$/u;

/**
 * Reads what writeCarried wrote.
 * @param text untrusted: whether a key is one that the catalog looks for is asked when it is taken in
 * @returns null when it is not of this form; empty for an empty text
 */
export function readCarried(text: string): readonly Carried[] | null {
  if (text === '') return [];
  if (text.length > CARRIED_MAX) return null;
  const carried: Carried[] = [];
  for (const item of text.split('|')) {
    const [, key, where, percent] = ITEM.exec(item) ?? [];
    const channel = CHANNELS.find((one) => one === where);
    if (key === undefined || channel === undefined) return null;
    carried.push({ key, channel, quality: Number(percent) / 100 });
  }
  return carried.length <= COUNT_MAX ? carried : null;
}

/**
 * Takes carried findings into the case of the conversation, as if the message had been pasted here. What the case knows
 * already stays as it is, with its quote.
 * @returns the same object when nothing is new
 */
export function takeCarried(
  before: CaseState,
  { found: carried, on }: { readonly found: readonly Carried[]; readonly on: Platform | null },
  meeting: Meeting,
): CaseState {
  const state = before.platform === null && on !== null ? { ...before, platform: on } : before;
  const known = new Set(state.findings.map((one) => `${one.key}@${one.channel}`));
  const found = carried
    .filter(({ key, channel }) => isOfCatalog(key, meeting.engine) && !known.has(`${key}@${channel}`))
    .map((one): Finding => ({ ...one, slot: 'text', start: null, end: null, quote: '', captures: {} }));
  if (found.length === 0) return state;
  const read = readOf(found, meeting).filter(({ symptom }) => !state.read.some((one) => one.symptom === symptom));
  return withFindings({ ...state, read: [...state.read, ...read] }, found, meeting);
}

/** A status counts whatever its number; it must be one. */
function isOfCatalog(key: string, engine: Pick<Engine, 'isKnown'>): boolean {
  return engine.isKnown(key) && (!key.startsWith('status:') || /^status:[1-5]\d\d(?:\.\d{1,3})?$/.test(key));
}

/** What must have been read for findings of these channels: it is not asked for again. */
function readOf(found: readonly Finding[], meeting: Meeting): readonly ReadArtifact[] {
  const kinds = new Map(
    found.flatMap(({ channel }) => (KINDS[channel] === undefined ? [] : [[channel, KINDS[channel]]])),
  );
  return [...kinds].map(([channel, kind]) => ({
    activityId: meeting.activityId,
    kind,
    symptom: symptomOf(channel),
    at: meeting.now,
  }));
}

const KINDS: Readonly<Partial<Record<Channel, ReadArtifact['kind']>>> = {
  browser: 'browser-page',
  eventLog: 'windows-event',
  systemLog: 'windows-event',
  stdoutLog: 'ancm-stdout-log',
  debugLog: 'ancm-debug-log',
  iisLog: 'iis-w3c-log',
  httpErr: 'httperr-log',
};
