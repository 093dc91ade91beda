import type { History, Platform, Symptom } from '../src/model/artifact.ts';
import type { ChatKind } from '../src/model/chat.ts';
import type { Question } from '../src/model/verdict.ts';
import type { CardButton, CardElement, InputText } from './adaptiveCard.ts';
import type { ActionOptions, CaseRef } from './actions.ts';
import { submit } from './actions.ts';
import { LONG_TEXT } from './gettingIn.ts';
import {
  ABSENCE_CHOICES,
  HISTORY_NAMES,
  PASTE_LABELS,
  PLATFORM_NAMES,
  QUESTION_HEADINGS,
  ASK_TITLES,
} from './questionWords.ts';
import { clip, heading, plain, rich, run, small } from './text.ts';

const ABSENCES_IN_VIEW = 2;

/** A question inside any card: what to fetch, why, the box, the conditions of the absences. Its buttons are questionButtons. */
export function questionBody(question: Question, chat: ChatKind = 'personal'): readonly CardElement[] {
  const top = [heading(QUESTION_HEADINGS[question.ask]), plain(clip(question.why, 300), {}, { spacing: 'Small' })];
  if (question.ask === 'platform' || question.ask === 'history') return top;
  return [...top, pasteBox(PASTE_LABELS[question.ask]), small(LONG_TEXT[chat]), ...claims(question.ask)];
}

/** The answers to a question as buttons, the likeliest first; Skip last. */
export function questionButtons(ref: CaseRef, question: Question): readonly CardButton[] {
  const skip = submit(
    'Skip',
    'skip',
    ref,
    { symptom: question.ask },
    { tooltip: 'Not known; never counts as "no entry"' },
  );
  if (question.ask === 'platform') {
    return [...platforms().map(([id, name]) => submit(name, 'platform', ref, { platform: id })), skip];
  }
  if (question.ask === 'history') {
    return [...histories().map(([id, name]) => submit(name, 'history', ref, { history: id })), skip];
  }
  const symptom = question.ask;
  return [
    submit('Check this', 'answer', ref, { symptom }, { readsInputs: true, positive: true }),
    ...ABSENCE_CHOICES[symptom].map((choice, index) =>
      submit(
        choice.title,
        'absent',
        ref,
        { symptom, absence: choice.absence },
        // Skip stays in view: it is the way on for who cannot look.
        { tooltip: choice.claim, secondary: index >= ABSENCES_IN_VIEW },
      ),
    ),
    skip,
  ];
}

/** The button that leads to a question, for cards that only name it. */
export function askButton(ref: CaseRef, question: Question, options: ActionOptions = {}): CardButton {
  return submit(ASK_TITLES[question.ask], 'ask', ref, { symptom: question.ask }, options);
}

/** The box a person pastes into. */
export function pasteBox(label: string): InputText {
  return { type: 'Input.Text', id: 'paste', label, isMultiline: true };
}

export function platforms(): readonly (readonly [Platform, string])[] {
  return [
    ['iis', PLATFORM_NAMES.iis],
    ['azure-app-service', PLATFORM_NAMES['azure-app-service']],
    ['iis-express', PLATFORM_NAMES['iis-express']],
  ];
}

export function histories(): readonly (readonly [History, string])[] {
  return [
    ['never', HISTORY_NAMES.never],
    ['until-change', HISTORY_NAMES['until-change']],
    ['nothing-changed', HISTORY_NAMES['nothing-changed']],
  ];
}

/** What the absences in view mean. One behind "..." says it there: a word without a button in sight is a riddle. */
function claims(symptom: Symptom): readonly CardElement[] {
  return ABSENCE_CHOICES[symptom]
    .slice(0, ABSENCES_IN_VIEW)
    .map((choice, index) =>
      rich(
        [run(`${choice.title}: `, { size: 'Small', weight: 'Bolder' }), run(`${choice.claim}.`, { size: 'Small' })],
        { spacing: index === 0 ? 'Small' : 'None' },
      ),
    );
}
