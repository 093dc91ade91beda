import type { AdaptiveCard, CardSample } from './adaptiveCard.ts';
import type { CaseRef } from './actions.ts';
import { submit } from './actions.ts';
import { buildCard } from './buildCard.ts';
import { readLine, secretsWarning } from './evidenceParts.ts';
import { SAMPLE_REF } from './sampleData.ts';
import { heading, rich, run, small } from './text.ts';

export interface JoinCardInput {
  /** The case that it may belong to. */
  readonly ref: CaseRef;
  /** Name of whose case that is, as the channel shows it. */
  readonly owner: string;
  /** Name and key of who is asked. */
  readonly asked: { readonly name: string; readonly key: string };
  /** What was read of the paste. */
  readonly read: string;
  readonly secrets: readonly string[];
}

/** Asks whether what somebody pasted in a group chat belongs to the case that is open there. */
export function joinCard({ ref, owner, asked, read, secrets }: JoinCardInput): AdaptiveCard {
  return buildCard({
    place: 'joinCard',
    fallbackText: 'Add this to the case that is open here?',
    body: [
      secretsWarning(secrets),
      heading('A case is open here'),
      rich([run(`${asked.name}: `), run(`Add this to ${owner}'s case?`, { weight: 'Bolder' })]),
      small('Yes adds it there. Otherwise you get a case of your own.'),
      readLine(read),
    ],
    actions: [
      submit('Yes', 'join', ref, { who: asked.key }, { positive: true }),
      submit('My own case', 'ownCase', ref, { who: asked.key }),
    ],
  });
}

const ASKED = { name: 'Bob', key: 'Zx81-_abcd' };

export const samples = (): readonly CardSample[] => [
  {
    name: 'join',
    card: joinCard({ ref: SAMPLE_REF, owner: 'Alice', asked: ASKED, read: 'a 500.30 page', secrets: [] }),
  },
  {
    name: 'join-long',
    card: joinCard({
      ref: SAMPLE_REF,
      owner: 'Wolfeschlegelsteinhaus...',
      asked: { ...ASKED, name: '<at>[Bob](https://c...' },
      read: 'an event from IIS AspNetCore Module V2 (1018); 41 pieces of a stdout log',
      secrets: ['connection string password'],
    }),
  },
];
