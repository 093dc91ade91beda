import type { ActionData, CardButton, ExecuteAction, OpenUrlAction, SubmitAction } from './adaptiveCard.ts';
import { clip } from './text.ts';
import type { Verb } from './verbs.ts';

/** The case a card belongs to, and the revision it was drawn from. */
export interface CaseRef {
  readonly caseId: string;
  readonly revision: number;
}

export interface ActionOptions {
  readonly secondary?: boolean;
  /** The button in the foreground. */
  readonly positive?: boolean;
  /** What stands in the input boxes travels with the click. Default: it does not. */
  readonly readsInputs?: boolean;
  readonly tooltip?: string;
}

/** Most buttons in view; Teams shows six, people read four. The rest goes behind "...". */
export const BUTTONS_IN_VIEW = 4;

/** A click that arrives as a new message: questions and verdicts, answered with the next card. Titles are our own words. */
export function submit(
  title: string,
  verb: Verb,
  ref: CaseRef,
  extra: ActionData = {},
  options: ActionOptions = {},
): SubmitAction {
  return {
    type: 'Action.Submit',
    title: buttonTitle(title),
    data: actionData(verb, ref, extra),
    ...look(options),
    ...(options.readsInputs === true ? {} : { associatedInputs: 'none' }),
  };
}

/** A click that is answered by the card itself, drawn anew in place: step lists. Older clients fall back to `submit`. */
export function execute(
  title: string,
  verb: Verb,
  ref: CaseRef,
  extra: ActionData = {},
  options: ActionOptions = {},
): ExecuteAction {
  const fallback = submit(title, verb, ref, extra, options);
  return { ...fallback, type: 'Action.Execute', verb, fallback };
}

/** A source to read; null for anything but https. */
export function openUrl(title: string, url: string, options: ActionOptions = {}): OpenUrlAction | null {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (parsed?.protocol !== 'https:') return null;
  return { type: 'Action.OpenUrl', title: buttonTitle(title), url: parsed.href, ...look(options) };
}

/**
 * Keeps the order and leaves at most `limit` buttons in view.
 * @param actions secondary ones stay secondary
 * @param limit   buttons in view, 0 or more; rows of the card may already have used some
 */
export function inView(actions: readonly CardButton[], limit: number = BUTTONS_IN_VIEW): readonly CardButton[] {
  let left = limit;
  return actions.map((action) => {
    if (action.mode === 'secondary') return action;
    left -= 1;
    return left >= 0 ? action : asSecondary(action);
  });
}

function asSecondary(action: CardButton): CardButton {
  if (action.type !== 'Action.Execute') return { ...action, mode: 'secondary' };
  return { ...action, mode: 'secondary', fallback: { ...action.fallback, mode: 'secondary' } };
}

/** Every action carries its verb, also Action.Execute: its fallback and the router read one shape. */
function actionData(verb: Verb, ref: CaseRef, extra: ActionData): ActionData {
  return { ...extra, verb, caseId: ref.caseId, revision: ref.revision };
}

function look(options: ActionOptions): Pick<SubmitAction, 'mode' | 'style' | 'tooltip'> {
  return {
    ...(options.secondary === true ? { mode: 'secondary' } : {}),
    ...(options.positive === true ? { style: 'positive' } : {}),
    ...(options.tooltip === undefined ? {} : { tooltip: options.tooltip }),
  };
}

// Teams cuts a title at the edge of the card; 60 letters are about its width on a desktop.
function buttonTitle(title: string): string {
  return clip(title, 60);
}
