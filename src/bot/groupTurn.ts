import { createHash } from 'node:crypto';
import type { TurnContext } from 'botbuilder';
import { joinCard } from '../../cards/joinCard.ts';
import { isLook } from '../../dialogs/place.ts';
import { freshCase } from '../session/apply.ts';
import { describeRead } from '../session/describe.ts';
import type { Intent } from '../session/intent.ts';
import { asksToJoin, hasToAdd, mergeCase } from '../session/join.ts';
import { APART_MAX, JOINED_MAX } from '../session/limits.ts';
import { personOf, type Person } from '../session/people.ts';
import { keptId, wasDelivered } from '../session/recent.ts';
import { emptied, type CaseState, type SessionRecord } from '../session/record.ts';
import { KEY_MAX } from '../storage/sessionStore.ts';
import type { TurnDeps, TurnInput } from './computeTurn.ts';
import type { TurnTaken } from './sendCards.ts';
import { opened, rewrite, takeTurn } from './takeTurn.ts';

/** What the steps of one turn share. */
interface GroupTurn {
  readonly context: TurnContext;
  readonly input: TurnInput;
  readonly deps: TurnDeps;
  readonly person: Person;
  /** Key of the record of this person's own. */
  readonly own: string;
}

/**
 * A turn in a group chat, where several people may have something to find out. What somebody pastes, or
 * brings along with a card from elsewhere, goes into a record of their own until they have said whether it belongs to the
 * case that is open; "Yes" adds it there.
 * @returns also the key of the record that the turn was taken in
 * @throws as takeTurn
 */
export async function takeGroupTurn(context: TurnContext, input: TurnInput, deps: TurnDeps): Promise<TurnTaken> {
  const person = personOf(input.personId, input.personName);
  const turn: GroupTurn = { context, input, deps, person, own: ownKey(input.key, person) };
  const [base, own] = await Promise.all([load(turn, input.key), load(turn, turn.own)]);
  if (wasDelivered(base, input.deliveryId)) return await take(turn);
  if (wasDelivered(own, input.deliveryId)) return await repeat(turn, base);
  const intent = input.intents.at(-1);
  const said = answerTo(base, person, intent);
  if (said !== null) return await answer(turn, said, own);

  const clicked = await findCase(input, deps, base);
  if (clicked !== null) return await take(turn, { key: clicked.key });
  if (intent?.type === 'forget') {
    await rewrite(turn.own, deps, (record, now) => begunAgain(turn, record, now));
    return await take(turn);
  }
  if (base.apart.includes(person.key)) {
    const taken = await take(turn, { key: turn.own });
    // Afterwards: delivered again in between, it would begin the case of the others again.
    if (intent?.type === 'restart') await rewriteBase(turn, (record) => withApart(record, person, false));
    return taken;
  }
  return bringsEvidence(input.intents) && asksToJoin(base, person) ? await ask(turn, base) : await take(turn);
}

/** Key of the record of a person in a group chat. */
export function ownKey(key: string, person: Pick<Person, 'key'>): string {
  const long = `${key}#${person.key}`;
  return long.length <= KEY_MAX ? long : `${createHash('sha256').update(key).digest('base64url')}#${person.key}`;
}

/** True for a paste, and for a click on a card from elsewhere unless it is a mere look that brings nothing along. */
function bringsEvidence(intents: readonly Intent[]): boolean {
  const last = intents.at(-1);
  const looks = last === undefined || last.type === 'where' || isLook(last);
  return intents.some((intent) => {
    if (intent.type === 'paste') return true;
    return intent.type === 'carried' && (!looks || intent.found.length > 0 || intent.on !== null);
  });
}

/** Takes what was brought into the own record, and asks whether it belongs to the open case. */
async function ask(turn: GroupTurn, base: SessionRecord): Promise<TurnTaken> {
  const taken = await take(turn, { key: turn.own });
  return taken.result.type === 'duplicate' ? taken : await question(turn, base, taken);
}

/** Says nothing again; but a question that could not be put after the own record was written is put now. */
async function repeat(turn: GroupTurn, base: SessionRecord): Promise<TurnTaken> {
  const { key } = turn.person;
  const taken = await take(turn, { key: turn.own });
  const isSettled = base.apart.includes(key) || base.case.askedToJoin.includes(key) || !asksToJoin(base, turn.person);
  return isSettled ? taken : await question(turn, base, taken);
}

/** @param taken the turn that was taken in the own record; it stands when there is nothing to ask about */
async function question(turn: GroupTurn, { case: open }: SessionRecord, taken: TurnTaken): Promise<TurnTaken> {
  const { person } = turn;
  const { case: state } = await load(turn, turn.own);
  if (!hasToAdd(state)) return taken;
  await rewriteBase(turn, (record) => ({
    ...record,
    case: { ...record.case, askedToJoin: including(record.case.askedToJoin, person.key) },
  }));
  const card = joinCard({
    ref: { caseId: open.id, revision: open.revision },
    owner: open.openedBy?.name ?? 'the open',
    asked: person,
    read: describeRead(state),
    secrets: state.secrets,
  });
  const shown = { cards: [card], suggestions: [], showsList: false, listChanged: false, line: null };
  return { ...taken, result: { ...taken.result, type: 'answered', ...shown } };
}

type Answer = Extract<Intent, { type: 'join' | 'ownCase' }>;

