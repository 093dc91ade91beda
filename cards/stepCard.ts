import type { Platform } from '../src/model/artifact.ts';
import type { Cause, Step } from '../src/model/catalog.ts';
import type { ActionData, AdaptiveCard, CardButton, CardElement, CardSample } from './adaptiveCard.ts';
import type { CaseRef } from './actions.ts';
import { execute, submit } from './actions.ts';
import { buildCard } from './buildCard.ts';
import { fill } from './fill.ts';
import { secretsWarning } from './evidenceParts.ts';
import type { Fold } from './foldAway.ts';
import { foldAway } from './foldAway.ts';
import { pasteBox } from './questionParts.ts';
import { SAMPLE_CAUSE, SAMPLE_REF, SAMPLE_STEPS, SAMPLE_VALUES, sampleStep } from './sampleData.ts';
import type { Outcome } from './stepParts.ts';
import { affectedLine, OUTCOME_WORDS, outcomeLine, stepFolds, stepLines } from './stepParts.ts';
import { clip, heading, plain, small, words } from './text.ts';

export interface StepCardInput {
  readonly ref: CaseRef;
  readonly cause: Cause;
  /** The steps that apply here, in order; may be fewer than the cause has. */
  readonly steps: readonly Step[];
  /** Step to show, from 0; beyond the list the nearest is shown. */
  readonly index: number;
  /** By step id; a step without an outcome was not reached. */
  readonly outcomes: Readonly<Record<string, Outcome>>;
  /** Values found in the paste. */
  readonly values: Readonly<Record<string, string>>;
  readonly platform: Platform | null;
  /** What the step before means, now that its outcome is known; left out: nothing is said. */
  readonly learned?: string;
  /** Kinds of secrets that the last message still shows; left out: none. */
  readonly secrets?: readonly string[];
}

/** One step of a cause, for everyone in the thread; redrawn in place. */
export function stepCard(input: StepCardInput): AdaptiveCard {
  const { ref, cause, steps, values, platform } = input;
  const index = Math.min(Math.max(0, Math.trunc(input.index)), steps.length - 1);
  const step = steps[index];
  if (step === undefined) return noStepCard(ref, cause);
  const title = `Step ${index + 1} of ${steps.length}`;
  return buildCard({
    place: `stepCard for ${cause.id}, step ${step.id}`,
    fallbackText: title,
    body: [
      secretsWarning(input.secrets ?? []),
      input.learned === undefined ? null : plain(clip(fill(input.learned, values), 400), { color: 'Accent' }),
      heading(title),
      affectedLine(step),
      small(cause.title),
      ...stepLines(step, values, platform),
      ...foldAway([...stepFolds(step, values), tellFold(), ...progressFold(input, index)]),
    ],
    actions: stepButtons(ref, cause, step),
  });
}

function stepButtons(ref: CaseRef, cause: Cause, step: Step): readonly CardButton[] {
  const data: ActionData = { causeId: cause.id, stepId: step.id };
  return [
    execute('Done', 'done', ref, data, { positive: true }),
    execute('Saw something else', 'sawElse', ref, data, { readsInputs: true }),
    execute('Did not help', 'didNotHelp', ref, data),
    execute('It works now', 'worksNow', ref, data),
    execute('Skip', 'skipStep', ref, data, { secondary: true }),
    ...(step.procedure === undefined
      ? []
      : [execute('Show me where', 'where', ref, { procedureId: step.procedure }, { secondary: true })]),
    ...(step.rights === '' || step.rights === 'none'
      ? []
      : [submit('I have no admin rights', 'noRights', ref, {}, { secondary: true })]),
    execute('Back', 'back', ref, {}, { secondary: true }),
  ];
}

function tellFold(): Fold {
  return { id: 'tell', title: 'Tell what you saw', items: [pasteBox('What did you see instead? (optional)')] };
}

function progressFold({ steps, outcomes, values }: StepCardInput, index: number): readonly Fold[] {
  const lines = steps.slice(0, index).flatMap((step, number): readonly CardElement[] => {
    const outcome = Object.hasOwn(outcomes, step.id) ? outcomes[step.id] : undefined;
    return outcome === undefined ? [] : [outcomeLine(number + 1, fill(step.do, values), OUTCOME_WORDS[outcome])];
  });
  return lines.length === 0 ? [] : [{ id: 'earlier', title: 'Earlier steps', items: lines }];
}

function noStepCard(ref: CaseRef, cause: Cause): AdaptiveCard {
  return buildCard({
    place: `stepCard for ${cause.id}, no step`,
    fallbackText: 'No step applies here.',
    body: [heading('No step applies here'), small(cause.title), words('None of the steps fits where your app runs.')],
    actions: [execute('Back', 'back', ref), execute('Start over', 'restart', ref)],
  });
}

const LONG_STEP = sampleStep({
  id: 'collect-everything',
  do: 'Start {app} at a prompt in {path} with the same account as the pool {pool}, and write what it prints to a file.',
  command:
    'cd /d "{path}"\nset ASPNETCORE_ENVIRONMENT=Production\n"C:\\Program Files\\dotnet\\dotnet.exe" "{app}" --urls "http://localhost:5000" > "%TEMP%\\contoso-shop-start.txt" 2>&1',
  path: [
    'Server Manager',
    'Tools',
    'Internet Information Services (IIS) Manager',
    'Application Pools',
    '{pool}',
    'Advanced Settings',
    'Identity',
  ],
  snippet: {
    language: 'xml',
    code: '<configuration>\n  <location path="." inheritInChildApplications="false">\n    <system.webServer>\n      <handlers>\n        <add name="aspNetCore" path="*" verb="*" modules="AspNetCoreModuleV2" resourceType="Unspecified" />\n      </handlers>\n      <aspNetCore processPath="dotnet" arguments="{app}" stdoutLogEnabled="true" stdoutLogFile=".\\logs\\stdout" hostingModel="inprocess" />\n    </system.webServer>\n  </location>\n</configuration>',
  },
  expect: 'Now listening on: http://localhost:5000, and no line that begins with "crit:" or "Unhandled exception".',
  otherwise: 'The first exception in the file is the reason; paste it here.',
  why: 'At a prompt the app says everything; under IIS it says it to a log that may be off.',
  affects: 'this-app',
  rights: 'administrator on the server',
  changes: true,
  undo: 'Press Ctrl+C, delete the file under %TEMP% and put web.config back.',
  leavesOn: 'stdout-log',
  procedure: 'run-at-prompt-framework-dependent',
});

const FIRST: StepCardInput = {
  ref: SAMPLE_REF,
  cause: SAMPLE_CAUSE,
  steps: SAMPLE_STEPS,
  index: 0,
  outcomes: {},
  values: SAMPLE_VALUES,
  platform: 'iis',
};

export const samples: readonly CardSample[] = [
  { name: 'step-look', card: stepCard(FIRST) },
  { name: 'step-path', card: stepCard({ ...FIRST, index: 1, outcomes: { 'app-dll-exists': 'saw-else' } }) },
  {
    name: 'step-change',
    card: stepCard({ ...FIRST, index: 2, outcomes: { 'app-dll-exists': 'done', 'read-arguments': 'skipped' } }),
  },
  { name: 'step-all-sites', card: stepCard({ ...FIRST, index: 3, platform: null }) },
  { name: 'step-reboot', card: stepCard({ ...FIRST, index: 4, values: {} }) },
  { name: 'step-long', card: stepCard({ ...FIRST, steps: [LONG_STEP] }) },
  { name: 'step-none', card: stepCard({ ...FIRST, steps: [], platform: 'azure-app-service' }) },
];
