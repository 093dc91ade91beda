import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Request, Server } from 'restify';
import { answerEmpty, answerJson, answerUnread } from '../answers.ts';
import { createConversations } from './localConversations.ts';
import type { Conversation } from './localConversations.ts';
import { createLocalFiles, readRaw } from './localFiles.ts';
import type { LocalFile } from './localFiles.ts';
import { activityOf, botEntry, cardOfInvoke, entryOf, readPost } from './localPost.ts';
import { readBody } from '../readBody.ts';

/** A turn of the bot takes less; a page must not wait for ever. */
const TURN_MS = 30_000;
/** A silent connection may be closed by something in between; a comment line is not. */
const HEARTBEAT_MS = 20_000;

/**
 * A small channel for the page of this machine. It sends whole activities to POST /api/messages over HTTP and takes the
 * answers as a connector does, so the bot cannot tell it from the real one.
 * `/local/conversations/ID/...` is for the page (its own origin only), `/local/connector/...` and `/local/files/ID` for the bot.
 */
export function mountLocalChannel(server: Server, port: () => number): void {
  const conversations = createConversations();
  const files = createLocalFiles();
  const origin = (): string => `http://localhost:${port()}`;

  server.post('/local/conversations/:id/activities', async (request, response) => {
    const conversationId = pageConversation(request, response);
    if (conversationId === null) return;
    const body = await readJson(request, response);
    if (body === null) return;
    const post = readPost(body);
    if (post === null) return answerEmpty(response, 400);
    const attached = filesOf(post);
    if (attached === null) return answerJson(response, 410, { error: 'The file is no longer here. Attach it again.' });

    const at = new Date();
    const conversation = conversations(conversationId);
    const shown = entryOf(post, attached, at);
    if (shown !== null) conversation.put(shown);
    const answer = await deliver(port(), activityOf(post, attached, conversationId, origin(), at));
    const card = post.type === 'invoke' ? cardOfInvoke(answer.body) : null;
    if (post.type === 'invoke' && card !== null) {
      conversation.change(post.replyToId, (entry) => (entry.from === 'bot' ? { ...entry, cards: [card] } : entry));
    }
    answerJson(response, answer.status === 200 ? 200 : 502, { id: post.id, status: answer.status, body: answer.body });
  });

  // "Hide this message": what the bot has read it keeps redacted; here the text itself is forgotten.
  server.del('/local/conversations/:id/activities/:activityId', async (request, response) => {
    const conversationId = pageConversation(request, response);
    if (conversationId === null) return;
    conversations(conversationId).change(String(request.params.activityId), (entry) =>
      entry.from === 'person' ? { ...entry, text: null, hidden: true } : entry,
    );
    answerEmpty(response, 200);
  });

  server.get('/local/conversations/:id/events', async (request, response) => {
    const conversationId = pageConversation(request, response);
    if (conversationId === null) return;
    const header = request.headers['last-event-id'];
    const after = new URL(request.url ?? '', origin()).searchParams.get('after');
    sendEvents(conversations(conversationId), typeof header === 'string' ? header : after, response);
  });

  server.post('/local/conversations/:id/files', async (request, response) => {
    if (pageConversation(request, response) === null) return;
    if (request.headers['content-type'] !== 'application/octet-stream') return answerUnread(request, response, 415);
    const bytes = await readRaw(request);
    if (bytes === null) return answerUnread(request, response, 413);
    const file = files.add(decoded(request.headers['x-file-name']), bytes);
    answerJson(response, 200, { id: file.id, name: file.name, bytes: file.bytes.length });
  });

  server.get('/local/files/:id', async (request, response) => {
    const file = files.find(String(request.params.id));
    if (file === null) return answerEmpty(response, 404);
    response.writeHead(200, {
      'content-type': 'application/octet-stream',
      'content-length': file.bytes.length,
      'content-disposition': 'attachment',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    });
    response.end(file.bytes);
  });

  const toBot = '/local/connector/v3/conversations/:id/activities';
  for (const address of [toBot, `${toBot}/:activityId`]) {
    server.post(address, async (request, response) => {
      const conversationId = botConversation(request, response);
      if (conversationId === null) return;
      const activity = await readJson(request, response);
      if (activity === null) return;
      const id = `bot-${randomUUID()}`;
      const conversation = conversations(conversationId);
      if (activity['type'] === 'typing') conversation.typing();
      else if (activity['type'] === 'message') conversation.put(botEntry(activity, id, new Date()));
      answerJson(response, 201, { id });
    });
  }
  server.put(`${toBot}/:activityId`, async (request, response) => {
    const conversationId = botConversation(request, response);
    if (conversationId === null) return;
    const activity = await readJson(request, response);
    if (activity === null) return;
    const id = String(request.params.activityId);
    conversations(conversationId).put(botEntry(activity, id, new Date()));
    answerJson(response, 200, { id });
  });
  server.del(`${toBot}/:activityId`, async (request, response) => {
    const conversationId = botConversation(request, response);
    if (conversationId === null) return;
    conversations(conversationId).remove(String(request.params.activityId));
    answerEmpty(response, 200);
  });

  function filesOf(post: { readonly type: string; readonly fileIds?: readonly string[] }): readonly LocalFile[] | null {
    const found = (post.fileIds ?? []).map((id) => files.find(id));
    return found.every((file) => file !== null) ? found : null;
  }
}

