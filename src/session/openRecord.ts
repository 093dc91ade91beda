import { newRecord, RECORD_SCHEMA, type CaseState, type SessionRecord } from './record.ts';

/** How long what was said counts. */
export interface Keep {
  /** Evidence (findings, answers) older than this is forgotten, in milliseconds. */
  readonly evidenceMs: number;
  /** A step list nobody touched for this long is forgotten, in milliseconds. */
  readonly stepsMs: number;
}

/**
 * Opens what storage holds. What is not a record of this release is started over; evidence that is too old is forgotten.
 * @param stored plain JSON, untrusted in shape; null: nobody has spoken here
 * @param caseId id for a new case
 */
export function openRecord(stored: unknown, caseId: string, now: number, keep: Keep): SessionRecord {
  if (!isRecord(stored)) return newRecord(caseId, now);
  const age = now - stored.case.changedAt;
  if (age > keep.stepsMs)
    return { ...newRecord(caseId, now), recent: stored.recent, turns: stored.turns, welcomed: stored.welcomed };
  return age > keep.evidenceMs ? { ...stored, case: withoutEvidence(stored.case) } : stored;
}

function withoutEvidence(state: CaseState): CaseState {
  return { ...state, findings: [], read: [], answers: {}, tail: null, secrets: [] };
}

function isRecord(stored: unknown): stored is SessionRecord {
  if (!isObject(stored) || stored.schema !== RECORD_SCHEMA) return false;
  const { case: kept, cursors, recent, turns } = stored;
  return isObject(kept) && isObject(cursors) && Array.isArray(recent) && typeof turns === 'number' && isCase(kept);
}

function isCase(kept: Record<string, unknown>): boolean {
  const lists = ['findings', 'read', 'rejected', 'switchedOn', 'secrets'].every((name) => Array.isArray(kept[name]));
  return (
    lists &&
    typeof kept.id === 'string' &&
    typeof kept.revision === 'number' &&
    typeof kept.changedAt === 'number' &&
    isObject(kept.outcomes) &&
    isObject(kept.answers)
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
