import type { Activity, Attachment } from 'botbuilder';
import { FILE_NOT_HERE, PICTURE_NOT_HERE, SNIPPET } from '../../cards/gettingIn.ts';
import { readChatHtml, type ChatQuote, type ChatText } from '../intake/chatHtml.ts';
import { chatKindOf } from '../model/chat.ts';

/** The words of a message activity. */
export interface Typed {
  /** What the person wrote and pasted; empty when nothing. */
  readonly text: string;
  /** What they quoted or forwarded of other people, in order. */
  readonly quoted: readonly string[];
  /** What was in the message and did not arrive, with the way to get it in. */
  readonly notes: readonly string[];
}

const SNIPPET_TYPE = 'application/vnd.microsoft.card.codesnippet';
const REFERENCES = new Set(['messageReference', 'forwardedMessageReference']);
/** Below this share of the plain text the HTML is of a shape we do not know. */
const HTML_SHARE_MIN = 0.5;

/**
 * Reads what was written. Teams sends a message twice: as HTML, which has lines, code and pasted tags as they were, and as
 * `text`, made from it, in which lines may be blanks and everything that looks like a tag may be gone. So the HTML is read,
 * and `text` only where there is no HTML or it holds less than half of what `text` holds.
 * https://github.com/MicrosoftDocs/OfficeDocs-SkypeForBusiness/issues/4723, https://github.com/microsoft/botframework-sdk/issues/3238
 */
export function readChat(activity: Activity): Typed {
  const attachments = activity.attachments ?? [];
  const html = attachments.find((one) => one.contentType === 'text/html')?.content;
  const plain = withoutMentions(activity.text ?? '');
  const chat = typeof html === 'string' ? readChatHtml(html) : null;
  const isHtml = chat !== null && lettersIn(allOf(chat)) >= lettersIn(plain) * HTML_SHARE_MIN;
  const quotes = [...(chat?.quotes ?? []), ...attachments.flatMap((one) => referenced(one) ?? [])];
  return {
    text: (isHtml ? chat.text : plain).trim(),
    quoted: isHtml || chat === null ? quotes.filter(isOfPeople).map((quote) => quote.text) : [],
    notes: missing(activity, attachments, chat?.attachmentIds ?? [], typeof html === 'string' ? html : ''),
  };
}

/** What a bot said is known to it. */
function isOfPeople({ authorId }: ChatQuote): boolean {
  return !authorId.startsWith('28:');
}

function allOf({ text, quotes }: ChatText): string {
  return [text, ...quotes.map((quote) => quote.text)].join(' ');
}

function lettersIn(text: string): number {
  return text.replace(/\s+/g, '').length;
}

/** Mentions are for Teams: nobody's name is part of a paste. */
function withoutMentions(text: string): string {
  return text.replace(/<at(?:\s[^<>]{0,100})?>[^<]{0,200}<\/at>/gi, '');
}

/** A message that was quoted or forwarded by reference: `content` is JSON with a preview. */
function referenced({ contentType, content }: Attachment): ChatQuote | null {
  if (!REFERENCES.has(contentType)) return null;
  const fields = fieldsOf(content);
  const sender = fieldsOf(fields['messageSender'] ?? fields['originalMessageSender']);
  if (fieldsOf(sender['application'])['id'] !== undefined) return null;
  const text = fields['messagePreview'] ?? fields['originalMessageContent'];
  return typeof text === 'string' && text !== '' ? { text: readChatHtml(text).text, authorId: '' } : null;
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  let parsed = value;
  if (typeof value === 'string') {
    try {
      parsed = JSON.parse(value);
    } catch {
      parsed = null;
    }
  }
  return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {};
}

function missing(
  activity: Activity,
  attachments: readonly Attachment[],
  places: readonly string[],
  html: string,
): readonly string[] {
  const kind = chatKindOf(activity.conversation.conversationType);
  const snippets = attachments.filter((one) => one.contentType === SNIPPET_TYPE).length;
  const known = attachments.filter((one) => REFERENCES.has(one.contentType) || one.contentType === SNIPPET_TYPE).length;
  const files = attachments.filter((one) => one.contentType.endsWith('.file.download.info')).length;
  const pictures = attachments.some((one) => one.contentType.startsWith('image/'));
  return [
    ...(snippets > 0 ? [SNIPPET[kind]] : []),
    ...(places.length > known + files ? [FILE_NOT_HERE[kind]] : []),
    ...(!pictures && /itemtype="[^"]{0,100}\/AMSImage"/i.test(html) ? [PICTURE_NOT_HERE] : []),
  ];
}
