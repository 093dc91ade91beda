import type { Cause, Family } from '../src/model/catalog.ts';
import type { Question, Word } from '../src/model/verdict.ts';
import type { AdaptiveCard, CardElement, CardSample } from './adaptiveCard.ts';
import type { CaseRef } from './actions.ts';
import { BUTTONS_IN_VIEW, submit } from './actions.ts';
import { buildCard } from './buildCard.ts';
import { clickRow } from './clickRow.ts';
import { readLine, secretsWarning, WORD_HEADINGS } from './evidenceParts.ts';
import { SAMPLE_FAMILY } from './familyCard.ts';
import { askButton } from './questionParts.ts';
import { SAMPLE_CAUSE, SAMPLE_REF, SAMPLE_RUNTIME } from './sampleData.ts';
import { clip, escapeMarkdown, heading, labelled, plain } from './text.ts';

export interface LookAlike {
  readonly cause: Cause;
  /** null for a page. */
  readonly confidenceWord: Word | null;
  /** What it looks like beside the others, without full stop; empty: nothing is said. */
  readonly tellApart: string;
  /** With the values of the paste; empty: the title of the entry. */
  readonly headline: string;
}

export interface LookAlikesCardInput {
  readonly ref: CaseRef;
  /** Best first; the card shows three. */
  readonly entries: readonly LookAlike[];
  /** The family that all of them belong to; null: they are of several. */
  readonly family: Family | null;
  readonly question: Question | null;
  readonly read: string;
  readonly secrets: readonly string[];
}

const ROWS_MAX = 3;

/** Several entries that the paste cannot separate, a row each with what tells it apart, and the look that settles it. */
export function lookAlikesCard({ ref, entries, family, question, read, secrets }: LookAlikesCardInput): AdaptiveCard {
  const rows = entries.slice(0, ROWS_MAX);
  const count = rows.length === 3 ? 'three' : 'two';
  const title =
    family === null
      ? `${rows.length === 3 ? 'Three' : 'Two'} things look like this`
      : `${family.headline}: which of these ${count}?`;
  return buildCard({
    place: `lookAlikesCard for ${rows.map((entry) => entry.cause.id).join(', ')}`,
    fallbackText: escapeMarkdown(title),
    body: [
      secretsWarning(secrets),
      heading(title),
      question === null ? null : labelled('To tell them apart:', clip(question.why, 240), { spacing: 'Small' }),
      ...rows.flatMap((entry) => row(ref, entry)),
      noneRow(ref, rows),
      readLine(read),
    ],
    actions: [
      question === null ? null : askButton(ref, question, { positive: true }),
      submit('Show evidence', 'evidence', ref),
      submit('Start over', 'restart', ref, {}, { secondary: true }),
    ],
    buttonsInView: BUTTONS_IN_VIEW - rows.length,
  });
}

/** The way on for who sees none of them: all are set aside, and what would help is asked next. */
function noneRow(ref: CaseRef, rows: readonly LookAlike[]): CardElement {
  const causeIds = rows.map(({ cause }) => cause.id).join(',');
  return clickRow('None of these', 'sets them aside', submit('None of these', 'noneOfThese', ref, { causeIds }));
}

function row(ref: CaseRef, { cause, confidenceWord, tellApart, headline }: LookAlike): readonly CardElement[] {
  const word = confidenceWord === null ? 'What the page says' : WORD_HEADINGS[confidenceWord];
  return [
    {
      type: 'Container',
      separator: true,
      spacing: 'Medium',
      items: [
        plain(word, { color: 'Accent', size: 'Small', weight: 'Bolder' }),
        plain(clip(headline || cause.title, 240), { weight: 'Bolder' }, { spacing: 'None' }),
        ...(tellApart === '' ? [] : [labelled('You would see:', clip(tellApart, 240), { spacing: 'Small' })]),
        {
          type: 'ActionSet',
          spacing: 'Small',
          // The tooltip tells the rows apart for who hears the card; it is the title of the entry, never the headline.
          actions: [
            submit('Start the steps', 'start', ref, { causeId: cause.id }, { tooltip: clip(cause.title, 120) }),
          ],
        },
      ],
    },
  ];
}

const BITNESS = {
  ...SAMPLE_CAUSE,
  id: 'bitness-mismatch',
  title: 'The pool runs 32-bit and the app is 64-bit, or the other way round',
};

const TWO: LookAlikesCardInput = {
  ref: SAMPLE_REF,
  entries: [
    {
      cause: SAMPLE_CAUSE,
      confidenceWord: 'likely',
      tellApart: 'the log names a file that "does not exist"',
      headline: 'dotnet was told to start .\\Shop.Web.dll, and that file is not there',
    },
    {
      cause: SAMPLE_RUNTIME,
      confidenceWord: 'possible',
      tellApart: 'the log names a framework and a version that "was not found"',
      headline: '',
    },
  ],
  family: null,
  question: { ask: 'ancmLog', why: 'The stdout log has one of the two sentences.' },
  read: 'a 502.5 page',
  secrets: [],
};

export const samples = (): readonly CardSample[] => [
  { name: 'look-alikes-two', card: lookAlikesCard(TWO) },
  {
    name: 'look-alikes-three',
    card: lookAlikesCard({
      ...TWO,
      family: SAMPLE_FAMILY,
      entries: [...TWO.entries, { cause: BITNESS, confidenceWord: 'possible', tellApart: '', headline: '' }],
      secrets: ['client secret'],
    }),
  },
];
