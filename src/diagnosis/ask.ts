import { lowerOf, readDocument } from '../intake/readDocument.ts';
import { ABSENCES, PLATFORMS, SLOTS, type Absence, type Platform, type Slot, type Symptom } from '../model/artifact.ts';
import { HostmedicError } from '../model/errors.ts';
import type { Finding, Verdict } from '../model/verdict.ts';
import type { Engine } from './diagnose.ts';
import { platformIn } from './platform.ts';
import { absenceFinding, situate, symptomOfArtifact, versionIn } from './situation.ts';

/** One self-contained request: the texts and absences that are known. A symptom left out is not known. */
export interface Inquiry {
  readonly text?: string;
  readonly symptoms?: Readonly<Partial<Record<Symptom, string | { readonly absent: Absence }>>>;
  readonly platform?: Platform;
  readonly aspNetCoreVersion?: string;
}

/** Diagnoses everything that is known at once; what the command line and the catalog's own examples use. */
export function diagnoseInquiry(inquiry: Inquiry, engine: Engine): Verdict {
  const findings: Finding[] = [];
  const read: Symptom[] = [];
  const answers: Partial<Record<Symptom, Absence>> = {};
  let platform = inquiry.platform ?? null;
  const take = (slot: Slot, text: string): void => {
    const document = readDocument(slot, text);
    findings.push(...engine.detect(document));
    platform ??= platformIn(document.text, lowerOf(document));
    for (const artifact of document.artifacts) {
      const symptom = symptomOfArtifact(artifact, slot);
      if (symptom !== null) read.push(symptom);
    }
  };
  if (inquiry.text !== undefined) take('text', inquiry.text);
  for (const [slot, answer] of Object.entries(inquiry.symptoms ?? {}) as [
    Symptom,
    string | { readonly absent: Absence },
  ][]) {
    if (typeof answer === 'string') take(slot, answer);
    else {
      answers[slot] = answer.absent;
      findings.push(absenceFinding(slot, answer.absent));
    }
  }
  const situation = situate({
    findings,
    read,
    answers,
    platform,
    aspNetCoreVersion: inquiry.aspNetCoreVersion ?? versionIn(findings),
    history: null,
  });
  return engine.verdict(findings, situation);
}

/**
 * Reads an inquiry from parsed JSON. Unknown fields are ignored; `null` means not known.
 * @throws HostmedicError INPUT_INVALID naming the field, its value's type and what is expected
 */
export function readInquiry(value: unknown): Inquiry {
  const object = asObject(value, 'the line');
  const symptoms: Partial<Record<Symptom, string | { readonly absent: Absence }>> = {};
  const given = object.symptoms === undefined || object.symptoms === null ? {} : asObject(object.symptoms, 'symptoms');
  for (const slot of SLOTS) {
    if (slot === 'text' || given[slot] === undefined || given[slot] === null) continue;
    symptoms[slot] = readSymptom(given[slot], `symptoms.${slot}`);
  }
  const text = optionalString(object.text, 'text');
  const version = optionalString(object.aspNetCoreVersion, 'aspNetCoreVersion');
  const platform = optionalString(object.platform, 'platform');
  const known = PLATFORMS.find((one) => one === platform);
  if (platform !== undefined && known === undefined)
    fail('platform', `"${platform}"`, `one of ${PLATFORMS.join(', ')}`);
  return {
    symptoms,
    ...(text === undefined ? {} : { text }),
    ...(version === undefined ? {} : { aspNetCoreVersion: version }),
    ...(known === undefined ? {} : { platform: known }),
  };
}

function readSymptom(value: unknown, field: string): string | { readonly absent: Absence } {
  if (typeof value === 'string') return value;
  const stated = asObject(value, field).absent;
  const absence = ABSENCES.find((one) => one === stated);
  return absence === undefined
    ? fail(`${field}.absent`, JSON.stringify(stated) ?? 'nothing', `one of ${ABSENCES.join(', ')}`)
    : { absent: absence };
}

function optionalString(value: unknown, field: string): string | undefined {
  if (value === undefined || value === null) return undefined;
  return typeof value === 'string' ? value : fail(field, `a ${typeof value}`, 'a string');
}

function asObject(value: unknown, field: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  return fail(field, value === null ? 'null' : Array.isArray(value) ? 'a list' : `a ${typeof value}`, 'an object');
}

function fail(field: string, found: string, expected: string): never {
  throw new HostmedicError('INPUT_INVALID', `${field}: found ${found}; expected ${expected}`);
}
