import type { Engine } from '../../src/diagnosis/diagnose.ts';
import type { Cause } from '../../src/model/catalog.ts';
import type { Question } from '../../src/model/verdict.ts';
import { apply, freshCase } from '../../src/session/apply.ts';
import { verdictOf } from '../../src/session/views.ts';
import { personWith } from './person.ts';

/** How a case went that began with nothing known. */
export interface Interview {
  readonly cause: string;
  /** Everything that was asked, in order; also where the app runs and whether it ever worked. */
  readonly asked: readonly Question['ask'][];
  /** True when the cause was named, certain or likely. */
  readonly found: boolean;
  /** Verdict and first cause at the end, "possible http-503-general"; "unknown" when there was none. */
  readonly end: string;
}

/** No interview of a right engine is this long: it would ask for something twice. */
const ENDLESS = 12;

/** Asks a person who has the cause until it is named or nothing is asked any more, through the case that the bot keeps. */
export function interview(cause: Cause, engine: Engine): Interview {
  const person = personWith(cause);
  const asked: Question['ask'][] = [];
  const meeting = { engine, now: 0, activityId: cause.id };
  let state = apply(freshCase(meeting), { type: 'guide' }, { ...meeting, asked: null });
  let verdict = verdictOf(state, engine);
  const isFound = (): boolean => verdict.type === 'identified' && verdict.candidates[0]?.id === cause.id;
  while (!isFound() && verdict.question !== null && asked.length < ENDLESS) {
    const { ask } = verdict.question;
    asked.push(ask);
    state = apply(state, person.answer(ask), { ...meeting, activityId: `${cause.id}-${asked.length}`, asked: ask });
    verdict = verdictOf(state, engine);
  }
  const first = verdict.candidates[0]?.id;
  return {
    cause: cause.id,
    asked,
    found: isFound(),
    end: first === undefined ? verdict.type : `${verdict.type} ${first}`,
  };
}

/** One interview for each entry that is a cause; pages say no why, so there is nothing to find. */
export function interviewAll(engine: Engine): Interview[] {
  return engine.catalog.causes
    .filter(({ kind, status }) => kind === 'cause' && status !== 'retired')
    .map((cause) => interview(cause, engine));
}

/** Mean number of questions; a case in which the cause was not named counts with all it was asked. */
export function meanAsked(interviews: readonly Interview[]): number {
  return interviews.reduce((sum, one) => sum + one.asked.length, 0) / Math.max(1, interviews.length);
}
