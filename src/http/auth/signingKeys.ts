import { importJWK } from 'jose/key/import';
import { describeError } from '../describeError.ts';
import type { HttpLog } from '../seams.ts';

export interface SigningKey {
  readonly key: Awaited<ReturnType<typeof importJWK>>;
  /** Channels this key may speak for, as "msteams"; empty: none. */
  readonly endorsements: readonly string[];
}

/** Public keys the Bot Connector signs its tokens with. */
export interface SigningKeys {
  /** @returns null for an id that the key server does not list. @throws when no key was ever read */
  find(kid: string): Promise<SigningKey | null>;
  /** Reads the keys if there are none or they are old. @throws when there are none that may be used */
  check(): Promise<void>;
}

export interface SigningKeysOptions {
  /** Address of the OpenID metadata; its keys must be on the same origin. */
  readonly metadataUrl: string;
  readonly log: HttpLog;
  /** Milliseconds that never jump; left out: performance.now. */
  readonly clock?: () => number;
}

const HOUR_MS = 3_600_000;
/** The connector's document allows to keep keys for days; they are read again each day, and when a token names a new one. */
const FRESH_MS = 24 * HOUR_MS;
/** As long as the key server cannot be reached, known keys go on counting. */
const USABLE_MS = 5 * 24 * HOUR_MS;
const PAUSE_MS = 60_000;
const TIMEOUT_MS = 3_000;

/**
 * Keeps the connector's keys: one read at a time and at most one a minute, whatever callers send.
 * https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication
 */
export function createSigningKeys(options: SigningKeysOptions): SigningKeys {
  const clock = options.clock ?? (() => performance.now());
  let known: ReadonlyMap<string, SigningKey> = new Map();
  let readAtMs = Number.NEGATIVE_INFINITY;
  let triedAtMs = Number.NEGATIVE_INFINITY;
  let reading: Promise<void> | null = null;

  async function read(): Promise<void> {
    triedAtMs = clock();
    try {
      const keys = await fetchKeys(options.metadataUrl);
      if (keys.size === 0) throw new Error('the key server lists no usable key');
      known = keys;
      readAtMs = clock();
    } catch (error) {
      options.log.error('keys-not-read', describeError(error));
    }
  }

  /** @param pauseMs least time since the last try */
  async function readAgain(pauseMs: number): Promise<void> {
    if (reading === null && clock() - triedAtMs < pauseMs) return;
    reading ??= read().finally(() => (reading = null));
    await reading;
  }

  async function current(): Promise<ReadonlyMap<string, SigningKey>> {
    const ageMs = clock() - readAtMs;
    // Known keys serve at once; the new ones are read beside.
    if (ageMs >= USABLE_MS) await readAgain(known.size === 0 ? 1_000 : PAUSE_MS);
    else if (ageMs >= FRESH_MS) void readAgain(PAUSE_MS);
    if (clock() - readAtMs >= USABLE_MS) throw new Error('no signing key of the Bot Connector is known');
    return known;
  }

  return {
    find: async (kid) => {
      const key = (await current()).get(kid);
      if (key !== undefined) return key;
      await readAgain(PAUSE_MS);
      return known.get(kid) ?? null;
    },
    check: async () => {
      await current();
    },
  };
}

async function fetchKeys(metadataUrl: string): Promise<ReadonlyMap<string, SigningKey>> {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  const { jwks_uri: keysUrl } = fieldsOf(await fetchJson(metadataUrl, signal));
  if (typeof keysUrl !== 'string' || new URL(keysUrl).origin !== new URL(metadataUrl).origin) {
    throw new Error('the metadata names no address of keys on its own origin');
  }
  const { keys } = fieldsOf(await fetchJson(keysUrl, signal));
  const found = new Map<string, SigningKey>();
  for (const one of Array.isArray(keys) ? keys : []) {
    const { kid, kty, n, e, use, endorsements } = fieldsOf(one);
    if (typeof kid !== 'string' || kty !== 'RSA' || typeof n !== 'string' || typeof e !== 'string') continue;
    if (use !== undefined && use !== 'sig') continue;
    const key = await importJWK({ kty, n, e }, 'RS256');
    const channels: readonly unknown[] = Array.isArray(endorsements) ? endorsements : [];
    found.set(kid, { key, endorsements: channels.filter((channel) => typeof channel === 'string') });
  }
  return found;
}

async function fetchJson(url: string, signal: AbortSignal): Promise<unknown> {
  const answer = await fetch(url, { signal, redirect: 'error', headers: { accept: 'application/json' } });
  if (!answer.ok) throw new Error(`the key server answered ${answer.status}`);
  return await answer.json();
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
