import type { Platform } from '../src/model/artifact.ts';
import type { Affected, Step, SwitchedOn } from '../src/model/catalog.ts';
import type { CardElement, Color, RichTextBlock } from './adaptiveCard.ts';
import { fill, fillCommand } from './fill.ts';
import type { Fold } from './foldAway.ts';
import { codeBlock } from './codeBlock.ts';
import { clip, code, labelled, plain, run, rich, small, words } from './text.ts';

export const AFFECTED: Readonly<Record<Affected, { readonly text: string; readonly color: Color }>> = {
  nobody: { text: 'Nobody is affected.', color: 'Good' },
  'this-app': { text: 'Restarts this app.', color: 'Warning' },
  'all-sites': { text: 'Stops every site on this server.', color: 'Attention' },
  reboot: { text: 'Needs a reboot.', color: 'Attention' },
};

/** Where a command is typed; one word where the catalog's step says it better. */
const COMMAND_PLACES: Readonly<Record<Platform, string>> = {
  iis: 'On the server:',
  'azure-app-service': 'On the App Service:',
  'iis-express': 'On your computer:',
};

/** What a step or procedure leaves switched on, in words that stand after "switched on:". */
export const SWITCHED_ON: Readonly<Record<SwitchedOn, string>> = {
  'stdout-log': 'the stdout log',
  'debug-log': 'the debug log',
  'development-environment': 'the Development environment',
  'detailed-errors': 'detailed errors',
  freb: 'Failed Request Tracing',
  'crash-dumps': 'crash dumps',
};

/** Who is affected, as a coloured sentence: the first thing under the heading. */
export function affectedLine(step: Step): CardElement {
  const { text, color } = AFFECTED[step.affects];
  const looksOnly = !step.changes && step.affects === 'nobody';
  return words(looksOnly ? 'Look only, nobody is affected.' : text, { color, weight: 'Bolder', spacing: 'None' });
}

/**
 * What to do, to type and to click. Everything that may hold a value is a run.
 * @param blocks false: no CodeBlock, which stands on the card twice
 */
export function doLines(
  step: Step,
  values: Readonly<Record<string, string>>,
  platform: Platform | null,
  blocks = true,
): readonly CardElement[] {
  const place = platform === null ? 'Type:' : COMMAND_PLACES[platform];
  return [
    plain(fill(step.do, values), { size: 'Medium' }),
    ...(step.command === undefined ? [] : [small(place), code(fillCommand(step.command, values))]),
    ...(step.path === undefined ? [] : [labelled('Click:', fill(step.path.join(' \u203A '), values))]),
    ...(step.snippet === undefined
      ? []
      : [
          small(SNIPPETS[step.snippet.language]),
          blocks
            ? codeBlock(fillCommand(step.snippet.code, values), step.snippet.language)
            : code(fillCommand(step.snippet.code, values)),
        ]),
    ...(step.leavesOn === undefined ? [] : [leavesOnLine(step.leavesOn)]),
    ...(step.rights === '' || step.rights === 'none' ? [] : [small(`Rights: ${step.rights}.`, { isSubtle: false })]),
  ];
}

/** What there is to see, and what it means if not. */
export function expectLines(step: Step, values: Readonly<Record<string, string>>): readonly CardElement[] {
  return [
    labelled('You should see:', fill(step.expect, values)),
    labelled('If not:', fill(step.otherwise, values), { spacing: 'Small' }),
  ];
}

const SNIPPETS = {
  xml: 'In the file:',
  json: 'In the file:',
  csharp: 'In the code:',
  powershell: 'In PowerShell:',
  cmd: 'At the command prompt:',
  text: 'Text:',
} as const;

/** What to expect stands open, why and undo open when wanted. */
export function stepFolds(step: Step, values: Readonly<Record<string, string>>): readonly Fold[] {
  return [
    { id: 'expect', title: 'Expected', items: expectLines(step, values), open: true },
    ...(step.why === undefined ? [] : [{ id: 'why', title: 'Why', items: [labelled('Why:', fill(step.why, values))] }]),
    ...(step.undo === undefined
      ? []
      : [{ id: 'undo', title: 'Undo', items: [labelled('Undo:', fill(step.undo, values))] }]),
  ];
}

export type Outcome = 'done' | 'skipped' | 'saw-else' | 'did-not-help';

export const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  done: 'Done',
  skipped: 'Skipped',
  'saw-else': 'Saw something else',
  'did-not-help': 'Did not help',
};

/**
 * One earlier step with what came of it: "1. Done by Alice: Look whether ...".
 * @param who name, as a person chose it; null: not told
 */
export function outcomeLine(number: number, text: string, outcome: string, who: string | null = null): RichTextBlock {
  return rich(
    [
      run(`${number}. ${capitalised(clip(outcome, 40))}${who === null ? '' : ` by ${clip(who, 30)}`}: `, {
        size: 'Small',
        weight: 'Bolder',
      }),
      run(clip(text, 90), { size: 'Small' }),
    ],
    { spacing: 'None' },
  );
}

function capitalised(text: string): string {
  return text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

function leavesOnLine(what: SwitchedOn): CardElement {
  return words(`This leaves ${SWITCHED_ON[what]} switched on.`, { color: 'Warning', spacing: 'Small' });
}
