import { createHash } from 'node:crypto';
import type { TurnContext } from 'botbuilder';
import { joinCard } from '../../cards/joinCard.ts';
import { describeRead } from '../session/describe.ts';
import type { Intent } from '../session/intent.ts';
import { asksToJoin } from '../session/join.ts';
import { APART_MAX } from '../session/limits.ts';
import { personOf, type Person } from '../session/people.ts';
import type { SessionRecord } from '../session/record.ts';
import { KEY_MAX } from '../storage/sessionStore.ts';
import type { TurnDeps, TurnInput } from './computeTurn.ts';
import type { Taken } from './sendCards.ts';
import { opened, rewrite, takeTurn } from './takeTurn.ts';

/**
 * A turn in a group chat, where several people may have something to find out. What somebody pastes goes into a record of
 * their own until they have said whether it belongs to the case that is open; "Yes" adds it there.
 * @returns also the key of the record that the turn was taken in
 * @throws as takeTurn
 */
export async function takeGroupTurn(context: TurnContext, input: TurnInput, deps: TurnDeps): Promise<Taken> {
  const person = personOf(input.personId, input.personName);
  const base = await load(input.key, input, deps);
  const own = ownKey(input.key, person);
  const said = answerTo(base, person, input.intents.at(-1));
  if (said !== null && said.who === person.key) {
    return said.type === 'join'
      ? await join(context, input, own, person, deps)
      : await part(context, input, own, person, deps);
  }
  if (said !== null) return await inRecord(context, { ...input, intents: [{ type: 'here' }] }, deps);

  const clicked = input.caseId === null ? null : await keyOfCase(input.caseId, input.key, base, person, deps);
  if (clicked !== null) return await inRecord(context, { ...input, key: clicked }, deps);
  const { type } = input.intents.at(-1) ?? { type: 'nothing' };
  if (type === 'forget') {
    await deps.store.delete(own);
    return await inRecord(context, input, deps);
  }
  if (base.apart.includes(person.key)) {
    if (type === 'restart') {
      await rewrite(input.key, deps, (record) => withApart(record, person, false));
    }
    return await inRecord(context, { ...input, key: own }, deps);
  }
  const pastes = input.intents.some((intent) => intent.type === 'paste');
  return pastes && asksToJoin(base, person)
    ? await ask(context, input, own, person, base, deps)
    : await inRecord(context, input, deps);
}

/** Key of the record of a person in a group chat. */
export function ownKey(key: string, person: Pick<Person, 'key'>): string {
  const long = `${key}#${person.key}`;
  return long.length <= KEY_MAX ? long : `${createHash('sha256').update(key).digest('base64url')}#${person.key}`;
}

async function ask(
  context: TurnContext,
  input: TurnInput,
  own: string,
  person: Person,
  base: SessionRecord,
  deps: TurnDeps,
): Promise<Taken> {
  const { result } = await inRecord(context, { ...input, key: own }, deps);
  const { case: state } = await load(own, input, deps);
  if (result.type === 'duplicate' || state.findings.length === 0) return { key: own, result };
  await rewrite(input.key, deps, (record) => ({
    ...record,
    case: { ...record.case, askedToJoin: including(record.case.askedToJoin, person.key) },
  }));
  const card = joinCard({
    ref: { caseId: base.case.id, revision: base.case.revision },
    owner: base.case.openedBy?.name ?? 'the open',
    asked: person,
    read: describeRead(state),
    secrets: state.secrets,
  });
  return {
    key: own,
    result: { ...result, cards: [card], suggestions: [], showsList: false, listChanged: false, line: null },
  };
}

/** Yes: what the own record knows joins the case. */
async function join(
  context: TurnContext,
  input: TurnInput,
  own: string,
  person: Person,
  deps: TurnDeps,
): Promise<Taken> {
  const { case: state } = await load(own, input, deps);
  await rewrite(input.key, deps, (record) => ({
    ...withApart(record, person, false),
    case: { ...record.case, joined: including(record.case.joined, person.key) },
  }));
  const adds: Pick<TurnInput, 'intents' | 'adds'> =
    state.findings.length === 0
      ? { intents: [{ type: 'here' }] }
      : { intents: [{ type: 'paste', slot: 'text', text: '' }], adds: state };
  const taken = await inRecord(context, { ...input, ...adds, caseId: null }, deps);
  await deps.store.delete(own);
  return taken;
}

/** My own case: from now on what this person writes belongs there. */
async function part(
  context: TurnContext,
  input: TurnInput,
  own: string,
  person: Person,
  deps: TurnDeps,
): Promise<Taken> {
  await rewrite(input.key, deps, (record) => withApart(record, person, true));
  return await inRecord(context, { ...input, key: own, intents: [{ type: 'here' }], caseId: null }, deps);
}

/** The buttons of the question, or their titles typed by somebody who was asked. */
function answerTo(
  { case: state }: SessionRecord,
  person: Person,
  intent: Intent | undefined,
): Extract<Intent, { type: 'join' | 'ownCase' }> | null {
  if (intent?.type === 'join' || intent?.type === 'ownCase') return intent;
  if (intent?.type !== 'paste' || !state.askedToJoin.includes(person.key)) return null;
  const typed = intent.text.trim().toLowerCase().replace(/[.!]$/, '');
  if (typed === 'yes') return { type: 'join', who: person.key };
  return typed === 'my own case' ? { type: 'ownCase', who: person.key } : null;
}

/** The record a card belongs to; null: none of this conversation knows its case any more. */
async function keyOfCase(
  caseId: string,
  key: string,
  base: SessionRecord,
  person: Person,
  deps: TurnDeps,
): Promise<string | null> {
  if (base.case.id === caseId) return key;
  const others = new Set([person.key, ...base.apart, ...base.case.askedToJoin]);
  for (const other of others) {
    const own = ownKey(key, { key: other });
    const stored = await deps.store.load(own);
    if (stored !== null && opened(stored, { activityId: '' }, deps, deps.clock()).case.id === caseId) return own;
  }
  return null;
}

async function inRecord(context: TurnContext, input: TurnInput, deps: TurnDeps): Promise<Taken> {
  return { key: input.key, result: await takeTurn(context, input, deps) };
}

async function load(key: string, input: TurnInput, deps: TurnDeps): Promise<SessionRecord> {
  return opened(await deps.store.load(key), input, deps, deps.clock());
}

function withApart(record: SessionRecord, { key }: Person, isApart: boolean): SessionRecord {
  const others = record.apart.filter((one) => one !== key);
  return { ...record, apart: isApart ? [...others, key].slice(-APART_MAX) : others };
}

function including(keys: readonly string[], key: string): readonly string[] {
  return [...keys.filter((one) => one !== key), key].slice(-60);
}
