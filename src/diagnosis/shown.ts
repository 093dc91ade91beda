import type { Catalog } from '../model/catalog.ts';
import type { Candidate, Evidence, Verdict } from '../model/verdict.ts';
import { isPageOnly, typeFor, wordFor } from './confidence.ts';

/** Two candidates closer than this (log-odds) cannot be told apart by what is known. */
const ALIKE_WITHIN = 0.8;
const ALIKE_MAX = 3;

/** What of a verdict is shown first, the same for buttons and for typed words. */
export interface Shown {
  /** What the card is about; null: nothing fits. */
  readonly lead: Candidate | null;
  /** The lead and what cannot be told apart from it by what is known, best first, at most 3; empty: it stands alone. */
  readonly alike: readonly Candidate[];
  /** A finding that is true beside the lead and does not stop the app by itself; null: none. */
  readonly beside: Candidate | null;
}

/**
 * Reads a verdict for a person. A side finding steps back behind what is about the failure itself: an error page, or
 * a cause with a proof of its own. The order of the candidates is not changed.
 */
export function shownOf({ candidates }: Pick<Verdict, 'candidates'>, catalog: Catalog): Shown {
  const [best] = candidates;
  if (best === undefined) return { lead: null, alike: [], beside: null };
  if (!isSide(best, catalog)) return { lead: best, alike: alikeOf(best, candidates), beside: null };
  const others = candidates.filter((one) => !isSide(one, catalog));
  const lead = others.find((one) => hasOwnProof(one, best));
  if (lead === undefined) return { lead: best, alike: [], beside: null };
  return { lead, alike: alikeOf(lead, others), beside: best };
}

/** False as long as only a side finding or a page is identified: the reason for the failure itself is still open. */
export function isSettled(candidates: readonly Candidate[], catalog: Catalog): boolean {
  const reason = reasonsOf(candidates, catalog)[0];
  return reason !== undefined && reason.kind !== 'page' && typeFor(wordFor(reason)) === 'identified';
}

/** The causes without side findings, in the same order. */
export function reasonsOf<One extends Pick<Candidate, 'id'>>(causes: readonly One[], catalog: Catalog): readonly One[] {
  return causes.filter((one) => !isSide(one, catalog));
}

/** A page entry that nothing but the page speaks for: it says what, not why. */
export function isBarePage(candidate: Candidate): boolean {
  return candidate.kind === 'page' && isPageOnly(candidate);
}

const sides = new WeakMap<Catalog, ReadonlySet<string>>();

/** True for a finding that can be true and is not why the app fails. */
export function isSide({ id }: Pick<Candidate, 'id'>, catalog: Catalog): boolean {
  let ids = sides.get(catalog);
  if (ids === undefined) {
    ids = new Set(catalog.causes.filter((one) => one.side === true).map((one) => one.id));
    sides.set(catalog, ids);
  }
  return ids.has(id);
}

/** A code on the line of the side finding is no proof of something else. */
function hasOwnProof(one: Candidate, side: Candidate): boolean {
  const places = new Set(side.evidence.map(placeOf));
  return one.evidence.some((evidence) => evidence.quote !== '' && !places.has(placeOf(evidence)));
}

function placeOf({ source, start, end }: Evidence): string {
  return `${source}:${start}:${end}`;
}

/** Pages are told apart by their status already; what is left are causes with next to the same score. */
function alikeOf(lead: Candidate, candidates: readonly Candidate[]): readonly Candidate[] {
  if (isBarePage(lead)) return [];
  const near = candidates.filter((one) => !isBarePage(one) && one.score >= lead.score - ALIKE_WITHIN);
  return near.length > 1 ? near.slice(0, ALIKE_MAX) : [];
}
