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
  /** Why the number can be read so: "signed decimal of 0x8007000d". */
  readonly as: string;
  /** The reading that fits what else is known of the case. */
  readonly likely: boolean;
  /** Likeliest first; three are offered, as rows to click, each cause once on a card. */
  readonly causes: readonly Cause[];
}

export interface CodeCardInput {
  readonly ref: CaseRef;
  /** The number as the person wrote it. */
  readonly code: string;
  /** Likeliest first; five are shown. Empty: it is no number that a server prints. */
  readonly readings: readonly CodeReading[];
}

const KINDS: Readonly<Record<CodeEntry['kind'], string>> = {
  hresult: 'HRESULT',
  win32: 'Win32 error',
  http: 'HTTP status',
  ntstatus: 'NTSTATUS',
  exit: 'exit code',
  'dotnet-host': '.NET host',
};

const READINGS_MAX = 5;
const CAUSES_MAX = 3;

/** A number and every reading of it, the likely one first, each with the causes that show it. */
export function codeCard({ ref, code, readings }: CodeCardInput): AdaptiveCard {
  const shown = readings.slice(0, READINGS_MAX);
  const offered = new Set<string>();
  return buildCard({
    place: 'codeCard',
    fallbackText: 'What this number means',
    body: [
      heading('What this number means'),
      rich([{ ...quote(code, 60), size: 'Medium', weight: 'Bolder' }], { spacing: 'Small' }),
      shown.length === 0
        ? words('No part of Windows, IIS or .NET prints such a number. Paste the line it stands in; the words help.')
        : null,
      ...shown.flatMap((reading) => [
        ...readingLines(reading, shown.length > 1),
        ...causeRows(ref, reading.causes, offered),
      ]),
    ],
    actions: [submit('Back', 'back', ref)],
  });
}

function readingLines({ entry, as, likely }: CodeReading, amongOthers: boolean): readonly CardElement[] {
  return [
    rich(
      [
        run(`${KINDS[entry.kind]} ${entry.code}`, { fontType: 'Monospace' }),
        run(` ${clip(entry.name, 120)}`, { weight: 'Bolder' }),
        ...(likely && amongOthers ? [run(' (likely here)', { color: 'Accent' })] : []),
      ],
      { spacing: 'Medium', separator: true },
    ),
    plain(clip(as, 120), { size: 'Small', isSubtle: true }, { spacing: 'None' }),
    plain(clip(entry.meaning, 600), {}, { spacing: 'Small' }),
  ];
}

/** A cause that an earlier reading offered is not offered again. */
function causeRows(ref: CaseRef, causes: readonly Cause[], offered: Set<string>): readonly CardElement[] {
  return causes
    .filter(({ id }) => !offered.has(id))
    .slice(0, CAUSES_MAX)
    .map(({ id, title }) => {
      offered.add(id);
      return clickRow(title, 'cause', submit(title, 'cause', ref, { causeId: id }));
    });
}

const FILE_NOT_FOUND: CodeEntry = {
  code: '0x80070002',
  kind: 'hresult',
  name: 'ERROR_FILE_NOT_FOUND',
  meaning: 'Windows could not find a file that it was told to open; mostly the program of processPath.',
  causes: [],
  sources: [],
};

export const samples = (): readonly CardSample[] => [
  {
    name: 'code-known',
    card: codeCard({
      ref: SAMPLE_REF,
      code: '-2147024894',
      readings: [
        {
          entry: FILE_NOT_FOUND,
          as: 'signed decimal of 0x80070002',
          likely: true,
          causes: [SAMPLE_CAUSE, SAMPLE_RUNTIME],
        },
        {
          entry: { ...FILE_NOT_FOUND, kind: 'win32', code: '2', meaning: 'The same without the HRESULT around it.' },
          as: 'Windows error inside 0x80070002',
          likely: false,
          causes: [SAMPLE_CAUSE],
        },
      ],
    }),
  },
  {
    name: 'code-by-build',
    card: codeCard({
      ref: SAMPLE_REF,
      code: '0x80071234',
      readings: [
        {
          entry: {
            ...FILE_NOT_FOUND,
            code: '0x80071234',
            name: 'Facility 7 (Windows errors), code 4660',
            meaning:
              'An HRESULT: a failure that is not in my catalog; this is what its bits say. The code is the Windows error 4660: "net helpmsg 4660" says it in words.',
          },
          as: 'by its build',
          likely: true,
          causes: [],
        },
      ],
    }),
  },
  { name: 'code-unknown', card: codeCard({ ref: SAMPLE_REF, code: '99999999999', readings: [] }) },
];
