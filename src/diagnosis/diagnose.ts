import type { Document } from '../model/artifact.ts';
import type { Catalog } from '../model/catalog.ts';
import type { Evidence, Finding, Situation, Verdict } from '../model/verdict.ts';
import { compileMatchers, type Matchers } from './compile.ts';
import { isPageOnly, typeFor, withConfidence, wordFor } from './confidence.ts';
import { detect } from './detect.ts';
import { nextQuestion } from './question.ts';
import { scoreCauses, showsField, type Scored } from './score.ts';
import { isSettled, reasonsOf } from './shown.ts';
import { SPEAK_FROM } from './weights.ts';

const CANDIDATES_MAX = 5;
/** Score from which evidence of ours outweighs another field, and what each further marker of it asks for on top. */
const FOREIGN_BASE = 2.7;
const FOREIGN_EACH = 2;
/** Headings of the pages of the ASP.NET Core module: no other part of IIS and no other server has them. A bare number may be talk. */
const OWN_PAGE = /HTTP Error (?:500\.3\d|502\.5)|\bANCM\b|ASP\.NET Core app failed to start/i;
/** So many markers of another field such a page bears. */
const OWN_PAGE_UP_TO = 3;
/** A candidate this far behind the first is not worth a reader's time. */
const SHOW_WITHIN = 5;

/** The matching engine: what is in a text, and what it means. Knows nothing of chats, cards or storage. */
export interface Engine {
  readonly catalog: Catalog;
  /** Finds what the catalog knows in one document. Empty when nothing is known. */
  detect(document: Document): Finding[];
  /** Weighs findings; pure: the same findings give the same verdict. `rejected` causes are no candidates. */
  verdict(findings: readonly Finding[], situation: Situation, rejected?: readonly string[]): Verdict;
  /** False for a finding that no cause looks for: it changes no verdict. */
  isKnown(key: string): boolean;
}

/** @param catalog checked; compiled once, so keep the engine */
export function createEngine(catalog: Catalog): Engine {
  const matchers = compileMatchers(catalog);
  return {
    catalog,
    detect: (document) => detect(document, matchers),
    verdict: (findings, situation, rejected = []) => verdictOf(findings, situation, rejected, matchers),
    isKnown: (key) => key.startsWith('status:') || matchers.known.has(key),
  };
}

function verdictOf(
  findings: readonly Finding[],
  situation: Situation,
  rejected: readonly string[],
  matchers: Matchers,
): Verdict {
  const scored = scoreCauses(findings, situation, matchers).filter((one) => !rejected.includes(one.id));
  const best = scored[0];
  const foreign = foreignField(findings, matchers);
  const ofField = showsField(findings, situation);
  const silent =
    best === undefined ||
    best.score < SPEAK_FROM ||
    isSilence(best.evidence) ||
    (foreign !== null && !(ofField && isStronger(best, foreign.hits, findings)));
  if (silent) {
    const question = foreign === null ? nextQuestion(scored, findings, situation, matchers) : null;
    return { type: 'unknown', word: null, candidates: [], question, foreign: foreign?.name ?? null };
  }
  const candidates = withConfidence(scored, ofField)
    .filter((one, rank) => rank === 0 || (one.score >= SPEAK_FROM && one.score >= best.score - SHOW_WITHIN))
    .slice(0, CANDIDATES_MAX);
  const word = wordFor(candidates[0]!);
  const type = typeFor(word);
  const question = isSettled(candidates, matchers.catalog)
    ? null
    : nextQuestion(reasonsOf(scored, matchers.catalog), findings, situation, matchers);
  return { type, word, candidates, question, foreign: null };
}

/** That one thing is missing, or looks normal, is no finding by itself; nor is a statement picked from a list. */
function isSilence(evidence: readonly Evidence[]): boolean {
  return (
    evidence.every(isLogAbsence) || (evidence.length === 1 && evidence[0]!.said && !isToldInOwnWords(evidence[0]!))
  );
}

/** Several concepts together are a description, not a choice from a list. */
function isToldInOwnWords(one: Evidence): boolean {
  return one.keys.some((key) => key.startsWith('said:'));
}

function isLogAbsence(one: Evidence): boolean {
  return one.source !== 'browser' && one.keys.every((key) => key.startsWith('absent:'));
}

interface Foreign {
  readonly name: string;
  readonly hits: number;
}

/** The other field that most markers name; words of our own field stand against it. */
function foreignField(findings: readonly Finding[], matchers: Matchers): Foreign | null {
  const markers = new Set<string>();
  for (const finding of findings) {
    if (!finding.key.startsWith('foreign:') || finding.quality < 1) continue;
    markers.add(finding.key);
  }
  const counts = new Map<string, number>();
  for (const id of [...markers].map((key) => key.split(':')[1]!)) counts.set(id, (counts.get(id) ?? 0) + 1);
  const [id, hits] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
  const field = matchers.catalog.vocabulary.foreign.find((one) => one.id === id);
  return field === undefined || hits === undefined ? null : { name: field.name, hits };
}

/**
 * A marker of another field outweighs an error page and shared words; a decisive message of ours outweighs it, and a page
 * that the module alone answers with: whoever shows a 500.30 runs ASP.NET Core on IIS, whatever else is told. A description
 * beside a word of our field stands against one marker: "W3SVC does not start since the Windows update".
 * Not asked where nothing is of our field.
 */
function isStronger(best: Scored, foreignHits: number, findings: readonly Finding[]): boolean {
  if (foreignHits <= OWN_PAGE_UP_TO && best.evidence.some(showsOwnPage)) return true;
  const isToldOfUs = best.evidence.some(isToldInOwnWords) && findings.some(({ key }) => key === 'field');
  if (isPageOnly(best) && !isToldOfUs) return false;
  return best.score >= FOREIGN_BASE + FOREIGN_EACH * (foreignHits - (isToldOfUs ? 1 : 0));
}

function showsOwnPage(one: Evidence): boolean {
  return OWN_PAGE.test(one.quote);
}
