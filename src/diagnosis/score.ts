import type { Channel } from '../model/artifact.ts';
import type { Candidate, Evidence, Finding, Situation } from '../model/verdict.ts';
import { absenceAgainst, absenceEvidence } from './absences.ts';
import type { CompiledCause, CompiledPage, CompiledSignature, Matchers } from './compile.ts';
import { FindingIndex, isAbsence } from './findingIndex.ts';
import { valuesOf, type Proof } from './values.ts';
import { excludesVersion } from './versions.ts';
import * as weights from './weights.ts';

/** A candidate before its confidence is known. */
export type Scored = Omit<Candidate, 'confidence'>;

/**
 * Scores every cause that any finding supports.
 * @returns best first; ties keep catalog order; empty when nothing supports any cause
 */
export function scoreCauses(findings: readonly Finding[], situation: Situation, matchers: Matchers): Scored[] {
  const index = new FindingIndex(findings);
  const outside = situation.platform === null && isOutside(findings) ? weights.OUTSIDE : 0;
  const proven = matchers.causeIndex.touchedBy(index.keys(), situation).map(({ entry, signatures }) => ({
    entry,
    proofs: signatures.flatMap((signature) => signatureProof(signature, index)),
  }));
  const product = proven.some(
    ({ entry, proofs }) => entry.cause.kind === 'cause' && proofs.some(({ evidence }) => isOfProduct(evidence)),
  );
  const scored = proven.flatMap(({ entry, proofs }) => {
    const weighed = product ? proofs.map(besideProduct) : proofs;
    const one = scoreCause(entry, weighed, index, situation, matchers);
    return one === null ? [] : [{ ...one, score: one.score + outside }];
  });
  return reasonsFirst(scored.sort((a, b) => b.score - a.score));
}

/** True when all there is are Windows events in which nothing shows that they are of this field: other programs write events too. */
function isOutside(findings: readonly Finding[]): boolean {
  const ofText = findings.filter((one) => !isAbsence(one));
  return ofText.length > 0 && ofText.every((one) => one.channel === 'eventLog' && !isOfField(one));
}

function isOfField({ key }: Finding): boolean {
  return /^(?:field$|status:|setting:)/.test(key);
}

/** Whether anything shows that a case is of our field: a word, a status, a setting, the platform, what a person tells, or that a question of ours was answered. */
export function showsField(findings: readonly Finding[], { platform }: Situation): boolean {
  return (
    platform !== null ||
    findings.some((one) => isOfField(one) || one.slot !== 'text' || /^(?:said|statement):/.test(one.key))
  );
}

/**
 * A page entry says what was shown, a cause says why: where a cause has a message of its own, the page stands behind it,
 * though its sentences are many and add up. Not behind a cause that only reads the page's own message otherwise.
 */
function reasonsFirst(sorted: Scored[]): Scored[] {
  const page = sorted[0];
  if (page?.kind !== 'page' || page.evidence.some((one) => one.strength === 'decisive')) return sorted;
  const reason = sorted.find((one) => one.kind !== 'page');
  if (reason === undefined || reason.score < Math.max(weights.OWN_MESSAGE, page.score - weights.PAGE_AHEAD))
    return sorted;
  const places = new Set(page.evidence.map(placeOf));
  const own = reason.evidence.some(
    (one) => !one.said && !one.pageOnly && one.weight >= weights.OWN_MESSAGE && !places.has(placeOf(one)),
  );
  return own ? [reason, ...sorted.filter((one) => one !== reason)] : sorted;
}

function scoreCause(
  entry: CompiledCause,
  proofs: readonly Proof[],
  index: FindingIndex,
  situation: Situation,
  matchers: Matchers,
): Scored | null {
  const evidence = [
    ...proofs.map((proof) => proof.evidence),
    ...bestPage(entry, index),
    ...absenceEvidence(entry, situation, matchers),
  ].sort((a, b) => b.weight - a.weight);
  if (evidence.length === 0) return null;
  const against = [
    ...entry.against
      .filter((signature) => signature.all.every((key) => index.has(key)))
      .flatMap((signature) => signatureProof(signature, index))
      .map(({ evidence: one }) => ({ ...one, weight: -one.weight })),
    ...absenceAgainst(entry, situation, index),
  ];
  const gained = total(evidence);
  const lost = against.reduce((sum, one) => sum + one.weight, 0);
  const score = gained + lost + outOfPlace(entry, situation) + weights.PRIOR[entry.cause.commonness];
  const { id, kind } = entry.cause;
  return { id, kind, score, evidence: distinct(evidence), against, values: valuesOf(proofs) };
}

/** Findings that people tell as easily as they paste them. */
const OF_PERSON = /^(?:status|statement|absent):/;

/** A message or code that names a cause, and nothing that a person only tells. */
function isOfProduct({ keys, strength }: Evidence): boolean {
  const isStrong = strength === 'decisive' || strength === 'strong';
  return isStrong && !keys.some((key) => key.startsWith('said:')) && keys.some((key) => !OF_PERSON.test(key));
}

/** What a person tells weighs less where the product itself says what is wrong. */
function besideProduct(proof: Proof): Proof {
  if (!proof.evidence.keys.every((key) => key.startsWith('said:'))) return proof;
  return { ...proof, evidence: { ...proof.evidence, weight: proof.evidence.weight * weights.TOLD_BESIDE_PRODUCT } };
}

