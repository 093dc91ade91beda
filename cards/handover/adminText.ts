import type { Platform } from '../../src/model/artifact.ts';
import type { Cause, Step } from '../../src/model/catalog.ts';
import type { Evidence } from '../../src/model/verdict.ts';
import type { StepOutcome } from '../../src/session/record.ts';
import { fill, fillCommand } from '../fill.ts';
import { AFFECTED, OUTCOME_WORDS } from '../stepParts.ts';
import { clip } from '../text.ts';
import { evidenceLines, joinLines } from './facts.ts';

export interface AdminTextInput {
  readonly cause: Cause;
  /** What is wrong in this case; empty: the title of the cause. */
  readonly headline: string;
  readonly evidence: readonly Evidence[];
  /** The steps that apply here, in order. */
  readonly steps: readonly Step[];
  /** By step id. */
  readonly outcomes: Readonly<Record<string, StepOutcome>>;
  readonly values: Readonly<Record<string, string>>;
  readonly platform: Platform | null;
}

/** For an administrator, from someone who has no rights: what is wrong, the evidence, what to do, who is affected, how to undo it. */
export function adminText(input: AdminTextInput): string {
  const { cause, headline, evidence, steps, outcomes } = input;
  const open = steps.filter(({ id }) => outcomes[id] === undefined);
  const tried = steps.filter(({ id }) => outcomes[id] !== undefined);
  return joinLines([
    'Please help: this needs rights that I do not have.',
    '',
    `What is wrong: ${clip(headline || cause.title, 240)}`,
    clip(cause.explanation, 500),
    ...(evidence.length === 0 ? [] : ['', 'Why I think so:', ...evidenceLines(evidence).map((line) => `- ${line}`)]),
    ...(tried.length === 0
      ? []
      : [
          '',
          'Already tried:',
          ...tried.map(({ id, do: text }) => `- ${clip(fill(text, input.values), 160)}: ${outcomeOf(outcomes[id])}`),
        ]),
    ...(open.length === 0 ? [] : ['', 'What to do:', ...open.flatMap((step, index) => stepLines(step, index, input))]),
  ]);
}

function outcomeOf(outcome: StepOutcome | undefined): string {
  return outcome === undefined ? '' : OUTCOME_WORDS[outcome].toLowerCase();
}

/** A step as one line each for what to type, to see and to undo; the whole step is one entry, so that it is kept or left out whole. */
function stepLines(step: Step, index: number, { values }: AdminTextInput): readonly string[] {
  return [
    [
      `${index + 1}. ${fill(step.do, values)}`,
      ...(step.command === undefined ? [] : indented(fillCommand(step.command, values))),
      ...(step.path === undefined ? [] : indented(fill(step.path.join(' > '), values))),
      ...(step.snippet === undefined ? [] : indented(fillCommand(step.snippet.code, values))),
      `   Then you see: ${fill(step.expect, values)}`,
      `   If not: ${fill(step.otherwise, values)}`,
      `   Who is affected: ${AFFECTED[step.affects].text}${step.rights === '' || step.rights === 'none' ? '' : ` Rights: ${step.rights}.`}`,
      ...(step.undo === undefined ? [] : [`   Undo: ${fill(step.undo, values)}`]),
    ].join('\n'),
  ];
}

function indented(text: string): readonly string[] {
  return text.split('\n').map((line) => `     ${line}`);
}
