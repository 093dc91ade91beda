import { HostmedicError } from '../model/errors.ts';
import type { SqliteDatabase } from './sqliteDatabase.ts';
import { isLocked, whileLocked } from './sqliteLock.ts';

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

const READING: readonly CallName[] = ['load', 'due', 'listOutcomes'];
/** Small writes, which wait for the disk once when they come together. */
const GROUPED: readonly CallName[] = ['commit', 'delete', 'putRowAside', 'countOutcome'];

/** True for a call that changes nothing, and so never waits for a lock. */
export function isReading(name: CallName): boolean {
  return READING.includes(name);
}

/** Runs calls that read. */
export function answerReads(database: SqliteDatabase, calls: readonly Call[]): Answer[] {
  return calls.map((call) => answerNow(call, database));
}

/**
 * Runs calls that write and came at the same time, in no promised order: the small ones as one write, then the rest.
 * When the one write fails each of its calls is run alone, so that nobody pays for the fault of another; not when another
 * process had the lock all the time, which each of them would wait for again.
 * @returns an answer for each call, when the disk has it
 */
export async function answerWrites(database: SqliteDatabase, calls: readonly Call[]): Promise<Answer[]> {
  const small = calls.filter(({ name }) => GROUPED.includes(name));
  const answers = await answerTogether(database, small);
  for (const call of calls) if (!small.includes(call)) answers.push(await answer(call, database));
  return answers;
}

async function answerTogether(database: SqliteDatabase, calls: readonly Call[]): Promise<Answer[]> {
  if (calls.length > 1) {
    try {
      return await whileLocked(() => {
        let answers: Answer[] = [];
        database.together(() => {
          answers = calls.map((call) => ({ id: call.id, value: valueOf(call, database) }));
        });
        return answers;
      });
    } catch (error) {
      if (isLocked(error)) return calls.map(({ id }) => ({ id, fault: faultOf(error) }));
    }
  }
  const answers: Answer[] = [];
  for (const call of calls) answers.push(await answer(call, database));
  return answers;
}

async function answer(call: Call, database: SqliteDatabase): Promise<Answer> {
  try {
    return { id: call.id, value: await whileLocked(() => valueOf(call, database)) };
  } catch (error) {
    return { id: call.id, fault: faultOf(error) };
  }
}

function answerNow(call: Call, database: SqliteDatabase): Answer {
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

/** @param error what a call threw */
export function faultOf(error: unknown): Fault {
  return error instanceof HostmedicError
    ? { code: error.code, message: error.message }
    : { code: 'STORAGE_UNAVAILABLE', message: `the SQLite thread failed (${String(error)})` };
}
