import type { Absence, ArtifactKind, History, Platform, Symptom } from '../model/artifact.ts';
import type { SwitchedOn } from '../model/catalog.ts';
import type { Finding } from '../model/verdict.ts';

/** Version of the stored shape. A record of another version is migrated or politely restarted (openRecord). */
export const RECORD_SCHEMA = 3;

/** What one conversation (in a channel: one thread) keeps. Plain JSON, at most 16 KB; of a pasted text no more than short quotes. */
export interface SessionRecord {
  readonly schema: typeof RECORD_SCHEMA;
  readonly case: CaseState;
  /** By the person's id in the channel. */
  readonly cursors: Readonly<Record<string, Cursor>>;
  /** Deliveries already taken in, newest last: a second one is not answered again. */
  readonly recent: readonly RecentMinute[];
  /** Number of activities taken in since the conversation began. */
  readonly turns: number;
  /** The step list that everyone in a shared chat follows; null: none was sent yet, or the chat is a personal one. */
  readonly list: SharedList | null;
  /** Keys of the people of a group chat who have a case of their own; their own record holds it. */
  readonly apart: readonly string[];
}

/** The message that shows the step list of a case to everyone. */
export interface SharedList {
  readonly activityId: string;
  readonly caseId: string;
}

/** A person as others see them: a short key in place of the id, and a short name. */
export interface Who {
  readonly key: string;
  readonly name: string;
}

/** Who gave an outcome, and when. `who` is null after "forget me". */
export interface Mark {
  readonly who: Who | null;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Who is on a step, since when. */
export interface Claim {
  readonly who: Who;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** The deliveries of one minute. */
export interface RecentMinute {
  /** Minutes since 1970. */
  readonly at: number;
  /** A hash of 8 signs for each, one after the other. */
  readonly marks: string;
}

/** Where a person is: the dialog stack as plain JSON, and nothing that the case does not know better. */
export interface Cursor {
  readonly dialogs: readonly StoredDialog[];
  /** True when the last card was a look at something (help, a cause, evidence): Back then leads to the open question or step. */
  readonly looking: boolean;
  readonly at: number;
}

export interface StoredDialog {
  readonly id: string;
  readonly state: unknown;
  readonly version?: string;
}

/** A finding and the activity that brought it: a deleted message takes its findings away. */
export interface StoredFinding extends Finding {
  readonly activityId: string;
  /** Milliseconds since 1970; evidence expires. */
  readonly at: number;
  /** Key of the person who brought it (personKey); absent when nobody did or the person asked to be forgotten. */
  readonly by?: string;
}

export type StepOutcome = 'done' | 'skipped' | 'saw-else' | 'did-not-help';

export interface CaseState {
  readonly id: string;
  /** Grows with every change; a card carries the revision it was drawn from. */
  readonly revision: number;
  readonly changedAt: number;
  readonly findings: readonly StoredFinding[];
  /** What was recognised in the pastes, in order. */
  readonly read: readonly ReadArtifact[];
  /** Answers without text. */
  readonly answers: Readonly<Partial<Record<Symptom, Absence | 'skipped'>>>;
  readonly platform: Platform | null;
  readonly aspNetCoreVersion: string | null;
  readonly history: History | null;
  readonly historyAsked: boolean;
  readonly restOfPageAsked: boolean;
  readonly platformAsked: boolean;
  /** Causes that were set aside: "Not this", or all steps done without help. */
  readonly rejected: readonly string[];
  /** Outcomes by "<causeId>/<stepId>". */
  readonly outcomes: Readonly<Record<string, StepOutcome>>;
  /** By the same keys, in a shared chat: who gave the outcome. A key that is missing: not known. */
  readonly marks: Readonly<Record<string, Mark>>;
  /** By the same keys, in a shared chat: who is on a step. */
  readonly claims: Readonly<Record<string, Claim>>;
  /** Ids of the people who changed something in this case, as the channel gives them, oldest first, at most 60. */
  readonly acted: readonly string[];
  /** Who brought the first evidence; null: nobody yet, or not known. */
  readonly openedBy: Who | null;
  /** Keys of the people who were asked whether their paste belongs to this case. */
  readonly askedToJoin: readonly string[];
  /** Keys of those who said that it does. */
  readonly joined: readonly string[];
  /** The cause whose steps are followed. */
  readonly following: string | null;
  /** What steps and procedures left switched on. */
  readonly switchedOn: readonly SwitchedOn[];
  readonly solved: Solved | null;
  /** Kinds of secrets in the last paste; pointed out until the next answer. */
  readonly secrets: readonly string[];
  /** End of a long paste, redacted, at most 4 KB and two minutes, because it may go on in the next message. */
  readonly tail: { readonly text: string; readonly at: number } | null;
}

export interface ReadArtifact {
  readonly activityId: string;
  readonly kind: ArtifactKind;
  readonly symptom: Symptom | null;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Source and id of an event, or a status; absent when not known. */
  readonly what?: string;
  /** Number of entries, when several. */
  readonly count?: number;
  /** True when `what` is the newest of them by its time. */
  readonly newest?: true;
}

export interface Solved {
  readonly causeId: string | null;
  readonly stepId: string | null;
  /** True when only a restart had been done: then the cause was not found. */
  readonly onlyRestart: boolean;
}

/** A case in which nothing is known yet. */
export function newCase(id: string, now: number): CaseState {
  return {
    id,
    revision: 0,
    changedAt: now,
    findings: [],
    read: [],
    answers: {},
    platform: null,
    aspNetCoreVersion: null,
    history: null,
    historyAsked: false,
    restOfPageAsked: false,
    platformAsked: false,
    rejected: [],
    outcomes: {},
    marks: {},
    claims: {},
    acted: [],
    openedBy: null,
    askedToJoin: [],
    joined: [],
    following: null,
    switchedOn: [],
    solved: null,
    secrets: [],
    tail: null,
  };
}

/** A conversation nobody has spoken in. */
export function newRecord(caseId: string, now: number): SessionRecord {
  return {
    schema: RECORD_SCHEMA,
    case: newCase(caseId, now),
    cursors: {},
    recent: [],
    turns: 0,
    list: null,
    apart: [],
  };
}

/** What is left of a record that is begun again: which deliveries were answered, and nothing of anybody. */
export function emptied({ recent, turns }: SessionRecord, caseId: string, now: number): SessionRecord {
  return { ...newRecord(caseId, now), recent, turns };
}
