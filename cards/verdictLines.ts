import type { Cause } from '../src/model/catalog.ts';
import type { Question } from '../src/model/verdict.ts';
import type { CardElement } from './adaptiveCard.ts';
import { submit } from './actions.ts';
import { clickRow } from './clickRow.ts';
import { evidenceRow, WORD_HEADINGS } from './evidenceParts.ts';
import { lookOf } from './look.ts';
import { clip, labelled, plain, rich, run, small } from './text.ts';
import type { VerdictCardInput } from './verdictCard.ts';

const SAID_MAX = 2;

/** The evidence, what speaks against it, and what is open. */
export function causeLines(input: VerdictCardInput): readonly CardElement[] {
  const first = input.against[0];
  return [
    ...input.evidence.slice(0, 3).flatMap(evidenceRow),
    ...(first === undefined ? [] : [plain(clip(first, 240), { size: 'Small' })]),
    ...(input.question === null ? [] : [labelled('Still open:', openText(input.cause, input.question))]),
  ];
}

/** A side finding leaves open why the app fails; else only the question is open. */
function openText({ side }: Cause, { why }: Question): string {
  const open = 'this does not stop the app by itself, so the reason for the failure is not found yet. ';
  return clip(`${side === true ? open : ''}${why}`, 300);
}

/** A page: what it means, what it does not say, the one thing to fetch. */
export function pageLines({ cause, evidence, question }: VerdictCardInput): readonly CardElement[] {
  const first = evidence[0];
  const next = question !== null && question.ask === cause.fetch?.of ? cause.fetch.say : question?.why;
  return [
    plain(clip(cause.explanation, 900)),
    ...(cause.doesNotSay === undefined ? [] : [labelled('It does not say:', clip(cause.doesNotSay, 400))]),
    ...(next === undefined ? [] : [labelled('Next:', clip(next, 240))]),
    ...(first === undefined ? [] : evidenceRow(first)),
  ];
}

/** Two findings can hold at once: this one is true as well, and is not the reason. */
export function besideLines({ ref, beside }: VerdictCardInput): readonly CardElement[] {
  if (beside === undefined) return [];
  const { cause, word, headline } = beside;
  return [
    clickRow(
      'Also found',
      WORD_HEADINGS[word].toLowerCase(),
      submit('Also found', 'cause', ref, { causeId: cause.id }),
    ),
    plain(clip(headline || cause.title, 240), { weight: 'Bolder' }, { spacing: 'None' }),
    small('It does not stop the app by itself; the reason for the failure itself is still open.'),
  ];
}

/** Small and quiet: the person knows what they said; that it counted is the news. */
export function toldLines({ said }: VerdictCardInput): readonly CardElement[] {
  return said
    .slice(0, SAID_MAX)
    .map(({ says, news }) =>
      rich([
        run(clip(says, 160), { size: 'Small' }),
        ...(news === '' ? [] : [run(` ${clip(news, 240)}`, { size: 'Small', color: 'Good' })]),
      ]),
    );
}

/** What is possible as well, with the look that would show it. */
export function otherLines({ others }: VerdictCardInput): readonly CardElement[] {
  return others
    .slice(0, 2)
    .map(({ cause, by }) =>
      rich([
        run('Also possible: ', { size: 'Small' }),
        run(clip(cause.title, 120), { size: 'Small', weight: 'Bolder' }),
        run(by === '' ? '' : ` \u2013 ${clip(lookOf(by), 240)}`, { size: 'Small' }),
      ]),
    );
}
