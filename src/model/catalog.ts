import type { Absence, Channel, Platform, Symptom } from './artifact.ts';

/**
 * What an entry is:
 *   cause   says why the app does not run;
 *   page    is what an error page says, not why ("500.30"); it never gets a confidence word on the page alone.
 */
export type CauseKind = 'cause' | 'page';

export const GROUPS = [
  'configuration',
  'start',
  'runtime',
  'site-and-pool',
  'proxy',
  'requests',
  'installation',
  'data-and-identity',
] as const;
export type Group = (typeof GROUPS)[number];

/**
 * How much a signature says, as log-odds for the cause (see docs/diagnosis.md):
 *   decisive    names this cause by itself; nothing else prints it
 *   strong      seen with this cause far more often than with any other
 *   supporting  fits this cause, and some others
 *   hint        slightly more likely with this cause
 */
export type Strength = 'decisive' | 'strong' | 'supporting' | 'hint';

/** One thing to look for. Exactly one of the keys is given. */
export type Matcher =
  /** Literal product text; `{name}` stands for anything (up to 400 characters); white space, quotes and case do not matter. */
  | { readonly text: string }
  /** HRESULT, NTSTATUS, exit or Win32 code, compared exactly in every dress; "0x80070002", "80008081", "12002". */
  | { readonly code: string }
  /** HTTP status with or without substatus: "503", "500.19". "500" also matches "500.0", not "500.19". */
  | { readonly status: string }
  /** .NET exception type, with or without namespace. */
  | { readonly exception: string }
  /** Windows event: source (a part of the name is enough, any case) and optional id. */
  | { readonly event: string; readonly id?: number }
  /** A statement of catalog/vocabulary.yaml, e.g. "runs-at-the-prompt". */
  | { readonly statement: string }
  /** A fact of a configuration file that was read, an id of src/model/settings.ts, e.g. "process-path-empty". */
  | { readonly setting: string }
  /** Concepts of the vocabulary that the person's own words hold together: ["app-pool", "stops", "repeatedly"]. */
  | { readonly said: readonly string[] }
  /** A stated absence of a symptom. */
  | { readonly absent: Absence; readonly of: Symptom };

export interface Signature {
  /** All of these must be found (most signatures have one). */
  readonly all: readonly Matcher[];
  /** None of these may be found. Empty: no exclusion. */
  readonly none: readonly Matcher[];
  /** Channels in which it is looked for; found elsewhere it counts for less. Empty: anywhere. */
  readonly in: readonly Channel[];
  readonly strength: Strength;
  /** Why it counts, in one short sentence for the person. */
  readonly why: string;
}

/** A page on which the cause shows itself. `title` is a literal part of the page's heading; without it the status is enough. */
export interface PageSign {
  readonly status: string;
  readonly title?: string;
}

export type Affected = 'nobody' | 'this-app' | 'all-sites' | 'reboot';

/** Something a procedure or step leaves switched on and the closing card reminds of. */
export type SwitchedOn =
  'stdout-log' | 'debug-log' | 'development-environment' | 'detailed-errors' | 'freb' | 'crash-dumps';

export interface Snippet {
  readonly language: 'xml' | 'json' | 'powershell' | 'cmd' | 'csharp' | 'text';
  readonly code: string;
}

/** One step of a cause or procedure. Checks (`changes: false`) come before changes. */
export interface Step {
  /** kebab-case, unique within the entry, never renamed once released. */
  readonly id: string;
  /** What the reader does, imperative, one or two sentences. `{name}` is filled with a value found in the paste, else shown as <name>. */
  readonly do: string;
  /** Exact command to copy. */
  readonly command?: string;
  /** Click path, in order. */
  readonly path?: readonly string[];
  readonly snippet?: Snippet;
  /** What the reader should see. */
  readonly expect: string;
  /** What it means if they see something else, and where to go. */
  readonly otherwise: string;
  /** Why this step. */
  readonly why?: string;
  readonly affects: Affected;
  /** Rights needed: "none", "read the server's folders", "administrator on the server", "contributor on the App Service" ... */
  readonly rights: string;
  readonly changes: boolean;
  /** How to take it back; required when `changes` is true. */
  readonly undo?: string;
  /** Platforms it applies to. Empty: all. */
  readonly where: readonly Platform[];
  /** Procedure that explains the step in full. */
  readonly procedure?: string;
  readonly leavesOn?: SwitchedOn;
  /** Statement of the vocabulary that makes this step needless ("already reinstalled the bundle"). */
  readonly doneBy?: string;
}

/** What a cause shows in each symptom: texts as a reader would see them, and the absences that fit. */
export interface SymptomProfile {
  readonly says: readonly string[];
  readonly absent: readonly Absence[];
}

