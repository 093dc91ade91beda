import type { Absence, History, Platform, Symptom } from '../src/model/artifact.ts';
import type { Asked } from './verbs.ts';

export interface AbsenceChoice {
  readonly absence: Absence;
  /** Title of the button. */
  readonly title: string;
  /** What the person states with it, to stand after "title:"; said on the card, because an absence only counts under its condition. */
  readonly claim: string;
}

/** Heading of a question: names the thing to fetch. */
export const QUESTION_HEADINGS: Readonly<Record<Asked, string>> = {
  browser: 'Paste what the browser shows',
  eventLog: 'Paste the newest Application event',
  systemLog: 'Paste the newest System event from WAS',
  ancmLog: 'Paste the stdout or debug log',
  iisLog: 'Paste the IIS log line of the request',
  platform: 'Where does the app run?',
  history: 'Did it ever work on this server?',
};

/** The same on a button that leads to the question. */
export const ASK_TITLES: Readonly<Record<Asked, string>> = {
  browser: 'Paste the browser page',
  eventLog: 'Paste the event',
  systemLog: 'Paste the System event',
  ancmLog: 'Paste the log',
  iisLog: 'Paste the log line',
  platform: 'Say where it runs',
  history: 'Say if it ever worked',
};

/** Label of the input box. */
export const PASTE_LABELS: Readonly<Record<Symptom, string>> = {
  browser: 'All text of the page, or the address and what you see',
  eventLog: 'Text of the event (General tab), source IIS AspNetCore Module',
  systemLog: 'Text of the event, source WAS or W3SVC',
  ancmLog: 'Paste the newest lines of the log',
  iisLog: 'The line from the IIS log or from HTTPERR',
};

export const ABSENCE_CHOICES: Readonly<Record<Symptom, readonly AbsenceChoice[]>> = {
  browser: [
    {
      absence: 'cannot-connect',
      title: 'Cannot connect',
      claim: 'the browser itself says so, and there is no status number',
    },
    { absence: 'no-answer', title: 'Spins for ever', claim: 'no page and no error after two minutes' },
    { absence: 'blank', title: 'Blank page', claim: 'the page loads and stays empty' },
    { absence: 'normal', title: 'Looks normal', claim: 'you see the page you expected' },
  ],
  eventLog: [
    {
      absence: 'no-entry',
      title: 'No entry',
      claim: 'you are on the right server, in the right log, and looked after requesting the page again',
    },
  ],
  systemLog: [
    {
      absence: 'no-entry',
      title: 'No entry',
      claim: 'you are on the right server, in the System log, and looked after requesting the page again',
    },
  ],
  ancmLog: [
    {
      absence: 'not-created',
      title: 'Log file not created',
      claim: 'stdoutLogEnabled is true, the page was requested since, and there is no file',
    },
    {
      absence: 'empty',
      title: 'Log file empty',
      claim: 'stdoutLogEnabled is true, the page was requested since, and the file has 0 bytes',
    },
    { absence: 'normal', title: 'Looks normal', claim: 'the log says the app started, and shows no error' },
  ],
  iisLog: [
    {
      absence: 'no-entry',
      title: 'No entry',
      claim:
        'you are in the log of the right site, looked a minute after requesting the page again (IIS writes late), and HTTPERR has no line either',
    },
  ],
};

export const PLATFORM_NAMES: Readonly<Record<Platform, string>> = {
  iis: 'IIS',
  'azure-app-service': 'Azure App Service',
  'iis-express': 'IIS Express',
};

export const HISTORY_NAMES: Readonly<Record<History, string>> = {
  never: 'Never',
  'until-change': 'Until a deployment or update',
  'nothing-changed': 'Yes, and nothing changed',
};
