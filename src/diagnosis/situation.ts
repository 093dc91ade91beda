import {
  SYMPTOMS,
  type Absence,
  type Artifact,
  type History,
  type Platform,
  type Slot,
  type Symptom,
} from '../model/artifact.ts';
import type { Finding, Situation } from '../model/verdict.ts';
import { absenceKey } from './lookedFor.ts';
import { symptomOf } from './findingIndex.ts';

/** What is known of a case when its situation is drawn up. */
export interface Known {
  readonly findings: readonly Finding[];
  /** Symptoms that were read from pastes. */
  readonly read: readonly Symptom[];
  readonly answers: Readonly<Partial<Record<Symptom, Absence | 'skipped'>>>;
  readonly platform: Platform | null;
  readonly aspNetCoreVersion: string | null;
  readonly history: History | null;
  /** Questions that are asked once and were. */
  readonly restOfPageAsked?: boolean;
  readonly platformAsked?: boolean;
  readonly historyAsked?: boolean;
}

/** Draws up the situation: text beats an absence, a stated absence beats Skip, words in prose count as a statement. */
export function situate(known: Known): Situation {
  const answered: Partial<Record<Symptom, 'text' | Absence | 'skipped'>> = { ...known.answers };
  for (const finding of known.findings) {
    const said = /^absent:(\w+):([\w-]+)$/.exec(finding.key);
    const symptom = SYMPTOMS.find((one) => one === said?.[1]);
    if (symptom !== undefined && (answered[symptom] ?? 'skipped') === 'skipped')
      answered[symptom] = said![2] as Absence;
  }
  for (const symptom of known.read) answered[symptom] = 'text';
  return {
    platform: known.platform,
    aspNetCoreVersion: known.aspNetCoreVersion,
    history: known.history,
    answered,
    restOfPageAsked: known.restOfPageAsked === true,
    platformAsked: known.platformAsked === true,
    historyAsked: known.historyAsked === true,
  };
}

/** The finding that stands for an absence stated by a button or a typed word. */
export function absenceFinding(symptom: Symptom, absence: Absence): Finding {
  return spoken(absenceKey(symptom, absence), symptom);
}

/** The finding that stands for a statement chosen from a list. */
export function statementFinding(id: string): Finding {
  return spoken(`statement:${id}`, 'text');
}

function spoken(key: string, slot: Slot): Finding {
  return { key, slot, channel: 'prose', quality: 1, start: null, end: null, quote: '', captures: {} };
}

/** The symptom an artifact answers. Prose in a symptom's own field answers that symptom; elsewhere it answers none. */
export function symptomOfArtifact(artifact: Artifact, slot: Slot): Symptom | null {
  return symptomOf(artifact.channel) ?? (slot === 'text' ? null : slot);
}

/** The ASP.NET Core version, when a message named one; null otherwise. */
export function versionIn(findings: readonly Finding[]): string | null {
  for (const finding of findings) {
    const version = finding.captures.version;
    if (version !== undefined && /^\d+\.\d+/.test(version)) return version;
  }
  return null;
}
