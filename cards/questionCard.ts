import type { ChatKind } from '../src/model/chat.ts';
import type { Question } from '../src/model/verdict.ts';
import type { AdaptiveCard, CardButton, CardSample } from './adaptiveCard.ts';
import type { CaseRef } from './actions.ts';
import { BUTTONS_IN_VIEW, submit } from './actions.ts';
import { buildCard } from './buildCard.ts';
import { secretsWarning } from './evidenceParts.ts';
import { questionBody, questionButtons } from './questionParts.ts';
import { QUESTION_HEADINGS } from './questionWords.ts';
import { SAMPLE_REF } from './sampleData.ts';
import { clip, plain } from './text.ts';

export interface QuestionCardInput {
  readonly ref: CaseRef;
  readonly question: Question;
  /** What is known so far, one line; left out or empty: nothing is said. */
  readonly known?: string;
  /** Offer "Show me where": there is a procedure for this symptom. */
  readonly showWhere: boolean;
  /** Where it is asked: what to do with a long text depends on it; left out: a personal chat. */
  readonly chat?: ChatKind;
  /** Kinds of secrets that the last message still shows; left out: none. */
  readonly secrets?: readonly string[];
}

/** Asks for one thing. Belongs to one person. */
export function questionCard(input: QuestionCardInput): AdaptiveCard {
  const { ref, question } = input;
  const known = input.known ?? '';
  return buildCard({
    place: `questionCard for ${question.ask}`,
    fallbackText: QUESTION_HEADINGS[question.ask],
    body: [
      secretsWarning(input.secrets ?? []),
      known === '' ? null : plain(`So far: ${clip(known, 300)}`, { size: 'Small' }),
      ...questionBody(question, input.chat),
    ],
    actions: [...withWhere(input), submit('Back', 'back', ref, {}, { secondary: true })],
  });
}

/** In front of Skip where there is room for both; else behind "...", like the answers that are seldom given. */
function withWhere({ ref, question, showWhere }: QuestionCardInput): readonly CardButton[] {
  const buttons = questionButtons(ref, question);
  if (!showWhere || question.ask === 'platform' || question.ask === 'history') return buttons;
  const inFront = buttons.filter((button) => button.mode !== 'secondary').length;
  const where = submit(
    'Show me where',
    'where',
    ref,
    { symptom: question.ask },
    { secondary: inFront >= BUTTONS_IN_VIEW },
  );
  return [...buttons.slice(0, -1), where, ...buttons.slice(-1)];
}

export const samples = (): readonly CardSample[] => [
  sample('event-log', 'eventLog', '502.5 never says why the process stopped; the newest event does.', {
    known: 'a 502.5 page.',
  }),
  sample('browser', 'browser', 'The event alone does not say whether the request got as far as the app.', {
    known: 'one Application event from D:\\sites\\shop, Contoso.Shop.Web, 14:02.',
  }),
  sample('ancm-log', 'ancmLog', 'The event says that the app stopped; its own log says at which line.'),
  sample('system-log', 'systemLog', 'A bare 503 comes from Windows; WAS writes why it stopped the pool.', {
    showWhere: false,
  }),
  sample('iis-log', 'iisLog', 'The substatus of a 404 says which part of IIS refused.', {
    known: 'a 404 page.',
    chat: 'channel',
  }),
  sample('platform', 'platform', 'The places to look differ.', { showWhere: false }),
  sample('history', 'history', 'What never worked has other causes than what stopped working.', { showWhere: false }),
];

function sample(name: string, ask: Question['ask'], why: string, more: Partial<QuestionCardInput> = {}): CardSample {
  const card = questionCard({ ref: SAMPLE_REF, question: { ask, why }, showWhere: true, ...more });
  return { name: `question-${name}`, card };
}
