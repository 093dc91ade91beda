import type { Attachment } from 'botbuilder';
import { decodeText } from '../intake/decodeText.ts';
import { fileKindOf } from '../intake/fileKind.ts';
import { normalise } from '../intake/normalise.ts';
import { redact } from '../intake/redact.ts';
import { download, type Download, type FilesFrom } from './download.ts';

/** A file somebody attached. */
export interface AttachedFile {
  readonly url: string;
  /** For people; empty when it has none. */
  readonly name: string;
}

export type FileRead =
  /** `note`: what was left out, null: nothing. */
  | { readonly type: 'text'; readonly text: string; readonly note: string | null }
  | { readonly type: 'picture'; readonly name: string; readonly bytes: Uint8Array }
  /** `note`: a sentence for the person. */
  | { readonly type: 'refused'; readonly note: string };

/** Of all files of a message together this much is kept; of more, beginnings and ends. */
export const FILE_BYTES_MAX = 10 * 1024 * 1024;
/** Nobody waits for more. */
const DOWNLOAD_BYTES_MAX = 64 * 1024 * 1024;
/** The channel waits 15 seconds for an answer. */
const TIMEOUT_MS = 8000;
/** Of a name this much is read, in UTF-16 units; no file system has longer ones. */
const NAME_MAX = 1000;
const FILE_INFO = 'application/vnd.microsoft.teams.file.download.info';
/** OneDrive for Business and SharePoint keep what people attach in Teams. */
const TEAMS_HOSTS = ['.sharepoint.com', '.sharepoint.us', '.sharepoint-mil.us'];

/** The file of an attachment; null when the attachment is no file. */
export function fileOf(attachment: Attachment): AttachedFile | null {
  if (attachment.contentType !== FILE_INFO) return null;
  const content: unknown = attachment.content;
  if (typeof content !== 'object' || content === null || !('downloadUrl' in content)) return null;
  const name = typeof attachment.name === 'string' ? attachment.name : '';
  return typeof content.downloadUrl === 'string' ? { url: content.downloadUrl, name: shown(name) } : null;
}

/**
 * Fetches an attached file and reads it as text. What it is, is told by its bytes, not by its name.
 * @param bytesKept of a larger file beginning and end are kept
 * @throws never
 */
export async function readFile(
  file: AttachedFile,
  from: FilesFrom,
  bytesKept = FILE_BYTES_MAX,
  timeoutMs = TIMEOUT_MS,
): Promise<FileRead> {
  const name = file.name === '' ? 'The file' : file.name;
  const options = { from, bytesKept, bytesMax: DOWNLOAD_BYTES_MAX, timeoutMs, hosts: TEAMS_HOSTS };
  const loaded = await download(file.url, options);
  if (loaded.type !== 'bytes') return { type: 'refused', note: `${name} ${failure(loaded)}` };
  const { bytes, isCut, length } = loaded;
  if (length === 0)
    return { type: 'refused', note: `${name} is empty (0 bytes). If it is the app's log, type "log file empty".` };
  const kind = fileKindOf(bytes);
  if (kind?.picture === true) return { type: 'picture', name, bytes };
  if (kind !== null) return { type: 'refused', note: `${name} ${kind.says}` };
  const text = decodeText(bytes);
  if (text === null)
    return {
      type: 'refused',
      note: `${name} is not a text. Attach a .log, .txt, .xml, .config or .json, or paste the text.`,
    };
  return { type: 'text', text, note: isCut ? `${name} is ${megabytes(length)}: ${keptPart(bytesKept)}` : null };
}

function failure(loaded: Exclude<Download, { readonly type: 'bytes' }>): string {
  switch (loaded.type) {
    case 'not-allowed':
      return 'does not come from Teams, so I do not open it. Attach it from your computer with the paper clip, or paste its end.';
    case 'answered':
      return `could not be fetched (answer ${loaded.status}). Attach it again, or paste its end.`;
    case 'too-large':
      return `is larger than ${megabytes(DOWNLOAD_BYTES_MAX)}. Attach its last part, or paste its end: the newest entries are there.`;
    default:
      return 'could not be fetched in time. Attach it again, or paste its end.';
  }
}

function keptPart(bytesKept: number): string {
  return `I read its first ${megabytes(bytesKept / 5)} and its last ${megabytes((bytesKept * 4) / 5)}.`;
}

function megabytes(bytes: number): string {
  return `${Math.max(0.1, Math.round((bytes / 1024 / 1024) * 10) / 10)} MB`;
}

/** A name for people: one line, not long, without secrets and without signs that turn the text around it. */
function shown(name: string): string {
  const plain = redact(normalise(name.slice(0, NAME_MAX)).text).text.text;
  const line = plain.replace(/\s+/g, ' ').trim();
  return line.length <= 60 ? line : `${line.slice(0, 40)}...${line.slice(-16)}`;
}
