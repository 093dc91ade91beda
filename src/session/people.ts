import { createHash } from 'node:crypto';
import { ACTED_MAX } from './limits.ts';
import type { CaseState, SessionRecord, Who } from './record.ts';

/** Who speaks in a shared chat. */
export interface Person extends Who {
  /** As the channel gives it. */
  readonly id: string;
}

/** Longest name that is kept, in UTF-16 units. */
const NAME_MAX = 24;
/** Longest id of a person that a client can be told again; a longer one is no id of Teams. */
const ID_MAX = 120;

/**
 * A person as the record knows them.
 * @param name what the channel shows; blank or missing: "Somebody"
 */
export function personOf(id: string, name: string | undefined): Person {
  const key = createHash('sha256').update(id).digest('base64url').slice(0, 10);
  return { id, key, name: shortName(name ?? '') };
}

/** What of a person is kept beside an outcome. */
export function whoOf({ key, name }: Who): Who {
  return { key, name };
}

/** Notes that a person changed something in the case, the newest last. */
export function withActor(state: CaseState, person: Person): CaseState {
  if (person.id.length > ID_MAX || state.acted.at(-1) === person.id) return state;
  return { ...state, acted: [...state.acted.filter((id) => id !== person.id), person.id].slice(-ACTED_MAX) };
}

/** Takes the name of a person and everything that leads to them out of the record; what they did stays done. */
export function withoutNames(record: SessionRecord, { id, key }: Person): SessionRecord {
  const { case: state } = record;
  const others = (keys: readonly string[]): readonly string[] => keys.filter((one) => one !== key);
  const marks = Object.entries(state.marks).map(([step, mark]) => [
    step,
    mark.who?.key === key ? { ...mark, who: null } : mark,
  ]);
  return {
    ...record,
    apart: others(record.apart),
    case: {
      ...state,
      marks: Object.fromEntries(marks),
      claims: Object.fromEntries(Object.entries(state.claims).filter(([, { who }]) => who.key !== key)),
      acted: state.acted.filter((one) => one !== id),
      openedBy: state.openedBy?.key === key ? null : state.openedBy,
      askedToJoin: others(state.askedToJoin),
      joined: others(state.joined),
    },
  };
}

// Control and direction signs: a name must not turn the line around it.
const SIGNS = /[\p{Cc}\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu;

/** Never splits a surrogate pair. */
function shortName(name: string): string {
  const bare = name.slice(0, 200).replace(SIGNS, '').replace(/\s+/g, ' ').trim();
  if (bare === '') return 'Somebody';
  return bare.length <= NAME_MAX
    ? bare
    : `${Array.from(bare.slice(0, NAME_MAX - 3))
        .join('')
        .replace(/\p{Surrogate}/gu, '')
        .trimEnd()}...`;
}
