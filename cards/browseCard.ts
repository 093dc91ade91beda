import type { Group } from '../src/model/catalog.ts';
import type { AdaptiveCard, CardElement, CardSample } from './adaptiveCard.ts';
import type { CaseRef } from './actions.ts';
import { submit } from './actions.ts';
import { buildCard } from './buildCard.ts';
import { clickRow } from './clickRow.ts';
import { SAMPLE_REF } from './sampleData.ts';
import { heading, rich, quote, run, small } from './text.ts';

export interface BrowseGroup {
  readonly group: Group;
  /** Our own words. */
  readonly label: string;
  readonly count: number;
}

export interface BrowseResult {
  readonly id: string;
  readonly title: string;
  readonly kind: 'cause' | 'procedure' | 'family';
  /** Of a family: how many members it has. */
  readonly count?: number;
}

export interface BrowseCardInput {
  readonly ref: CaseRef;
  /** Left out: no groups are offered. */
  readonly groups?: readonly BrowseGroup[];
  /** Best first; twelve are shown. Left out: nothing was searched; empty: nothing was found. */
  readonly results?: readonly BrowseResult[];
  /** What the person searched for; left out or empty for the entries of a group. */
  readonly query?: string;
}

const RESULTS_MAX = 12;

/** The catalog by group or by search. Groups and results are rows to click: more of them than a card has buttons. */
export function browseCard({ ref, groups = [], results, query = '' }: BrowseCardInput): AdaptiveCard {
  return buildCard({
    place: 'browseCard',
    fallbackText: 'Browse causes',
    body: [
      heading('Browse causes'),
      {
        type: 'Input.Text',
        id: 'query',
        label: 'Search: a word, a status or a code',
        placeholder: '502.5, app pool, 0x8007000d ...',
        maxLength: 200,
      },
      ...(results === undefined ? [] : resultRows(ref, results, query)),
      ...groups.map(({ group, label, count }) => clickRow(label, `${count}`, submit(label, 'group', ref, { group }))),
    ],
    actions: [submit('Search', 'search', ref, {}, { readsInputs: true, positive: true }), submit('Back', 'back', ref)],
  });
}

function resultRows(ref: CaseRef, results: readonly BrowseResult[], query: string): readonly CardElement[] {
  const found = results.length === 0 ? 'Nothing found' : `${results.length} found`;
  const title = query === '' ? [run(`${found}.`)] : [run(`${found} for `), quote(query, 120)];
  const more = results.length - RESULTS_MAX;
  return [
    rich(title, { spacing: 'Medium' }),
    ...results.slice(0, RESULTS_MAX).map((result) => resultRow(ref, result)),
    ...(more > 0 ? [small(`${more} more; search for a rarer word.`)] : []),
  ];
}

function resultRow(ref: CaseRef, { id, title, kind, count }: BrowseResult): CardElement {
  if (kind === 'family') return clickRow(title, `${count ?? 0}`, submit(title, 'family', ref, { familyId: id }));
  return kind === 'cause'
    ? clickRow(title, 'cause', submit(title, 'cause', ref, { causeId: id }))
    : clickRow(title, 'how to', submit(title, 'procedure', ref, { procedureId: id }));
}

const GROUPS: readonly BrowseGroup[] = [
  { group: 'configuration', label: 'Configuration (web.config)', count: 19 },
  { group: 'start', label: 'The app does not start', count: 24 },
  { group: 'runtime', label: 'Runtime and hosting bundle', count: 14 },
  { group: 'site-and-pool', label: 'Site and application pool', count: 17 },
  { group: 'proxy', label: 'Between IIS and the app', count: 9 },
  { group: 'requests', label: 'Single requests fail', count: 15 },
  { group: 'installation', label: 'Installation', count: 8 },
  { group: 'data-and-identity', label: 'Database and accounts', count: 12 },
];

const RESULTS: readonly BrowseResult[] = [
  { id: 'aspnetcore-arguments-wrong', title: 'The arguments of the aspNetCore element are wrong', kind: 'cause' },
  { id: 'missing-shared-framework', title: 'The .NET runtime that the app needs is not installed', kind: 'cause' },
  { id: 'stdout-log-enable', title: "Switch the module's stdout log on", kind: 'procedure' },
];

export const samples = (): readonly CardSample[] => [
  { name: 'browse-groups', card: browseCard({ ref: SAMPLE_REF, groups: GROUPS }) },
  { name: 'browse-results', card: browseCard({ ref: SAMPLE_REF, results: RESULTS, query: '502.5 dotnet shop' }) },
  {
    name: 'browse-families',
    card: browseCard({
      ref: SAMPLE_REF,
      results: [
        { id: 'runtime-missing', title: 'The runtime this app needs is not on the server', kind: 'family', count: 5 },
        { id: 'bitness', title: 'One part is 32-bit and the other is 64-bit', kind: 'family', count: 6 },
      ],
      query: '.NET runtime and bitness',
    }),
  },
  {
    name: 'browse-many',
    card: browseCard({ ref: SAMPLE_REF, results: Array.from({ length: 6 }, () => RESULTS).flat() }),
  },
  {
    name: 'browse-nothing',
    card: browseCard({ ref: SAMPLE_REF, groups: GROUPS, results: [], query: 'tomcat '.repeat(28) }),
  },
];
