import type { Platform } from '../src/model/artifact.ts';
import type { Procedure } from '../src/model/catalog.ts';
import type { ActionData, AdaptiveCard, CardButton, CardElement, CardSample } from './adaptiveCard.ts';
import type { CaseRef } from './actions.ts';
import { execute } from './actions.ts';
import { buildCard } from './buildCard.ts';
import { foldAway } from './foldAway.ts';
import { SAMPLE_REF, sampleStep } from './sampleData.ts';
import { affectedLine, doLines, stepFolds, SWITCHED_ON } from './stepParts.ts';
import { escapeMarkdown, heading, plain, small, words } from './text.ts';

export interface ProcedureCardInput {
  readonly ref: CaseRef;
  readonly procedure: Procedure;
  /** Step to show, from 0; beyond the list the nearest is shown. */
  readonly index: number;
  /** null: not known; every step is shown. */
  readonly platform: Platform | null;
  /** Where Done leads back to: an id of the caller's, at most 80 visible ASCII letters; null: nowhere. It travels with the buttons. */
  readonly returnTo: string | null;
}

/** One step of a procedure, redrawn in place. Says what it leaves switched on, and at the end how to switch it off. */
export function procedureCard(input: ProcedureCardInput): AdaptiveCard {
  const { ref, procedure, platform, returnTo } = input;
  const steps = procedure.steps;
  const index = Math.max(0, Math.min(Math.trunc(input.index), steps.length - 1));
  const step = steps[index];
  const isLast = index >= steps.length - 1;
  const data: ActionData = { procedureId: procedure.id, index, ...(returnTo === null ? {} : { returnTo }) };
  return buildCard({
    place: `procedureCard for ${procedure.id}, step ${index + 1}`,
    fallbackText: escapeMarkdown(procedure.title),
    body: [
      heading(procedure.title),
      index === 0 ? plain(procedure.goal, {}, { spacing: 'Small' }) : null,
      step === undefined ? null : words(`Step ${index + 1} of ${steps.length}`, { weight: 'Bolder' }),
      ...(step === undefined ? [] : [affectedLine(step), ...doLines(step, {}, platform)]),
      isLast ? leftOn(procedure) : null,
      ...(step === undefined ? [] : foldAway(stepFolds(step, {}))),
      returnTo === null ? null : small('Done leads back to where you were.'),
    ],
    actions: [
      isLast ? null : execute('Next', 'procedureNext', ref, data, { positive: true }),
      execute('Done', 'procedureDone', ref, data, { positive: isLast }),
      isLast ? switchOffButton(ref, procedure) : null,
      execute('Back', 'back', ref),
    ],
  });
}

function leftOn(procedure: Procedure): CardElement | null {
  if (procedure.leavesOn === undefined) return null;
  return {
    type: 'Container',
    style: 'warning',
    items: [
      words(`This leaves ${SWITCHED_ON[procedure.leavesOn]} switched on. Switch it off when you have what you need.`),
    ],
  };
}

function switchOffButton(ref: CaseRef, procedure: Procedure): CardButton | null {
  if (procedure.switchOff === undefined) return null;
  const title = procedure.leavesOn === undefined ? 'Take it back' : `Switch off ${SWITCHED_ON[procedure.leavesOn]}`;
  return execute(title, 'procedure', ref, { procedureId: procedure.switchOff });
}

const STDOUT_LOG: Procedure = {
  id: 'stdout-log-enable',
  title: "Switch the module's stdout log on",
  goal: 'Make the module write what the app prints while it starts.',
  shows: 'ancmLog',
  where: [],
  leavesOn: 'stdout-log',
  switchOff: 'stdout-log-disable',
  steps: [
    sampleStep({
      id: 'make-folder',
      do: 'Make a folder for the log beside web.config; the module does not make it for you.',
      command: 'mkdir logs',
      expect: 'An empty folder named logs.',
      otherwise: 'A folder of that name is there already: go on.',
      changes: true,
      undo: 'Delete the folder.',
      rights: "write to the site's folder",
    }),
    sampleStep({
      id: 'set-stdout-log',
      do: 'Set stdoutLogEnabled to true in web.config and save it.',
      snippet: {
        language: 'xml',
        code: '<aspNetCore processPath="dotnet" arguments=".\\Shop.Web.dll"\n  stdoutLogEnabled="true" stdoutLogFile=".\\logs\\stdout" />',
      },
      expect: 'After the next request a file stdout_*.log in the folder.',
      otherwise: "The pool's account may not write there: give IIS APPPOOL\\ShopPool the right to.",
      why: 'The log is off by default, because it grows without a limit.',
      affects: 'this-app',
      changes: true,
      undo: 'Set it back to false.',
      rights: "write to the site's folder",
    }),
  ],
  related: [],
  sources: ['https://learn.microsoft.com/aspnet/core/host-and-deploy/iis/logging-and-diagnostics'],
};

const FIRST: ProcedureCardInput = {
  ref: SAMPLE_REF,
  procedure: STDOUT_LOG,
  index: 0,
  platform: 'iis',
  returnTo: 'ancmLog',
};

export const samples = (): readonly CardSample[] => [
  { name: 'procedure-first', card: procedureCard(FIRST) },
  { name: 'procedure-last', card: procedureCard({ ...FIRST, index: 1, returnTo: null, platform: null }) },
  { name: 'procedure-empty', card: procedureCard({ ...FIRST, procedure: { ...STDOUT_LOG, steps: [] } }) },
];
