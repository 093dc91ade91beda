import { HeadAndTail } from '../intake/headAndTail.ts';

export type FilesFrom = 'this-machine' | 'teams';

export interface DownloadOptions {
  readonly from: FilesFrom;
  /** Bytes kept; of a larger file its beginning and its end. */
  readonly bytesKept: number;
  /** Bytes after which the download is given up. */
  readonly bytesMax: number;
  /** For the whole of it, connecting included. */
  readonly timeoutMs: number;
  /** Host names a Teams address may have: exact ones, or endings that begin with a dot. */
  readonly hosts: readonly string[];
  /** Token that is sent to these hosts; left out: none. */
  readonly token?: string;
}

export type Download =
  | { readonly type: 'bytes'; readonly bytes: Uint8Array; readonly isCut: boolean; readonly length: number }
  | { readonly type: 'not-allowed' }
  | { readonly type: 'answered'; readonly status: number }
  | { readonly type: 'too-large' }
  | { readonly type: 'failed' };

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** Fetches what somebody attached: allowed hosts only, no redirect, within size and time. @throws never */
export async function download(url: string, options: DownloadOptions): Promise<Download> {
  if (!isAllowed(url, options.from, options.hosts)) return { type: 'not-allowed' };
  const { bytesKept, bytesMax, token, timeoutMs } = options;
  const kept = new HeadAndTail(bytesKept);
  const ended = new AbortController();
  const timer = setTimeout(() => ended.abort(), timeoutMs);
  try {
    const headers: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` };
    const response = await fetch(url, { redirect: 'error', signal: ended.signal, headers });
    if (response.status !== 200 || response.body === null) return { type: 'answered', status: response.status };
    if (Number(response.headers.get('content-length') ?? 0) > bytesMax) return { type: 'too-large' };
    for await (const chunk of response.body) {
      kept.add(chunk);
      if (kept.length > bytesMax) return { type: 'too-large' };
    }
    return { type: 'bytes', bytes: kept.finish(), isCut: kept.isCut, length: kept.length };
  } catch {
    return { type: 'failed' };
  } finally {
    clearTimeout(timer);
    // Whatever is still under way (a body nobody reads) ends here.
    ended.abort();
  }
}

/**
 * True for an address the bot may call. On Teams: https on a known host, no port, no user. On this machine: http on a
 * loopback address. A name that only looks like one of Microsoft's ("sharepoint.com.example") is not.
 */
export function isAllowed(url: string, from: FilesFrom, hosts: readonly string[]): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, username, password, port } = new URL(url);
  if (username !== '' || password !== '') return false;
  if (from === 'this-machine') return protocol === 'http:' && LOOPBACK.includes(hostname);
  const isKnown = hosts.some((host) => (host.startsWith('.') ? hostname.endsWith(host) : hostname === host));
  return protocol === 'https:' && port === '' && isKnown;
}
