import { noticeCard } from '../../cards/noticeCard.ts';
import { ABSENCE_CHOICES, HISTORY_NAMES, PLATFORM_NAMES, QUESTION_HEADINGS } from '../../cards/questionWords.ts';
import type { Question } from '../../src/model/verdict.ts';
import type { Turn } from '../turn.ts';

const ALWAYS =
  'At any time: "guide me" (I ask), "browse", "search <words>", "decode 0x80070005", "why", "ticket" (the case as text), "back", "restart", "forget me".';
const PASTE =
  'Paste what you see: an error page, an event, a log, web.config, or just a number such as 500.30. All at once is fine.';

/** Says what can be typed at this very moment, and what works at any time. */
export function sayHelp(turn: Turn): void {
  turn.say(
    noticeCard({
      ref: turn.ref,
      heading: 'What I understand',
      text: [...hereLines(turn), ALWAYS].join('\n\n'),
      actions: [{ title: 'Back', verb: 'back' }],
    }),
  );
}

function hereLines({ place, verdict, case: state }: Turn): readonly string[] {
  switch (place.type) {
    case 'question':
      return [`The open question: ${QUESTION_HEADINGS[place.ask]}.`, answersTo(place.ask)];
    case 'procedure':
      return [
        'You are shown how to do something. "next" shows the next step, "done" or "back" leads to where you were.',
        'What you were asked for can be pasted right away.',
      ];
    case 'step':
      return [
        'You follow steps. After each: "done", "saw something else", "did not help", "skip", or "it works now".',
        '"where" shows how, if the step has it; "no admin rights" gives a text for who has them. What you see can be pasted.',
      ];
    case 'none':
      break;
  }
  if (state.solved !== null)
    return ['The case is closed. "ticket" gives a summary to copy. Paste something to begin the next one.'];
  if (verdict.candidates.length > 0) {
    return [
      'What I said last: "start" begins the steps, "not this" sets the cause aside, "show evidence" tells what counted.',
      'More to paste (the event, a log, web.config) makes it surer; "no admin rights" gives a text for who has them.',
    ];
  }
  return [PASTE, 'Or let me ask: type "guide me".'];
}

/** In the words of the buttons; typed they do the same. */
function answersTo(ask: Question['ask']): string {
  if (ask === 'platform') return `Type one of: ${quoted(Object.values(PLATFORM_NAMES))}, or "skip".`;
  if (ask === 'history') return `Type one of: ${quoted(Object.values(HISTORY_NAMES))}, or "skip".`;
  const absences = quoted(ABSENCE_CHOICES[ask].map(({ title }) => title));
  return `Paste it as a message, or type ${absences}. "where" shows where to find it, "skip" if you cannot look.`;
}

function quoted(titles: readonly string[]): string {
  return titles.map((title) => `"${title.toLowerCase()}"`).join(', ');
}