/** Takes the answer to the question; that of somebody else changes nothing. */
async function answer(turn: GroupTurn, { type, who }: Answer, ownRecord: SessionRecord): Promise<TurnTaken> {
  const { person, own } = turn;
  if (who !== person.key) return await take(turn, { intents: HERE });
  if (type === 'join') return await join(turn, ownRecord);
  // From now on what this person writes belongs there.
  const base = await rewriteBase(turn, (record) => withApart(record, person, true));
  if (base?.apart.includes(person.key) === false) return await take(turn, { intents: [FULL], caseId: null });
  return await take(turn, { key: own, intents: HERE, caseId: null });
}

const FULL: Intent = {
  type: 'refused',
  heading: 'Too many cases in this chat',
  reason: `${APART_MAX} people of this chat have a case of their own. Paste yours to me in a personal chat, or type "yes" to add it to the open case.`,
};

/** What the own record knows joins the case. */
async function join(turn: GroupTurn, { case: state }: SessionRecord): Promise<TurnTaken> {
  const { person, own, deps } = turn;
  await rewriteBase(turn, (record) => ({
    ...withApart(record, person, false),
    case: { ...record.case, joined: including(record.case.joined, person.key) },
  }));
  // A click on a card from elsewhere began the steps already; so it does here.
  const steps: readonly Intent[] = state.following === null ? [] : [{ type: 'start', causeId: state.following }];
  const adds: Partial<TurnInput> = hasToAdd(state)
    ? { intents: [{ type: 'paste', slot: 'text', text: '' }, ...steps], adds: state }
    : { intents: HERE };
  const taken = await take(turn, { ...adds, caseId: null });
  await rewrite(own, deps, async (record, now) => {
    // Another replica may have taken in more of this person since.
    const isSame = record.case.id === state.id && record.case.revision === state.revision;
    if (!isSame && hasToAdd(record.case)) await addLate(turn, record.case);
    return begunAgain(turn, record, now);
  });
  return taken;
}

/** Nothing is said: the answer to the question is given. */
async function addLate(turn: GroupTurn, late: CaseState): Promise<void> {
  const { deps, person: by, input } = turn;
  const activityId = keptId(input.activityId);
  await rewriteBase(turn, (record, now) => {
    const meeting = { engine: deps.engine, now, activityId, asked: null, by };
    return { ...record, case: mergeCase(record.case, late, meeting) };
  });
}

function begunAgain({ input }: GroupTurn, record: SessionRecord, now: number): SessionRecord {
  return emptied(record, freshCase({ now, activityId: input.activityId }).id, now);
}

const HERE: readonly Intent[] = [{ type: 'here' }];

/** The buttons of the question, or their titles typed by somebody who was asked. */
function answerTo({ case: state }: SessionRecord, person: Person, intent: Intent | undefined): Answer | null {
  if (intent?.type === 'join' || intent?.type === 'ownCase') return intent;
  if (intent?.type !== 'paste' || !state.askedToJoin.includes(person.key)) return null;
  const typed = intent.text.trim().toLowerCase().replace(/[.!]$/, '');
  if (typed === 'yes') return { type: 'join', who: person.key };
  return typed === 'my own case' ? { type: 'ownCase', who: person.key } : null;
}

/** A record of a conversation, and its key. */
interface FoundRecord {
  readonly key: string;
  readonly record: SessionRecord;
}

/**
 * Finds the record that has the case of a card: that of the conversation, that of who clicked, or one of those who have
 * a case of their own.
 * @returns null: no case was meant, or none of this conversation knows it any more
 */
export async function findCase(input: TurnInput, deps: TurnDeps, base: SessionRecord): Promise<FoundRecord | null> {
  const { key, caseId } = input;
  if (caseId === null) return null;
  if (base.case.id === caseId) return { key, record: base };
  const people = new Set([personOf(input.personId, input.personName).key, ...base.apart]);
  const found = await Promise.all(
    [...people].map(async (person) => {
      const own = ownKey(key, { key: person });
      const stored = await deps.store.load(own);
      return stored === null ? null : { key: own, record: opened(stored, { activityId: '' }, deps, deps.clock()) };
    }),
  );
  return found.find((one) => one?.record.case.id === caseId) ?? null;
}

async function take({ context, input, deps }: GroupTurn, changes: Partial<TurnInput> = {}): Promise<TurnTaken> {
  const changed = { ...input, ...changes };
  return { key: changed.key, result: await takeTurn(context, changed, deps) };
}

async function load({ input, deps }: GroupTurn, key: string): Promise<SessionRecord> {
  return opened(await deps.store.load(key), input, deps, deps.clock());
}

/** Changes the record that everyone in the chat shares. */
async function rewriteBase(
  { input, deps }: GroupTurn,
  change: (record: SessionRecord, now: number) => SessionRecord,
): Promise<SessionRecord | null> {
  return await rewrite(input.key, deps, change);
}

/** @returns the same object when as many people as can be noted have a case of their own */
function withApart(record: SessionRecord, { key }: Person, isApart: boolean): SessionRecord {
  const others = record.apart.filter((one) => one !== key);
  if (isApart && others.length >= APART_MAX) return record;
  return { ...record, apart: isApart ? [...others, key] : others };
}

function including(keys: readonly string[], key: string): readonly string[] {
  return [...keys.filter((one) => one !== key), key].slice(-JOINED_MAX);
}
