import type { Attachment } from 'botbuilder';
import { decodeText } from '../intake/decodeText.ts';

export type FilesFrom = 'this-machine' | 'teams';
export type FileText =
  { readonly type: 'text'; readonly text: string } | { readonly type: 'refused'; readonly reason: string };

/** A log of this size is read whole; more than that nobody scrolls through either. */
export const FILE_BYTES_MAX = 10 * 1024 * 1024;
const TIMEOUT_MS = 5000;
const FILE_INFO = 'application/vnd.microsoft.teams.file.download.info';
/** OneDrive for Business and SharePoint keep what people attach in Teams. */
const TEAMS_HOSTS = ['.sharepoint.com', '.sharepoint.us', '.sharepoint-mil.us'];
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** The address of an attached file; null when the attachment is no file. */
export function downloadUrlOf(attachment: Attachment): string | null {
  if (attachment.contentType !== FILE_INFO) return null;
  const content: unknown = attachment.content;
  if (typeof content !== 'object' || content === null || !('downloadUrl' in content)) return null;
  return typeof content.downloadUrl === 'string' ? content.downloadUrl : null;
}

/**
 * Fetches an attached text file: known hosts only, no redirects, at most FILE_BYTES_MAX.
 * @returns a sentence for the person when it is refused
 */
export async function readFile(url: string, from: FilesFrom): Promise<FileText> {
  if (!isAllowed(url, from))
    return refused('it does not come from Teams. Attach it with the paper clip, or paste its end.');
  try {
    const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (!response.ok || response.body === null)
      return refused(`the download answered ${response.status}. Attach it again, or paste its end.`);
    const bytes = await readBytes(response.body);
    if (bytes === null) return refused('it is larger than 10 MB. Paste the end of it: the newest entries are there.');
    const text = decodeText(bytes);
    return text === null
      ? refused('it is not a text file. Logs, .txt, .xml, .config and .json are fine.')
      : { type: 'text', text };
  } catch {
    return refused('the download failed. Attach it again, or paste its end.');
  }
}

function isAllowed(url: string, from: FilesFrom): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, username } = new URL(url);
  if (username !== '') return false;
  if (from === 'this-machine') return protocol === 'http:' && LOOPBACK.includes(hostname);
  return protocol === 'https:' && TEAMS_HOSTS.some((host) => hostname.endsWith(host));
}

async function readBytes(body: ReadableStream<Uint8Array>): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > FILE_BYTES_MAX) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function refused(reason: string): FileText {
  return { type: 'refused', reason: `I could not read the file: ${reason}` };
}
