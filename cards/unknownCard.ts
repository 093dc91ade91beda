import type { Cause } from '../src/model/catalog.ts';
import type { ChatKind } from '../src/model/chat.ts';
import type { Contact } from '../src/model/contact.ts';
import type { Question } from '../src/model/verdict.ts';
import type { AdaptiveCard, CardButton, CardElement, CardSample } from './adaptiveCard.ts';
import type { CaseRef } from './actions.ts';
import { submit } from './actions.ts';
import { contactButton, contactLine, copyBox } from './copyCard.ts';
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
  /** What is known, to send to whoever helps; empty or left out: nothing is. Shown when nothing more is asked. */
  readonly bundle?: string;
  /** Who helps; null or left out: nobody is named. */
  readonly contact?: Contact | null;
}

/** Says that no entry fits. A foreign field is refused by name, and nothing is asked. */
export function unknownCard(input: UnknownCardInput): AdaptiveCard {
  const { ref, foreign } = input;
  const question = foreign === null ? input.question : null;
  const setAside = foreign === null ? (input.setAside ?? null) : null;
  const { bundle = '', contact = null } = input;
  const ends = foreign === null && question === null && bundle !== '';
  const answers: readonly CardButton[] = question === null ? [] : questionButtons(ref, question);
  return buildCard({
    place: 'unknownCard',
    fallbackText: foreign === null ? 'I know no cause for this.' : 'This is outside my field.',
    body: [
      secretsWarning(input.secrets),
      ...(foreign === null ? unknownLines(question !== null, setAside) : foreignLines(foreign)),
      ...(question === null ? [] : questionBody(question, input.chat)),
      ...(ends ? endLines(bundle, contact) : []),
      readLine(input.read),
    ],
    actions: [
      ...answers,
      setAside === null
        ? null
        : submit('Start the steps', 'start', ref, { causeId: setAside.id }, { secondary: answers.length > 0 }),
      ends ? contactButton(contact) : null,
      submit('Browse causes', 'browse', ref),
      question === null || bundle === '' ? null : submit('Text to send', 'bundle', ref, {}, { secondary: true }),
      submit('Start over', 'restart', ref, {}, { secondary: answers.length > 0 }),
    ],
  });
}

/** Nothing more to ask: what is known, to send to a person. */
function endLines(bundle: string, contact: Contact | null): readonly CardElement[] {
  const line = contactLine(contact);
  return [
    words('Someone who knows the server may see more. This is what I know, with passwords and names masked:'),
    copyBox(bundle),
    ...(line === null ? [] : [line]),
  ];
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

export const samples = (): readonly CardSample[] => [
  { name: 'unknown-question', card: unknownCard(BASE) },
  { name: 'unknown-set-aside', card: unknownCard({ ...BASE, question: null, setAside: SAMPLE_CAUSE }) },
  { name: 'unknown-bare', card: unknownCard({ ...BASE, question: null, read: 'your words', secrets: ['password'] }) },
  {
    name: 'unknown-end',
    card: unknownCard({
      ...BASE,
      question: null,
      read: 'a plain 500 page',
      bundle: 'Read: a plain 500 page\nApplication log: no entry\nRuns on: IIS\nCause: none that is known fits',
      contact: { type: 'mail', label: 'IT helpdesk', address: 'help@contoso.com' },
    }),
  },
  { name: 'unknown-more', card: unknownCard({ ...BASE, bundle: 'Read: a plain 500 page' }) },
  { name: 'unknown-foreign', card: unknownCard({ ...BASE, foreign: 'PHP FastCGI', read: 'a 500.0 page' }) },
];
