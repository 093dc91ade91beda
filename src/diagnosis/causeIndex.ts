import { SYMPTOMS } from '../model/artifact.ts';
import type { Situation } from '../model/verdict.ts';
import type { CompiledCause } from './compile.ts';

/** Which causes a finding can speak for: only these are scored, however many there are. */
export class CauseIndex {
  private readonly causes: readonly CompiledCause[];
  /** Key of a finding -> places in `causes`. */
  private readonly placesOf = new Map<string, number[]>();
  /** `symptom` -> places of the causes that leave nothing there. */
  private readonly silentAt = new Map<string, number[]>();

  /** @param causes in catalog order */
  constructor(causes: readonly CompiledCause[]) {
    this.causes = causes;
    for (const [place, entry] of causes.entries()) {
      for (const key of new Set(supportingKeys(entry))) add(this.placesOf, key, place);
      for (const symptom of SYMPTOMS)
        if ((entry.cause.symptoms[symptom]?.absent.length ?? 0) > 0) add(this.silentAt, symptom, place);
    }
  }

  /** @returns every cause that has evidence, and maybe some that have none; in catalog order */
  touchedBy(keys: Iterable<string>, situation: Situation): CompiledCause[] {
    const touched = new Set<number>();
    for (const key of keys) for (const place of this.placesOf.get(key) ?? []) touched.add(place);
    for (const symptom of SYMPTOMS) {
      const answer = situation.answered[symptom];
      if (answer === undefined || answer === 'text' || answer === 'skipped') continue;
      for (const place of this.silentAt.get(symptom) ?? []) touched.add(place);
    }
    return [...touched].sort((a, b) => a - b).map((place) => this.causes[place]!);
  }
}

/** A signature counts when all its keys are found, so the first of them is enough here; a page by its title or status. */
function supportingKeys({ signatures, pages }: CompiledCause): string[] {
  return [
    ...signatures.map((signature) => signature.all[0]!),
    ...pages.flatMap(({ titleKey, statusKey }) => [
      ...(titleKey === null ? [] : [titleKey]),
      statusKey,
      // "502" where the page is 502.5.
      statusKey.split('.')[0]!,
    ]),
  ];
}

function add(map: Map<string, number[]>, key: string, place: number): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [place]);
  else known.push(place);
}
