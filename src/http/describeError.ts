import type { HttpLogFields } from './seams.ts';
import { sourcePlace } from './sourcePlaces.ts';

/**
 * Says what kind of error it was and where, without its message: messages repeat what people wrote and what servers answered.
 * @param error anything that was thrown
 * @returns class, code (if it has one that looks like a code), HTTP status (if it has one) and up to 3 places
 */
export function describeError(error: unknown): HttpLogFields {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = 'code' in error && typeof error.code === 'string' && /^[A-Z][A-Z0-9_]{2,40}$/.test(error.code);
  const status = 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : null;
  return {
    error: error.constructor.name,
    ...(code ? { code: String(error.code) } : {}),
    ...(status === null ? {} : { status }),
    at: places(error),
  };
}

/** "server.ts:41 < readBody.ts:12": innermost first. */
function places(error: Error): string {
  // The stack begins with the message, and a message may hold a pasted stack; what follows it is ours.
  const messageAt = (error.stack ?? '').indexOf(error.message);
  if (messageAt < 0) return '';
  const frames = (error.stack ?? '').slice(messageAt + error.message.length);
  return [...frames.matchAll(/(file:\/\/\S{0,500}\/)?([\w.-]{1,60}\.(?:[cm]?[jt]s)):(\d{1,6}):(\d{1,6})\)?$/gm)]
    .slice(0, 3)
    .map(([, folder, file, line, column]) => {
      const source = folder === undefined ? null : sourcePlace(`${folder}${file}`, Number(line), Number(column));
      return source ?? `${file}:${line}`;
    })
    .join(' < ');
}
