import { SYMPTOMS } from '../src/model/artifact.ts';
import type { Symptom } from '../src/model/artifact.ts';
import type { Cause } from '../src/model/catalog.ts';
import type { AdaptiveCard, CardElement, CardSample } from './adaptiveCard.ts';
import type { CaseRef } from './actions.ts';
import { openUrl, submit } from './actions.ts';
import { buildCard } from './buildCard.ts';
import { lookOf } from './look.ts';
import { ABSENCE_CHOICES } from './questionWords.ts';
import { SAMPLE_CAUSE, SAMPLE_PAGE, SAMPLE_REF, SAMPLE_RUNTIME } from './sampleData.ts';
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
const LOOK_ALIKES_MAX = 4;

export interface CauseCardInput {
  readonly ref: CaseRef;
  readonly cause: Cause;
  /** What looks like it, with a line of `tellApart` each; four are shown. */
  readonly lookAlikes: readonly { readonly cause: Cause; readonly by: string }[];
}

/** One entry of the catalog, as a reader who browses sees it. */
export function causeCard({ ref, cause, lookAlikes }: CauseCardInput): AdaptiveCard {
  const symptoms = SYMPTOMS.flatMap((symptom) => symptomLine(cause, symptom));
  return buildCard({
    place: `causeCard for ${cause.id}`,
    fallbackText: escapeMarkdown(cause.title),
    body: [
      heading(cause.title),
      plain(clip(cause.explanation, 1200)),
      cause.doesNotSay === undefined ? null : labelled('It does not say:', clip(cause.doesNotSay, 400)),
      cause.fetch === undefined ? null : labelled('What would say it:', clip(cause.fetch.say, 240)),
      symptoms.length === 0 ? null : heading('What you see', 'Default'),
      ...symptoms,
      lookAlikes.length === 0 ? null : heading('Look-alikes', 'Default'),
      ...lookAlikes
        .slice(0, LOOK_ALIKES_MAX)
        .map((other) =>
          labelled(`${clip(other.cause.title, 120)}:`, clip(lookOf(other.by), 240), { spacing: 'Small' }),
        ),
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

export const samples = (): readonly CardSample[] => [
  {
    name: 'cause',
    card: causeCard({
      ref: SAMPLE_REF,
      cause: SAMPLE_CAUSE,
      lookAlikes: [{ cause: SAMPLE_RUNTIME, by: 'there, a framework and its version is named that "was not found"' }],
    }),
  },
  {
    name: 'cause-page',
    card: causeCard({ ref: SAMPLE_REF, cause: { ...SAMPLE_PAGE, symptoms: {}, steps: [] }, lookAlikes: [] }),
  },
];
