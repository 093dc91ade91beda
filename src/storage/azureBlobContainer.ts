import { Readable } from 'node:stream';
import type { ContainerClient } from '@azure/storage-blob';
import { HostmedicError } from '../model/errors.ts';
import { TRY_MS } from './sessionStore.ts';

export interface BlobText {
  /** Of a blob that is longer than BLOB_BYTES_MAX: null. */
  readonly text: string | null;
  /** Changes with every write; belongs to exactly this text. */
  readonly etag: string;
}

export interface ListedBlob {
  readonly name: string;
  readonly etag: string;
  /** As it was given when the blob was written; for other writers the time of the service. */
  readonly writtenMs: number;
  /** As it was given; null: never. 0 for what an earlier release wrote. */
  readonly dueMs: number | null;
}

/** Kept beside a blob, so that a list shows them. */
export interface BlobTimes {
  readonly writtenMs: number;
  /** See SessionStore.commit. */
  readonly dueMs: number | null;
}

/** Absent: whatever is there; null: nothing may be there; else the blob with this etag must be there. */
export type Condition = { readonly etag?: string | null };

/** The container of Hostmedic. Every method rejects with STORAGE_UNAVAILABLE when the service cannot be reached or refuses. */
export interface BlobContainer {
  read(name: string): Promise<BlobText | null>;
  /**
   * @param text must differ from every other text ever written: that is how a write is known whose answer was lost
   * @returns the new etag; null when the condition does not hold
   */
  write(name: string, text: string, at: BlobTimes, condition: Condition): Promise<string | null>;
  /** @returns false when there is none, or none with this etag */
  remove(name: string, etag?: string): Promise<boolean>;
  /** By name, a page at a time. */
  list(prefix: string): AsyncGenerator<readonly ListedBlob[]>;
  /** Writes for a trial. */
  check(): Promise<void>;
  /** Twice is fine. */
  close(): void;
}

export const CONTAINER = 'hostmedic-sessions';
/** A record with its key needs less than half of it. */
const BLOB_BYTES_MAX = 65_536;
const PAGE_BLOBS = 250;
const NEVER = 'never';
const TRIES = 2;

/**
 * Opens the container and makes it when it is missing.
 * @throws CONFIG_INVALID for what is no connection string; STORAGE_UNAVAILABLE
 */
export async function openBlobContainer(connectionString: string, tryMs = TRY_MS): Promise<BlobContainer> {
  const client = await containerOf(connectionString, tryMs);
  const isThere = await run(() => unless([MISSING_CONTAINER], () => writeTrial(client, tryMs)));
  if (isThere === null) {
    // Only now: a signature for this one container may not make containers.
    await run(() => client.createIfNotExists({ abortSignal: limit(tryMs) }));
    await run(() => writeTrial(client, tryMs));
  }
  return wrap(client, tryMs);
}

/**
 * Asks for one name of the container and changes nothing. A container that is missing is fine: the start makes it.
 * @throws as openBlobContainer
 */
export async function probeBlobContainer(connectionString: string): Promise<void> {
  const client = await containerOf(connectionString, TRY_MS);
  const names = client.listBlobsFlat({ prefix: 'trial', abortSignal: limit(TRY_MS) });
  await run(() => unless([MISSING_CONTAINER], () => firstOf(names.byPage({ maxPageSize: 1 }))));
}

/** The package @azure/storage-blob is loaded here and nowhere else. */
async function containerOf(connectionString: string, tryMs: number): Promise<ContainerClient> {
  const { BlobServiceClient } = await import('@azure/storage-blob');
  try {
    const retryOptions = { maxTries: TRIES, tryTimeoutInMs: tryMs };
    return BlobServiceClient.fromConnectionString(connectionString, { retryOptions }).getContainerClient(CONTAINER);
  } catch {
    throw new HostmedicError(
      'CONFIG_INVALID',
      'HOSTMEDIC_STORAGE: what follows azure-blob: is no connection string; take the one under "Access keys" of the storage account',
    );
  }
}

