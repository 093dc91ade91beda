import { CLAIM_MS, TAIL_MS } from './limits.ts';
import { migrate } from './migrate.ts';
import { emptied, newRecord, type CaseState, type Cursor, type SessionRecord } from './record.ts';
import { knownDeliveries } from './recent.ts';
import { isRecord } from './recordShape.ts';

/** How long what was said counts. */
export interface Keep {
  /** Evidence older than this is forgotten, in milliseconds. */
  readonly evidenceMs: number;
  /** A case nobody touched for this long is forgotten, in milliseconds. */
  readonly stepsMs: number;
}

/**
 * Opens what storage holds. A record of an earlier release is brought up to this one, what is no record is started over;
 * what is too old is forgotten.
 * @param found  plain JSON, untrusted in shape; null: nobody has spoken here
 * @param caseId id for a new case
 */
export function openRecord(found: unknown, caseId: string, now: number, keep: Keep): SessionRecord {
  const stored = migrate(found);
  if (!isRecord(stored)) return newRecord(caseId, now);
  const recent = knownDeliveries(stored.recent, now);
  if (now - stored.case.changedAt > keep.stepsMs) return emptied({ ...stored, recent }, caseId, now);
  return { ...stored, recent, case: fresh(stored.case, now, keep), cursors: withPlace(stored.cursors) };
}

function fresh(state: CaseState, now: number, keep: Keep): CaseState {
  const tail = state.tail !== null && now - state.tail.at > TAIL_MS ? null : state.tail;
  const young = <T extends { readonly at: number }>(list: readonly T[]): readonly T[] =>
    list.filter((one) => now - one.at <= keep.evidenceMs);
  const findings = young(state.findings);
  const answers = now - state.changedAt > keep.evidenceMs ? {} : state.answers;
  const claims = Object.fromEntries(Object.entries(state.claims).filter(([, { at }]) => now - at < CLAIM_MS));
  return { ...state, tail, answers, findings, claims, read: young(state.read) };
}

/** A cursor of another shape is a person whose place is not known. */
function withPlace(cursors: Readonly<Record<string, Cursor>>): Readonly<Record<string, Cursor>> {
  return Object.fromEntries(
    Object.entries(cursors).filter(([, cursor]) => Array.isArray(cursor?.dialogs) && typeof cursor.at === 'number'),
  );
}
