import type { Absence, Channel, Platform, Symptom } from '../model/artifact.ts';
import type {
  Cause,
  CodeEntry,
  Example,
  Family,
  PageSign,
  Procedure,
  Step,
  Strength,
  SymptomProfile,
  Vocabulary,
} from '../model/catalog.ts';

/** Entries as the schemas allow them in YAML: short forms, lists left out. The normalisers turn them into src/model/catalog.ts. */

/** A matcher; the schema makes sure that exactly one of the keys is there (event may have id, absent has of). */
export interface RawMatcher {
  readonly text?: string;
  readonly code?: string;
  readonly status?: string;
  readonly exception?: string;
  readonly event?: string;
  readonly id?: number;
  readonly statement?: string;
  readonly setting?: string;
  readonly said?: readonly string[];
  readonly absent?: Absence;
  readonly of?: Symptom;
}

/** A signature with one matcher at its top level, or with `all`. */
export interface RawSignature extends RawMatcher {
  readonly all?: readonly RawMatcher[];
  readonly none?: readonly RawMatcher[];
  readonly in?: readonly Channel[];
  readonly strength: Strength;
  readonly why: string;
}

export interface RawStep extends Omit<Step, 'where'> {
  readonly where?: readonly Platform[];
}

type CauseLists = 'pages' | 'tellApart' | 'related' | 'sources';

export interface RawCause
  extends
    Omit<Cause, CauseLists | 'appliesTo' | 'symptoms' | 'signatures' | 'against' | 'steps'>,
    Partial<Pick<Cause, Exclude<CauseLists, 'pages'>>> {
  readonly appliesTo?: Partial<Cause['appliesTo']>;
  readonly pages?: readonly PageSign[];
  readonly symptoms: Readonly<Partial<Record<Symptom, Partial<SymptomProfile>>>>;
  readonly signatures?: readonly RawSignature[];
  readonly against?: readonly RawSignature[];
  readonly steps: readonly RawStep[];
  readonly match: readonly Example[];
  readonly noMatch: readonly Example[];
}

export interface RawProcedure extends Omit<Procedure, 'where' | 'steps' | 'related' | 'sources'> {
  readonly where?: readonly Platform[];
  readonly steps: readonly RawStep[];
  readonly related?: readonly string[];
  readonly sources?: readonly string[];
}

export interface RawVocabulary extends Omit<Vocabulary, 'concepts'> {
  readonly concepts?: Vocabulary['concepts'];
}

export interface RawCode extends Omit<CodeEntry, 'causes' | 'sources'> {
  readonly causes?: readonly string[];
  readonly sources?: readonly string[];
}

/** A row of catalog/ids.yaml. */
export interface OfficialId {
  readonly id: string;
  readonly tier: 'seed' | 1 | 2 | 'real';
  readonly title: string;
}

/** catalog/families.yaml */
export interface RawFamilies {
  readonly families: readonly Family[];
}

export interface RawIds {
  readonly causes: readonly OfficialId[];
}
