import { randomUUID } from 'node:crypto';
import type { ChatEntry } from './localConversations.ts';
import type { LocalFile } from './localFiles.ts';

/** What the page sends: something typed, a click, a click that changes its own card, or "I am new here". */
export type Post =
  | { readonly type: 'message'; readonly id: string; readonly text: string; readonly fileIds: readonly string[] }
  | {
      readonly type: 'click';
      readonly id: string;
      readonly replyToId: string;
      readonly title: string;
      readonly text: string;
      readonly value: object;
    }
  | { readonly type: 'invoke'; readonly id: string; readonly replyToId: string; readonly value: object }
  | { readonly type: 'open'; readonly id: string };

const FILE_INFO = 'application/vnd.microsoft.teams.file.download.info';
const BOT = { id: '28:hostmedic', name: 'Hostmedic' };
const PERSON = { id: '29:local-person', name: 'You' };

/**
 * Reads what the page sent: {id?, text?, files?} or {id?, value, replyToId, title, text?} or {id?, invoke, replyToId} or {id?, open: true}.
 * The id becomes the id of the activity, so that a message sent again after a lost connection counts once.
 * @returns null for any other shape
 */
export function readPost(body: Readonly<Record<string, unknown>>): Post | null {
  const id = isUuid(body['id']) ? body['id'] : randomUUID();
  const { value, invoke, text, files, open } = body;
  const replyToId = textOf(body['replyToId']);
  if (open === true) return { type: 'open', id };
  if (isObject(invoke)) return { type: 'invoke', id, replyToId, value: invoke };
  if (isObject(value)) {
    return { type: 'click', id, replyToId, title: textOf(body['title']), text: textOf(text), value };
  }
  const fileIds = Array.isArray(files) ? files.filter(isUuid) : [];
  if (textOf(text) === '' && fileIds.length === 0) return null;
  return { type: 'message', id, text: textOf(text), fileIds };
}

/** The person's own entry in the conversation; null for what is not shown. */
export function entryOf(post: Post, files: readonly LocalFile[], at: Date): ChatEntry | null {
  if (post.type === 'open' || post.type === 'invoke') return null;
  const [file] = files;
  return {
    from: 'person',
    id: post.id,
    at: at.toISOString(),
    text: post.text === '' ? null : post.text,
    click: post.type === 'click' ? post.title : null,
    file: file === undefined ? null : { name: file.name, bytes: file.bytes.length },
  };
}

/**
 * The activity as Teams sends it from a personal chat.
 * @param origin where the bot finds connector and files: "http://localhost:PORT"
 */
export function activityOf(
  post: Post,
  files: readonly LocalFile[],
  conversationId: string,
  origin: string,
  at: Date,
): object {
  const common = {
    id: post.id,
    timestamp: at.toISOString(),
    channelId: 'msteams',
    serviceUrl: `${origin}/local/connector`,
    conversation: { id: conversationId, conversationType: 'personal', isGroup: false },
    from: PERSON,
    recipient: BOT,
    locale: 'en-US',
  };
  const reply = 'replyToId' in post && post.replyToId !== '' ? { replyToId: post.replyToId } : {};
  if (post.type === 'open') return { ...common, type: 'conversationUpdate', membersAdded: [BOT, PERSON] };
  if (post.type === 'invoke') {
    return { ...common, ...reply, type: 'invoke', name: 'adaptiveCard/action', value: post.value };
  }
  if (post.type === 'click') return { ...common, ...reply, type: 'message', value: post.value };
  const attachments = files.map((file) => ({
    contentType: FILE_INFO,
    name: file.name,
    content: { downloadUrl: `${origin}/local/files/${file.id}`, uniqueId: file.id, fileType: 'txt' },
  }));
  return { ...common, type: 'message', text: post.text, textFormat: 'plain', attachments };
}

/** The bot's answer as the page shows it. */
export function botEntry(activity: Readonly<Record<string, unknown>>, id: string, at: Date): ChatEntry {
  const attachments = Array.isArray(activity['attachments']) ? activity['attachments'].filter(isObject) : [];
  const cards = attachments
    .filter((one) => one['contentType'] === 'application/vnd.microsoft.card.adaptive')
    .map((one) => one['content']);
  const text = textOf(activity['text']);
  return { from: 'bot', id, at: at.toISOString(), text: text === '' ? null : text, cards };
}

/** The card an invoke was answered with; null when it was answered with something else. */
export function cardOfInvoke(answer: unknown): object | null {
  if (!isObject(answer) || answer['type'] !== 'application/vnd.microsoft.card.adaptive') return null;
  return isObject(answer['value']) ? answer['value'] : null;
}

function isUuid(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