export interface Example {
  /** Everything in one paste. */
  readonly text?: string;
  readonly symptoms?: Readonly<Partial<Record<Symptom, string | { readonly absent: Absence }>>>;
  readonly platform?: Platform;
  /** True when it is cut or damaged on purpose. */
  readonly partial?: boolean;
}

export interface Cause {
  readonly id: string;
  readonly kind: CauseKind;
  readonly title: string;
  /** Says what is wrong in this case: `{name}` is a value captured by a signature; used only if all its values were found. */
  readonly headline?: string;
  readonly group: Group;
  readonly status: 'draft' | 'stable' | 'retired';
  /** How often it is the reason among reports that look alike; a prior. */
  readonly commonness: 'common' | 'usual' | 'rare';
  readonly appliesTo: {
    readonly platforms: readonly Platform[];
    readonly modules: readonly ('v1' | 'v2')[];
    readonly hosting: readonly ('in-process' | 'out-of-process')[];
    /** ASP.NET Core versions: ">=2.2", "1.0 - 2.1", "all". */
    readonly versions: string;
  };
  readonly pages: readonly PageSign[];
  readonly symptoms: Readonly<Partial<Record<Symptom, SymptomProfile>>>;
  readonly signatures: readonly Signature[];
  /** What speaks against it; `strength` is how much. */
  readonly against: readonly Signature[];
  readonly explanation: string;
  /** For a page: what it does not say, one sentence. */
  readonly doesNotSay?: string;
  /** For a page: the one thing to fetch, and the symptom that it is. */
  readonly fetch?: { readonly of: Symptom; readonly say: string };
  /** True for a finding that does not stop the app by itself: the reason for a failure is still open beside it. */
  readonly side?: boolean;
  readonly tellApart: readonly { readonly from: string; readonly by: string }[];
  readonly steps: readonly Step[];
  /** One line of prevention for the closing card. */
  readonly prevention: string;
  readonly related: readonly string[];
  readonly sources: readonly string[];
  readonly match: readonly Example[];
  readonly noMatch: readonly Example[];
}

/** Causes that a person sees as one thing. What tells the members apart is `tellApart` of the causes. */
export interface Family {
  readonly id: string;
  /** What a person would call it, a short sentence without a full stop. */
  readonly headline: string;
  /** What the members have in common, one sentence. */
  readonly inCommon: string;
  /** Ids of causes and pages; each cause of the catalog is in exactly one family. */
  readonly members: readonly string[];
}

/** A step list of its own: how to find, switch on, read or take back something. */
export interface Procedure {
  readonly id: string;
  readonly title: string;
  readonly goal: string;
  /** Symptom whose question offers this procedure under "Show me where". */
  readonly shows?: Symptom;
  readonly where: readonly Platform[];
  /** What it leaves switched on, and the procedure that switches it off. */
  readonly leavesOn?: SwitchedOn;
  readonly switchOff?: string;
  readonly steps: readonly Step[];
  readonly related: readonly string[];
  readonly sources: readonly string[];
}

/** A number and what it means. */
export interface CodeEntry {
  /** Canonical form: HRESULT/NTSTATUS as "0x" + 8 lower-case hex digits; HTTP as "500.19"; Win32 as decimal. */
  readonly code: string;
  readonly kind: 'hresult' | 'win32' | 'http' | 'ntstatus' | 'exit' | 'dotnet-host';
  readonly name: string;
  readonly meaning: string;
  readonly causes: readonly string[];
  readonly sources: readonly string[];
}

/** Words of a person that count. `phrases` are matched like signature texts. */
export interface Statement {
  readonly id: string;
  readonly phrases: readonly string[];
  /** Set when the statement is an absence ("nothing in the event log"). */
  readonly absent?: { readonly of: Symptom; readonly condition: Absence };
  /** How it is told back: "You said the app runs at the prompt." */
  readonly says: string;
  /** What it rules out, told as good news: "Its own code and its runtime are fine." */
  readonly news?: string;
}

/** One thing that people put in many words, in any language. */
export interface Concept {
  readonly id: string;
  /** Words and short phrases; "stop*" stands for every word that begins so. */
  readonly terms: readonly string[];
}

/** Another field that is refused by name ("PHP FastCGI"). */
export interface ForeignField {
  readonly id: string;
  readonly name: string;
  readonly markers: readonly string[];
}

export interface Vocabulary {
  readonly concepts: readonly Concept[];
  readonly statements: readonly Statement[];
  readonly foreign: readonly ForeignField[];
  /** Words that show that a text is about IIS / ASP.NET Core at all. */
  readonly field: readonly string[];
}

/** Checked, frozen. Lists keep the order of file names. */
export interface Catalog {
  readonly causes: readonly Cause[];
  readonly families: readonly Family[];
  readonly procedures: readonly Procedure[];
  readonly codes: readonly CodeEntry[];
  readonly vocabulary: Vocabulary;
}
