import type { Cause } from '../src/model/catalog.ts';
import type { ChatKind } from '../src/model/chat.ts';
import type { Question } from '../src/model/verdict.ts';
import type { AdaptiveCard, CardButton, CardElement, CardSample } from './adaptiveCard.ts';
import type { CaseRef } from './actions.ts';
import { submit } from './actions.ts';
import { buildCard } from './buildCard.ts';
import { readLine, secretsWarning } from './evidenceParts.ts';
import { questionBody, questionButtons } from './questionParts.ts';
import { SAMPLE_CAUSE, SAMPLE_REF } from './sampleData.ts';
import { clip, heading, rich, run, words } from './text.ts';

export interface UnknownCardInput {
  readonly ref: CaseRef;
  /** Name of the field it belongs to instead ("PHP FastCGI"); null when it is not foreign. */
  readonly foreign: string | null;
  readonly read: string;
  /** What would help; null when nothing would. */
  readonly question: Question | null;
  readonly secrets: readonly string[];
  /** Where it is said; left out: a personal chat. */
  readonly chat?: ChatKind;
  /** What fitted and was set aside last; null or left out: nothing was. */
  readonly setAside?: Cause | null;
}

/** Says that no entry fits. A foreign field is refused by name, and nothing is asked. */
export function unknownCard(input: UnknownCardInput): AdaptiveCard {
  const { ref, foreign } = input;
  const question = foreign === null ? input.question : null;
  const setAside = foreign === null ? (input.setAside ?? null) : null;
  const answers: readonly CardButton[] = question === null ? [] : questionButtons(ref, question);
  return buildCard({
    place: 'unknownCard',
    fallbackText: foreign === null ? 'I know no cause for this.' : 'This is outside my field.',
    body: [
      secretsWarning(input.secrets),
      ...(foreign === null ? unknownLines(question !== null, setAside) : foreignLines(foreign)),
      ...(question === null ? [] : questionBody(question, input.chat)),
      readLine(input.read),
    ],
    actions: [
      ...answers,
      setAside === null
        ? null
        : submit('Start the steps', 'start', ref, { causeId: setAside.id }, { secondary: answers.length > 0 }),
      submit('Browse causes', 'browse', ref),
      submit('Start over', 'restart', ref, {}, { secondary: answers.length > 0 }),
    ],
  });
}

function unknownLines(hasQuestion: boolean, setAside: Cause | null): readonly CardElement[] {
  const next = hasQuestion
    ? 'This would help:'
    : 'I do not want to guess. Paste something else: the error page, the newest event, or a log.';
  if (setAside !== null) {
    return [
      heading('Nothing else fits'),
      rich([run('You set aside: '), run(clip(setAside.title, 160), { weight: 'Bolder' }), run('.')], {
        spacing: 'Small',
      }),
      words(`Nothing else in what you told me names a cause. ${next}`),
    ];
  }
  return [
    heading('Not in my catalog'),
    words(`I found nothing in your text that names a cause I know. ${next}`, { spacing: 'Small' }),
  ];
}

function foreignLines(foreign: string): readonly CardElement[] {
  return [
    heading('Outside my field'),
    rich([run('This looks like '), run(clip(foreign, 80), { weight: 'Bolder' }), run('.')], { spacing: 'Small' }),
    words('I know ASP.NET Core on IIS, IIS Express and Azure App Service only, so I stop here.'),
  ];
}

const BASE: UnknownCardInput = {
  ref: SAMPLE_REF,
  foreign: null,
  read: 'a plain 500 page',
  question: { ask: 'ancmLog', why: 'A plain 500 page hides the exception; the stdout log shows it.' },
  secrets: [],
};

export const samples: readonly CardSample[] = [
  { name: 'unknown-question', card: unknownCard(BASE) },
  { name: 'unknown-set-aside', card: unknownCard({ ...BASE, question: null, setAside: SAMPLE_CAUSE }) },
  { name: 'unknown-bare', card: unknownCard({ ...BASE, question: null, read: 'your words', secrets: ['password'] }) },
  { name: 'unknown-foreign', card: unknownCard({ ...BASE, foreign: 'PHP FastCGI', read: 'a 500.0 page' }) },
];