function wrap(client: ContainerClient, tryMs: number): BlobContainer {
  let open = true;
  const whileOpen = async <T>(work: () => Promise<T>): Promise<T> => {
    if (!open) throw new HostmedicError('STORAGE_UNAVAILABLE', 'the Azure Blob storage is closed');
    return await run(work);
  };

  const read = (name: string): Promise<BlobText | null> =>
    whileOpen(async () => {
      const answer = await unless(['BlobNotFound'], () =>
        client.getBlobClient(name).download(0, undefined, { abortSignal: limit(tryMs) }),
      );
      if (answer === null) return null;
      const { etag = '', contentLength = 0, readableStreamBody: body } = answer;
      if (body === undefined) return { text: '', etag };
      if (contentLength > BLOB_BYTES_MAX) {
        body.once('error', () => undefined);
        if (body instanceof Readable) body.destroy();
        return { text: null, etag };
      }
      const chunks: Buffer[] = [];
      for await (const chunk of body) chunks.push(Buffer.from(chunk));
      return { text: Buffer.concat(chunks).toString('utf8'), etag };
    });

  const put = (name: string, text: string, at: BlobTimes, { etag }: Condition): Promise<string | null> =>
    whileOpen(async () => {
      const conditions = etag === undefined ? {} : etag === null ? { ifNoneMatch: '*' } : { ifMatch: etag };
      const answer = await unless(['BlobAlreadyExists', 'ConditionNotMet', 'BlobNotFound'], () =>
        client.getBlockBlobClient(name).upload(text, Buffer.byteLength(text), {
          conditions,
          metadata: { written: String(at.writtenMs), due: String(at.dueMs ?? NEVER) },
          blobHTTPHeaders: { blobContentType: 'application/json' },
          abortSignal: limit(tryMs),
        }),
      );
      return answer?.etag ?? null;
    });

  return {
    read,
    write: async (name, text, at, condition) => {
      const etag = await put(name, text, at, condition);
      if (etag !== null) return etag;
      // The first try may have been written and only its answer lost; the second then met its own text.
      const found = await read(name);
      return found?.text === text ? found.etag : null;
    },
    remove: (name, etag) =>
      whileOpen(async () => {
        const conditions = etag === undefined ? {} : { ifMatch: etag };
        const answer = await unless(['BlobNotFound', 'ConditionNotMet'], () =>
          client.getBlobClient(name).delete({ conditions, abortSignal: limit(tryMs) }),
        );
        return answer !== null;
      }),
    list: async function* (prefix) {
      let token: string | undefined;
      do {
        const page = await whileOpen(async () => {
          const pages = client.listBlobsFlat({ prefix, includeMetadata: true, abortSignal: limit(tryMs) });
          const settings = { maxPageSize: PAGE_BLOBS, ...(token === undefined ? {} : { continuationToken: token }) };
          return await firstOf(pages.byPage(settings));
        });
        yield (page?.segment.blobItems ?? []).map(({ name, metadata, properties }) => ({
          name,
          etag: quoted(properties.etag),
          writtenMs: Number(metadata?.['written'] ?? properties.lastModified.getTime()),
          dueMs: metadata?.['due'] === NEVER ? null : Number(metadata?.['due'] ?? 0),
        }));
        token = page?.continuationToken || undefined;
      } while (token !== undefined);
    },
    check: async () => {
      await whileOpen(() => writeTrial(client, tryMs));
    },
    close: () => {
      open = false;
    },
  };
}

async function writeTrial(client: ContainerClient, tryMs: number): Promise<true> {
  const text = String(Date.now());
  await client.getBlockBlobClient('trial').upload(text, text.length, { abortSignal: limit(tryMs) });
  return true;
}

/** The whole of one call, whatever the service does; the package's own timeout is only told to the service. */
function limit(tryMs: number): AbortSignal {
  return AbortSignal.timeout(TRIES * tryMs);
}

async function firstOf<T>(items: AsyncIterable<T>): Promise<T | undefined> {
  for await (const item of items) return item;
  return undefined;
}

/** Lists give etags without the quotes that conditions need. */
function quoted(etag: string): string {
  return etag.startsWith('"') ? etag : `"${etag}"`;
}

async function unless<T>(codes: readonly string[], work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (codes.includes(codeOf(error))) return null;
    throw error;
  }
}

/** The service's own code ("ConditionNotMet"), else that of Node ("ECONNREFUSED"), else the class. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  if (error.name === 'AbortError') return 'no answer in time';
  return 'code' in error && typeof error.code === 'string' && error.code !== '' ? error.code : error.name;
}

const MISSING_CONTAINER = 'ContainerNotFound';

/** What to do, by code: https://learn.microsoft.com/rest/api/storageservices/blob-service-error-codes */
const WHAT_TO_DO: Readonly<Record<string, string>> = {
  AuthenticationFailed:
    'take the connection string anew from the storage account, and see whether the clock of this machine is right',
  AuthorizationFailure: 'let the network rules of the storage account admit this machine',
  AuthorizationPermissionMismatch: 'the signature needs the rights read, write, delete and list',
  AccountIsDisabled: 'enable the storage account',
  [MISSING_CONTAINER]: `make the container ${CONTAINER}, or restart: the start makes it`,
};
const UNREACHED = 'see whether account name and endpoint are right and can be reached from this machine';

/** Only the code is told, and the cause is left out: messages and requests carry addresses with signatures. */
async function run<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code = codeOf(error);
    throw new HostmedicError(
      'STORAGE_UNAVAILABLE',
      `HOSTMEDIC_STORAGE: cannot use Azure Blob Storage (${code}); ${WHAT_TO_DO[code] ?? UNREACHED}`,
    );
  }
}