/** @returns the conversation of a request of our own page; null when it was refused and is answered */
function pageConversation(request: Request, response: ServerResponse): string | null {
  const { origin, host } = request.headers;
  const site = request.headers['sec-fetch-site'];
  const isForeign = origin !== undefined && origin !== `http://${host}`;
  if (isForeign || (site !== undefined && site !== 'same-origin')) return refuse(request, response, 403);
  return readConversationId(request, response);
}

/** No browser calls the connector: a request that names an origin is refused. */
function botConversation(request: Request, response: ServerResponse): string | null {
  if (request.headers.origin !== undefined || request.headers['sec-fetch-site'] !== undefined) {
    return refuse(request, response, 403);
  }
  return readConversationId(request, response);
}

function readConversationId(request: Request, response: ServerResponse): string | null {
  const id = String(request.params.id);
  return /^[\w-]{8,64}$/.test(id) ? id : refuse(request, response, 404);
}

function refuse(request: IncomingMessage, response: ServerResponse, status: number): null {
  answerUnread(request, response, status);
  return null;
}

/** @returns null when it was refused and is answered */
async function readJson(
  request: IncomingMessage,
  response: ServerResponse,
): Promise<Readonly<Record<string, unknown>> | null> {
  const body = await readBody(request, () => undefined);
  if (body.type === 'object') return body.value;
  if (body.type === 'refused') {
    if (body.drained) answerEmpty(response, body.status);
    else answerUnread(request, response, body.status);
  }
  return null;
}

/** @returns status 0: the bot's endpoint could not be reached, or took too long */
async function deliver(port: number, activity: object): Promise<{ readonly status: number; readonly body: unknown }> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(activity),
      signal: AbortSignal.timeout(TURN_MS),
    });
    const text = await answer.text();
    return { status: answer.status, body: text === '' ? null : JSON.parse(text) };
  } catch {
    return { status: 0, body: null };
  }
}

function sendEvents(conversation: Conversation, after: string | null, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' });
  response.write(': here\n\n');
  const end = conversation.listen(after, (eventId, event) => {
    response.write(`${eventId === null ? '' : `id: ${eventId}\n`}data: ${JSON.stringify(event)}\n\n`);
  });
  const timer = setInterval(() => response.write(': still here\n\n'), HEARTBEAT_MS);
  timer.unref();
  response.once('close', () => {
    clearInterval(timer);
    end();
  });
}

function decoded(header: string | string[] | undefined): string {
  try {
    return decodeURIComponent(typeof header === 'string' ? header : '');
  } catch {
    return '';
  }
}
