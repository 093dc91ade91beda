import type { CardSample } from './adaptiveCard.ts';
import { SAMPLE_CAUSE, SAMPLE_REF, SAMPLE_STEPS, SAMPLE_VALUES, sampleStep } from './sampleData.ts';
import { stepCard, type StepCardInput } from './stepCard.ts';

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

const HOST_STEPS = SAMPLE_STEPS.map((step, at) =>
  at === 0 ? { ...step, where: ['iis', 'iis-express'] as const } : step,
);
const NOON = Date.UTC(2026, 10, 20, 12);
const EARLIER = { 'app-dll-exists': 'done', 'read-arguments': 'saw-else' } as const;
const TOLD = { 'app-dll-exists': { name: 'Alice', at: NOON }, 'read-arguments': { name: null, at: NOON } };
const READERS = ['29:alice', '29:bob'];

export const samples = (): readonly CardSample[] => [
  { name: 'step-look', card: stepCard(FIRST) },
  { name: 'step-path', card: stepCard({ ...FIRST, index: 1, outcomes: { 'app-dll-exists': 'saw-else' } }) },
  {
    name: 'step-change',
    card: stepCard({ ...FIRST, index: 2, outcomes: { 'app-dll-exists': 'done', 'read-arguments': 'skipped' } }),
  },
  { name: 'step-all-sites', card: stepCard({ ...FIRST, index: 3, platform: null }) },
  { name: 'step-reboot', card: stepCard({ ...FIRST, index: 4, values: {} }) },
  { name: 'step-long', card: stepCard({ ...FIRST, steps: [LONG_STEP] }) },
  {
    name: 'step-all-done',
    card: stepCard({ ...FIRST, index: null, outcomes: Object.fromEntries(SAMPLE_STEPS.map(({ id }) => [id, 'done'])) }),
  },
  {
    name: 'step-shared',
    card: stepCard({ ...FIRST, index: 2, outcomes: EARLIER, crowd: { told: TOLD, claim: null }, readers: READERS }),
  },
  {
    name: 'step-shared-claimed',
    card: stepCard({
      ...FIRST,
      index: 2,
      outcomes: EARLIER,
      crowd: { told: TOLD, claim: { name: 'Alice', own: false } },
    }),
  },
  {
    name: 'step-shared-own',
    card: stepCard({ ...FIRST, index: 2, outcomes: EARLIER, crowd: { told: TOLD, claim: { name: 'Bob', own: true } } }),
  },
  {
    name: 'step-shared-long',
    card: stepCard({
      ...FIRST,
      steps: Array.from({ length: 12 }, (_, at) => ({ ...LONG_STEP, id: `step-${at}` })),
      index: 6,
      outcomes: Object.fromEntries(Array.from({ length: 6 }, (_, at) => [`step-${at}`, 'did-not-help'])),
      crowd: {
        told: Object.fromEntries(
          Array.from({ length: 6 }, (_, at) => [`step-${at}`, { name: 'Wolfeschlegelsteinhaus...', at: NOON }]),
        ),
        claim: null,
      },
      platform: null,
      learned: 'You saw something else. The first exception in the file is the reason; paste it here.',
      readers: Array.from({ length: 60 }, (_, at) => `29:${String(at).padEnd(80, 'x')}`),
    }),
  },
  {
    name: 'step-host',
    card: stepCard({ ...FIRST, cause: { ...SAMPLE_CAUSE, steps: HOST_STEPS }, steps: HOST_STEPS, platform: null }),
  },
  { name: 'step-none', card: stepCard({ ...FIRST, steps: [], platform: 'azure-app-service' }) },
];
