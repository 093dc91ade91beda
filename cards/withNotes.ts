import type { AdaptiveCard } from './adaptiveCard.ts';
import { CARD_BYTES_MAX, cardBytes } from './cardBytes.ts';
import { clip, plain } from './text.ts';

const NOTES_MAX = 3;

/**
 * Puts what has to be said about the message itself (a file that was cut or not taken) above what it was answered with.
 * @param notes may name a file of the person; the first three are shown, and none that makes the card too large
 */
export function withNotes(card: AdaptiveCard, notes: readonly string[]): AdaptiveCard {
  const lines = notes.slice(0, NOTES_MAX).map((note) => plain(clip(note, 300), { size: 'Small', color: 'Warning' }));
  if (lines.length === 0) return card;
  const noted = { ...card, body: [...lines, ...card.body] };
  return cardBytes(noted) <= CARD_BYTES_MAX ? noted : card;
}
