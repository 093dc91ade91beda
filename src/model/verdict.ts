import type { Absence, Channel, History, Platform, Slot, Symptom } from './artifact.ts';
import type { CauseKind, Strength } from './catalog.ts';

/** Something that was found: plain JSON, small, redacted; this is what a case keeps instead of the paste. */
export interface Finding {
  /** Stable key: `text:<hash>`, `code:0x80070002`, `status:500.19`, `exception:...`, `event:<source>#<id>`, `statement:<id>`, `setting:<id>`, `absent:eventLog:no-entry`, `foreign:php:3`. */
  readonly key: string;
  readonly slot: Slot;
  readonly channel: Channel;
  /** 0..1; 1 means letter for letter, less means damaged or partial. */
  readonly quality: number;
  /** Offsets into the slot's string as received; null for an absence, and for what was found in two messages joined. */
  readonly start: number | null;
  readonly end: number | null;
  /** The redacted slice, at most QUOTE_MAX characters; empty for an absence. */
  readonly quote: string;
  /** Values of placeholders, redacted, each at most 120 characters: { app: ".\\Shop.Web.dll" }. */
  readonly captures: Readonly<Record<string, string>>;
}

/** Longest quote that is kept or shown, in UTF-16 units. */
export const QUOTE_MAX = 300;

/** What is known about a case besides the findings. */
export interface Situation {
  readonly platform: Platform | null;
  readonly aspNetCoreVersion: string | null;
  readonly history: History | null;
  /** Symptoms already answered: by text, by absence or by Skip. None of them is asked for again. */
  readonly answered: Readonly<Partial<Record<Symptom, 'text' | Absence | 'skipped'>>>;
  /** True once the rest of a cut page was asked for: it is asked for once only. */
  readonly restOfPageAsked?: boolean;
  /** The same for where the app runs, and for whether it ever worked. */
  readonly platformAsked?: boolean;
  readonly historyAsked?: boolean;
}

export interface Evidence {
  /** Keys of all findings it rests on; empty when it rests on the absence of any. */
  readonly keys: readonly string[];
  /** True: the person stated it. False: it was found in a text, though its place may no longer be known. */
  readonly said: boolean;
  readonly quote: string;
  readonly start: number | null;
  readonly end: number | null;
  readonly source: Slot;
  readonly channel: Channel;
  /** Why it counts, one sentence. */
  readonly why: string;
  readonly strength: Strength;
  /** Log-odds it adds (negative: it speaks against). */
  readonly weight: number;
  /** True when this is only what an error page says. */
  readonly pageOnly: boolean;
}

export interface Candidate {
  readonly id: string;
  readonly kind: CauseKind;
  /** Log-odds. */
  readonly score: number;
  /** Probability that an expert would accept this cause, 0..1. Several can be high at once. */
  readonly confidence: number;
  /** Strongest first. */
  readonly evidence: readonly Evidence[];
  readonly against: readonly Evidence[];
  /** Values found in the paste for the headline and the commands. */
  readonly values: Readonly<Record<string, string>>;
}

export type Word = 'certain' | 'likely' | 'possible';

/** The next thing to ask for, and why; `platform` and `history` are questions of choice. */
export interface Question {
  readonly ask: Symptom | 'platform' | 'history';
  /** One sentence: why this is asked. */
  readonly why: string;
}

export interface Verdict {
  readonly type: 'identified' | 'possible' | 'unknown';
  /** null when unknown. What rests on pages alone is `possible`; a card shows no word for an entry of kind `page`. */
  readonly word: Word | null;
  /** Best first, at most 5; empty when unknown. */
  readonly candidates: readonly Candidate[];
  /** null when no answer would change the verdict. */
  readonly question: Question | null;
  /** The field it belongs to instead, when it is foreign ("PHP FastCGI"). */
  readonly foreign: string | null;
}
