import { canonicalCode } from '../intake/signs/canonicalCode.ts';
import { type Absence, SYMPTOMS, type Symptom } from '../model/artifact.ts';
import type { Catalog, Cause, Matcher, PageSign, Signature } from '../model/catalog.ts';
import { CauseIndex } from './causeIndex.ts';
import { type ConceptIndex, indexConcepts } from './concepts.ts';
import { CutIndex } from './cutIndex.ts';
import { compilePattern, type Pattern } from './pattern.ts';
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
  const patterns = new Map<string, Pattern>();
  const meanings = new Map<string, string[]>();
  const textKey = (text: string, meaning?: string): string => {
    const pattern = compilePattern(text);
    patterns.set(pattern.key, pattern);
    if (meaning !== undefined) meanings.set(pattern.key, [...(meanings.get(pattern.key) ?? []), meaning]);
    return pattern.key;
  };
  const live = catalog.causes.filter((cause) => cause.status !== 'retired');
  const keyed = live.map((cause) => ({
    cause,
    signatures: cause.signatures.map((signature) => keysOf(signature, textKey)),
    against: cause.against.map((signature) => keysOf(signature, textKey)),
    pages: cause.pages.map((page) => {
      const titleKey = page.title === undefined ? null : textKey(page.title);
      const speaking = titleKey === null || !/^\d+(\.0)?$/.test(page.status);
      const [major, substatus] = page.status.split('.');
      return {
        source: page,
        statusKey: `status:${page.status}`,
        titleKey,
        speaking,
        major: speaking && substatus !== undefined ? major! : null,
      };
    }),
  }));
  for (const statement of catalog.vocabulary.statements) {
    for (const phrase of statement.phrases) {
      textKey(phrase, `statement:${statement.id}`);
      if (statement.absent !== undefined) textKey(phrase, absenceKey(statement.absent.of, statement.absent.condition));
    }
  }
  for (const foreign of catalog.vocabulary.foreign)
    for (const [rank, marker] of foreign.markers.entries()) textKey(marker, `foreign:${foreign.id}:${rank}`);
  for (const word of catalog.vocabulary.field) textKey(word, 'field');
  const shares = shareCounts(
    keyed.flatMap((entry) => entry.signatures.map((signature) => ({ id: entry.cause.id, signature }))),
  );
  const causes = keyed.map((entry): CompiledCause => {
    return {
      cause: entry.cause,
      pages: entry.pages,
      signatures: withShares(entry.signatures, shares),
      against: withShares(entry.against, shares),
    };
  });
  const distinct = [...patterns.values()];
  return {
    catalog,
    causes,
    byId: new Map(causes.map((entry) => [entry.cause.id, entry])),
    causeIndex: new CauseIndex(causes),
    patterns: distinct,
    patternIndex: new PatternIndex(distinct),
    cutIndex: new CutIndex(distinct),
    meanings,
    titles: titlesOf(causes),
    events: eventMatchers(live),
    said: saidMatchers(live),
    concepts: indexConcepts(catalog.vocabulary.concepts),
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

/** Key of the finding for a stated absence. */
export function absenceKey(symptom: Symptom, absence: Absence): string {
  return `absent:${symptom}:${absence}`;
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

type KeyedSignature = Omit<CompiledSignature, 'sharedBy'>;

function keysOf(signature: Signature, textKey: (text: string) => string): KeyedSignature {
  const key = (matcher: Matcher): string => matcherKey(matcher, textKey);
  return { source: signature, all: signature.all.map(key), none: signature.none.map(key) };
}

function matcherKey(matcher: Matcher, textKey: (text: string) => string): string {
  if ('text' in matcher) return textKey(matcher.text);
  if ('code' in matcher) return `code:${canonicalCode(matcher.code) ?? matcher.code}`;
  if ('status' in matcher) return `status:${matcher.status}`;
  if ('exception' in matcher) return `exception:${shortName(matcher.exception)}`;
  if ('event' in matcher) return eventKey(matcher.event, matcher.id);
  if ('statement' in matcher) return `statement:${matcher.statement}`;
  if ('said' in matcher) return saidKey(matcher.said);
  if ('setting' in matcher) return `setting:${matcher.setting}`;
  return absenceKey(matcher.of, matcher.absent);
}

/** `System.IO.FileNotFoundException` and `FileNotFoundException` are one. */
export function shortName(exception: string): string {
  return exception.slice(exception.lastIndexOf('.') + 1).toLowerCase();
}

/** Key of an event matcher; without id it is the source alone. */
function eventKey(source: string, id?: number): string {
  return `event:${source.toLowerCase()}${id === undefined ? '' : `#${id}`}`;
}

function withShares(list: readonly KeyedSignature[], shares: ReadonlyMap<string, number>): CompiledSignature[] {
  return list.map((signature) => ({ ...signature, sharedBy: shares.get(shareKey(signature)) ?? 1 }));
}

function saidKey(concepts: readonly string[]): string {
  return `said:${[...concepts].sort().join('+')}`;
}

function saidMatchers(causes: readonly Cause[]): Said[] {
  const said = new Map<string, Said>();
  for (const matcher of matchersOf(causes))
    if ('said' in matcher) said.set(saidKey(matcher.said), { key: saidKey(matcher.said), concepts: matcher.said });
  return [...said.values()];
}

function matchersOf(causes: readonly Cause[]): Matcher[] {
  return causes.flatMap((cause) => [...cause.signatures, ...cause.against].flatMap((one) => [...one.all, ...one.none]));
}

function eventMatchers(causes: readonly Cause[]): Matchers['events'] {
  const events = new Map<string, Map<number | null, string>>();
  for (const matcher of matchersOf(causes)) {
    if (!('event' in matcher)) continue;
    const source = matcher.event.toLowerCase();
    const keys = events.get(source) ?? new Map<number | null, string>();
    events.set(source, keys.set(matcher.id ?? null, eventKey(matcher.event, matcher.id)));
  }
  return events;
}

function shareKey(signature: KeyedSignature): string {
  return [...signature.all].sort().join('+');
}

function shareCounts(
  entries: readonly { readonly id: string; readonly signature: KeyedSignature }[],
): Map<string, number> {
  const holders = new Map<string, Set<string>>();
  for (const { id, signature } of entries) {
    const key = shareKey(signature);
    holders.set(key, (holders.get(key) ?? new Set()).add(id));
  }
  return new Map([...holders].map(([key, ids]) => [key, ids.size]));
}
