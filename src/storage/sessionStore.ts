/** Plain JSON: what a record may hold. */
export type JsonValue =
  null | boolean | number | string | readonly JsonValue[] | { readonly [name: string]: JsonValue };

export interface StoredRecord {
  /** Positive integer. Each write adds 1; a record made again after a delete starts at another, random number. */
  readonly version: number;
  readonly record: JsonValue;
}

export interface StoreOptions {
  /** Wall clock in milliseconds: when records were written, and so what `sweep` removes. */
  readonly clock?: () => number;
  /** Told when a broken database file was put aside at the start, with its new path. */
  readonly onPutAside?: (file: string) => void;
  /** Longest wait for one try of a server, in milliseconds; left out: 1,000. A file has always TRY_MS. */
  readonly tryMs?: number;
}

/** See StoreOptions.tryMs; a turn that waits for its storage still has to end in time. */
export const TRY_MS = 1_000;

/** Longest key, in UTF-16 units. */
export const KEY_MAX = 512;

/** Largest record, in bytes of its JSON text as UTF-8. */
export const RECORD_BYTES_MAX = 16_384;

/** Most rows that a list or a sweep takes at once, so that turns come in between. */
export const PAGE_ROWS = 500;

/** Deepest nesting of a record. */
export const RECORD_DEPTH_MAX = 200;

/**
 * Versioned records by key. One conditional write gives order, de-duplication and crash safety:
 * load, compute, commit with the version that was loaded; on `false` load and compute again.
 * Keys are compared letter for letter (no case folding, no Unicode normalisation) and may hold any UTF-16 unit.
 * Every method rejects with STORAGE_UNAVAILABLE when the storage cannot be reached or written, or is closed;
 * a write that rejects has left the old record as it was. (Over a network that broke off in mid-write it may have been written
 * all the same; never half.)
 */
export interface SessionStore {
  /** @returns null when nothing is stored under the key, or when what was stored cannot be read (it is put aside) */
  load(key: string): Promise<StoredRecord | null>;

  /**
   * @param expectedVersion version that was loaded; null: the key must not exist yet
   * @param dueMs when something in the record has to be forgotten, in milliseconds since 1970; null or left out: nothing is due
   * @returns true: written, the version is now expectedVersion + 1 (after a create: load to learn it); false: somebody else wrote first
   * @throws RECORD_TOO_LARGE above RECORD_BYTES_MAX; INPUT_INVALID for a key above KEY_MAX or a value that is not plain JSON
   */
  commit(key: string, expectedVersion: number | null, record: JsonValue, dueMs?: number | null): Promise<boolean>;

  /** Names the records that were committed with such a time or an earlier one, a page at a time, the earliest first. */
  due(nowMs: number): AsyncIterable<readonly string[]>;

  /**
   * Removes the record and everything put aside under the key. Unknown keys are fine.
   * @param version left out: whatever is there; else nothing is removed unless the record has it
   * @returns false: the record has another version, or there is none
   */
  delete(key: string, version?: number): Promise<boolean>;

  /**
   * Removes what was last written more than `olderThanMs` milliseconds ago, also what was put aside.
   * @returns number of records removed
   */
  sweep(olderThanMs: number): Promise<number>;

  /** Writes for a trial. @throws STORAGE_UNAVAILABLE when that fails */
  check(): Promise<void>;

  /** Lets what was begun end; every commit that returned is already on the disk. Twice is fine. */
  close(): Promise<void>;
}
