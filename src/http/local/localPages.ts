import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Server } from 'restify';

interface Page {
  readonly type: string;
  readonly bytes: Buffer;
  readonly etag: string;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
};

// The card renderer sets styles through the object model only, which needs no 'unsafe-inline'.
const POLICY = [
  "default-src 'self'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const HEADERS = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  // Asked for again each time, answered with 304: a page of an older release must not meet a newer server.
  'cache-control': 'no-cache',
} as const;

/**
 * Serves the page of the local chat. Every address is a route of its own, known at the start: no path of a request is ever resolved.
 * @param folder holds index.html and the scripts, styles and settings beside it; folders in it are not served
 */
export function mountLocalPages(server: Server, folder: string): void {
  for (const [address, file] of addresses(folder)) {
    const page = readPage(file);
    server.get(address, async (request, response) => {
      const isKnown = request.headers['if-none-match'] === page.etag;
      response.writeHead(isKnown ? 304 : 200, {
        ...HEADERS,
        etag: page.etag,
        ...(isKnown ? {} : { 'content-type': page.type, 'content-length': page.bytes.length }),
      });
      response.end(isKnown ? undefined : page.bytes);
    });
  }
}

function addresses(folder: string): readonly (readonly [address: string, file: string])[] {
  const require = createRequire(import.meta.url);
  const own = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && /^[a-z][\w-]*\.(?:js|css|json|svg)$/i.test(entry.name))
    .map(({ name }) => [`/${name}`, path.join(folder, name)] as const);
  return [
    ['/', path.join(folder, 'index.html')],
    ...own,
    ['/vendor/adaptivecards.min.js', require.resolve('adaptivecards/dist/adaptivecards.min.js')],
    ['/vendor/markdown-it.min.js', require.resolve('markdown-it/browser')],
  ];
}

function readPage(file: string): Page {
  const bytes = readFileSync(file);
  const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
  return { type: TYPES[path.extname(file)] ?? 'application/octet-stream', bytes, etag: `"${hash}"` };
}
