import { HostmedicError } from '../model/errors.ts';
import type { SqliteDatabase } from './sqliteDatabase.ts';

/** What can be asked of a database from another thread. */
export type CallName = Exclude<keyof SqliteDatabase, 'together' | 'close'>;
export type CallResult<Name extends CallName> = ReturnType<SqliteDatabase[Name]>;

/** Plain data, as it goes from one thread to another. */
export interface Call<Name extends CallName = CallName> {
  readonly id: number;
  readonly name: Name;
  readonly args: Parameters<SqliteDatabase[Name]>;
}

export interface Answer {
  readonly id: number;
  readonly value?: unknown;
  /** Left out: it went well. */
  readonly fault?: Fault;
}

/** A HostmedicError as plain data. */
export interface Fault {
  readonly code: HostmedicError['code'];
  readonly message: string;
}

/** Small writes, which wait for the disk once when they come together. */
const GROUPED: readonly CallName[] = ['commit', 'delete', 'putRowAside', 'countOutcome'];
const READING: readonly CallName[] = ['load', 'due', 'listOutcomes'];

/**
 * Runs calls that came at the same time, in no promised order: what reads first, then the small writes as one, then the rest.
 * When the one write fails each of its calls is run alone, so that nobody pays for the fault of another; not when another
 * process had the lock all the time, which each of them would wait for again.
 * @param tell called once for each call, after the disk has it
 */
export function runCalls(database: SqliteDatabase, calls: readonly Call[], tell: (answers: Answer[]) => void): void {
  const reads = calls.filter(({ name }) => READING.includes(name));
  if (reads.length > 0) tell(reads.map((call) => answerTo(call, database)));
  const writes = calls.filter(({ name }) => GROUPED.includes(name));
  if (writes.length > 0) tell(runTogether(database, writes));
  for (const call of calls)
    if (!READING.includes(call.name) && !GROUPED.includes(call.name)) tell([answerTo(call, database)]);
}

function runTogether(database: SqliteDatabase, calls: readonly Call[]): Answer[] {
  if (calls.length > 1) {
    try {
      let answers: Answer[] = [];
      database.together(() => {
        answers = calls.map((call) => ({ id: call.id, value: valueOf(call, database) }));
      });
      return answers;
    } catch (error) {
      if (error instanceof Error && isLocked(error)) return calls.map(({ id }) => ({ id, fault: faultOf(error) }));
    }
  }
  return calls.map((call) => answerTo(call, database));
}

function answerTo(call: Call, database: SqliteDatabase): Answer {
  try {
    return { id: call.id, value: valueOf(call, database) };
  } catch (error) {
    return { id: call.id, fault: faultOf(error) };
  }
}

/** @throws what the call throws */
export function valueOf<Name extends CallName>(
  { name, args }: Pick<Call<Name>, 'name' | 'args'>,
  database: SqliteDatabase,
): CallResult<Name> {
  const method = database[name] as (...args: Call<Name>['args']) => CallResult<Name>;
  return method(...args);
}

function isLocked({ cause }: { readonly cause?: unknown }): boolean {
  return cause instanceof Error && 'code' in cause && /^SQLITE_(?:BUSY|LOCKED)/.test(String(cause.code));
}

/** @param error what a call threw */
export function faultOf(error: unknown): Fault {
  return error instanceof HostmedicError
    ? { code: error.code, message: error.message }
    : { code: 'STORAGE_UNAVAILABLE', message: `the SQLite thread failed (${String(error)})` };
}
