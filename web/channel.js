/**
 * The wire to the server: posts go out by fetch, what happens comes in as server-sent events.
 * @typedef {{type: 'put', entry: import('./messages.js').Entry} | {type: 'gone', id: string} | {type: 'typing'}} ChatEvent
 * @typedef {{ok: false, reason: string, isLost: boolean}} NoAnswer isLost: the server could not be reached
 * @typedef {{ok: true, status: number, body: unknown} | NoAnswer} PostAnswer
 * @typedef {{ok: true, id: string} | NoAnswer} UploadAnswer
 */

const RETRY_FIRST_MS = 500;
const RETRY_MOST_MS = 5000;
const GONE = 'The server does not answer.';

/**
 * @param {string} conversationId
 * @param {{after: string | null, onEvent: (eventId: string, event: ChatEvent) => void, onState: (state: 'here' | 'lost') => void}} options
 *        after: id of the last event that was heard, null for everything
 */
export function openChannel(conversationId, { after, onEvent, onState }) {
  const base = `/local/conversations/${conversationId}`;
  let last = after;
  let retryMs = RETRY_FIRST_MS;
  /** @type {EventSource | null} */
  let source = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  function connect() {
    source = new EventSource(`${base}/events${last === null ? '' : `?after=${encodeURIComponent(last)}`}`);
    source.onopen = () => {
      retryMs = RETRY_FIRST_MS;
      onState('here');
    };
    source.onmessage = ({ data, lastEventId }) => {
      if (lastEventId !== '') last = lastEventId;
      onEvent(last ?? '', JSON.parse(data));
    };
    source.onerror = () => {
      // The browser's own retry gives up on some errors; this one does not.
      source?.close();
      onState('lost');
      timer = setTimeout(connect, retryMs);
      retryMs = Math.min(RETRY_MOST_MS, retryMs * 2);
    };
  }
  connect();

  return {
    /**
     * @param {object} body
     * @returns {Promise<PostAnswer>} never rejects
     */
    async post(body) {
      try {
        const answer = await fetch(`${base}/activities`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        });
        const result = await answer.json().catch(() => ({}));
        if (answer.ok) return { ok: true, status: result.status, body: result.body };
        return { ok: false, reason: reasonOf(answer.status, result), isLost: false };
      } catch {
        return { ok: false, reason: GONE, isLost: true };
      }
    },
    /**
     * @param {File} file
     * @returns {Promise<UploadAnswer>} never rejects
     */
    async upload(file) {
      try {
        const answer = await fetch(`${base}/files`, {
          method: 'POST',
          headers: {
            'content-type': 'application/octet-stream',
            'x-file-name': encodeURIComponent(file.name.slice(-120)),
          },
          body: file,
        });
        if (!answer.ok) return { ok: false, reason: reasonOf(answer.status, {}), isLost: false };
        return { ok: true, id: (await answer.json()).id };
      } catch {
        return { ok: false, reason: GONE, isLost: true };
      }
    },
    /** Takes the text of an own message out of the memory of the server. @param {string} id @returns {Promise<void>} never rejects */
    async hide(id) {
      await fetch(`${base}/activities/${encodeURIComponent(id)}`, { method: 'DELETE' }).catch(() => undefined);
    },
    close() {
      clearTimeout(timer);
      if (source !== null) source.onerror = null;
      source?.close();
    },
  };
}

/**
 * @param {number} status
 * @param {{error?: string, status?: number}} result
 */
function reasonOf(status, result) {
  if (typeof result.error === 'string') return result.error;
  if (status === 413) return 'It is too large: 10 MB for a file, 200 KB for the box of a card. Attach it as a file.';
  if (status === 502 && result.status === 0) return 'The bot took too long.';
  return `The bot could not take it (${result.status ?? status}).`;
}
