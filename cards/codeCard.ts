import type { Cause, CodeEntry } from '../src/model/catalog.ts';
import type { AdaptiveCard, CardElement, CardSample } from './adaptiveCard.ts';
import type { CaseRef } from './actions.ts';
import { submit } from './actions.ts';
import { buildCard } from './buildCard.ts';
import { clickRow } from './clickRow.ts';
import { SAMPLE_CAUSE, SAMPLE_REF, SAMPLE_RUNTIME } from './sampleData.ts';
import { clip, heading, plain, quote, rich, run, words } from './text.ts';

export interface CodeReading {
  readonly entry: CodeEntry;
  /** The reading that fits what else is known of the case. */
  readonly likely: boolean;
}

export interface CodeCardInput {
  readonly ref: CaseRef;
  /** The number as the person wrote it. */
  readonly code: string;
  /** Likeliest first; six are shown. Empty: the number is not known. */
  readonly readings: readonly CodeReading[];
  /** Likeliest first; four are offered, as rows to click. */
  readonly causes: readonly Cause[];
}

const KINDS: Readonly<Record<CodeEntry['kind'], string>> = {
  hresult: 'HRESULT',
  win32: 'Win32 error',
  http: 'HTTP status',
  ntstatus: 'NTSTATUS',
  exit: 'exit code',
  'dotnet-host': '.NET host',
};

const READINGS_MAX = 6;
const CAUSES_MAX = 4;

/** A number and every reading of it. */
export function codeCard({ ref, code, readings, causes }: CodeCardInput): AdaptiveCard {
  return buildCard({
    place: 'codeCard',
    fallbackText: 'What this number means',
    body: [
      heading('What this number means'),
      rich([{ ...quote(code, 60), size: 'Medium', weight: 'Bolder' }], { spacing: 'Small' }),
      readings.length === 0
        ? words('I do not know this number. Paste the line it stands in; the words around it help.')
        : null,
      ...readings.slice(0, READINGS_MAX).flatMap(({ entry, likely }) => readingLines(entry, likely)),
      causes.length === 0 ? null : words('Causes that show it:', { weight: 'Bolder', spacing: 'Medium' }),
      ...causes
        .slice(0, CAUSES_MAX)
        .map((cause) => clickRow(cause.title, '', submit(cause.title, 'cause', ref, { causeId: cause.id }))),
    ],
    actions: [submit('Back', 'back', ref)],
  });
}

function readingLines(entry: CodeEntry, likely: boolean): readonly CardElement[] {
  return [
    rich(
      [
        run(`${KINDS[entry.kind]} ${entry.code}`, { fontType: 'Monospace' }),
        run(` ${clip(entry.name, 120)}`, { weight: 'Bolder' }),
        ...(likely ? [run(' (likely here)', { color: 'Accent' })] : []),
      ],
      { spacing: 'Medium' },
    ),
    plain(clip(entry.meaning, 600), {}, { spacing: 'None' }),
  ];
}

const FILE_NOT_FOUND: CodeEntry = {
  code: '0x80070002',
  kind: 'hresult',
  name: 'ERROR_FILE_NOT_FOUND',
  meaning: 'Windows could not find a file that it was told to open; mostly the program of processPath.',
  causes: [],
  sources: [],
};

export const samples: readonly CardSample[] = [
  {
    name: 'code-known',
    card: codeCard({
      ref: SAMPLE_REF,
      code: '-2147024894',
      readings: [
        { entry: FILE_NOT_FOUND, likely: true },
        {
          entry: { ...FILE_NOT_FOUND, kind: 'win32', code: '2', meaning: 'The same without the HRESULT around it.' },
          likely: false,
        },
      ],
      causes: [SAMPLE_CAUSE, SAMPLE_RUNTIME],
    }),
  },
  { name: 'code-unknown', card: codeCard({ ref: SAMPLE_REF, code: '0x81234567', readings: [], causes: [] }) },
];
