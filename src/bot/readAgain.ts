import type { TurnContext } from 'botbuilder';
import type { AdaptiveCard } from '../../cards/adaptiveCard.ts';
import { noticeCard } from '../../cards/noticeCard.ts';
import { PROCEDURE_DIALOG } from '../../dialogs/procedureDialog.ts';
import { sayCurrent } from '../../dialogs/say/sayLook.ts';
import { Turn } from '../../dialogs/turn.ts';
import { personOf } from '../session/people.ts';
import { cursorOf } from '../session/recent.ts';
import { compute, type TurnDeps, type TurnInput } from './computeTurn.ts';
import { findCase } from './groupTurn.ts';
import { opened } from './takeTurn.ts';

/**
 * The step list as one person sees it now: their client reads it again whenever it comes into view. Nothing is written.
 * Somebody who reads a procedure in its place goes on reading. The list of a case that is over says so.
 */
export async function readAgain(context: TurnContext, input: TurnInput, deps: TurnDeps): Promise<AdaptiveCard> {
  const now = deps.clock();
  const base = opened(await deps.store.load(input.key), input, deps, now);
  const found = await findCase(input, deps, base);
  if (found === null) return overCard(input.caseId ?? '');
  const { record } = found;
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

function overCard(caseId: string): AdaptiveCard {
  return noticeCard({
    ref: { caseId, revision: 0 },
    heading: 'An earlier case',
    text: 'These steps belong to a case that is over.',
    actions: [{ title: 'Back', verb: 'back' }],
  });
}
