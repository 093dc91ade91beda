import type { TurnContext } from 'botbuilder';
import { askedIn, converse } from '../../dialogs/converse.ts';
import { Turn } from '../../dialogs/turn.ts';
import type { AdaptiveCard } from '../../cards/adaptiveCard.ts';
import type { Engine } from '../diagnosis/diagnose.ts';
import { HostmedicError } from '../model/errors.ts';
import { apply } from '../session/apply.ts';
import type { Intent } from '../session/intent.ts';
import { fitRecord } from '../session/fit.ts';
import { openRecord, type Keep } from '../session/openRecord.ts';
import { isTaken, placed, taken, withoutActivity } from '../session/recent.ts';
import { newRecord, type SessionRecord } from '../session/record.ts';
import type { JsonValue, SessionStore } from '../storage/sessionStore.ts';

export interface TurnDeps {
  readonly engine: Engine;
  readonly store: SessionStore;
  readonly keep: Keep;
  readonly clock: () => number;
}

/** What one activity asks for. */
export interface TurnInput {
  /** Key of the conversation's record. */
  readonly key: string;
  readonly activityId: string;
  readonly personId: string;
  /** In order; the last one decides what is shown. At least one. */
  readonly intents: readonly Intent[];
  /** Case a click belongs to; null for a message. */
  readonly caseId: string | null;
  /** True for an edited message: what it brought before is taken away first. */
  readonly replaces: boolean;
}

/** `duplicate`: taken in before; the cards show where the person is now and are for a replayed click only. */
export interface TurnResult {
  readonly type: 'answered' | 'duplicate';
  readonly cards: readonly AdaptiveCard[];
}

/** Another replica can win the write this often before the turn is given up. */
const TRIES_MAX = 20;

/**
 * Loads, computes, commits with the expected version, and only then hands out what is said. On a conflict it loads and
 * computes again, so each activity counts exactly once and a crash leaves the case before or after it, never between.
 * @throws HostmedicError CONFLICT when others keep winning; STORAGE_UNAVAILABLE when storage fails: the case is as it was
 */
export async function takeTurn(context: TurnContext, input: TurnInput, deps: TurnDeps): Promise<TurnResult> {
  for (let tries = 0; tries < TRIES_MAX; tries += 1) {
    const now = deps.clock();
    const stored = await deps.store.load(input.key);
    const record = openRecord(stored?.record ?? null, caseIdFor(input, now), now, deps.keep);
    if (isTaken(record, input.activityId)) {
      return {
        type: 'duplicate',
        cards: await compute(context, input, record, { type: 'back' }, deps, now).then((done) => done.cards),
      };
    }
    const before = input.replaces ? withoutActivity(record, input.activityId.split('#')[0]!, now) : record;
    const done = await computeAll(context, input, before, deps, now);
    const next: JsonValue = JSON.parse(JSON.stringify(fitRecord(taken(done.record, input.activityId, now))));
    if (await deps.store.commit(input.key, stored?.version ?? null, next))
      return { type: 'answered', cards: done.cards };
  }
  throw new HostmedicError(
    'CONFLICT',
    `${TRIES_MAX} writes of one conversation were overtaken by others; send the message again`,
  );
}

interface Computed {
  readonly record: SessionRecord;
  readonly cards: readonly AdaptiveCard[];
}

async function computeAll(
  context: TurnContext,
  input: TurnInput,
  record: SessionRecord,
  deps: TurnDeps,
  now: number,
): Promise<Computed> {
  const stale = input.caseId !== null && input.caseId !== record.case.id;
  const intents: readonly Intent[] = stale ? [{ type: 'back' }] : input.intents;
  const last = intents.at(-1) ?? { type: 'nothing' };
  if (last.type === 'forget')
    return {
      record: newRecord(caseIdFor(input, now), now),
      cards: (await compute(context, input, record, last, deps, now)).cards,
    };
  let current = record;
  for (const intent of intents.slice(0, -1)) {
    current = {
      ...current,
      case: apply(current.case, intent, { engine: deps.engine, now, activityId: input.activityId, asked: null }),
    };
  }
  return await compute(context, input, current, last, deps, now);
}

async function compute(
  context: TurnContext,
  input: TurnInput,
  record: SessionRecord,
  intent: Intent,
  deps: TurnDeps,
  now: number,
): Promise<Computed> {
  const stack = record.cursors[input.personId]?.dialogs ?? [];
  const state = apply(record.case, intent, {
    engine: deps.engine,
    now,
    activityId: input.activityId,
    asked: askedIn(stack),
  });
  const turn = new Turn(deps.engine, intent, record.case, state);
  const dialogs = await converse(context, turn, stack);
  return { record: placed({ ...record, case: state, welcomed: true }, input.personId, dialogs, now), cards: turn.said };
}

function caseIdFor(input: TurnInput, now: number): string {
  const letters = input.activityId.replace(/[^a-zA-Z0-9]/g, '').slice(-12);
  return `${now.toString(36)}-${letters === '' ? 'x' : letters}`;
}
