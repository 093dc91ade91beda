import type { TurnContext } from 'botbuilder';
import type { AdaptiveCard } from '../../cards/adaptiveCard.ts';
import { withTopLine } from '../../cards/topLine.ts';
import { HostmedicError } from '../model/errors.ts';
import type { Verdict } from '../model/verdict.ts';
import { freshCase } from '../session/apply.ts';
import { dueOf } from '../session/due.ts';
import { textThatFits } from '../session/fit.ts';
import { isListChanged, tellEnd } from '../session/listNews.ts';
import { openRecord } from '../session/openRecord.ts';
import { outcomesBetween, type CauseOutcome } from '../session/outcomes.ts';
import { keptId, wasDelivered, withDelivery, withoutActivity } from '../session/recent.ts';
import type { SessionRecord } from '../session/record.ts';
import { verdictOf } from '../session/views.ts';
import type { JsonValue, StoredRecord } from '../storage/sessionStore.ts';
import { compute, computeAll, type Computed, type TurnDeps, type TurnInput } from './computeTurn.ts';

/** `duplicate`: taken in before; the cards show where the person is now and are for a replayed click only. */
export interface TurnResult {
  readonly type: 'answered' | 'duplicate';
  readonly cards: readonly AdaptiveCard[];
  /** How causes turned out in this turn, to be counted. */
  readonly outcomes: readonly CauseOutcome[];
  /** What can be typed next, at most three; for the chat with one person. */
  readonly suggestions: readonly string[];
  /** True when the last card is the step list. */
  readonly showsList: boolean;
  /** True when a step list that is shown elsewhere is no longer right. */
  readonly listChanged: boolean;
  /** What new output shows beside what was there before; null: nothing. It stands on the cards already. */
  readonly line: string | null;
  /** That the case is solved or a cause set aside, for everyone who does not look at the card; null: neither. */
  readonly end: string | null;
  /** What the case comes to when something was pasted in this turn; null otherwise. */
  readonly verdict: Verdict | null;
  /** The case as it is now. */
  readonly caseId: string;
  readonly revision: number;
}

const NOTHING_SAID: TurnResult = {
  type: 'duplicate',
  cards: [],
  outcomes: [],
  suggestions: [],
  showsList: false,
  listChanged: false,
  line: null,
  end: null,
  verdict: null,
  caseId: '',
  revision: 0,
};

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
    if (wasDelivered(record, kept.deliveryId)) {
      const here = await compute(context, kept, record, { type: 'here' }, deps, now);
      return { type: 'duplicate', ...answerOf(here, here.record, deps), verdict: null };
    }
    const done = await computeAll(context, kept, record, deps, now);
    const counted = { ...done.record, turns: done.record.turns + 1 };
    if (await commit(deps, kept.key, stored, withDelivery(counted, kept.deliveryId, now))) {
      const pastes = kept.intents.some((intent) => intent.type === 'paste');
      const verdict = pastes ? verdictOf(done.record.case, deps.engine) : null;
      return { type: 'answered', ...answerOf(done, record, deps), verdict };
    }
  }
  throw overtaken();
}

/** Takes away what a deleted message brought. @throws as takeTurn */
export async function forgetActivity(input: Pick<TurnInput, 'key' | 'activityId'>, deps: TurnDeps): Promise<void> {
  await rewrite(input.key, deps, (record, now) => withoutActivity(record, keptId(input.activityId), now));
}

/** The same, and a message that comes after it was deleted is not taken in either. @throws as takeTurn */
export async function refuseActivity(
  { key, activityId }: Pick<TurnInput, 'key' | 'activityId'>,
  deps: TurnDeps,
): Promise<void> {
  await rewrite(
    key,
    deps,
    (record, now) => {
      const without = withoutActivity(record, keptId(activityId), now);
      return wasDelivered(without, activityId) ? without : withDelivery(without, activityId, now);
    },
    { begins: true },
  );
}

/**
 * Changes a record outside a turn.
 * @param change may run several times; the same object: nothing is written
 * @param begins true: a conversation nobody has spoken in gets a record
 * @returns the record as it is now; null: there is none
 * @throws as takeTurn
 */
export async function rewrite(
  key: string,
  deps: TurnDeps,
  change: (record: SessionRecord, now: number) => SessionRecord | Promise<SessionRecord>,
  { begins = false }: { readonly begins?: boolean } = {},
): Promise<SessionRecord | null> {
  for (let tries = 0; tries < TRIES_MAX; tries += 1) {
    const now = deps.clock();
    const stored = await deps.store.load(key);
    if (stored === null && !begins) return null;
    const record = opened(stored, { activityId: '' }, deps, now);
    const changed = await change(record, now);
    if (changed === record || (await commit(deps, key, stored, changed))) return changed;
  }
  throw overtaken();
}

/** Takes out of a record what is too old; a record with nothing of anybody in it goes. @throws as takeTurn */
export async function tidy(key: string, deps: TurnDeps): Promise<void> {
  for (let tries = 0; tries < TRIES_MAX; tries += 1) {
    const stored = await deps.store.load(key);
    if (stored === null) return;
    const record = opened(stored, { activityId: '' }, deps, deps.clock());
    const isEmpty = dueOf(record, deps.keep) === null;
    if (isEmpty ? await deps.store.delete(key, stored.version) : await commit(deps, key, stored, record)) return;
  }
  throw overtaken();
}

function answerOf(done: Computed, before: SessionRecord, deps: TurnDeps): Omit<TurnResult, 'type' | 'verdict'> {
  const state = done.record.case;
  return {
    cards: done.change.length === 0 ? done.cards : done.cards.map((card) => withTopLine(card, done.change.join(' '))),
    outcomes: outcomesBetween(before.case, state, deps.engine),
    suggestions: done.suggestions,
    showsList: done.showsList,
    listChanged: isListChanged(before.case, state),
    line: done.change[0] ?? null,
    end: tellEnd(before.case, state, deps.engine),
    caseId: state.id,
    revision: state.revision,
  };
}

/** The record as it counts now. */
export function opened(
  stored: StoredRecord | null,
  input: Pick<TurnInput, 'activityId'>,
  deps: TurnDeps,
  now: number,
): SessionRecord {
  return openRecord(stored?.record ?? null, freshCase({ now, activityId: input.activityId }).id, now, deps.keep);
}

/** Writes it, cut to what fits, with the time at which something in it is too old. @returns false: somebody else wrote first */
async function commit(
  { store, keep }: Pick<TurnDeps, 'store' | 'keep'>,
  key: string,
  stored: StoredRecord | null,
  record: SessionRecord,
): Promise<boolean> {
  const plain: JsonValue = JSON.parse(textThatFits(record));
  return await store.commit(key, stored?.version ?? null, plain, dueOf(record, keep));
}

function overtaken(): HostmedicError {
  return new HostmedicError(
    'CONFLICT',
    `${TRIES_MAX} writes of one conversation were overtaken by others; send the message again`,
  );
}
