import { questionCard } from '../../cards/questionCard.ts';
import type { Question } from '../../src/model/verdict.ts';
import { shownOf } from '../../src/diagnosis/shown.ts';
import { describeRead } from '../../src/session/describe.ts';
import { causeOf } from './lookUp.ts';
import { procedureForSymptom } from './sayProcedure.ts';
import type { Turn } from '../turn.ts';

/** Asks for one thing, with what is known so far. */
export function sayQuestion(turn: Turn, ask: Question['ask']): void {
  const { verdict } = turn;
  const question = verdict.question?.ask === ask ? verdict.question : { ask, why: 'It is the question that was open.' };
  const showWhere = ask !== 'platform' && ask !== 'history' && procedureForSymptom(turn, ask) !== null;
  const { ref, chat } = turn;
  turn.say(questionCard({ ref, question, known: knownLine(turn), showWhere, secrets: turn.case.secrets, chat }));
}

function knownLine(turn: Turn): string {
  const read = describeRead(turn.case);
  const best = shownOf(turn.verdict, turn.engine.catalog).lead ?? undefined;
  const cause = best === undefined ? null : causeOf(turn, best.id);
  if (cause !== null)
    return `${read === '' ? '' : `${read}. `}${cause.kind === 'page' ? cause.title : `It may be: ${cause.title}`}.`;
  const none = turn.case.rejected.length > 0 ? 'what fitted was set aside' : 'nothing in it names a cause yet';
  if (read !== '') return `${read}; ${none}.`;
  return Object.keys(turn.case.answers).length > 0 ? 'noted; nothing names a cause yet.' : '';
}
