import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PictureReader } from './readPicture.ts';

/** The parts of tesseract.js that are used; the package is not among our dependencies. */
interface Tesseract {
  createWorker(language: string, engine: number, options: Readonly<Record<string, unknown>>): Promise<Worker>;
}

interface Worker {
  recognize(picture: Buffer): Promise<{ readonly data: { readonly text: string } }>;
  terminate(): Promise<unknown>;
}

const TIMEOUT_MS = 10_000;
/** More pictures at once than this are not waited for. */
const WAITING_MAX = 3;
/** OEM.LSTM_ONLY of tesseract.js: the only engine that the data package is for. */
const LSTM_ONLY = 1;

/**
 * A reader on tesseract.js 7 with its English data, each picture in a worker thread of its own, one at a time, at most ten
 * seconds, no network. Nothing is loaded before the first picture.
 * @param folder where `npm install --no-save tesseract.js@7.0.0 @tesseract.js-data/eng@1.0.0` was run
 * @returns null when the two packages are not there
 */
export function openTesseract(folder: string, timeoutMs = TIMEOUT_MS): PictureReader | null {
  const places = findPackages(folder);
  if (places === null) return null;
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return {
    read: async (picture) => {
      if (waiting >= WAITING_MAX) return null;
      waiting += 1;
      const result = last.then(async () => await readOne(picture, places, timeoutMs));
      last = result;
      const text = await result;
      waiting -= 1;
      return text;
    },
  };
}

interface Places {
  /** Of the program, as an address. */
  readonly program: string;
  /** Folder of eng.traineddata.gz. */
  readonly data: string;
}

function findPackages(folder: string): Places | null {
  const { resolve } = createRequire(path.join(folder, 'package.json'));
  try {
    const data = path.join(path.dirname(resolve('@tesseract.js-data/eng/package.json')), '4.0.0_best_int');
    return { program: pathToFileURL(resolve('tesseract.js')).href, data };
  } catch {
    return null;
  }
}

async function readOne(picture: Uint8Array, places: Places, timeoutMs: number): Promise<string | null> {
  const started: { worker: Worker | null } = { worker: null };
  const reading = (async () => {
    started.worker = await startWorker(places);
    const { data } = await started.worker.recognize(Buffer.from(picture));
    return data.text;
  })().catch(() => null);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), timeoutMs);
  });
  const text = await Promise.race([reading, late]);
  clearTimeout(timer);
  if (started.worker !== null) stop(started.worker);
  // One that is still starting ends when it has read what nobody waits for any more.
  else void reading.then(() => started.worker !== null && stop(started.worker));
  return text;
}

function stop(worker: Worker): void {
  void worker.terminate().catch(() => undefined);
}

async function startWorker({ program, data }: Places): Promise<Worker> {
  const loaded: unknown = await import(program);
  const tesseract = typeof loaded === 'object' && loaded !== null && 'default' in loaded ? loaded.default : loaded;
  if (!isTesseract(tesseract)) throw new Error('tesseract.js has no createWorker');
  return await tesseract.createWorker('eng', LSTM_ONLY, {
    langPath: data,
    cacheMethod: 'none',
    gzip: true,
    logger: () => undefined,
    // Without it the package throws where nobody can catch.
    errorHandler: () => undefined,
  });
}

function isTesseract(value: unknown): value is Tesseract {
  return (
    typeof value === 'object' && value !== null && 'createWorker' in value && typeof value.createWorker === 'function'
  );
}
