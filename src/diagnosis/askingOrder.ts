import type { Symptom } from '../model/artifact.ts';
import type { Finding, Situation } from '../model/verdict.ts';

/** Effort of getting the answer: reading the rest of the page < opening Event Viewer < a log that must be switched on first. */
export const EFFORT: Readonly<Record<Symptom, number>> = {
  browser: 0.02,
  eventLog: 0.06,
  systemLog: 0.06,
  iisLog: 0.08,
  ancmLog: 0.12,
};

/** Why a symptom is asked for when no status speaks for it. */
export const WHY: Readonly<Record<Symptom, string>> = {
  browser: 'The status and the title of the page narrow it down most.',
  eventLog: 'The newest Application event of the ASP.NET Core Module usually names the reason.',
  systemLog: 'When a pool stops, Windows writes the reason to the System log.',
  ancmLog: 'What the app printed while it started tells a broken app from broken hosting.',
  iisLog: 'The log line of the request says who answered, and with which sub-status.',
};

/** Where to look by what the page says: the first that is not answered comes first. */
export interface AskingOrder {
  readonly order: readonly Symptom[];
  /** Why the first of them is asked. */
  readonly why: string;
}

const BY_STATUS: readonly (AskingOrder & { readonly status: RegExp })[] = [
  {
    status: /^500\.19$/,
    order: ['browser'],
    why: 'Open the same page on the server itself: the rest of it (Error Code, Config Error, Config Source) says what is wrong with the configuration.',
  },
  {
    status: /^503/,
    order: ['systemLog', 'iisLog', 'eventLog'],
    why: 'A 503 page never says why; the System log (source WAS) or the HTTPERR line does.',
  },
  {
    status: /^(500\.0|500\.3\d|502\.5)$/,
    order: ['eventLog', 'ancmLog'],
    why: 'This page never says why; the newest Application event of the ASP.NET Core Module does.',
  },
  {
    status: /^(4\d\d|502)/,
    order: ['iisLog'],
    why: 'The IIS or HTTPERR log line of this request says who answered, and with which sub-status.',
  },
  {
    status: /^500$/,
    order: ['ancmLog', 'eventLog'],
    why: 'The app itself answered 500; its own log holds the exception.',
  },
];

/** No page at all: a binding that could not be registered, or a service that did not start, is in the System log. */
const NO_PAGE: AskingOrder = {
  order: ['systemLog', 'iisLog'],
  why: 'Nothing answers at this address: look whether the site is started and has a binding for it. The System log says when a binding or a service failed.',
};

/** The order that the statuses found suggest; null when nothing speaks for one. */
export function orderFor(findings: readonly Finding[], { answered }: Situation): AskingOrder | null {
  if (answered.browser === 'cannot-connect' || answered.browser === 'no-answer') return NO_PAGE;
  const statuses = findings.flatMap(({ key }) => (key.startsWith('status:') ? [key.slice('status:'.length)] : []));
  return BY_STATUS.find((rule) => statuses.some((status) => rule.status.test(status))) ?? null;
}
