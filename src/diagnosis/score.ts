import { type Absence, SYMPTOMS, type Channel, type Symptom } from '../model/artifact.ts';
import type { Candidate, Evidence, Finding, Situation } from '../model/verdict.ts';
import { type CompiledCause, type CompiledPage, type CompiledSignature, type Matchers } from './compile.ts';
import { FindingIndex } from './findingIndex.ts';
import * as weights from './weights.ts';

/** A candidate before its confidence is known. */
export type Scored = Omit<Candidate, 'confidence'>;

/**
 * Scores every cause that any finding supports.
 * @returns best first; ties keep catalog order; empty when nothing supports any cause
 */
export function scoreCauses(findings: readonly Finding[], situation: Situation, matchers: Matchers): Scored[] {
  const index = new FindingIndex(findings);
  const scored = matchers.causes.flatMap((entry) => {
    const one = scoreCause(entry, index, situation, matchers);
    return one === null ? [] : [one];
  });
  return scored.sort((a, b) => b.score - a.score);
}

function scoreCause(
  entry: CompiledCause,
  index: FindingIndex,
  situation: Situation,
  matchers: Matchers,
): Scored | null {
  const values: Record<string, string> = {};
  const evidence = [
    ...entry.signatures.flatMap((signature) => signatureEvidence(signature, index, values)),
    ...bestPage(entry, index),
    ...absenceEvidence(entry, situation, matchers),
  ].sort((a, b) => b.weight - a.weight);
  if (evidence.length === 0) return null;
  const against = [
    ...entry.against
      .filter((signature) => signature.all.every((key) => index.has(key)))
      .flatMap((signature) => signatureEvidence(signature, index, {}))
      .map((one) => ({ ...one, weight: -one.weight })),
    ...absenceAgainst(entry, situation, index),
  ];
  const gained = total(evidence);
  const lost = against.reduce((sum, one) => sum + one.weight, 0);
  const platforms = entry.cause.appliesTo.platforms;
  const wrongPlatform =
    situation.platform !== null && !platforms.includes(situation.platform) ? weights.WRONG_PLATFORM : 0;
  const score = gained + lost + wrongPlatform + weights.PRIOR[entry.cause.commonness];
  return { id: entry.cause.id, kind: entry.cause.kind, score, evidence: distinct(evidence), against, values };
}

function signatureEvidence(
  signature: CompiledSignature,
  index: FindingIndex,
  values: Record<string, string>,
): Evidence[] {
  if (signature.none.some((key) => index.has(key))) return [];
  const found = signature.all.map((key) => index.best(key, signature.source.in));
  if (!found.every((finding) => finding !== null)) return [];
  for (const finding of found) Object.assign(values, finding.captures);
  const quality = Math.min(...found.map((finding) => finding.quality));
  const place = Math.max(...found.map((finding) => placeFactor(finding.channel, signature.source.in)));
  const shared = Math.max(weights.SHARED_FLOOR, 1 - weights.SHARED_FACTOR * Math.log2(signature.sharedBy));
  const full = weights.STRENGTH[signature.source.strength];
  const weight = (quality < 1 ? Math.min(full, weights.FUZZY_MAX) * fuzzyShare(quality) : full) * place * shared;
  const shown = found.reduce((best, finding) => (finding.quote.length > best.quote.length ? finding : best));
  return [
    { ...shownIn(shown), why: signature.source.why, strength: signature.source.strength, weight, pageOnly: false },
  ];
}

/** Of the pages a cause shows itself on only the best one counts: a request has one page. */
function bestPage(entry: CompiledCause, index: FindingIndex): Evidence[] {
  const full = entry.cause.kind === 'page' ? weights.PAGE_OF_PAGE : weights.PAGE_OF_CAUSE;
  const pages = entry.pages.flatMap((page) => pageEvidence(page, full, index));
  return pages.sort((a, b) => b.weight - a.weight).slice(0, 1);
}

function pageEvidence(page: CompiledPage, full: number, index: FindingIndex): Evidence[] {
  const titled = page.titleKey === null ? null : index.best(page.titleKey, []);
  const status = index.best(page.statusKey, []);
  const major = page.source.status.split('.')[0]!;
  const speaking = page.titleKey === null || !/^\d+(\.0)?$/.test(page.source.status);
  const finding = titled ?? (speaking ? status : null);
  const make = (shown: Finding, weight: number): Evidence[] => [
    {
      ...shownIn(shown),
      why: `this is what a ${page.source.status} page says`,
      strength: 'hint',
      weight,
      pageOnly: true,
    },
  ];
  if (finding !== null)
    return make(
      finding,
      full * (finding.quality < 1 ? fuzzyShare(finding.quality) : 1) * (titled !== null && status !== null ? 1.15 : 1),
    );
  const bare = speaking && page.source.status.includes('.') ? index.bareStatus(major) : null;
  return bare === null ? [] : make(bare, full * weights.PAGE_WITHOUT_SUBSTATUS);
}

