import { type Absence, SYMPTOMS, type Channel, type Symptom } from '../model/artifact.ts';
import type { Evidence, Situation } from '../model/verdict.ts';
import type { CompiledCause, Matchers } from './compile.ts';
import type { FindingIndex } from './findingIndex.ts';
import { absenceKey } from './lookedFor.ts';
import * as weights from './weights.ts';

/** What a stated absence adds to a cause that shows nothing there: the fewer causes share it, the more. */
export function absenceEvidence(entry: CompiledCause, situation: Situation, matchers: Matchers): Evidence[] {
  return statedAbsences(situation).flatMap(({ symptom, absence }) => {
    const fits = entry.cause.symptoms[symptom]?.absent ?? [];
    const alike = fits.includes(absence)
      ? 1
      : fits.some((other) => areAlike(other, absence))
        ? weights.ABSENCE_ALIKE
        : 0;
    if (alike === 0) return [];
    const rarity = -Math.log(Math.max(0.02, matchers.absenceShares.get(absenceKey(symptom, absence)) ?? 0)) / 2;
    const weight = alike * Math.min(weights.ABSENCE_MAX, Math.max(weights.ABSENCE_MIN, rarity));
    return [absent(symptom, absence, told(symptom, absence), weight)];
  });
}

/** What speaks against a cause: an absence where it leaves something, a text where it leaves nothing; weights are negative. */
export function absenceAgainst(entry: CompiledCause, situation: Situation, index: FindingIndex): Evidence[] {
  const stated = statedAbsences(situation).flatMap(({ symptom, absence }) => {
    const profile = entry.cause.symptoms[symptom];
    if (profile === undefined || profile.says.length === 0 || profile.absent.length > 0) return [];
    if (absence === 'normal' && entry.cause.kind === 'page') return [];
    const why = `it would leave something, but ${told(symptom, absence)}`;
    return [absent(symptom, absence, why, weights.ABSENCE_AGAINST)];
  });
  const texts = SYMPTOMS.flatMap((symptom) => {
    const profile = entry.cause.symptoms[symptom];
    const silent = profile !== undefined && profile.says.length === 0 && profile.absent.length > 0;
    if (!silent || situation.answered[symptom] !== 'text' || !index.hasFrom(symptom)) return [];
    const why = `it leaves nothing there, but ${WHERE[symptom]} has something`;
    return [absent(symptom, null, why, weights.TEXT_AGAINST_ABSENCE)];
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

function told(symptom: Symptom, absence: Absence): string {
  return SAID[absence](WHERE[symptom]);
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

/** Evidence without a place: a stated absence, or (absence null) that a text has something where the cause has nothing. */
function absent(symptom: Symptom, absence: Absence | null, why: string, weight: number): Evidence {
  const channel: Channel = symptom === 'ancmLog' ? 'stdoutLog' : symptom;
  return {
    keys: absence === null ? [] : [absenceKey(symptom, absence)],
    said: absence !== null,
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
