import { HostmedicError } from '../src/model/errors.ts';
import type { AdaptiveCard } from './adaptiveCard.ts';

/** Most bytes of a card, UTF-8: under the 28 KB that the narrowest way into Teams takes, with room for the activity around it. */
export const CARD_BYTES_MAX = 25_600;

/** Size of a card on the wire, in UTF-8 bytes. */
export function cardBytes(card: unknown): number {
  return Buffer.byteLength(JSON.stringify(card), 'utf8');
}

/**
 * The first of several drawings of one card that fits; the later ones leave something out.
 * @param draws at least one
 * @throws CARD_TOO_LARGE when not even the last one fits
 */
export function firstThatFits([draw, ...thinner]: readonly [
  () => AdaptiveCard,
  ...(() => AdaptiveCard)[],
]): AdaptiveCard {
  const [next, ...rest] = thinner;
  if (next === undefined) return draw();
  try {
    return draw();
  } catch (error) {
    if (!(error instanceof HostmedicError) || error.code !== 'CARD_TOO_LARGE') throw error;
    return firstThatFits([next, ...rest]);
  }
}

/**
 * @param place which card, and for what: "stepCard for app-pool-stopped"
 * @returns the card itself
 * @throws CARD_TOO_LARGE; texts of a person are cut by each card, so only a catalog entry can be the reason
 */
export function checkCardBytes(place: string, card: AdaptiveCard): AdaptiveCard {
  const bytes = cardBytes(card);
  if (bytes <= CARD_BYTES_MAX) return card;
  throw new HostmedicError(
    'CARD_TOO_LARGE',
    `${place} is ${bytes} bytes, at most CARD_BYTES_MAX (${CARD_BYTES_MAX}) fit a Teams message; split the entry or shorten its texts`,
  );
}
