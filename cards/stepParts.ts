import type { Platform } from '../src/model/artifact.ts';
import type { Affected, Step, SwitchedOn } from '../src/model/catalog.ts';
import type { CardElement, Color } from './adaptiveCard.ts';
import { fill, fillCommand } from './fill.ts';
import type { Fold } from './foldAway.ts';
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

/** What to do, to type, to click, to see; and what it means if not. Everything that may hold a value is a run. */
export function stepLines(
  step: Step,
  values: Readonly<Record<string, string>>,
  platform: Platform | null,
): readonly CardElement[] {
  const place = platform === null ? 'Type:' : COMMAND_PLACES[platform];
  return [
    plain(fill(step.do, values), { size: 'Medium' }),
    ...(step.command === undefined ? [] : [small(place), code(fillCommand(step.command, values))]),
    ...(step.path === undefined ? [] : [labelled('Click:', fill(step.path.join(' \u203A '), values))]),
    ...(step.snippet === undefined
      ? []
      : [small(SNIPPETS[step.snippet.language]), code(fillCommand(step.snippet.code, values))]),
    labelled('You should see:', fill(step.expect, values)),
    labelled('If not:', fill(step.otherwise, values), { spacing: 'Small' }),
    ...(step.leavesOn === undefined ? [] : [leavesOnLine(step.leavesOn)]),
    ...(step.rights === '' || step.rights === 'none' ? [] : [small(`Rights: ${step.rights}.`, { isSubtle: false })]),
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

/** Why and undo, to open when wanted. */
export function stepFolds(step: Step, values: Readonly<Record<string, string>>): readonly Fold[] {
  return [
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

/** One earlier step with what came of it: "1. Done: Look whether ...". */
export function outcomeLine(number: number, text: string, outcome: string): CardElement {
  return rich(
    [
      run(`${number}. ${capitalised(clip(outcome, 40))}: `, { size: 'Small', weight: 'Bolder' }),
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
