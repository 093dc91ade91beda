import { ABSENCES, type Channel, type Symptom } from '../model/artifact.ts';
import type { Strength } from '../model/catalog.ts';
import type { CompiledCause, CompiledSignature } from './compile.ts';
import { symptomOf } from './findingIndex.ts';
import { foldPattern } from './fold.ts';

/**
 * What a person with this cause is expected to answer when asked for a symptom:
 * `names`: a message that names the cause; `text`: a message that fits it among others;
 * an absence ("no-entry"): nothing is there; `nothing`: the catalog does not say.
 */
export type Expected = 'names' | 'text' | 'nothing' | (typeof ABSENCES)[number];

const NAMING: readonly Strength[] = ['decisive', 'strong'];
/** A text that more causes than this share names none of them. */
const SHARED_MAX = 2;

const known = new WeakMap<CompiledCause, Map<Symptom, Expected>>();

/** Worked out once for a cause of a compiled catalog. */
export function expectedAnswer(symptom: Symptom, entry: CompiledCause): Expected {
  const answers = known.get(entry) ?? new Map<Symptom, Expected>();
  known.set(entry, answers);
  const before = answers.get(symptom);
  if (before !== undefined) return before;
  const answer = workOut(symptom, entry);
  answers.set(symptom, answer);
  return answer;
}

function workOut(symptom: Symptom, entry: CompiledCause): Expected {
  const profile = entry.cause.symptoms[symptom];
  const says = profile?.says ?? [];
  const absent = ABSENCES.find((one) => profile?.absent.includes(one) === true);
  if (says.length === 0 && absent !== undefined) return absent;
  const folded = says.map(foldPattern);
  const shown = entry.signatures.filter((signature) => showsIn(symptom, signature, folded));
  if (shown.some((one) => NAMING.includes(one.source.strength) && one.sharedBy <= SHARED_MAX)) return 'names';
  return shown.length > 0 || says.length > 0 ? 'text' : (absent ?? 'nothing');
}

/** A signature shows in a symptom when the symptom is said to hold its words, or when it is looked for there alone. */
function showsIn(symptom: Symptom, { source }: CompiledSignature, says: readonly string[]): boolean {
  const there = source.in.some((channel: Channel) => symptomOf(channel) === symptom);
  if (there && source.in.every((channel) => symptomOf(channel) === symptom)) return true;
  if (!there && source.in.length > 0) return false;
  const texts = source.all.flatMap((matcher) =>
    'text' in matcher ? [matcher.text] : 'code' in matcher ? [matcher.code] : [],
  );
  return texts.length > 0 && says.some((one) => texts.every((text) => holds(one, text)));
}

/** The parts between the gaps, in any order: what a symptom "says" is short and written by hand. */
function holds(said: string, text: string): boolean {
  return text.split(/\{[a-zA-Z]+\}/).every((part) => said.includes(foldPattern(part).trim()));
}
