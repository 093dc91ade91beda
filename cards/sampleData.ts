import type { Channel, Slot } from '../src/model/artifact.ts';
import type { Cause, Step } from '../src/model/catalog.ts';
import type { Evidence } from '../src/model/verdict.ts';
import type { CaseRef } from './actions.ts';

/** Data for the samples only: the entries are short stand-ins, the names are invented. */
export const SAMPLE_REF: CaseRef = { caseId: 'case-7f3a91', revision: 4 };

export const SAMPLE_VALUES: Readonly<Record<string, string>> = {
  app: '.\\Shop.Web.dll',
  path: 'D:\\sites\\shop',
  pool: 'ShopPool',
};

export function sampleStep(step: Partial<Step> & { readonly id: string; readonly do: string }): Step {
  return {
    expect: 'The site answers.',
    otherwise: 'Read the newest Application event again; the next message is a different one.',
    affects: 'nobody',
    rights: "read the site's folder",
    changes: false,
    where: [],
    ...step,
  };
}

export const SAMPLE_STEPS: readonly Step[] = [
  sampleStep({
    id: 'app-dll-exists',
    do: "Look whether the file that web.config names is in the site's folder.",
    command: 'dir "{path}\\{app}"',
    expect: 'One file is listed.',
    otherwise: '"File Not Found" confirms the cause; step 2 shows where it went wrong.',
    why: 'Nothing else produces this message, so one look settles it.',
  }),
  sampleStep({
    id: 'read-arguments',
    do: 'Open web.config of the site and read the arguments of the aspNetCore element.',
    path: ['IIS Manager', 'Sites', 'Shop', 'Explore', 'web.config'],
    expect: "The name of the app's main DLL, with the folder it really is in.",
    otherwise: 'If the file is right, the folder is wrong: publish again to an empty folder.',
    procedure: 'run-at-prompt-framework-dependent',
  }),
  sampleStep({
    id: 'correct-arguments',
    do: "Set arguments to the name of the app's main DLL.",
    snippet: {
      language: 'xml',
      code: '<aspNetCore processPath="dotnet"\n  arguments="{app}"\n  stdoutLogEnabled="false"\n  stdoutLogFile=".\\logs\\stdout" />',
    },
    affects: 'this-app',
    rights: "write to the site's folder",
    changes: true,
    undo: 'Put the old value of arguments back.',
    why: 'Saving web.config restarts the app with the new value.',
  }),
  sampleStep({
    id: 'restart-iis',
    do: 'Stops every site on this server: restart IIS, so that it reads the new environment.',
    command: 'net stop was /y\nnet start w3svc',
    affects: 'all-sites',
    rights: 'administrator on the server',
    changes: true,
    undo: 'Nothing to take back; the sites start again by themselves.',
    leavesOn: 'stdout-log',
    procedure: 'restart-iis',
  }),
  sampleStep({
    id: 'reboot-server',
    do: 'Restart the server, because the installer asked for it.',
    affects: 'reboot',
    rights: 'administrator on the server',
    changes: true,
    undo: 'Nothing to take back.',
  }),
];

export const SAMPLE_CAUSE: Cause = {
  id: 'aspnetcore-arguments-wrong',
  kind: 'cause',
  title: 'The arguments of the aspNetCore element are wrong',
  headline: 'dotnet was told to start {app}, and that file is not there',
  group: 'start',
  status: 'stable',
  commonness: 'common',
  appliesTo: { platforms: ['iis'], modules: ['v1', 'v2'], hosting: ['in-process', 'out-of-process'], versions: 'all' },
  pages: [{ status: '502.5' }],
  symptoms: {
    browser: { says: ['HTTP Error 502.5 - Process Failure'], absent: [] },
    eventLog: { says: ["... ErrorCode = '0x80004005 : 80008081'"], absent: [] },
    ancmLog: { says: ["The application to execute does not exist: '...'"], absent: ['empty', 'not-created'] },
  },
  signatures: [],
  against: [],
  explanation:
    'IIS starts the app with the command that web.config gives. Here the command names a file that is not in the folder, so dotnet ends before any code of the app runs, and the module reports that the process failed.',
  tellApart: [
    { from: 'missing-shared-framework', by: 'a missing runtime is named: framework ... was not found' },
    { from: 'app-exception-at-start', by: 'the log then shows a stack trace of the app' },
  ],
  steps: SAMPLE_STEPS,
  prevention: 'Publish with dotnet publish; it writes web.config for you.',
  related: [],
  sources: [
    'https://learn.microsoft.com/aspnet/core/host-and-deploy/azure-iis-errors-reference',
    'https://learn.microsoft.com/aspnet/core/host-and-deploy/iis/web-config',
  ],
  match: [],
  noMatch: [],
};

export const SAMPLE_RUNTIME: Cause = {
  ...SAMPLE_CAUSE,
  id: 'missing-shared-framework',
  title: 'The .NET runtime that the app needs is not installed',
  group: 'runtime',
  explanation: 'The app asks for a runtime version that this server does not have.',
};

export const SAMPLE_PAGE: Cause = {
  ...SAMPLE_CAUSE,
  id: 'page-500-30',
  kind: 'page',
  title: '500.30: the app stopped while starting',
  group: 'start',
  explanation: 'The module loaded the app into the worker process, and the app ended before it could answer.',
  doesNotSay: 'Why the app stopped; every exception during the start looks the same here.',
  fetch: { of: 'eventLog', say: 'Paste the newest Application event of IIS AspNetCore Module (V2).' },
};

export function sampleEvidence(quote: string, why: string, channel: Channel, slot: Slot = 'text'): Evidence {
  return {
    keys: [],
    said: quote === '',
    quote,
    start: quote === '' ? null : 0,
    end: quote === '' ? null : quote.length,
    source: slot,
    channel,
    why,
    strength: 'strong',
    weight: 2.5,
    pageOnly: channel === 'browser',
  };
}
