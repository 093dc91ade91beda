import { canonicalCode } from '../intake/signs/canonicalCode.ts';
import type { Absence, Symptom } from '../model/artifact.ts';
import type { Matcher } from '../model/catalog.ts';
import { compilePattern, type Pattern } from './pattern.ts';
import type { Said } from './said.ts';

/** Everything that a catalog looks for, each thing once; whoever adds one gets the key of its findings. */
export class LookedFor {
  /** Every key of a finding that some cause looks for, also to rule itself out. What is not among them changes no verdict. */
  readonly keys = new Set<string>();
  /** By key; of texts that differ in the names of their gaps alone the last counts. */
  readonly patterns = new Map<string, Pattern>();
  /** Pattern key -> further keys it stands for. */
  readonly meanings = new Map<string, string[]>();
  readonly said = new Map<string, Said>();
  /** By a part of the source's name, then by id; null: any event of the source. */
  readonly events = new Map<string, Map<number | null, string>>();
  /** By text as it is written: many causes share one. */
  private readonly compiled = new Map<string, Pattern>();

  /** @returns key of a matcher of a signature */
  matcher(matcher: Matcher): string {
    const key = this.keyOf(matcher);
    this.keys.add(key);
    return key;
  }

  /** @returns key of the title of a page */
  title(title: string): string {
    const key = this.text(title);
    this.keys.add(key);
    return key;
  }

  /** @param meaning further key that the text stands for */
  meaning(text: string, meaning: string): void {
    const key = this.text(text);
    const known = this.meanings.get(key);
    if (known === undefined) this.meanings.set(key, [meaning]);
    else known.push(meaning);
    this.keys.add(meaning);
  }

  private keyOf(matcher: Matcher): string {
    if ('text' in matcher) return this.text(matcher.text);
    if ('code' in matcher) return `code:${canonicalCode(matcher.code) ?? matcher.code}`;
    if ('status' in matcher) return `status:${matcher.status}`;
    if ('exception' in matcher) return `exception:${shortName(matcher.exception)}`;
    if ('event' in matcher) return this.event(matcher.event, matcher.id);
    if ('statement' in matcher) return `statement:${matcher.statement}`;
    if ('said' in matcher) return this.concepts(matcher.said);
    if ('setting' in matcher) return `setting:${matcher.setting}`;
    return absenceKey(matcher.of, matcher.absent);
  }

  private text(text: string): string {
    let pattern = this.compiled.get(text);
    if (pattern === undefined) this.compiled.set(text, (pattern = compilePattern(text)));
    this.patterns.set(pattern.key, pattern);
    return pattern.key;
  }

  private concepts(concepts: readonly string[]): string {
    const key = `said:${concepts.toSorted().join('+')}`;
    this.said.set(key, { key, concepts });
    return key;
  }

  private event(name: string, id?: number): string {
    const source = name.toLowerCase();
    // Without id it is the source alone.
    const key = `event:${source}${id === undefined ? '' : `#${id}`}`;
    const keys = this.events.get(source) ?? new Map<number | null, string>();
    this.events.set(source, keys.set(id ?? null, key));
    return key;
  }
}

/** `System.IO.FileNotFoundException` and `FileNotFoundException` are one. */
export function shortName(exception: string): string {
  return exception.slice(exception.lastIndexOf('.') + 1).toLowerCase();
}

/** Key of the finding for a stated absence. */
export function absenceKey(symptom: Symptom, absence: Absence): string {
  return `absent:${symptom}:${absence}`;
}
