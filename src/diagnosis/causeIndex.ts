import { SYMPTOMS } from '../model/artifact.ts';
import type { Situation } from '../model/verdict.ts';
import type { CompiledCause, CompiledSignature } from './compile.ts';

/** A cause that something may speak for. */
export interface Touched {
  readonly entry: CompiledCause;
  /** Those of its signatures whose first key was found, in catalog order. */
  readonly signatures: readonly CompiledSignature[];
}

/** Which causes a finding can speak for, and by which signatures: only these are looked at, however many there are. */
export class CauseIndex {
  private readonly causes: readonly CompiledCause[];
  /** Key of a finding -> signatures that ask for it first. */
  private readonly asking = new Map<string, { readonly place: number; readonly signature: number }[]>();
  /** Key of a finding -> places in `causes` of those that show themselves on such a page. */
  private readonly shownOn = new Map<string, number[]>();
  /** `symptom` -> places of the causes that leave nothing there. */
  private readonly silentAt = new Map<string, number[]>();

  /** @param causes in catalog order */
  constructor(causes: readonly CompiledCause[]) {
    this.causes = causes;
    for (const [place, entry] of causes.entries()) {
      // A signature counts when all its keys are found, so one of them is enough here.
      for (const [signature, { all }] of entry.signatures.entries()) add(this.asking, all[0]!, { place, signature });
      for (const key of new Set(pageKeys(entry))) add(this.shownOn, key, place);
      for (const symptom of SYMPTOMS)
        if ((entry.cause.symptoms[symptom]?.absent.length ?? 0) > 0) add(this.silentAt, symptom, place);
    }
  }

  /** @returns every cause that has evidence, and maybe some that have none; in catalog order */
  touchedBy(keys: Iterable<string>, situation: Situation): Touched[] {
    const touched = new Map<number, number[]>();
    const touch = (place: number): number[] => {
      let signatures = touched.get(place);
      if (signatures === undefined) touched.set(place, (signatures = []));
      return signatures;
    };
    for (const key of keys) {
      for (const { place, signature } of this.asking.get(key) ?? []) touch(place).push(signature);
      for (const place of this.shownOn.get(key) ?? []) touch(place);
    }
    for (const symptom of SYMPTOMS) {
      const answer = situation.answered[symptom];
      if (answer === undefined || answer === 'text' || answer === 'skipped') continue;
      for (const place of this.silentAt.get(symptom) ?? []) touch(place);
    }
    return [...touched]
      .sort(([one], [other]) => one - other)
      .map(([place, signatures]) => {
        const entry = this.causes[place]!;
        return { entry, signatures: signatures.sort((a, b) => a - b).map((number) => entry.signatures[number]!) };
      });
  }
}

/** A page counts by its title or its status. */
function pageKeys({ pages }: CompiledCause): string[] {
  return pages.flatMap(({ titleKey, statusKey }) => [
    ...(titleKey === null ? [] : [titleKey]),
    statusKey,
    // "502" where the page is 502.5.
    statusKey.split('.')[0]!,
  ]);
}

function add<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}
