import type { Matcher, Signature } from '../model/catalog.ts';
import type { RawMatcher, RawSignature } from './rawTypes.ts';

/**
 * Turns a signature as written into its full form: a matcher at the top level becomes a list of one; lists left out are empty.
 * @param raw valid against signature.schema.json
 * @throws TypeError when a matcher has none of the known keys, which the schema rules out
 */
export function normaliseSignature(raw: RawSignature): Signature {
  return {
    all: (raw.all ?? [raw]).map(normaliseMatcher),
    none: (raw.none ?? []).map(normaliseMatcher),
    in: raw.in ?? [],
    strength: raw.strength,
    why: raw.why,
  };
}

function normaliseMatcher(raw: RawMatcher): Matcher {
  if (raw.text !== undefined) return { text: raw.text };
  if (raw.code !== undefined) return { code: raw.code };
  if (raw.status !== undefined) return { status: raw.status };
  if (raw.exception !== undefined) return { exception: raw.exception };
  if (raw.event !== undefined) return raw.id === undefined ? { event: raw.event } : { event: raw.event, id: raw.id };
  if (raw.statement !== undefined) return { statement: raw.statement };
  if (raw.setting !== undefined) return { setting: raw.setting };
  if (raw.said !== undefined) return { said: raw.said };
  if (raw.absent !== undefined && raw.of !== undefined) return { absent: raw.absent, of: raw.of };
  throw new TypeError(`a matcher has none of the known keys: ${JSON.stringify(raw)}`);
}
