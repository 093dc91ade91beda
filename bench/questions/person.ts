import type { Absence, Symptom } from '../../src/model/artifact.ts';
import type { Cause } from '../../src/model/catalog.ts';
import type { Question } from '../../src/model/verdict.ts';
import type { Intent } from '../../src/session/intent.ts';

/** Someone who has one known problem and answers what is asked. */
export interface Person {
  /** What this person answers; never more than was asked for. */
  answer(asked: Question['ask']): Intent;
}

/**
 * A person whose app has the cause. Asked for a symptom it gives what the cause's first example with symptoms has for it,
 * else what another example has, else all that the cause says of that symptom, else the first absence that fits, else Skip.
 * Where the app runs it says if an example knows; whether it ever worked no example knows.
 */
export function personWith(cause: Cause): Person {
  const told = new Set<Symptom>();
  const platform = cause.match.find((example) => example.symptoms !== undefined && example.platform)?.platform;
  return {
    answer(asked) {
      if (asked === 'platform') return platform === undefined ? skip(asked) : { type: 'platform', platform };
      if (asked === 'history') return skip(asked);
      // Asked for the rest of the same page it looks again, at everything that is there.
      const shown = told.has(asked) ? profileOf(cause, asked) : shownFor(cause, asked);
      told.add(asked);
      if (shown === null) return skip(asked);
      return typeof shown === 'string'
        ? { type: 'paste', slot: asked, text: shown }
        : { type: 'absent', symptom: asked, absence: shown.absent };
    },
  };
}

type Shown = string | { readonly absent: Absence } | null;

function shownFor(cause: Cause, symptom: Symptom): Shown {
  for (const { symptoms, partial } of cause.match) {
    const own = partial === true ? undefined : symptoms?.[symptom];
    if (own !== undefined) return own;
  }
  return profileOf(cause, symptom);
}

function profileOf(cause: Cause, symptom: Symptom): Shown {
  const profile = cause.symptoms[symptom];
  if (profile === undefined) return null;
  if (profile.says.length > 0) return profile.says.join('\n');
  const [absent] = profile.absent;
  return absent === undefined ? null : { absent };
}

function skip(symptom: Question['ask']): Intent {
  return { type: 'skip', symptom };
}
