import type { Cause, SwitchedOn } from '../src/model/catalog.ts';
import type { AdaptiveCard, CardElement, CardSample } from './adaptiveCard.ts';
import type { CaseRef } from './actions.ts';
import { submit } from './actions.ts';
import { buildCard } from './buildCard.ts';
import { SAMPLE_CAUSE, SAMPLE_REF } from './sampleData.ts';
import { outcomeLine, SWITCHED_ON } from './stepParts.ts';
import { clip, heading, labelled, plain, quote, rich, run, words } from './text.ts';

export interface LeftOn {
  readonly what: SwitchedOn;
  /** The procedure that switches it off. */
  readonly procedureId: string;
  /** Title of its button; our own words. */
  readonly label: string;
}

export interface ClosingCardInput {
  readonly ref: CaseRef;
  /** One line; may hold values of the paste. */
  readonly title: string;
  /** null: no cause was found. */
  readonly cause: Cause | null;
  /** The line that decided, redacted. */
  readonly quote: string | null;
  /** What the step did that fixed it. */
  readonly fixedBy: string | null;
  readonly switchedOn: readonly LeftOn[];
  readonly prevention: string | null;
  /** The app runs after a restart and nothing else was changed. */
  readonly onlyRestart: boolean;
  /** What was done, in order; twelve are shown. */
  readonly steps: readonly { readonly text: string; readonly outcome: string }[];
}

const STEPS_MAX = 12;
const QUOTE_SHOWN_MAX = 300;

/** The end of a case: what it was, what fixed it, what is still switched on. */
export function closingCard(input: ClosingCardInput): AdaptiveCard {
  const { ref, switchedOn } = input;
  return buildCard({
    place: `closingCard for ${input.cause?.id ?? 'no cause'}`,
    fallbackText: 'Summary of the case',
    body: [
      heading('Summary', 'Default', { color: 'Accent' }),
      plain(clip(input.title, 240), { size: 'Medium', weight: 'Bolder' }, { spacing: 'Small' }),
      input.onlyRestart ? restartWarning() : null,
      ...causeLines(input),
      input.fixedBy === null ? null : labelled('Fixed by:', clip(input.fixedBy, 300)),
      ...stepList(input),
      ...leftOnLines(switchedOn),
      input.prevention === null
        ? null
        : labelled('Next time:', clip(input.prevention, 300), { separator: true, spacing: 'Medium' }),
    ],
    actions: [
      ...switchedOn.map(({ label, procedureId }) => submit(label, 'procedure', ref, { procedureId })),
      submit('Text for a ticket', 'ticket', ref),
      submit('Start over', 'restart', ref),
    ],
  });
}

function restartWarning(): CardElement {
  return {
    type: 'Container',
    style: 'warning',
    items: [
      words('Only a restart helped: the cause was not found, and it can come back. Keep the next event and log.'),
    ],
  };
}

function causeLines({ cause, quote: line, onlyRestart }: ClosingCardInput): readonly CardElement[] {
  return [
    ...(cause === null ? [] : [labelled(onlyRestart ? 'Suspected:' : 'Cause:', clip(cause.title, 200))]),
    ...(line === null || line === ''
      ? []
      : [rich([run('Decided by ', { weight: 'Bolder' }), run('\u201C'), quote(line, QUOTE_SHOWN_MAX), run('\u201D')])]),
  ];
}

function stepList({ steps }: ClosingCardInput): readonly CardElement[] {
  if (steps.length === 0) return [];
  return [
    words('What was done', { weight: 'Bolder' }),
    ...steps.slice(0, STEPS_MAX).map(({ text, outcome }, index) => outcomeLine(index + 1, text, outcome)),
  ];
}

function leftOnLines(switchedOn: readonly LeftOn[]): readonly CardElement[] {
  if (switchedOn.length === 0) return [];
  const names = switchedOn.map(({ what }) => SWITCHED_ON[what]).join(', ');
  return [
    {
      type: 'Container',
      style: 'warning',
      spacing: 'Medium',
      items: [words(`Still switched on: ${names}. Switch it off when you no longer need it.`, { weight: 'Bolder' })],
    },
  ];
}

const SOLVED: ClosingCardInput = {
  ref: SAMPLE_REF,
  title: 'dotnet was told to start .\\Shop.Web.dll, and that file was not there',
  cause: SAMPLE_CAUSE,
  quote: `'"dotnet" .\\Shop.Web.dll', ErrorCode = '0x80004005 : 80008081`,
  fixedBy: "Set arguments to the name of the app's main DLL (step 3).",
  switchedOn: [{ what: 'stdout-log', procedureId: 'stdout-log-disable', label: 'Switch the stdout log off' }],
  prevention: SAMPLE_CAUSE.prevention,
  onlyRestart: false,
  steps: [
    { text: "Look whether the file that web.config names is in the site's folder.", outcome: 'Done' },
    { text: 'Open web.config of the site and read the arguments of the aspNetCore element.', outcome: 'Skipped' },
    { text: "Set arguments to the name of the app's main DLL.", outcome: 'It works now' },
  ],
};

export const samples = (): readonly CardSample[] => [
  { name: 'closing-solved', card: closingCard(SOLVED) },
  {
    name: 'closing-restart',
    card: closingCard({
      ...SOLVED,
      title: 'The site answers again',
      quote: null,
      fixedBy: null,
      onlyRestart: true,
      switchedOn: [],
      prevention: null,
      steps: [],
    }),
  },
  {
    name: 'closing-long',
    card: closingCard({
      ...SOLVED,
      quote: `${SOLVED.quote ?? ''} `.repeat(6),
      switchedOn: [
        { what: 'stdout-log', procedureId: 'stdout-log-disable', label: 'Switch the stdout log off' },
        { what: 'debug-log', procedureId: 'debug-log-disable', label: 'Switch the debug log off' },
        { what: 'development-environment', procedureId: 'developer-exception-page-off', label: 'Back to Production' },
        { what: 'detailed-errors', procedureId: 'detailed-errors-off', label: 'Switch detailed errors off' },
        { what: 'freb', procedureId: 'freb-off', label: 'Switch Failed Request Tracing off' },
      ],
      steps: Array.from({ length: 3 }, () => SOLVED.steps).flat(),
    }),
  },
];
