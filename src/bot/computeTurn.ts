import type { TurnContext } from 'botbuilder';
import type { AdaptiveCard } from '../../cards/adaptiveCard.ts';
import { converse } from '../../dialogs/converse.ts';
import { askedIn, intentAt, isLook, placeIn } from '../../dialogs/place.ts';
import { suggestionsAt } from '../../dialogs/suggestions.ts';
import { Turn, type Scene } from '../../dialogs/turn.ts';
import type { Engine } from '../diagnosis/diagnose.ts';
import { isShared, type ChatKind } from '../model/chat.ts';
import type { Contact } from '../model/contact.ts';
import type { Question } from '../model/verdict.ts';
import { apply, freshCase, type Meeting } from '../session/apply.ts';
import type { Intent } from '../session/intent.ts';
import { mergeCase } from '../session/join.ts';
import type { Keep } from '../session/openRecord.ts';
import { personOf, whoOf, withActor, withoutNames, type Person } from '../session/people.ts';
import { cursorOf, placed, withoutActivity, withoutPerson } from '../session/recent.ts';
import type { CaseState, SessionRecord } from '../session/record.ts';
import { verdictOf } from '../session/views.ts';
import type { SessionStore } from '../storage/sessionStore.ts';

export interface TurnDeps {
  readonly engine: Engine;
  readonly store: SessionStore;
  readonly keep: Keep;
  readonly clock: () => number;
  /** Who helps when no cause is known; left out: nobody is named. */
  readonly contact?: Contact | null;
}

/** What one activity asks for. */
export interface TurnInput {
  /** Key of the conversation's record. */
  readonly key: string;
  /** The activity that brought it; an edit has the id of the message it edits. */
  readonly activityId: string;
  /** This delivery; a second one with the same id is not answered again. */
  readonly deliveryId: string;
  readonly personId: string;
  /** What the channel calls them; undefined: nothing. */
  readonly personName?: string | undefined;
  /** In order; the last one decides what is shown. At least one. */
  readonly intents: readonly Intent[];
  /** Case a click belongs to; null for a message. */
  readonly caseId: string | null;
  /** True for an edited message: what it brought before is taken away first. */
  readonly replaces: boolean;
  /** Where it is said. */
  readonly chat: ChatKind;
  /** True: only where nobody has spoken yet; else nothing is said. */
  readonly onlyFirst?: boolean;
  /** A case that is added to this one first; left out: none. */
  readonly adds?: CaseState;
}

/** What a turn comes to, before it is written. */
export interface Computed {
  readonly record: SessionRecord;
  readonly cards: readonly AdaptiveCard[];
  readonly showsList: boolean;
  /** Sentences; empty: nothing has changed that must be told. */
  readonly change: readonly string[];
  readonly suggestions: readonly string[];
}

/**
 * Computes a turn from the record as it is. Writes nothing and sends nothing, so it can be done again.
 * @param input its ids as they are kept
 */
export async function computeAll(
  context: TurnContext,
  input: TurnInput,
  record: SessionRecord,
  deps: TurnDeps,
  now: number,
): Promise<Computed> {
  const { activityId } = input;
  const intents = countedIntents(input, record);
  const pastes = intents.some((intent) => intent.type === 'paste');
  let current = input.replaces && pastes ? withoutActivity(record, activityId, now) : record;
  if (current.case.solved !== null && pastes) current = { ...current, case: freshCase({ now, activityId }) };
  const person = personOf(input.personId, input.personName);
  for (const intent of intents.slice(0, -1)) {
    const state = apply(current.case, intent, meetingOf(input, deps, now, null));
    current = { ...current, case: withPerson(current.case, state, person, input, intent) };
  }
  return await compute(context, input, current, intents.at(-1) ?? { type: 'nothing' }, deps, now);
}

/** A click of an older case counts only for what was pasted with it; an edited command does not count again. */
function countedIntents(input: TurnInput, record: SessionRecord): readonly Intent[] {
  const stale = input.caseId !== null && input.caseId !== record.case.id;
  const pastes = input.intents.some((intent) => intent.type === 'paste');
  // A card that was sent here from elsewhere brings its own findings; the case it names is none.
  const carries = !input.replaces && input.intents.some((intent) => intent.type === 'carried');
  return (stale || input.replaces) && !pastes && !carries ? [{ type: 'here' }] : input.intents;
}

/** Computes one intent. */
export async function compute(
  context: TurnContext,
  input: TurnInput,
  record: SessionRecord,
  said: Intent,
  deps: TurnDeps,
  now: number,
): Promise<Computed> {
  const cursor = cursorOf(record, input.personId, now);
  const intent = intentAt(said, cursor);
  const shared = isShared(input.chat);
  const isOwn = intent.type === 'forget' && shared;
  const asked = askedIn(cursor.dialogs) ?? shownQuestion(intent, record, deps);
  const person = personOf(input.personId, input.personName);
  const meeting = meetingOf(input, deps, now, asked);
  const added = input.adds === undefined ? record.case : mergeCase(record.case, input.adds, meeting);
  const state = isOwn ? record.case : withPerson(record.case, apply(added, intent, meeting), person, input, intent);
  const scene: Scene = { viewer: person, chat: input.chat, activityId: input.activityId, now };
  const turn = new Turn(deps.engine, intent, record.case, state, scene, deps.contact ?? null);
  const dialogs = await converse(context, turn, cursor.dialogs);
  const after = { ...record, case: state };
  const answer = { cards: turn.said, showsList: turn.showsList, change: turn.change };
  if (intent.type === 'forget') {
    const without = shared
      ? withoutNames(withoutPerson(after, input.personId), person)
      : { ...after, cursors: {}, list: null };
    return { ...answer, record: without, suggestions: [] };
  }
  return {
    ...answer,
    record: placed(after, input.personId, { dialogs, looking: isLook(intent), at: now }),
    suggestions: suggestionsAt(placeIn(dialogs), turn),
  };
}

function meetingOf(input: TurnInput, deps: TurnDeps, now: number, asked: Meeting['asked']): Meeting {
  const by = isShared(input.chat) ? personOf(input.personId, input.personName) : null;
  return { engine: deps.engine, now, activityId: input.activityId, asked, by };
}

/** Who changed something acted in the case; who brought the first evidence in a shared chat opened it. */
function withPerson(
  before: CaseState,
  state: CaseState,
  person: Person,
  { chat }: TurnInput,
  { type }: Intent,
): CaseState {
  if (state === before || type === 'forget' || type === 'restart') return state;
  const opens = isShared(chat) && state.openedBy === null && before.findings.length === 0 && state.findings.length > 0;
  return withActor(opens ? { ...state, openedBy: whoOf(person) } : state, person);
}

/** "No entry" typed under a verdict answers the question that the verdict shows. */
function shownQuestion(intent: Intent, record: SessionRecord, deps: TurnDeps): Question['ask'] | null {
  const isAnswer = (intent.type === 'absent' || intent.type === 'skip') && intent.symptom === null;
  return isAnswer ? (verdictOf(record.case, deps.engine).question?.ask ?? null) : null;
}
