import { HostmedicError } from '../model/errors.ts';
import { LATE, within } from '../model/within.ts';
import { TRY_MS, type SessionStore } from './sessionStore.ts';

const TRIES = 2;

/**
 * Bounds how long a turn waits for its storage: two tries of a second each.
 * A second write with the same expected version can only win when the first one did not arrive. When it loses, nobody can tell
 * which of the two was stored, so the caller learns that the storage failed and not that somebody else was faster.
 */
export function withTimeLimit(store: SessionStore, tryMs = TRY_MS): SessionStore {
  return {
    load: async (key) => await twice(() => store.load(key), tryMs),
    commit: async (key, expectedVersion, record, dueMs) => {
      let tries = 0;
      return await twice(async () => {
        const isRepeat = (tries += 1) > 1;
        const won = await store.commit(key, expectedVersion, record, dueMs);
        if (!won && isRepeat) throw tooSlow();
        return won;
      }, tryMs);
    },
    due: (nowMs) => store.due(nowMs),
    delete: async (...given) => await twice(() => store.delete(...given), tryMs),
    sweep: async (olderThanMs) => await store.sweep(olderThanMs),
    check: async () => await inTime(store.check(), tryMs),
    close: async () => await store.close(),
  };
}

async function inTime<T>(call: Promise<T>, tryMs: number): Promise<T> {
  const answer = await within(call, tryMs);
  if (answer === LATE) throw tooSlow();
  return answer;
}

async function twice<T>(call: () => Promise<T>, tryMs: number): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await inTime(call(), tryMs);
    } catch (error) {
      if (tries === TRIES || !isUnavailable(error)) throw error;
    }
  }
}

function isUnavailable(error: unknown): boolean {
  return error instanceof HostmedicError && error.code === 'STORAGE_UNAVAILABLE';
}

function tooSlow(): HostmedicError {
  return new HostmedicError('STORAGE_UNAVAILABLE', 'the session storage did not answer in time; see HOSTMEDIC_STORAGE');
}
