import type { Cause, Family } from '../src/model/catalog.ts';
import type { AdaptiveCard, CardSample } from './adaptiveCard.ts';
import type { CaseRef } from './actions.ts';
import { submit } from './actions.ts';
import { buildCard } from './buildCard.ts';
import { clickRow } from './clickRow.ts';
import { SAMPLE_CAUSE, SAMPLE_PAGE, SAMPLE_REF, SAMPLE_RUNTIME } from './sampleData.ts';
import { escapeMarkdown, heading, words } from './text.ts';

export interface FamilyCardInput {
  readonly ref: CaseRef;
  readonly family: Family;
  /** The members, in the order of the catalog; each is a row to click. */
  readonly members: readonly Cause[];
}

/** One family of the catalog: what its members have in common, and the way to each. */
export function familyCard({ ref, family, members }: FamilyCardInput): AdaptiveCard {
  return buildCard({
    place: `familyCard for ${family.id}`,
    fallbackText: escapeMarkdown(family.headline),
    body: [
      heading(family.headline),
      words(family.inCommon, { spacing: 'Small' }),
      ...members.map(({ id, title, kind }) =>
        clickRow(title, kind === 'page' ? 'error page' : '', submit(title, 'cause', ref, { causeId: id })),
      ),
    ],
    actions: [submit('Browse causes', 'browse', ref), submit('Back', 'back', ref)],
  });
}

export const SAMPLE_FAMILY: Family = {
  id: 'runtime-missing',
  headline: 'The runtime this app needs is not on the server',
  inCommon: 'The app was built for a version of .NET that the server, or the process, cannot find.',
  members: ['missing-shared-framework', 'aspnetcore-arguments-wrong', 'page-500-30'],
};

export const samples = (): readonly CardSample[] => [
  {
    name: 'family',
    card: familyCard({
      ref: SAMPLE_REF,
      family: SAMPLE_FAMILY,
      members: [SAMPLE_RUNTIME, SAMPLE_CAUSE, SAMPLE_PAGE],
    }),
  },
];
