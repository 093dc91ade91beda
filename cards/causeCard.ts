import { SYMPTOMS } from '../src/model/artifact.ts';
import type { Symptom } from '../src/model/artifact.ts';
import type { Cause } from '../src/model/catalog.ts';
import type { AdaptiveCard, CardElement, CardSample } from './adaptiveCard.ts';
import type { CaseRef } from './actions.ts';
import { openUrl, submit } from './actions.ts';
import { buildCard } from './buildCard.ts';
import { ABSENCE_CHOICES } from './questionWords.ts';
import { SAMPLE_CAUSE, SAMPLE_PAGE, SAMPLE_REF } from './sampleData.ts';
import { clip, escapeMarkdown, heading, labelled, plain, quote, rich, run } from './text.ts';

const SYMPTOM_NAMES: Readonly<Record<Symptom, string>> = {
  browser: 'Browser',
  eventLog: 'Application log',
  systemLog: 'System log',
  ancmLog: 'stdout or debug log',
  iisLog: 'IIS log',
};

const SOURCES_MAX = 3;
const SAYS_MAX = 2;
const TELL_APART_MAX = 4;

/** One entry of the catalog, as a reader who browses sees it. */
export function causeCard({ ref, cause }: { readonly ref: CaseRef; readonly cause: Cause }): AdaptiveCard {
  const symptoms = SYMPTOMS.flatMap((symptom) => symptomLine(cause, symptom));
  return buildCard({
    place: `causeCard for ${cause.id}`,
    fallbackText: escapeMarkdown(cause.title),
    body: [
      heading(cause.title),
      plain(clip(cause.explanation, 1200)),
      cause.doesNotSay === undefined ? null : labelled('It does not say:', clip(cause.doesNotSay, 400)),
      symptoms.length === 0 ? null : heading('What you see', 'Default'),
      ...symptoms,
      cause.tellApart.length === 0 ? null : heading('Look-alikes', 'Default'),
      ...cause.tellApart
        .slice(0, TELL_APART_MAX)
        .map(({ from, by }) => labelled(`${from.replaceAll('-', ' ')}:`, clip(by, 240), { spacing: 'Small' })),
    ],
    actions: [
      cause.steps.length === 0
        ? null
        : submit('Start the steps', 'start', ref, { causeId: cause.id }, { positive: true }),
      ...cause.sources.slice(0, SOURCES_MAX).map((url, index) => sourceButton(url, index)),
      submit('Back', 'back', ref),
    ],
  });
}

function symptomLine(cause: Cause, symptom: Symptom): readonly CardElement[] {
  const profile = cause.symptoms[symptom];
  if (profile === undefined) return [];
  const absent = ABSENCE_CHOICES[symptom].filter((choice) => profile.absent.includes(choice.absence));
  const parts = [
    ...profile.says.slice(0, SAYS_MAX).map((line) => quote(line, 200)),
    ...absent.map((choice) => run(choice.title.toLowerCase())),
  ];
  if (parts.length === 0) return [];
  return [
    rich(
      [
        run(`${SYMPTOM_NAMES[symptom]}: `, { weight: 'Bolder' }),
        ...parts.flatMap((part, index) => (index === 0 ? [part] : [run(', or '), part])),
      ],
      { spacing: 'Small' },
    ),
  ];
}

// The first source in view, the others behind "...".
function sourceButton(url: string, index: number): ReturnType<typeof openUrl> {
  const host = URL.canParse(url) ? new URL(url).hostname : '';
  return openUrl(index === 0 ? 'Read more' : `Source ${index + 1}`, url, { secondary: index > 0, tooltip: host });
}

export const samples: readonly CardSample[] = [
  { name: 'cause', card: causeCard({ ref: SAMPLE_REF, cause: SAMPLE_CAUSE }) },
  {
    name: 'cause-page',
    card: causeCard({ ref: SAMPLE_REF, cause: { ...SAMPLE_PAGE, tellApart: [], symptoms: {}, steps: [] } }),
  },
];
