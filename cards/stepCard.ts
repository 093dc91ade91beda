import type { Platform } from '../src/model/artifact.ts';
import type { Cause, Step } from '../src/model/catalog.ts';
import type { ActionData, AdaptiveCard, CardButton, CardElement } from './adaptiveCard.ts';
import type { CaseRef } from './actions.ts';
import { execute, submit } from './actions.ts';
import { buildCard } from './buildCard.ts';
import { firstThatFits } from './cardBytes.ts';
import { secretsWarning } from './evidenceParts.ts';
import { fill } from './fill.ts';
import type { Fold } from './foldAway.ts';
import { foldAway } from './foldAway.ts';
import type { ListedSteps, Told } from './listParts.ts';
import { hostChoice, linesAfter, linesBefore, onlyOn, progressLine } from './listParts.ts';
import { pasteBox } from './questionParts.ts';
import type { Outcome } from './stepParts.ts';
import { affectedLine, doLines, stepFolds } from './stepParts.ts';
import { clip, heading, plain, rich, run, small, words } from './text.ts';

export interface StepCardInput {
  readonly ref: CaseRef;
  readonly cause: Cause;
  /** The steps that apply here, in order; may be fewer than the cause has. */
  readonly steps: readonly Step[];
  /** The open step, from 0; beyond the list the nearest is shown. null: every step has an outcome. */
  readonly index: number | null;
  /** By step id; a step without an outcome was not reached. */
  readonly outcomes: Readonly<Record<string, Outcome>>;
  /** Values found in the paste. */
  readonly values: Readonly<Record<string, string>>;
  /** null: not known; where it matters the card lets the reader say it. */
  readonly platform: Platform | null;
  /** What the step before means, now that its outcome is known; left out: nothing is said. */
  readonly learned?: string;
  /** Kinds of secrets that the last message still shows; left out: none. */
  readonly secrets?: readonly string[];
  /** Left out: a personal chat, where nobody needs to be told who did what. */
  readonly crowd?: Crowd;
  /** Ids of those whose client reads the card again; left out or empty: it stays as it was drawn. */
  readonly readers?: readonly string[];
}

/** What people in one chat need to know of each other. */
export interface Crowd {
  /** Outcomes, by step id. */
  readonly told: Readonly<Record<string, Told>>;
  /** Who is on the open step; null: nobody. */
  readonly claim: { readonly name: string; readonly own: boolean } | null;
}

interface Fullness {
  readonly blocks: boolean;
  readonly lines: boolean;
  readonly readers: number;
}

const FULL: Fullness = { blocks: true, lines: true, readers: 60 };
/** What is left out first where a card is too large. */
const THINNER: readonly Fullness[] = [
  { ...FULL, blocks: false },
  { ...FULL, blocks: false, readers: 20 },
  { blocks: false, lines: false, readers: 20 },
];

/** All steps of a cause on one card, for everyone in the thread; redrawn in place. The open step is there in full. */
export function stepCard(input: StepCardInput): AdaptiveCard {
  const { ref, cause, steps } = input;
  if (steps.length === 0) return noStepCard(ref, cause);
  return firstThatFits([() => draw(input, FULL), ...THINNER.map((fullness) => () => draw(input, fullness))]);
}

function draw(input: StepCardInput, fullness: Fullness): AdaptiveCard {
  const { ref, cause, steps, values, platform, crowd } = input;
  const index = input.index === null ? steps.length : Math.min(Math.max(0, Math.trunc(input.index)), steps.length - 1);
  const step = steps[index];
  const list: ListedSteps = { steps, index, outcomes: input.outcomes, values, told: crowd?.told ?? {} };
  const asksHost = platform === null && cause.steps.some(({ where }) => where.length > 0 && where.length < 3);
  return buildCard({
    place: step === undefined ? `stepCard for ${cause.id}, all done` : `stepCard for ${cause.id}, step ${step.id}`,
    fallbackText: step === undefined ? 'Does it work now?' : `Step ${index + 1} of ${steps.length}`,
    body: [
      secretsWarning(input.secrets ?? []),
      input.learned === undefined ? null : plain(clip(fill(input.learned, values), 400), { color: 'Accent' }),
      small(cause.title, { spacing: 'None' }),
      progressLine(list),
      ...(fullness.lines ? linesBefore(list) : []),
      ...(asksHost ? hostChoice(ref, cause.id) : []),
      ...(step === undefined ? askLines(cause) : openLines(input, step, index, fullness)),
      ...(step === undefined ? [] : foldAway([...stepFolds(step, values), tellFold()])),
      ...(fullness.lines ? linesAfter(list) : []),
    ],
    actions: step === undefined ? lastButtons(ref, cause) : stepButtons(input, step),
    ...refreshOf(ref, (input.readers ?? []).slice(-fullness.readers)),
  });
}

