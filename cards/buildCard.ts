import type { AdaptiveCard, CardButton, CardElement } from './adaptiveCard.ts';
import { inView } from './actions.ts';
import { checkCardBytes } from './cardBytes.ts';

export interface CardParts {
  /** Which card, and for what; only errors show it. */
  readonly place: string;
  /** Our own words: may be read as markdown. */
  readonly fallbackText: string;
  /** Nulls are left out, so that a card can be written as a list. */
  readonly body: readonly (CardElement | null)[];
  readonly actions?: readonly (CardButton | null)[];
  /** Lets clients read the card again; left out: it stays as it is. */
  readonly refresh?: AdaptiveCard['refresh'];
  /** Buttons in view; fewer when rows of the body hold some. */
  readonly buttonsInView?: number;
}

/**
 * Puts a card together, the same frame for all of them.
 * @throws CARD_TOO_LARGE
 */
export function buildCard(parts: CardParts): AdaptiveCard {
  const actions = inView(present(parts.actions ?? []), parts.buttonsInView);
  return checkCardBytes(parts.place, {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    fallbackText: parts.fallbackText,
    msteams: { width: 'Full' },
    body: present(parts.body),
    ...(actions.length === 0 ? {} : { actions }),
    ...(parts.refresh === undefined ? {} : { refresh: parts.refresh }),
  });
}

function present<Item>(items: readonly (Item | null)[]): Item[] {
  return items.filter((item): item is Item & NonNullable<unknown> => item !== null);
}
