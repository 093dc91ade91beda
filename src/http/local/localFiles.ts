import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

export interface LocalFile {
  readonly id: string;
  readonly name: string;
  readonly bytes: Buffer;
}

/** The same limit that the bot has for files of Teams. */
export const LOCAL_FILE_BYTES_MAX = 10 * 1024 * 1024;
const FILES_MAX = 20;
const KEPT_MS = 10 * 60 * 1000;
const UPLOAD_MS = 14_000;

export interface LocalFiles {
  add(name: string, bytes: Buffer): LocalFile;
  /** null: never there, or forgotten. */
  find(id: string): LocalFile | null;
}

/** Files on their way to the bot, in memory: the newest twenty, ten minutes each. */
export function createLocalFiles(clock: () => number = Date.now): LocalFiles {
  const files = new Map<string, LocalFile & { readonly until: number }>();

  function forget(): void {
    for (const [id, file] of files) {
      if (file.until <= clock() || files.size > FILES_MAX) files.delete(id);
    }
  }

  return {
    add: (name, bytes) => {
      const file = { id: randomUUID(), name: cleanName(name), bytes, until: clock() + KEPT_MS };
      files.set(file.id, file);
      forget();
      setTimeout(forget, KEPT_MS + 1).unref();
      return file;
    },
    find: (id) => {
      forget();
      return files.get(id) ?? null;
    },
  };
}

/**
 * Reads the body of a request as it is.
 * @returns null when it is larger than `bytesMax`, slower than the limit, or the client is gone
 */
export function readRaw(request: IncomingMessage, bytesMax = LOCAL_FILE_BYTES_MAX): Promise<Buffer | null> {
  if (Number(request.headers['content-length'] ?? 0) > bytesMax) return Promise.resolve(null);
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const timer = setTimeout(() => finish(null), UPLOAD_MS);

    function finish(result: Buffer | null): void {
      clearTimeout(timer);
      request.off('data', onData);
      request.pause();
      resolve(result);
    }
    function onData(chunk: Buffer): void {
      length += chunk.length;
      if (length > bytesMax) finish(null);
      else chunks.push(chunk);
    }

    request.on('data', onData);
    request.on('end', () => finish(Buffer.concat(chunks)));
    request.on('close', () => finish(null));
    request.on('error', () => finish(null));
  });
}

/** What stands after the last slash, without control characters. */
function cleanName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const clean = last.replaceAll(/[\u0000-\u001f\u007f]/g, '').slice(0, 120);
  return clean === '' ? 'file' : clean;
}
