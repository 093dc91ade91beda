import { SYMPTOMS, type Symptom } from '../model/artifact.ts';
import type { Finding, Question, Situation } from '../model/verdict.ts';
import { EFFORT, orderFor, WHY, type AskingOrder } from './askingOrder.ts';
import type { CompiledCause, Matchers } from './compile.ts';
import { isPageOnly } from './confidence.ts';
import { expectedAnswer } from './expectation.ts';
import type { Scored } from './score.ts';
import { SPEAK_FROM } from './weights.ts';

/** Causes this far behind the best one no longer count. */
const MARGIN = 3.5;
/** What pages and the person's words alone can say, in log-odds: as little sure as the word "possible". */
const SAID_MAX = 2.6;
/** Expected gain, less the effort, below which asking is not worth a person's time. */
const GAIN_MIN = 0.08;
/** As many questions as a wizard asks that always asks for the page, the event and the app's log. */
const QUESTIONS_MAX = 3;

/** So many steps are under way before it matters what the rest is. */
const FIRST_STEPS = 3;

/** What the status suggests is asked first, and what it does not suggest only for a large gain. */
const HEAD_START = 0.6;
const ON_THE_PATH = 0.2;
const OFF_THE_PATH = -0.15;

/** How often a message that names the cause is really found, read and pasted. */
const NAMED = 0.9;

/**
 * The question whose answer is expected to tell most, less the effort of getting it. Never asks for what is known.
 * @param scored every cause that anything supports, best first; empty: all are possible
 * @returns null when no open question would change the order of what is left, or enough was asked
 */
export function nextQuestion(
  scored: readonly Scored[],
  findings: readonly Finding[],
  situation: Situation,
  matchers: Matchers,
): Question | null {
  const { answered, platformAsked, historyAsked } = situation;
  if (Object.keys(answered).length === 0 && scored.length === 0) return { ask: 'browser', why: WHY.browser };
  const open = SYMPTOMS.filter(
    (symptom) => answered[symptom] === undefined || isPartPage(symptom, findings, situation),
  );
  const rule = orderFor(findings, situation);
  // Who pasted three things unasked may still be asked for the one that the status points to.
  const first = rule?.order[0];
  const pointed = first !== undefined && answered[first] === undefined ? [first] : [];
  const enough = countAsked(situation) >= QUESTIONS_MAX;
  const symptom = bestSymptom(enough ? pointed : open, answered, scored, rule, matchers);
  if (symptom !== null || enough) return symptom;
  const leading = scored[0] === undefined ? undefined : matchers.byId.get(scored[0].id);
  if (situation.platform === null && platformAsked !== true && leading !== undefined && variesByPlatform(leading)) {
    return { ask: 'platform', why: 'The first steps depend on where the app runs.' };
  }
  if (situation.history === null && historyAsked !== true) {
    return { ask: 'history', why: 'What worked before points to a change; what never worked points to the set-up.' };
  }
  return null;
}

/** Symptoms that are answered, however they came, and the questions that were asked beside them. */
function countAsked({ answered, platformAsked, historyAsked, restOfPageAsked }: Situation): number {
  const others = [platformAsked, historyAsked, restOfPageAsked].filter((asked) => asked === true);
  return Object.keys(answered).length + others.length;
}

function bestSymptom(
  open: readonly Symptom[],
  answered: Situation['answered'],
  scored: readonly Scored[],
  rule: AskingOrder | null,
  matchers: Matchers,
): Question | null {
  const left = plausible(scored, matchers);
  // Who had to skip one place of the path may not reach the next one either: then the gain alone decides.
  const skipped = rule?.order.some((one) => answered[one] === 'skipped') === true;
  const first = rule?.order.find((one) => open.includes(one));
  const worth = (symptom: Symptom): number => {
    const gain = gainOf(symptom, left);
    if (rule === null || skipped || gain <= 0) return gain - EFFORT[symptom];
    const start = symptom === first ? HEAD_START : rule.order.includes(symptom) ? ON_THE_PATH : OFF_THE_PATH;
    return gain + start - EFFORT[symptom];
  };
  const ranked = open.map((symptom) => ({ symptom, worth: worth(symptom) })).sort((a, b) => b.worth - a.worth);
  const best = ranked[0];
  if (best === undefined || best.worth < GAIN_MIN) return null;
  return { ask: best.symptom, why: rule?.order[0] === best.symptom ? rule.why : WHY[best.symptom] };
}

/** True when a reader on one platform would be given other first steps than a reader on another. */
function variesByPlatform({ cause }: CompiledCause): boolean {
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

interface Left {
  readonly share: number;
  readonly entry: CompiledCause;
}

/**
 * What it may still be, with its share of the doubt. A page entry says what was shown and not why, so it does not count; and
 * where nothing speaks for a cause, every other one is possible too.
 */
function plausible(scored: readonly Scored[], matchers: Matchers): Left[] {
  const scores = new Map(scored.map((one) => [one.id, isPageOnly(one) ? Math.min(one.score, SAID_MAX) : one.score]));
  const causes = matchers.causes.filter(({ cause }) => cause.kind !== 'page');
  const top = Math.max(0, ...causes.map(({ cause }) => scores.get(cause.id) ?? 0));
  const unfounded = top < SPEAK_FROM ? 0 : Number.NEGATIVE_INFINITY;
  const near = causes
    .map((entry) => ({ entry, score: scores.get(entry.cause.id) ?? unfounded }))
    .filter(({ score }) => score >= top - MARGIN);
  const sum = near.reduce((total, { score }) => total + Math.exp(score - top), 0);
  return near.map(({ entry, score }) => ({ share: Math.exp(score - top) / sum, entry }));
}

/**
 * By how much the chance of a right guess is expected to grow. A message that names its cause leaves no doubt; of the causes
 * that answer alike the likeliest would be guessed.
 */
function gainOf(symptom: Symptom, left: readonly Left[]): number {
  const before = Math.max(0, ...left.map((one) => one.share));
  const likeliest = new Map<string, number>();
  let named = 0;
  for (const { share, entry } of left) {
    const answer = expectedAnswer(symptom, entry);
    if (answer === 'names') named += share;
    else likeliest.set(answer, Math.max(likeliest.get(answer) ?? 0, share));
  }
  const guessed = [...likeliest.values()].reduce((sum, share) => sum + share, 0);
  return NAMED * named + guessed - before;
}
