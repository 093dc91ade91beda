import type { Place, Turn } from './turn.ts';

/**
 * What can be typed next and is no button of the card in front of the person: at most three, as Teams shows no more
 * (https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/suggested-actions).
 * @param place where the person is after the turn
 */
export function suggestionsAt(place: Place, turn: Turn): readonly string[] {
  switch (place.type) {
    case 'question':
      return ['Why', 'Start over', 'Help'];
    case 'step':
      return ['Why', 'No admin rights', 'Help'];
    case 'procedure':
      return ['Next', 'Help'];
    case 'none':
      break;
  }
  if (turn.case.solved !== null) return ['Browse causes', 'Help'];
  if (turn.verdict.candidates.length > 0) return ['Why', 'Ticket', 'Help'];
  return turn.case.findings.length > 0 ? ['Guide me', 'Report', 'Help'] : ['Guide me', 'Browse causes', 'Help'];
}
