import type { Activity, TurnContext } from 'botbuilder';
import { correctSlips } from '../intake/pictureText.ts';
import { pictureSizeOf } from '../intake/pictureSize.ts';
import { download, type FilesFrom } from './download.ts';

/** Reads the text in a picture. */
export interface PictureReader {
  /** @returns null when nothing was read: too slow, no text, a broken picture. @throws never */
  read(picture: Uint8Array): Promise<string | null>;
}

const BYTES_MAX = 6 * 1024 * 1024;
const PIXELS_MAX = 12_000_000;
const SIDE_MAX = 10_000;
const TIMEOUT_MS = 4000;
/** Shorter texts are what an empty picture is taken for. */
const LETTERS_MIN = 3;

/** Addresses of the pictures that were pasted into a message. */
export function pictureUrlsOf({ attachments = [] }: Pick<Activity, 'attachments'>): readonly string[] {
  return attachments.flatMap(({ contentType, contentUrl }) =>
    contentType.startsWith('image/') && typeof contentUrl === 'string' ? [contentUrl] : [],
  );
}

/**
 * @param picture its bytes, or the address of a pasted one: on the connector that sent the message, with the bot's token, or on this machine
 * @returns null when nothing was read
 */
export async function readPicture(
  context: TurnContext,
  picture: Uint8Array | string,
  from: FilesFrom,
  reader: PictureReader,
): Promise<string | null> {
  const bytes = typeof picture === 'string' ? await fetchPicture(context, picture, from) : picture;
  if (bytes === null || !isReadable(bytes)) return null;
  const text = correctSlips((await reader.read(bytes)) ?? '').trim();
  return text.length < LETTERS_MIN ? null : text;
}

function isReadable(bytes: Uint8Array): boolean {
  const size = bytes.length > BYTES_MAX ? null : pictureSizeOf(bytes);
  if (size === null) return false;
  return Math.max(size.width, size.height) <= SIDE_MAX && size.width * size.height <= PIXELS_MAX;
}

async function fetchPicture(context: TurnContext, url: string, from: FilesFrom): Promise<Uint8Array | null> {
  if (from === 'this-machine' && url.startsWith('data:image/')) return inlinePicture(url);
  // The service URL was checked when the message came in; the token goes to no other host.
  const hosts = URL.canParse(context.activity.serviceUrl) ? [new URL(context.activity.serviceUrl).hostname] : [];
  const token = from === 'teams' ? await tokenOf(context) : null;
  const loaded = await download(url, {
    from,
    hosts,
    bytesKept: BYTES_MAX,
    bytesMax: BYTES_MAX,
    timeoutMs: TIMEOUT_MS,
    ...(token === null ? {} : { token }),
  });
  return loaded.type === 'bytes' ? loaded.bytes : null;
}

function inlinePicture(url: string): Uint8Array | null {
  const comma = url.indexOf(',');
  return url.slice(0, comma).endsWith(';base64') ? Buffer.from(url.slice(comma + 1), 'base64') : null;
}

/** The token that the bot answers with; null when the adapter has none. */
async function tokenOf(context: TurnContext): Promise<string | null> {
  const client: unknown = context.turnState.get(context.adapter.ConnectorClientKey);
  if (typeof client !== 'object' || client === null || !('credentials' in client)) return null;
  const { credentials } = client;
  if (typeof credentials !== 'object' || credentials === null || !hasToken(credentials)) return null;
  try {
    return await credentials.getToken();
  } catch {
    return null;
  }
}

function hasToken(value: object): value is { readonly getToken: () => Promise<string> } {
  return 'getToken' in value && typeof value.getToken === 'function';
}
