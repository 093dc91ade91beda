import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerEmpty } from './answers.ts';

/** What GET /metrics shows, and to whom. */
export interface MetricsPage {
  /** Prometheus text. */
  readonly text: () => Promise<string>;
  readonly contentType: string;
  /** What a caller has to show as bearer token where a bot has credentials; null: there the page is not. */
  readonly token: string | null;
}

/**
 * Answers GET /metrics: 200, 401 without the right token, 404 when none is set.
 * @param isOpen everyone who can connect may read it: without credentials that is this machine
 */
export async function answerMetrics(
  request: IncomingMessage,
  response: ServerResponse,
  page: MetricsPage,
  isOpen: boolean,
): Promise<void> {
  if (!isOpen) {
    if (page.token === null) return answerEmpty(response, 404);
    // The scheme in any case, as at the other endpoint.
    const given = /^bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
    if (!isSame(given, page.token)) return answerEmpty(response, 401);
  }
  const text = Buffer.from(await page.text());
  response.writeHead(200, {
    'content-type': page.contentType,
    'content-length': text.length,
    'cache-control': 'no-store',
  });
  response.end(text);
}

/** Takes the same time wherever the two differ, and whatever their length. */
function isSame(given: string, wanted: string): boolean {
  return timingSafeEqual(digest(given), digest(wanted));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
