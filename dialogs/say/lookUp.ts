import type { Cause, Family, Procedure } from '../../src/model/catalog.ts';
import type { Turn } from '../turn.ts';

/** null for an id the catalog does not have. */
export function causeOf(turn: Turn, id: string): Cause | null {
  return turn.engine.catalog.causes.find((one) => one.id === id) ?? null;
}

/** null for an id the catalog does not have. */
export function procedureOf(turn: Turn, id: string): Procedure | null {
  return turn.engine.catalog.procedures.find((one) => one.id === id) ?? null;
}

/** The family that all of these belong to; null when there is none. */
export function familyOf(turn: Turn, ids: readonly string[]): Family | null {
  return turn.engine.catalog.families.find(({ members }) => ids.every((id) => members.includes(id))) ?? null;
}
