import { SYMPTOMS } from '../model/artifact.ts';
import type { Catalog, Cause, PageSign, Signature } from '../model/catalog.ts';
import { CauseIndex } from './causeIndex.ts';
import { type ConceptIndex, indexConcepts } from './concepts.ts';
import { CutIndex } from './cutIndex.ts';
import { absenceKey, LookedFor } from './lookedFor.ts';
import type { Pattern } from './pattern.ts';
import { PatternIndex } from './patternIndex.ts';
import type { Said } from './said.ts';

/** A signature whose matchers are keys of findings. */
export interface CompiledSignature {
  readonly source: Signature;
  readonly all: readonly string[];
  readonly none: readonly string[];
  /** How many causes have this very combination. At least 1. */
  readonly sharedBy: number;
}

export interface CompiledPage {
  readonly source: PageSign;
  readonly statusKey: string;
  /** null when the page has no title of its own. */
  readonly titleKey: string | null;
  /** True when its status alone says that it is this page: no bare "500" of a page that has a title. */
  readonly speaking: boolean;
  /** "502" of 502.5, when that says something; null: it has no substatus, or does not speak. */
  readonly major: string | null;
}

export interface CompiledCause {
  readonly cause: Cause;
  readonly signatures: readonly CompiledSignature[];
  readonly against: readonly CompiledSignature[];
  readonly pages: readonly CompiledPage[];
}

/** The catalog, ready to be matched. Built once at start. */
export interface Matchers {
  readonly catalog: Catalog;
  readonly causes: readonly CompiledCause[];
  readonly byId: ReadonlyMap<string, CompiledCause>;
  readonly causeIndex: CauseIndex;
  /** Every text that is looked for, each once. */
  readonly patterns: readonly Pattern[];
  readonly patternIndex: PatternIndex;
  readonly cutIndex: CutIndex;
  /** Pattern key -> further keys it stands for: `statement:...`, `absent:...`, `foreign:<id>:<rank>`, `field`. */
  readonly meanings: ReadonlyMap<string, readonly string[]>;
  /** Every key that some cause looks for; a finding with another one changes no verdict. */
  readonly known: ReadonlySet<string>;
  /** Keys of the headings of pages, and of the texts of page entries: all that is only shown. */
  readonly titles: ReadonlySet<string>;
  /** Keys of the event matchers: by a part of the source's name, then by id; null: any event of the source. */
  readonly events: ReadonlyMap<string, ReadonlyMap<number | null, string>>;
  /** What signatures look for in the person's own words. */
  readonly said: readonly Said[];
  readonly concepts: ConceptIndex;
  /** Share of causes that list an absence of a symptom, 0..1, by `absenceKey`; 0 for one that is not in it. */
  readonly absenceShares: ReadonlyMap<string, number>;
}

/**
 * Compiles a checked catalog.
 * @throws never for a catalog that passed its checks
 */
export function compileMatchers(catalog: Catalog): Matchers {
  const wanted = new LookedFor();
  const live = catalog.causes.filter((cause) => cause.status !== 'retired');
  const keyed = live.map((cause) => ({
    cause,
    signatures: cause.signatures.map((signature) => keysOf(signature, wanted)),
    against: cause.against.map((signature) => keysOf(signature, wanted)),
    pages: cause.pages.map((page) => compilePage(page, wanted)),
  }));
  const { statements, foreign, field, concepts } = catalog.vocabulary;
  for (const { id, phrases, absent } of statements) {
    for (const phrase of phrases) {
      wanted.meaning(phrase, `statement:${id}`);
      if (absent !== undefined) wanted.meaning(phrase, absenceKey(absent.of, absent.condition));
    }
  }
  for (const { id, markers } of foreign)
    for (const [rank, marker] of markers.entries()) wanted.meaning(marker, `foreign:${id}:${rank}`);
  for (const word of field) wanted.meaning(word, 'field');
  const shares = shareCounts(keyed);
  const causes = keyed.map(({ cause, signatures, against, pages }) => ({
    cause,
    pages,
    signatures: withShares(signatures, shares),
    against: withShares(against, shares),
  }));
  const patterns = [...wanted.patterns.values()];
  return {
    catalog,
    causes,
    byId: new Map(causes.map((entry) => [entry.cause.id, entry])),
    causeIndex: new CauseIndex(causes),
    patterns,
    patternIndex: new PatternIndex(patterns),
    cutIndex: new CutIndex(patterns),
    meanings: wanted.meanings,
    known: wanted.keys,
    titles: titlesOf(causes),
    events: wanted.events,
    said: [...wanted.said.values()],
    concepts: indexConcepts(concepts),
    absenceShares: absenceShares(live),
  };
}

function titlesOf(causes: readonly CompiledCause[]): Set<string> {
  return new Set(
    causes.flatMap(({ cause, pages, signatures }) => [
      ...pages.flatMap(({ titleKey }) => titleKey ?? []),
      ...(cause.kind === 'page' ? signatures.flatMap(({ all }) => all.filter((key) => key.startsWith('text:'))) : []),
    ]),
  );
}

function absenceShares(causes: readonly Cause[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { symptoms } of causes)
    for (const symptom of SYMPTOMS)
      for (const absence of new Set(symptoms[symptom]?.absent)) {
        const key = absenceKey(symptom, absence);
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
  return new Map([...counts].map(([key, count]) => [key, count / causes.length]));
}

/** A signature before it is known how many causes share it. */
interface KeyedSignature extends Omit<CompiledSignature, 'sharedBy'> {
  /** The same for the same combination, in whatever order. */
  readonly combination: string;
}

function keysOf(source: Signature, wanted: LookedFor): KeyedSignature {
  const all = source.all.map((one) => wanted.matcher(one));
  const none = source.none.map((one) => wanted.matcher(one));
  return { source, all, none, combination: all.toSorted().join('+') };
}

function compilePage(source: PageSign, wanted: LookedFor): CompiledPage {
  const titleKey = source.title === undefined ? null : wanted.title(source.title);
  const speaking = titleKey === null || !/^\d+(\.0)?$/.test(source.status);
  const [major, substatus] = source.status.split('.');
  return {
    source,
    statusKey: `status:${source.status}`,
    titleKey,
    speaking,
    major: speaking && substatus !== undefined ? major! : null,
  };
}

/** By combination: how many causes have it. */
function shareCounts(causes: readonly { readonly signatures: readonly KeyedSignature[] }[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { signatures } of causes)
    for (const combination of new Set(signatures.map((signature) => signature.combination)))
      counts.set(combination, (counts.get(combination) ?? 0) + 1);
  return counts;
}

function withShares(list: readonly KeyedSignature[], shares: ReadonlyMap<string, number>): CompiledSignature[] {
  return list.map(({ source, all, none, combination }) => ({
    source,
    all,
    none,
    sharedBy: shares.get(combination) ?? 1,
  }));
}
