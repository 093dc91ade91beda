import type { Catalog, Cause, Step, SwitchedOn } from '../../src/model/catalog.ts';
import type { Evidence, Word } from '../../src/model/verdict.ts';
import { describeRead } from '../../src/session/describe.ts';
import type { CaseState, StepOutcome } from '../../src/session/record.ts';
import { fill, fillCommand } from '../fill.ts';
import { OUTCOME_WORDS, SWITCHED_ON } from '../stepParts.ts';
import { clip } from '../text.ts';
import { evidenceLines, factLines, joinLines } from './facts.ts';

export interface TicketTextInput {
  readonly state: CaseState;
  readonly catalog: Catalog;
  /** null: no cause was found. */
  readonly cause: Cause | null;
  /** How sure; null when it is not said. */
  readonly word: Word | null;
  readonly evidence: readonly Evidence[];
  readonly steps: readonly Step[];
  /** By step id. */
  readonly outcomes: Readonly<Record<string, StepOutcome>>;
  readonly values: Readonly<Record<string, string>>;
}

/** A case as Markdown for a ticket: timeline, evidence, steps with what came of them, what is still switched on. */
export function ticketText(input: TicketTextInput): string {
  const { state, cause } = input;
  const facts = factLines(state, input.catalog);
  return joinLines([
    `# ${cause === null ? 'ASP.NET Core app does not run' : safe(clip(cause.title, 200))}`,
    '',
    `- Status: ${statusOf(state)}`,
    ...(cause === null ? ['- Cause: not found yet'] : [`- Cause: ${safe(clip(cause.title, 200))}${wordOf(input)}`]),
    ...facts.map((line) => `- ${safe(line)}`),
    ...section(
      'Evidence',
      evidenceLines(input.evidence).map((line) => `- ${safe(line)}`),
    ),
    ...section('Timeline (UTC)', timelineOf(input)),
    ...section('Steps', stepList(input)),
    ...section(
      'Still switched on',
      state.switchedOn.map((what) => `- ${onName(what, input.catalog)}`),
    ),
    ...section('Next time', cause === null || state.solved === null ? [] : [safe(cause.prevention)]),
  ]);
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', `## ${title}`, '', ...lines];
}

function statusOf({ solved }: CaseState): string {
  if (solved === null) return 'open';
  return solved.onlyRestart ? 'works after a restart; the cause was not found, it can come back' : 'works now';
}

function wordOf({ word, state }: TicketTextInput): string {
  return word === null || state.solved?.onlyRestart === true ? '' : ` (${word})`;
}

/** What was read and when; the last line is the last thing that happened. */
function timelineOf({ state }: TicketTextInput): readonly string[] {
  const moments = state.read.map((one) => ({
    at: one.at,
    text: `read ${describeRead({ ...state, read: [one] }) || 'your words'}`,
  }));
  const last = { at: state.changedAt, text: state.solved === null ? 'last change' : 'closed' };
  return [...moments, last].sort((a, b) => a.at - b.at).map(({ at, text }) => `- ${timeOf(at)} ${safe(text)}`);
}

function timeOf(at: number): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? '?' : date.toISOString().slice(0, 16).replace('T', ' ');
}

function stepList({ steps, outcomes, values, state }: TicketTextInput): readonly string[] {
  return steps.flatMap((step, index) => {
    const outcome = outcomes[step.id];
    const fixed = state.solved?.stepId === step.id;
    if (outcome === undefined && !fixed) return [];
    const command = step.command === undefined ? [] : fillCommand(step.command, values).split('\n');
    return [
      [
        `${index + 1}. ${safe(clip(fill(step.do, values), 300))}: **${fixed ? 'it works now' : OUTCOME_WORDS[outcome ?? 'done'].toLowerCase()}**`,
        ...(command.length === 0 ? [] : ['', ...command.map((line) => `       ${line}`)]),
        ...(step.changes && step.undo !== undefined ? [`   Undo: ${safe(clip(fill(step.undo, values), 300))}`] : []),
      ].join('\n'),
    ];
  });
}

function onName(what: SwitchedOn, catalog: Catalog): string {
  const off = catalog.procedures.find((one) => one.leavesOn === what && one.switchOff !== undefined)?.switchOff;
  const title = catalog.procedures.find((one) => one.id === off)?.title;
  return `${SWITCHED_ON[what]}${title === undefined ? '' : ` (to switch off: ${title})`}`;
}

/** What a person's log holds stays text in any Markdown reader: no link, image, heading or HTML. */
function safe(text: string): string {
  return text.replace(/[\\`*_[\]<>#|!]/g, '\\$&').replaceAll('://', ': //');
}
