import type { TurnContext } from 'botbuilder';
import type { AdaptiveCard } from '../../cards/adaptiveCard.ts';
import { noticeCard } from '../../cards/noticeCard.ts';
import { PROCEDURE_DIALOG } from '../../dialogs/procedureDialog.ts';
import { sayCurrent } from '../../dialogs/say/sayLook.ts';
import { Turn } from '../../dialogs/turn.ts';
import { personOf } from '../session/people.ts';
import { cursorOf } from '../session/recent.ts';
import type { SessionRecord } from '../session/record.ts';
import { compute, type TurnDeps, type TurnInput } from './computeTurn.ts';
import { ownKey } from './groupTurn.ts';
import { opened } from './takeTurn.ts';

/**
 * The step list as one person sees it now: their client reads it again whenever it comes into view. Nothing is written.
 * Somebody who reads a procedure in its place goes on reading. The list of a case that is over says so.
 */
export async function readAgain(context: TurnContext, input: TurnInput, deps: TurnDeps): Promise<AdaptiveCard> {
  const now = deps.clock();
  const record = await recordOf(input, deps, now);
  if (record === null) return overCard(input.caseId ?? '');
  const { dialogs } = cursorOf(record, input.personId, now);
  if (dialogs.length > 1 && dialogs.at(-1)?.id === PROCEDURE_DIALOG) {
    const { cards } = await compute(context, input, record, { type: 'here' }, deps, now);
    return cards.at(-1)!;
  }
  const viewer = personOf(input.personId, input.personName);
  const scene = { viewer, chat: input.chat, activityId: '', now };
  const turn = new Turn(deps.engine, { type: 'here' }, record.case, record.case, scene, deps.contact ?? null);
  sayCurrent(turn);
  return turn.said.at(-1)!;
}

/** The record that has the case of the card: that of the conversation, or one of a person of a group chat. */
async function recordOf(input: TurnInput, deps: TurnDeps, now: number): Promise<SessionRecord | null> {
  const stored = await deps.store.load(input.key);
  if (stored === null) return null;
  const base = opened(stored, input, deps, now);
  if (base.case.id === input.caseId) return base;
  for (const key of base.apart) {
    const own = await deps.store.load(ownKey(input.key, { key }));
    const record = own === null ? null : opened(own, input, deps, now);
    if (record?.case.id === input.caseId) return record;
  }
  return null;
}

function overCard(caseId: string): AdaptiveCard {
  return noticeCard({
    ref: { caseId, revision: 0 },
    heading: 'An earlier case',
    text: 'These steps belong to a case that is over.',
    actions: [{ title: 'Back', verb: 'back' }],
  });
}
