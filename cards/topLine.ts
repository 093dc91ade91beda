import type { AdaptiveCard } from './adaptiveCard.ts';
import { cardBytes, CARD_BYTES_MAX } from './cardBytes.ts';
import { clip, plain } from './text.ts';

/**
 * Puts what has changed above everything else on a card.
 * @param line may hold a person's words; 300 UTF-16 units are shown
 * @returns the card as it was when there is no room
 */
export function withTopLine(card: AdaptiveCard, line: string): AdaptiveCard {
  const first = plain(clip(line, 300), { weight: 'Bolder', color: 'Accent' });
  const told = { ...card, body: [first, ...card.body] };
  return cardBytes(told) <= CARD_BYTES_MAX ? told : card;
}
