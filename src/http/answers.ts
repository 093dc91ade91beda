import type { IncomingMessage, ServerResponse } from 'node:http';

/** Time in which the unread rest of a refused body is thrown away, in milliseconds. */
const LINGER_MS = 500;

/** Answers with a status and nothing else: callers learn no reason, no product, no version. */
export function answerEmpty(response: ServerResponse, status: number): void {
  if (response.headersSent) return;
  response.writeHead(status, { 'content-length': 0 });
  response.end();
}

/** Answers with JSON. */
export function answerJson(response: ServerResponse, status: number, value: unknown): void {
  if (response.headersSent) return;
  const text = Buffer.from(JSON.stringify(value));
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': text.length,
    'cache-control': 'no-store',
  });
  response.end(text);
}

/**
 * Answers while the body is still on its way, then closes the connection.
 * The answer is complete with its header; the rest of the body is thrown away for a moment before the connection is closed,
 * because closing with unread bytes resets it and the caller may never see the answer.
 */
export function answerUnread(request: IncomingMessage, response: ServerResponse, status: number): void {
  if (response.headersSent) return;
  response.writeHead(status, { 'content-length': 0, connection: 'close' });
  response.flushHeaders();
  const timer = setTimeout(() => response.end(), LINGER_MS);
  request.once('close', () => {
    clearTimeout(timer);
    response.end();
  });
  request.once('end', () => response.end());
  request.resume();
}