/** What the platform and the version of the person take away. */
function outOfPlace({ cause }: CompiledCause, { platform, aspNetCoreVersion }: Situation): number {
  const { platforms, versions } = cause.appliesTo;
  const elsewhere = platform !== null && !platforms.includes(platform);
  const otherVersion = aspNetCoreVersion !== null && excludesVersion(versions, aspNetCoreVersion);
  return (elsewhere ? weights.WRONG_PLATFORM : 0) + (otherVersion ? weights.WRONG_VERSION : 0);
}

const NO_PROOF: readonly Proof[] = [];

/** One proof when all matchers of a signature were found and none of its exclusions; else none. */
function signatureProof(signature: CompiledSignature, index: FindingIndex): readonly Proof[] {
  if (!signature.all.every((key) => index.knows(key)) || signature.none.some((key) => index.has(key))) return NO_PROOF;
  const found = signature.all.map((key) => index.best(key, signature.source.in)!);
  const quality = Math.min(...found.map((finding) => finding.quality));
  const place = Math.max(...found.map((finding) => placeFactor(finding.channel, signature.source.in)));
  const shared = Math.max(weights.SHARED_FLOOR, 1 - weights.SHARED_FACTOR * Math.log2(signature.sharedBy));
  const full = weights.STRENGTH[signature.source.strength];
  const weight = (quality < 1 ? Math.min(full, weights.FUZZY_MAX) * fuzzyShare(quality) : full) * place * shared;
  const { why, strength } = signature.source;
  return [{ evidence: { ...shownIn(found), why, strength, weight, pageOnly: false }, found }];
}

/** Of the pages a cause shows itself on only the best one counts: a request has one page. */
function bestPage(entry: CompiledCause, index: FindingIndex): Evidence[] {
  const full = entry.cause.kind === 'page' ? weights.PAGE_OF_PAGE : weights.PAGE_OF_CAUSE;
  let best: SeenPage | null = null;
  for (const page of entry.pages) {
    const seen = seenPage(page, full, index);
    if (seen !== null && (best === null || seen.weight > best.weight)) best = seen;
  }
  if (best === null) return [];
  const { page, finding, weight } = best;
  const why = `this is what a ${page.source.status} page says`;
  return [{ ...shownIn([finding]), why, strength: 'hint', weight, pageOnly: true }];
}

/** A page, and what shows it. */
interface SeenPage {
  readonly page: CompiledPage;
  readonly finding: Finding;
  readonly weight: number;
}

function seenPage(page: CompiledPage, full: number, index: FindingIndex): SeenPage | null {
  const titled = page.titleKey === null ? null : index.best(page.titleKey, []);
  const status = index.best(page.statusKey, []);
  const finding = titled ?? (page.speaking ? status : null);
  if (finding !== null) {
    const quality = finding.quality < 1 ? fuzzyShare(finding.quality) : 1;
    return { page, finding, weight: full * quality * (titled !== null && status !== null ? 1.15 : 1) };
  }
  const bare = page.major === null ? null : index.bareStatus(page.major);
  return bare === null ? null : { page, finding: bare, weight: full * weights.PAGE_WITHOUT_SUBSTATUS };
}

/** A phrase of which half is there is as good as none. */
function fuzzyShare(quality: number): number {
  return Math.max(0, (quality - weights.FUZZY_FROM) / (1 - weights.FUZZY_FROM));
}

function placeFactor(channel: Channel, wanted: readonly Channel[]): number {
  if (wanted.length === 0 || wanted.includes(channel)) return 1;
  return channel === 'prose' ? weights.UNKNOWN_CHANNEL : weights.OTHER_CHANNEL;
}

/** What is shown of the findings that one proof rests on: the setting, else the longest quote of those that stand in a text. */
function shownIn(
  found: readonly Finding[],
): Pick<Evidence, 'keys' | 'said' | 'quote' | 'start' | 'end' | 'source' | 'channel'> {
  const longest = found.reduce((best, finding) => (finding.quote.length > best.quote.length ? finding : best));
  const shown = found.find(({ key }) => key.startsWith('setting:')) ?? longest;
  return {
    keys: found.map((finding) => finding.key),
    said: found.every(isAbsence),
    quote: shown.quote,
    start: shown.start,
    end: shown.end,
    source: shown.slot,
    channel: shown.channel,
  };
}

/** Sum with less for each further proof; a second signature on the same line is hardly a proof of its own. */
function total(evidence: readonly Evidence[]): number {
  const seen = new Set<string>();
  const own = evidence.map((one) => {
    const factor = seen.has(placeOf(one)) ? weights.SAME_LINE : 1;
    seen.add(placeOf(one));
    return one.weight * factor;
  });
  return own.sort((a, b) => b - a).reduce((sum, weight, rank) => sum + weight * (weights.DIMINISH[rank] ?? 0.1), 0);
}

/** Each quote once, with the strongest reason and all that was found in it. */
function distinct(evidence: readonly Evidence[]): Evidence[] {
  const byPlace = new Map<string, Evidence>();
  for (const one of evidence) {
    const place = placeOf(one);
    const known = byPlace.get(place);
    byPlace.set(place, known === undefined ? one : { ...known, keys: [...new Set([...known.keys, ...one.keys])] });
  }
  return [...byPlace.values()];
}

function placeOf(one: Evidence): string {
  if (one.start !== null) return `${one.source}:${one.start}:${one.end}`;
  return one.said || one.keys.length === 0 ? one.why : one.keys.join('+');
}
