import type { Step } from '../src/model/catalog.ts';
import type { CardElement, ColumnSet } from './adaptiveCard.ts';
import type { CaseRef } from './actions.ts';
import { execute } from './actions.ts';
import { fill } from './fill.ts';
import { foldAway } from './foldAway.ts';
import { OUTCOME_WORDS, outcomeLine, type Outcome } from './stepParts.ts';
import { clip, plain, small, words } from './text.ts';

/** Who gave an outcome or is on a step, and when. */
export interface Told {
  /** As the person chose it; null: not told any more. */
  readonly name: string | null;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface ListedSteps {
  /** The steps that apply here, in order. */
  readonly steps: readonly Step[];
  /** Place of the open step, from 0; `steps.length`: none is open. */
  readonly index: number;
  readonly outcomes: Readonly<Record<string, Outcome>>;
  readonly values: Readonly<Record<string, string>>;
  /** By step id, in a shared chat. */
  readonly told: Readonly<Record<string, Told>>;
}

/** Lines in view before and after the open step; the rest opens on a click, when it is more than one. */
const BEFORE_MAX = 3;
const AFTER_MAX = 4;
const TITLE_MAX = 90;

/** "2 of 5 done": how many steps have an outcome. */
export function progressLine({ steps, outcomes }: ListedSteps): CardElement {
  const done = steps.filter(({ id }) => Object.hasOwn(outcomes, id)).length;
  return small(`${done} of ${steps.length} done`, { weight: 'Bolder', isSubtle: false });
}

/** The steps before the open one, a line each: the last ones in view, the others to open. */
export function linesBefore(list: ListedSteps): readonly CardElement[] {
  const first = list.index - BEFORE_MAX > 1 ? list.index - BEFORE_MAX : 0;
  return [...folded('earlier', 'Earlier steps', linesOf(list, 0, first)), ...linesOf(list, first, list.index)];
}

/** The steps after the open one, a line each: the next ones in view, the others to open. */
export function linesAfter(list: ListedSteps): readonly CardElement[] {
  const end = list.index + 1 + AFTER_MAX;
  const last = list.steps.length - end > 1 ? end : list.steps.length;
  const [next, ...others] = linesOf(list, list.index + 1, last);
  if (next === undefined) return [];
  return [
    { ...next, separator: true, spacing: 'Medium' },
    ...others,
    ...folded('later', 'Later steps', linesOf(list, last, list.steps.length)),
  ];
}

/** Three words to click where the place the app runs decides which steps there are. */
export function hostChoice(ref: CaseRef, causeId: string): readonly CardElement[] {
  const hosts = [
    ['IIS', 'iis'],
    ['Azure App Service', 'azure-app-service'],
    ['IIS Express', 'iis-express'],
  ] as const;
  const choice: ColumnSet = {
    type: 'ColumnSet',
    spacing: 'None',
    columns: hosts.map(([title, platform]) => ({
      type: 'Column',
      width: 'auto',
      items: [words(title, { color: 'Accent', size: 'Small' })],
      selectAction: execute(title, 'hostHere', ref, { platform, causeId }),
    })),
  };
  return [small('Where does the app run? Then only the steps for there are listed.', { isSubtle: false }), choice];
}

/** The platforms of a step, while it is not known which one it is; empty: it applies everywhere. */
export function onlyOn({ where }: Step): readonly CardElement[] {
  const names = { iis: 'IIS', 'azure-app-service': 'Azure App Service', 'iis-express': 'IIS Express' } as const;
  if (where.length === 0 || where.length === 3) return [];
  return [small(`Only on ${where.map((one) => names[one]).join(' and ')}.`, { isSubtle: false })];
}

function folded(id: string, title: string, items: readonly CardElement[]): readonly CardElement[] {
  return items.length === 0 ? [] : foldAway([{ id, title, items }]);
}

function linesOf(list: ListedSteps, from: number, to: number): readonly CardElement[] {
  return list.steps.slice(Math.max(0, from), Math.max(0, to)).map((step, at): CardElement => {
    const number = Math.max(0, from) + at + 1;
    const outcome = Object.hasOwn(list.outcomes, step.id) ? list.outcomes[step.id] : undefined;
    const text = fill(step.do, list.values);
    if (outcome === undefined) {
      return plain(`${number}. ${clip(text, TITLE_MAX)}`, { size: 'Small', isSubtle: true }, { spacing: 'None' });
    }
    const told = Object.hasOwn(list.told, step.id) ? list.told[step.id] : undefined;
    const line = outcomeLine(number, text, OUTCOME_WORDS[outcome], told?.name ?? null);
    return told === undefined ? line : withTime(line, told.at);
  });
}

/** The client writes the time in the reader's own zone. */
function withTime(line: CardElement, at: number): ColumnSet {
  const time = new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');
  return {
    type: 'ColumnSet',
    spacing: 'None',
    columns: [
      { type: 'Column', width: 'stretch', items: [line] },
      { type: 'Column', width: 'auto', items: [small(`{{TIME(${time})}}`, { spacing: 'None' })] },
    ],
  };
}