function absenceEvidence(entry: CompiledCause, situation: Situation, matchers: Matchers): Evidence[] {
  return statedAbsences(situation).flatMap(({ symptom, absence }) => {
    const fits = entry.cause.symptoms[symptom]?.absent ?? [];
    const alike = fits.includes(absence)
      ? 1
      : fits.some((other) => areAlike(other, absence))
        ? weights.ABSENCE_ALIKE
        : 0;
    if (alike === 0) return [];
    const rarity = -Math.log(Math.max(0.02, matchers.absenceShare(symptom, absence))) / 2;
    const weight = alike * Math.min(weights.ABSENCE_MAX, Math.max(weights.ABSENCE_MIN, rarity));
    return [absent(symptom, said(symptom, absence), weight)];
  });
}

function absenceAgainst(entry: CompiledCause, situation: Situation, index: FindingIndex): Evidence[] {
  const stated = statedAbsences(situation).flatMap(({ symptom, absence }) => {
    const profile = entry.cause.symptoms[symptom];
    if (profile === undefined || profile.says.length === 0 || profile.absent.length > 0) return [];
    if (absence === 'normal' && entry.cause.kind === 'page') return [];
    return [absent(symptom, `it would leave something, but ${said(symptom, absence)}`, weights.ABSENCE_AGAINST)];
  });
  const texts = SYMPTOMS.flatMap((symptom) => {
    const profile = entry.cause.symptoms[symptom];
    const silent = profile !== undefined && profile.says.length === 0 && profile.absent.length > 0;
    if (!silent || situation.answered[symptom] !== 'text' || !index.hasFrom(symptom)) return [];
    return [
      absent(symptom, `it leaves nothing there, but ${WHERE[symptom]} has something`, weights.TEXT_AGAINST_ABSENCE),
    ];
  });
  return [...stated, ...texts];
}

const SAID: Readonly<Record<Absence, (where: string) => string>> = {
  'no-entry': (where) => `${where} has no entry`,
  'not-created': () => 'the log file is not created',
  empty: () => 'the log file is empty',
  normal: (where) => `${where} looks normal`,
  'cannot-connect': () => 'the browser cannot connect',
  'no-answer': () => 'the browser waits for ever',
  blank: () => 'the page is blank',
};

const WHERE: Readonly<Record<Symptom, string>> = {
  browser: 'the page',
  eventLog: 'the Application log',
  systemLog: 'the System log',
  ancmLog: "the app's log",
  iisLog: 'the IIS log',
};

function said(symptom: Symptom, absence: Absence): string {
  return SAID[absence](WHERE[symptom]);
}

/** A phrase of which half is there is as good as none. */
function fuzzyShare(quality: number): number {
  return Math.max(0, (quality - weights.FUZZY_FROM) / (1 - weights.FUZZY_FROM));
}

function statedAbsences(situation: Situation): { readonly symptom: Symptom; readonly absence: Absence }[] {
  return SYMPTOMS.flatMap((symptom) => {
    const answer = situation.answered[symptom];
    return answer === undefined || answer === 'text' || answer === 'skipped' ? [] : [{ symptom, absence: answer }];
  });
}

function areAlike(one: Absence, other: Absence): boolean {
  return (one === 'empty' && other === 'not-created') || (one === 'not-created' && other === 'empty');
}

function absent(symptom: Symptom, why: string, weight: number): Evidence {
  const channel: Channel = symptom === 'ancmLog' ? 'stdoutLog' : symptom;
  return {
    quote: '',
    start: null,
    end: null,
    source: symptom,
    channel,
    why,
    strength: 'hint',
    weight,
    pageOnly: false,
  };
}

function placeFactor(channel: Channel, wanted: readonly Channel[]): number {
  if (wanted.length === 0 || wanted.includes(channel)) return 1;
  return channel === 'prose' ? weights.UNKNOWN_CHANNEL : weights.OTHER_CHANNEL;
}

function shownIn(finding: Finding): Pick<Evidence, 'quote' | 'start' | 'end' | 'source' | 'channel'> {
  return {
    quote: finding.quote,
    start: finding.start,
    end: finding.end,
    source: finding.slot,
    channel: finding.channel,
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

/** Each quote once, with the strongest reason. */
function distinct(evidence: readonly Evidence[]): Evidence[] {
  const seen = new Set<string>();
  return evidence.filter((one) => !seen.has(placeOf(one)) && seen.add(placeOf(one)));
}

function placeOf(one: Evidence): string {
  return one.start === null ? one.why : `${one.source}:${one.start}:${one.end}`;
}