/** The open step, under a heading of its own. */
function openLines(
  { steps, values, platform, crowd }: StepCardInput,
  step: Step,
  index: number,
  { blocks }: Fullness,
): readonly CardElement[] {
  const claim = crowd?.claim ?? null;
  return [
    { ...heading(`Step ${index + 1} of ${steps.length}`), separator: true, spacing: 'Medium' },
    affectedLine(step),
    ...(claim === null ? [] : [claimLine(claim, index + 1)]),
    ...(platform === null ? onlyOn(step) : []),
    ...doLines(step, values, platform, blocks),
  ];
}

/** "Alice is on step 2." */
function claimLine({ name, own }: NonNullable<Crowd['claim']>, number: number): CardElement {
  const who = own ? [run('You are', { weight: 'Bolder' })] : [run(name, { weight: 'Bolder' }), run(' is')];
  return rich([...who, run(` on step ${number}.`)], { spacing: 'Small' });
}

/** Every step has an outcome and none was a failure: only the reader can see whether it works. */
function askLines(cause: Cause): readonly CardElement[] {
  return [
    { ...heading('Does it work now?'), separator: true, spacing: 'Medium' },
    words(`All steps for "${cause.title}" are done. Request the page again: does it work now?`),
  ];
}

function stepButtons({ ref, cause, crowd }: StepCardInput, step: Step): readonly CardButton[] {
  const data: ActionData = { causeId: cause.id, stepId: step.id };
  const isFree = crowd !== undefined && crowd.claim === null && step.changes;
  return [
    isFree ? execute('I do this', 'claim', ref, data, { positive: true }) : null,
    execute('Done', 'done', ref, data, isFree ? {} : { positive: true }),
    isFree ? null : sawElse(ref, data, false),
    execute('Did not help', 'didNotHelp', ref, data),
    execute('It works now', 'worksNow', ref, data),
    isFree ? sawElse(ref, data, true) : null,
    crowd?.claim?.own === true ? execute('Leave it to others', 'release', ref, data, { secondary: true }) : null,
    execute('Skip', 'skipStep', ref, data, { secondary: true }),
    step.procedure === undefined
      ? null
      : execute('Show me where', 'where', ref, { procedureId: step.procedure }, { secondary: true }),
    step.rights === '' || step.rights === 'none'
      ? null
      : submit('I have no admin rights', 'noRights', ref, {}, { secondary: true }),
    execute('Back', 'back', ref, {}, { secondary: true }),
  ].filter((button) => button !== null);
}

function sawElse(ref: CaseRef, data: ActionData, secondary: boolean): CardButton {
  return execute('Saw something else', 'sawElse', ref, data, { readsInputs: true, secondary });
}

function lastButtons(ref: CaseRef, cause: Cause): readonly CardButton[] {
  const stepId = cause.steps.at(-1)?.id ?? '';
  return [
    execute('It works now', 'worksNow', ref, { causeId: cause.id, stepId }, { positive: true }),
    execute('Did not help', 'notThis', ref, { causeId: cause.id }),
    execute('Back', 'back', ref),
  ];
}

function refreshOf(ref: CaseRef, userIds: readonly string[]): Pick<AdaptiveCard, 'refresh'> {
  const { fallback: _none, ...action } = execute('Refresh', 'refresh', ref);
  return userIds.length === 0 ? {} : { refresh: { action, userIds } };
}

function tellFold(): Fold {
  return { id: 'tell', title: 'Tell what you saw', items: [pasteBox('What did you see instead? (optional)')] };
}

function noStepCard(ref: CaseRef, cause: Cause): AdaptiveCard {
  return buildCard({
    place: `stepCard for ${cause.id}, no step`,
    fallbackText: 'No step applies here.',
    body: [heading('No step applies here'), small(cause.title), words('None of the steps fits where your app runs.')],
    actions: [execute('Back', 'back', ref), execute('Start over', 'restart', ref)],
  });
}
