import type { TurnContext } from 'botbuilder';
import { converse } from '../../dialogs/converse.ts';
import { askedIn, intentAt, isLook, placeIn } from '../../dialogs/place.ts';
import { suggestionsAt } from '../../dialogs/suggestions.ts';
import { Turn } from '../../dialogs/turn.ts';
import type { AdaptiveCard } from '../../cards/adaptiveCard.ts';
import type { Engine } from '../diagnosis/diagnose.ts';
import type { ChatKind } from '../model/chat.ts';
import type { Contact } from '../model/contact.ts';
import { HostmedicError } from '../model/errors.ts';
import type { Question } from '../model/verdict.ts';
import { apply, freshCase, type Meeting } from '../session/apply.ts';
import type { Intent } from '../session/intent.ts';
import { fitRecord } from '../session/fit.ts';
import { outcomesBetween, type CauseOutcome } from '../session/outcomes.ts';
import { openRecord, type Keep } from '../session/openRecord.ts';
import {
  cursorOf,
  isTaken,
  keptId,
  personKey,
  placed,
  taken,
  withoutActivity,
  withoutPerson,
} from '../session/recent.ts';
import type { SessionRecord } from '../session/record.ts';
import { verdictOf } from '../session/views.ts';
import type { JsonValue, SessionStore, StoredRecord } from '../storage/sessionStore.ts';

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
  /** In order; the last one decides what is shown. At least one. */
  readonly intents: readonly Intent[];
  /** Case a click belongs to; null for a message. */
  readonly caseId: string | null;
  /** True for an edited message: what it brought before is taken away first. */
  readonly replaces: boolean;
  /** True when others are in the conversation. */
  readonly shared: boolean;
  /** Where it is said; left out: a personal chat. */
  readonly chat?: ChatKind;
  /** True: only where nobody has spoken yet; else nothing is said. */
  readonly onlyFirst?: boolean;
}

/** `duplicate`: taken in before; the cards show where the person is now and are for a replayed click only. */
export interface TurnResult {
  readonly type: 'answered' | 'duplicate';
  readonly cards: readonly AdaptiveCard[];
  /** How causes turned out in this turn, to be counted. */
  readonly outcomes: readonly CauseOutcome[];
  /** What can be typed next, at most three; for the chat with one person. */
  readonly suggestions: readonly string[];
}

const NOTHING_SAID: TurnResult = { type: 'duplicate', cards: [], outcomes: [], suggestions: [] };

/** Another replica can win the write this often before the turn is given up. */
const TRIES_MAX = 20;

/**
 * Loads, computes, commits with the expected version, and only then hands out what is said. On a conflict it loads and
 * computes again, so each activity counts exactly once and a crash leaves the case before or after it, never between.
 * @throws HostmedicError CONFLICT when others keep winning; STORAGE_UNAVAILABLE when storage fails: the case is as it was
 */
export async function takeTurn(context: TurnContext, input: TurnInput, deps: TurnDeps): Promise<TurnResult> {
  const kept = { ...input, activityId: keptId(input.activityId), deliveryId: keptId(input.deliveryId) };
  for (let tries = 0; tries < TRIES_MAX; tries += 1) {
    const now = deps.clock();
    const stored = await deps.store.load(kept.key);
    if (input.onlyFirst === true && stored !== null) return NOTHING_SAID;
    const record = opened(stored, kept, deps, now);
    if (isTaken(record, kept.deliveryId)) {
      const here = await compute(context, kept, record, { type: 'here' }, deps, now);
      return { ...NOTHING_SAID, cards: here.cards };
    }
    const done = await computeAll(context, kept, record, deps, now);
    if (await commit(deps.store, kept.key, stored, taken(done.record, kept.deliveryId, now))) {
      const outcomes = outcomesBetween(record.case, done.record.case, deps.engine);
      return { type: 'answered', cards: done.cards, outcomes, suggestions: done.suggestions };
    }
  }
  throw overtaken();
}

/** Takes away what a deleted message brought. @throws as takeTurn */
export async function forgetActivity(input: Pick<TurnInput, 'key' | 'activityId'>, deps: TurnDeps): Promise<void> {
  for (let tries = 0; tries < TRIES_MAX; tries += 1) {
    const now = deps.clock();
    const stored = await deps.store.load(input.key);
    if (stored === null) return;
    const record = opened(stored, input, deps, now);
    const without = withoutActivity(record, keptId(input.activityId), now);
    if (without === record || (await commit(deps.store, input.key, stored, without))) return;
  }
  throw overtaken();
}

interface Computed {
  readonly record: SessionRecord;
  readonly cards: readonly AdaptiveCard[];
  readonly suggestions: readonly string[];
}

async function computeAll(
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
  for (const intent of intents.slice(0, -1)) {
    current = { ...current, case: apply(current.case, intent, meetingOf(input, deps, now, null)) };
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

async function compute(
  context: TurnContext,
  input: TurnInput,
  record: SessionRecord,
  said: Intent,
  deps: TurnDeps,
  now: number,
): Promise<Computed> {
  const cursor = cursorOf(record, input.personId, now);
  const intent = intentAt(said, cursor);
  const isOwn = intent.type === 'forget' && input.shared;
  const asked = askedIn(cursor.dialogs) ?? shownQuestion(intent, record, deps);
  const meeting = meetingOf(input, deps, now, asked);
  const state = isOwn ? record.case : apply(record.case, intent, meeting);
  const turn = new Turn(deps.engine, intent, record.case, state, {
    contact: deps.contact ?? null,
    ...(input.chat === undefined ? {} : { chat: input.chat }),
  });
  const dialogs = await converse(context, turn, cursor.dialogs);
  const after = { ...record, case: state };
  if (intent.type === 'forget') {
    return {
      record: input.shared ? withoutPerson(after, input.personId) : { ...after, cursors: {} },
      cards: turn.said,
      suggestions: [],
    };
  }
  return {
    record: placed(after, input.personId, { dialogs, looking: isLook(intent), at: now }),
    cards: turn.said,
    suggestions: suggestionsAt(placeIn(dialogs), turn),
  };
}

function meetingOf(input: TurnInput, deps: TurnDeps, now: number, asked: Meeting['asked']): Meeting {
  return { engine: deps.engine, now, activityId: input.activityId, by: personKey(input.personId), asked };
}

/** "No entry" typed under a verdict answers the question that the verdict shows. */
function shownQuestion(intent: Intent, record: SessionRecord, deps: TurnDeps): Question['ask'] | null {
  const isAnswer = (intent.type === 'absent' || intent.type === 'skip') && intent.symptom === null;
  return isAnswer ? (verdictOf(record.case, deps.engine).question?.ask ?? null) : null;
}

function opened(
  stored: StoredRecord | null,
  input: Pick<TurnInput, 'activityId'>,
  deps: TurnDeps,
  now: number,
): SessionRecord {
  return openRecord(stored?.record ?? null, freshCase({ now, activityId: input.activityId }).id, now, deps.keep);
}

async function commit(
  store: SessionStore,
  key: string,
  stored: StoredRecord | null,
  record: SessionRecord,
): Promise<boolean> {
  const plain: JsonValue = JSON.parse(JSON.stringify(fitRecord(record)));
  return await store.commit(key, stored?.version ?? null, plain);
}

function overtaken(): HostmedicError {
  return new HostmedicError(
    'CONFLICT',
    `${TRIES_MAX} writes of one conversation were overtaken by others; send the message again`,
  );
}
