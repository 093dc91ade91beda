import type { AdaptiveCard, CardSample } from './adaptiveCard.ts';
import type { CaseRef } from './actions.ts';
import { submit } from './actions.ts';
import { buildCard } from './buildCard.ts';
import { foldAway } from './foldAway.ts';
import { histories, pasteBox, platforms } from './questionParts.ts';
import { SAMPLE_REF } from './sampleData.ts';
import { heading, small, words } from './text.ts';

/** The first card: a box to paste into. */
export function welcomeCard(ref: CaseRef): AdaptiveCard {
  return buildCard({
    place: 'welcomeCard',
    fallbackText:
      'I find out why an ASP.NET Core app does not run on IIS or Azure App Service. Paste what you see as a message.',
    body: [
      heading('Why does the app not run?'),
      words(
        'I find out why an ASP.NET Core app does not run on IIS or Azure App Service, and go through the fix with you.',
        { spacing: 'Small' },
      ),
      words('Paste an error page, an event, a log or just a status number: all at once is fine.', { spacing: 'Small' }),
      pasteBox('Paste what you see'),
      small('Passwords and keys are masked before anything is kept. A long text? Attach the file, or paste its end.'),
      small('Not sure what to paste? Diagnose with an empty box asks for one thing at a time.'),
      ...foldAway([
        {
          id: 'optional',
          title: 'Optional: where it runs, if it ever worked',
          items: [
            {
              type: 'Input.ChoiceSet',
              id: 'platform',
              label: 'Where does the app run?',
              style: 'compact',
              placeholder: 'Not sure',
              choices: platforms().map(([value, title]) => ({ title, value })),
            },
            {
              type: 'Input.ChoiceSet',
              id: 'history',
              label: 'Did it ever work on this server?',
              style: 'compact',
              placeholder: 'Not sure',
              choices: histories().map(([value, title]) => ({ title, value })),
            },
          ],
        },
      ]),
    ],
    actions: [
      submit('Diagnose', 'diagnose', ref, {}, { readsInputs: true, positive: true }),
      submit('Browse causes', 'browse', ref),
    ],
  });
}

export const samples = (): readonly CardSample[] => [{ name: 'welcome', card: welcomeCard(SAMPLE_REF) }];
