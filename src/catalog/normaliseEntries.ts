import { PLATFORMS, SYMPTOMS } from '../model/artifact.ts';
import type { Cause, CodeEntry, Procedure, Step, SymptomProfile, Vocabulary } from '../model/catalog.ts';
import type { Symptom } from '../model/artifact.ts';
import { normaliseSignature } from './normaliseSignature.ts';
import type { RawCause, RawCode, RawProcedure, RawStep, RawVocabulary } from './rawTypes.ts';

/**
 * Turns a cause as written into its full form. Keys that are left out and have no default stay out, so that the result
 * survives JSON unchanged.
 * @param raw valid against cause.schema.json
 */
export function normaliseCause(raw: RawCause): Cause {
  return {
    ...raw,
    appliesTo: {
      platforms: raw.appliesTo?.platforms ?? [...PLATFORMS],
      modules: raw.appliesTo?.modules ?? ['v1', 'v2'],
      hosting: raw.appliesTo?.hosting ?? ['in-process', 'out-of-process'],
      versions: raw.appliesTo?.versions ?? 'all',
    },
    pages: raw.pages ?? [],
    symptoms: normaliseSymptoms(raw.symptoms),
    signatures: (raw.signatures ?? []).map(normaliseSignature),
    against: (raw.against ?? []).map(normaliseSignature),
    tellApart: raw.tellApart ?? [],
    steps: raw.steps.map(normaliseStep),
    related: raw.related ?? [],
    sources: raw.sources ?? [],
  };
}

/** @param raw valid against procedure.schema.json */
export function normaliseProcedure(raw: RawProcedure): Procedure {
  return {
    ...raw,
    where: raw.where ?? [],
    steps: raw.steps.map(normaliseStep),
    related: raw.related ?? [],
    sources: raw.sources ?? [],
  };
}

/** @param raw valid against codes.schema.json */
export function normaliseCode(raw: RawCode): CodeEntry {
  return { ...raw, causes: raw.causes ?? [], sources: raw.sources ?? [] };
}

/** @param raw valid against vocabulary.schema.json */
export function normaliseVocabulary(raw: RawVocabulary): Vocabulary {
  return { ...raw, concepts: raw.concepts ?? [] };
}

function normaliseStep(raw: RawStep): Step {
  return { ...raw, where: raw.where ?? [] };
}

/** Keeps the order in which symptoms are asked, whatever the order in the file. */
function normaliseSymptoms(raw: RawCause['symptoms']): Cause['symptoms'] {
  const profiles: Partial<Record<Symptom, SymptomProfile>> = {};
  for (const symptom of SYMPTOMS) {
    const profile = raw[symptom];
    if (profile) profiles[symptom] = { says: profile.says ?? [], absent: profile.absent ?? [] };
  }
  return profiles;
}
