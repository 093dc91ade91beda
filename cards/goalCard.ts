import type { Procedure } from '../src/model/catalog.ts';
import type { AdaptiveCard, CardSample } from './adaptiveCard.ts';
import type { CaseRef } from './actions.ts';
import { openUrl, submit } from './actions.ts';
import { buildCard } from './buildCard.ts';
import { SAMPLE_REF, SAMPLE_STEPS } from './sampleData.ts';
import { SWITCHED_ON } from './stepParts.ts';
import { clip, escapeMarkdown, heading, plain, small } from './text.ts';

const STEPS_MAX = 8;

export interface GoalCardInput {
  readonly ref: CaseRef;
  readonly procedure: Procedure;
}

/** A procedure at a glance: what it is for and its steps in a line each, for whoever finds it by a search. */
export function goalCard({ ref, procedure }: GoalCardInput): AdaptiveCard {
  const { id, title, goal, steps, leavesOn, sources } = procedure;
  const left = steps.length - STEPS_MAX;
  return buildCard({
    place: `goalCard for ${id}`,
    fallbackText: escapeMarkdown(title),
    body: [
      heading(title),
      plain(clip(goal, 400)),
      ...steps
        .slice(0, STEPS_MAX)
        .map((step, index) => plain(`${index + 1}. ${clip(step.do, 160)}`, { size: 'Small' }, { spacing: 'Small' })),
      left > 0 ? small(`${left} more`) : null,
      leavesOn === undefined ? null : small(`Leaves ${SWITCHED_ON[leavesOn]} switched on.`, { color: 'Warning' }),
    ],
    actions: [
      submit('Show the steps', 'procedure', ref, { procedureId: id }, { positive: true }),
      ...sources.slice(0, 1).map((url) => openUrl('Read more', url)),
    ],
  });
}

export const samples = (): readonly CardSample[] => [
  {
    name: 'goal',
    card: goalCard({
      ref: SAMPLE_REF,
      procedure: {
        id: 'stdout-log-enable',
        title: "Switch the module's stdout log on",
        goal: 'Make the module write what the app prints while it starts.',
        where: [],
        leavesOn: 'stdout-log',
        steps: SAMPLE_STEPS,
        related: [],
        sources: ['https://learn.microsoft.com/aspnet/core/host-and-deploy/iis/logging-and-diagnostics'],
      },
    }),
  },
];
