import { type Absence, SYMPTOMS, type Channel, type Symptom } from '../model/artifact.ts';
import type { Candidate, Finding, Question, Situation } from '../model/verdict.ts';
import type { CompiledCause, Matchers } from './compile.ts';
import { symptomOf } from './findingIndex.ts';

/** Candidates this far behind the best one no longer count. */
const MARGIN = 3.5;
const CONSIDERED_MAX = 8;
/** Expected share of doubt that the answer removes, below which asking is not worth a person's time. */
const GAIN_MIN = 0.08;

/** So many steps are under way before it matters what the rest is. */
const FIRST_STEPS = 3;

/** What the status suggests is asked first, and what it does not suggest only for a large gain. */
const HEAD_START = 0.5;
const OFF_THE_PATH = -0.15;

/** Effort of getting the answer: reading the rest of the page < Event Viewer < a log that must be switched on first. */
const EFFORT: Readonly<Record<Symptom, number>> = {
  browser: 0.02,
  eventLog: 0.06,
  systemLog: 0.06,
  iisLog: 0.08,
  ancmLog: 0.12,
};

/** What to look at next by what the page says; the first that is not answered gets a head start. */
const ORDER_BY_STATUS: readonly {
  readonly status: RegExp;
  readonly order: readonly Symptom[];
  readonly why: string;
}[] = [
  {
    status: /^500\.19$/,
    order: ['browser'],
    why: 'The rest of the same page (Error Code, Config Error, Config Source) says what is wrong with the configuration.',
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

const WHY: Readonly<Record<Symptom, string>> = {
  browser: 'The status and the title of the page narrow it down most.',
  eventLog: 'The newest Application event of the ASP.NET Core Module usually names the reason.',
  systemLog: 'When a pool stops, Windows writes the reason to the System log.',
  ancmLog: 'What the app printed while it started tells a broken app from broken hosting.',
  iisLog: 'The log line of the request says who answered, and with which sub-status.',
};

/**
 * The question whose answer is expected to change most: the doubt it removes, less the effort of getting it.
 * @returns null when no open question would change the order of what is left
 */
export function nextQuestion(
  candidates: readonly Candidate[],
  findings: readonly Finding[],
  situation: Situation,
  matchers: Matchers,
): Question | null {
  const open = SYMPTOMS.filter(
    (symptom) => situation.answered[symptom] === undefined || isPartPage(symptom, findings, situation),
  );
  if (candidates.length === 0) return open[0] === undefined ? null : { ask: open[0], why: WHY[open[0]] };
  const left = plausible(candidates, matchers);
  const rule = ruleFor(findings);
  const ranked = open
    .map((symptom) => ({ symptom, gain: gainOf(symptom, left) + headStart(symptom, rule, open) - EFFORT[symptom] }))
    .sort((a, b) => b.gain - a.gain);
  const best = ranked[0];
  if (best !== undefined && best.gain >= GAIN_MIN) {
    const ruled = rule?.order[0] === best.symptom;
    return { ask: best.symptom, why: ruled ? rule.why : WHY[best.symptom] };
  }
  if (situation.platform === null && situation.platformAsked !== true && variesByPlatform(candidates[0]!, matchers)) {
    return { ask: 'platform', why: 'The first steps depend on where the app runs.' };
  }
  if (situation.history === null && situation.historyAsked !== true) {
    return { ask: 'history', why: 'What worked before points to a change; what never worked points to the set-up.' };
  }
  return null;
}

/** True when a reader on one platform would be given other first steps than a reader on another. */
function variesByPlatform(leading: Candidate, matchers: Matchers): boolean {
  const cause = matchers.byId.get(leading.id)?.cause;
  if (cause === undefined) return false;
  const lists = cause.appliesTo.platforms.map((platform) =>
    cause.steps
      .filter((step) => step.where.length === 0 || step.where.includes(platform))
      .slice(0, FIRST_STEPS)
      .map((step) => step.id)
      .join('+'),
  );
  return new Set(lists).size > 1;
}

/** 500.19: the page has more fields than its title; as long as no code of it is known the rest is worth asking for. */
function isPartPage(symptom: Symptom, findings: readonly Finding[], situation: Situation): boolean {
  if (symptom !== 'browser' || situation.answered.browser !== 'text') return false;
  const is19 = findings.some((finding) => finding.key === 'status:500.19');
  return is19 && !findings.some((finding) => finding.key.startsWith('code:')) && situation.restOfPageAsked !== true;
}

function ruleFor(findings: readonly Finding[]): (typeof ORDER_BY_STATUS)[number] | null {
  const statuses = findings
    .filter((finding) => finding.key.startsWith('status:'))
    .map((finding) => finding.key.slice(7));
  return ORDER_BY_STATUS.find((rule) => statuses.some((status) => rule.status.test(status))) ?? null;
}

function headStart(symptom: Symptom, rule: (typeof ORDER_BY_STATUS)[number] | null, open: readonly Symptom[]): number {
  if (rule === null) return 0;
  const first = rule.order.find((one) => open.includes(one));
  if (first === symptom) return HEAD_START;
  return rule.order.includes(symptom) ? HEAD_START / 2 : OFF_THE_PATH;
}

interface Left {
  readonly share: number;
  readonly entry: CompiledCause;
}

function plausible(candidates: readonly Candidate[], matchers: Matchers): Left[] {
  const top = candidates[0]!.score;
  const near = candidates.filter((one) => one.score >= top - MARGIN).slice(0, CONSIDERED_MAX);
  const sum = near.reduce((total, one) => total + Math.exp(one.score - top), 0);
  return near.flatMap((one) => {
    const entry = matchers.byId.get(one.id);
    return entry === undefined ? [] : [{ share: Math.exp(one.score - top) / sum, entry }];
  });
}

/** Doubt before less doubt after, as the chance of a wrong guess; 0 when all candidates show the same there. */
function gainOf(symptom: Symptom, left: readonly Left[]): number {
  const byAnswer = new Map<string, number[]>();
  for (const { share, entry } of left) {
    const answer = expectedAnswer(symptom, entry);
    byAnswer.set(answer, [...(byAnswer.get(answer) ?? []), share]);
  }
  const before = Math.max(...left.map((one) => one.share));
  const after = [...byAnswer.values()].reduce((sum, shares) => sum + Math.max(...shares), 0);
  return after - before;
}

function expectedAnswer(symptom: Symptom, entry: CompiledCause): string {
  const keys = entry.signatures
    .filter(
      (one) =>
        one.source.in.some((channel: Channel) => symptomOf(channel) === symptom) && one.source.strength !== 'hint',
    )
    .map((one) => one.all.join('+'));
  const absent: readonly Absence[] = entry.cause.symptoms[symptom]?.absent ?? [];
  return keys.length === 0 && absent.length === 0 ? 'unknown' : [...keys, ...absent].sort().join('|');
}
