import { createHash, randomUUID } from 'node:crypto';
import { openBlobContainer } from './azureBlobContainer.ts';
import type { BlobContainer, BlobTimes, ListedBlob } from './azureBlobContainer.ts';
import { toJsonText } from './jsonText.ts';
import type { JsonValue, SessionStore, StoredRecord, StoreOptions } from './sessionStore.ts';
import { firstVersion, storedKey } from './storedRow.ts';

/** Etags kept of what was read or written last; a key that fell out costs one more read. */
const ETAGS_MAX = 1_000;
const AT_ONCE = 8;

/**
 * Opens a container of Azure Blob Storage as session store, for several replicas: one blob a key.
 * The condition of a commit is the etag of the text that held the expected version, so it is decided by the service in one step.
 * @param connectionString of the storage account
 * @throws CONFIG_INVALID for what is no connection string; STORAGE_UNAVAILABLE when it cannot be reached or used
 */
export async function openAzureBlobStore(connectionString: string, options: StoreOptions = {}): Promise<SessionStore> {
  const clock = options.clock ?? Date.now;
  const container = await openBlobContainer(connectionString, options.tryMs);
  const etags = new Map<string, { readonly version: number; readonly etag: string }>();

  function remember(blob: string, version: number, etag: string): void {
    etags.delete(blob);
    etags.set(blob, { version, etag });
    const [oldest] = etags.keys();
    if (etags.size > ETAGS_MAX && oldest !== undefined) etags.delete(oldest);
  }

  const at = (dueMs: number | null): BlobTimes => ({ writtenMs: clock(), dueMs });

  async function load(key: string): Promise<StoredRecord | null> {
    const blob = blobOf(key);
    const found = await container.read(blob);
    if (found === null) return null;
    const stored = readContent(found.text, key);
    if (stored !== null) {
      remember(blob, stored.version, found.etag);
      return stored;
    }
    await container.write(`${asideOf(blob)}${randomUUID()}`, found.text ?? 'too long to be a record', at(null), {});
    // Only the text that was read: another replica may have written a good one meanwhile.
    await container.remove(blob, found.etag);
    return null;
  }

  async function etagFor(key: string, version: number): Promise<string | null> {
    const known = etags.get(blobOf(key));
    if (known?.version === version) return known.etag;
    const stored = await load(key);
    return stored?.version === version ? (etags.get(blobOf(key))?.etag ?? null) : null;
  }

  return {
    load,

    commit: async (key, expectedVersion, record, dueMs = null) => {
      const blob = blobOf(key);
      const text = toJsonText(record);
      const version = expectedVersion === null ? firstVersion() : expectedVersion + 1;
      const before = expectedVersion === null ? null : await etagFor(key, expectedVersion);
      if (expectedVersion !== null && before === null) return false;
      const etag = await container.write(blob, contentOf(key, version, text), at(dueMs), { etag: before });
      if (etag === null) etags.delete(blob);
      else remember(blob, version, etag);
      return etag !== null;
    },

    due: async function* (nowMs) {
      const found: { readonly name: string; readonly dueMs: number }[] = [];
      for await (const page of container.list(SESSIONS))
        for (const { name, dueMs } of page) if (dueMs !== null && dueMs <= nowMs) found.push({ name, dueMs });
      found.sort((a, b) => a.dueMs - b.dueMs);
      for (let first = 0; first < found.length; first += AT_ONCE) {
        const page = found.slice(first, first + AT_ONCE);
        const texts = await Promise.all(page.map(({ name }) => container.read(name)));
        yield texts.flatMap((one) => keyIn(one?.text ?? '') ?? []);
      }
    },

    delete: async (key, version) => {
      const blob = blobOf(key);
      const etag = version === undefined ? undefined : await etagFor(key, version);
      if (etag === null) return false;
      etags.delete(blob);
      const isGone = (await container.remove(blob, etag)) || version === undefined;
      if (isGone) for await (const page of container.list(asideOf(blob))) await removeAll(container, page);
      return isGone;
    },

    sweep: async (olderThanMs) => {
      const before = clock() - olderThanMs;
      await sweepFolder(container, ASIDE, before);
      return await sweepFolder(container, SESSIONS, before);
    },

    check: () => container.check(),

    close: async () => container.close(),
  };
}

const SESSIONS = 'session/';
const ASIDE = 'quarantine/';

/** Blob names are limited in length and signs, keys are not. */
function blobOf(key: string): string {
  return `${SESSIONS}${createHash('sha256').update(storedKey(key)).digest('hex')}`;
}

/** Folder of what was put aside under a key. */
function asideOf(blob: string): string {
  return `${ASIDE}${blob.slice(SESSIONS.length)}/`;
}

function contentOf(key: string, version: number, recordText: string): string {
  return `{"key":${storedKey(key)},"version":${version},"write":"${randomUUID()}","record":${recordText}}`;
}

/** @returns null when no commit wrote it */
function keyIn(text: string): string | null {
  try {
    const content: unknown = JSON.parse(text);
    const key: unknown = typeof content === 'object' && content !== null && 'key' in content ? content.key : null;
    return typeof key === 'string' ? key : null;
  } catch {
    return null;
  }
}

/** @returns null when it is not what a commit wrote under this key */
function readContent(text: string | null, key: string): StoredRecord | null {
  try {
    const content: unknown = JSON.parse(text ?? '');
    if (typeof content !== 'object' || content === null) return null;
    if (!('key' in content && 'version' in content && 'record' in content) || content.key !== key) return null;
    const { version } = content;
    if (typeof version !== 'number' || !Number.isSafeInteger(version)) return null;
    return { version, record: content.record as JsonValue };
  } catch {
    return null;
  }
}

async function sweepFolder(container: BlobContainer, folder: string, before: number): Promise<number> {
  let removed = 0;
  for await (const page of container.list(folder)) {
    removed += await removeAll(
      container,
      page.filter(({ writtenMs }) => writtenMs < before),
    );
  }
  return removed;
}

/** What was written after it was listed stays. */
async function removeAll(container: BlobContainer, blobs: readonly ListedBlob[]): Promise<number> {
  let removed = 0;
  for (let first = 0; first < blobs.length; first += AT_ONCE) {
    const batch = blobs.slice(first, first + AT_ONCE);
    const results = await Promise.all(batch.map(({ name, etag }) => container.remove(name, etag)));
    removed += results.filter(Boolean).length;
  }
  return removed;
}
