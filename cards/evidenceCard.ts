import type { Cause, Family } from '../src/model/catalog.ts';
import type { Evidence } from '../src/model/verdict.ts';
import type { AdaptiveCard, CardElement, CardSample } from './adaptiveCard.ts';
import type { CaseRef } from './actions.ts';
import { submit } from './actions.ts';
import { buildCard } from './buildCard.ts';
import { cardBytes } from './cardBytes.ts';
import { evidenceList } from './evidenceParts.ts';
import { SAMPLE_FAMILY } from './familyCard.ts';
import { SAMPLE_CAUSE, SAMPLE_REF, SAMPLE_RUNTIME, sampleEvidence } from './sampleData.ts';
import { heading, rich, run, words } from './text.ts';

export interface EvidenceEntry {
  readonly cause: Cause;
  /** The family it belongs to; null or left out: none. */
  readonly family?: Family | null;
  /** Strongest first; five are shown. */
  readonly evidence: readonly Evidence[];
  readonly against: readonly Evidence[];
}

export interface EvidenceCardInput {
  readonly ref: CaseRef;
  /** Best first; three are shown, as many as a case keeps quotes for. */
  readonly entries: readonly EvidenceEntry[];
}

const ENTRIES_MAX = 3;
const ROWS_MAX = 5;
// 300 signs of Chinese are 900 bytes: thirty such quotes would not fit, so what is over this is left out, and said.
const BODY_BYTES_MAX = 22_000;

/** Every piece of evidence that counted, for and against. */
export function evidenceCard({ ref, entries }: EvidenceCardInput): AdaptiveCard {
  return buildCard({
    place: 'evidenceCard',
    fallbackText: 'The evidence from your text.',
    body: [
      heading('What counted'),
      entries.length === 0 ? words('Nothing in your text counted for a cause.') : null,
      ...fitting(entries.slice(0, ENTRIES_MAX).flatMap(entryLines)),
    ],
    actions: [submit('Back', 'back', ref)],
  });
}

function entryLines({ cause, family, evidence, against }: EvidenceEntry): readonly CardElement[] {
  const id = run(cause.id, { fontType: 'Monospace', size: 'Small', isSubtle: true });
  const home = family ? [run(` \u2013 ${family.headline}`, { size: 'Small', isSubtle: true })] : [];
  return [
    heading(cause.title, 'Default', { separator: true, spacing: 'Medium' }),
    rich([id, ...home], { spacing: 'None' }),
    ...evidenceList('Speaks for it', 'Nothing in your text speaks for it.', evidence.slice(0, ROWS_MAX)),
    ...evidenceList('Speaks against it', '', against.slice(0, ROWS_MAX)),
  ];
}

function fitting(elements: readonly CardElement[]): readonly CardElement[] {
  let bytes = 0;
  const end = elements.findIndex((element) => (bytes += cardBytes(element) + 1) > BODY_BYTES_MAX);
  if (end === -1) return elements;
  return [...elements.slice(0, end), words('The rest does not fit on a card.', { isSubtle: true })];
}

const EVENT = sampleEvidence(
  `failed to start process with commandline '"dotnet" .\\Shop.Web.dll', ErrorCode = '0x80004005 : 80008081.`,
  '80008081: the host was given a file it cannot find',
  'eventLog',
);

export const samples = (): readonly CardSample[] => [
  {
    name: 'evidence-two',
    card: evidenceCard({
      ref: SAMPLE_REF,
      entries: [
        {
          cause: SAMPLE_CAUSE,
          evidence: [EVENT, sampleEvidence('HTTP Error 502.5 - Process Failure', 'the page it shows', 'browser')],
          against: [],
        },
        {
          cause: SAMPLE_RUNTIME,
          family: SAMPLE_FAMILY,
          evidence: [sampleEvidence('', 'an app that never starts writes no log', 'stdoutLog', 'ancmLog')],
          against: [sampleEvidence('80008081', 'a missing runtime is 80008096', 'eventLog')],
        },
      ],
    }),
  },
  {
    name: 'evidence-long',
    card: evidenceCard({
      ref: SAMPLE_REF,
      entries: [
        SAMPLE_CAUSE,
        SAMPLE_RUNTIME,
        { ...SAMPLE_CAUSE, title: 'A third cause that looks like the two above' },
      ].map((cause) => ({
        cause,
        evidence: Array.from({ length: 5 }, () => ({
          ...EVENT,
          quote: '\u5931\u6557 D:\\sites\\\u5546\u5E97 '.repeat(40),
        })),
        against: [EVENT],
      })),
    }),
  },
];
