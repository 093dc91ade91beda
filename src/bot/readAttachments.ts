import type { TurnContext } from 'botbuilder';
import { PICTURE } from '../../cards/gettingIn.ts';
import type { FilesFrom } from './download.ts';
import { FILE_BYTES_MAX, fileOf, readFile } from './readFile.ts';
import { pictureUrlsOf, readPicture, type PictureReader } from './readPicture.ts';

/** What the attachments of a message say. */
export interface AttachmentsRead {
  /** One for each file or picture that could be read, in order. */
  readonly texts: readonly string[];
  /** Sentences about what was left out or could not be read. */
  readonly notes: readonly string[];
}

/** More logs at once nobody attaches to one message. */
const FILES_MAX = 5;
const PICTURES_MAX = 2;

/**
 * Fetches files at the same time, then reads pictures one after the other.
 * @param pictures null: pictures are not read here, and the person is asked for the number they show
 */
export async function readAttachments(
  context: TurnContext,
  from: FilesFrom,
  pictures: PictureReader | null,
): Promise<AttachmentsRead> {
  const files = (context.activity.attachments ?? []).flatMap((attachment) => fileOf(attachment) ?? []);
  const taken = files.slice(0, FILES_MAX);
  const bytesKept = Math.floor(FILE_BYTES_MAX / Math.max(1, taken.length));
  const read = await Promise.all(taken.map(async (file) => await readFile(file, from, bytesKept)));
  const texts = read.flatMap((one) => (one.type === 'text' ? [one.text] : []));
  const notes = read.flatMap((one) => (one.type === 'picture' || one.note === null ? [] : [one.note]));
  if (files.length > FILES_MAX) notes.push(`I read the first ${FILES_MAX} files. Send the others in another message.`);
  const shown = await readPictures(
    context,
    read.flatMap((one) => (one.type === 'picture' ? [one.bytes] : [])),
    from,
    pictures,
  );
  return { texts: [...texts, ...shown.texts], notes: [...notes, ...shown.notes] };
}

async function readPictures(
  context: TurnContext,
  attached: readonly Uint8Array[],
  from: FilesFrom,
  reader: PictureReader | null,
): Promise<AttachmentsRead> {
  const urls = pictureUrlsOf(context.activity);
  const count = attached.length + urls.length;
  if (count === 0) return { texts: [], notes: [] };
  if (reader === null) return { texts: [], notes: [PICTURE] };
  const texts: string[] = [];
  for (const picture of [...attached, ...urls].slice(0, PICTURES_MAX)) {
    const text = await readPicture(context, picture, from, reader);
    if (text !== null) texts.push(text);
  }
  const notes = texts.length === 0 ? [PICTURE] : [`${READ_FROM}${count > PICTURES_MAX ? ONLY_FIRST : ''}`];
  return { texts, notes };
}

const READ_FROM = 'Read from your picture. If a number in it is another one, type it.';
const ONLY_FIRST = ` I read the first ${PICTURES_MAX} pictures.`;
