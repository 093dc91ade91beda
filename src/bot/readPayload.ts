/** What a message says that a person wants to have looked at. */
export interface PayloadText {
  /** As received, HTML or plain; the intake reads both. Empty: there is no text in it. */
  readonly text: string;
  /** True when files hang on it: Teams hands over their names only. */
  readonly hasFiles: boolean;
}

const ATTACHMENTS_MAX = 10;
const STRINGS_MAX = 400;
const DEPTH_MAX = 20;
const CARD_CHARACTERS_MAX = 200_000;

/**
 * Reads the `messagePayload` of a message action: the body, and the words of cards and quoted messages that hang on it.
 * https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/action-commands/create-task-module
 * @param payload untrusted
 * @returns null when it is no message at all
 */
export function readPayload(payload: unknown): PayloadText | null {
  if (!isFields(payload)) return null;
  const { body, attachments, subject } = payload;
  const content = isFields(body) && typeof body['content'] === 'string' ? body['content'] : '';
  const attached = Array.isArray(attachments) ? attachments.filter(isFields).slice(0, ATTACHMENTS_MAX) : [];
  const texts = [typeof subject === 'string' ? subject : '', content, ...attached.map((one) => wordsOf(one))];
  return {
    text: texts
      .map((text) => text.replace(/<attachment\b[^<>]{0,300}>(?:<\/attachment>)?/gi, '').trim())
      .filter((text) => text !== '')
      .join('\n'),
    hasFiles: attached.some((one) => one['contentType'] === 'reference'),
  };
}

const CARD =
  /^application\/vnd\.microsoft\.(?:card\.(?:adaptive|hero|thumbnail|codesnippet)|teams\.card\.o365connector)$/;

/** Cards of other apps (alerts, pipelines) and quoted messages carry JSON, mostly as text. */
function wordsOf(attachment: Fields): string {
  const { contentType, content } = attachment;
  const isCard = typeof contentType === 'string' && CARD.test(contentType);
  if (!isCard && contentType !== 'messageReference') return '';
  const words: string[] = [];
  collect(typeof content === 'string' ? parsed(content) : content, words, 0);
  return words.join('\n');
}

/** Fields in which cards hold what a reader sees. */
const READABLE = [
  'text',
  'title',
  'subtitle',
  'summary',
  'value',
  'messagePreview',
  'codeSnippet',
  'code',
  'activityText',
];

function collect(node: unknown, words: string[], depth: number): void {
  if (depth > DEPTH_MAX || words.length >= STRINGS_MAX) return;
  if (Array.isArray(node)) for (const one of node) collect(one, words, depth + 1);
  if (!isFields(node)) return;
  for (const [name, value] of Object.entries(node)) {
    if (typeof value === 'object') collect(value, words, depth + 1);
    else if (typeof value === 'string' && READABLE.includes(name) && words.length < STRINGS_MAX) words.push(value);
  }
}

function parsed(text: string): unknown {
  if (text.length > CARD_CHARACTERS_MAX) return null;
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return null;
  }
}

type Fields = Readonly<Record<string, unknown>>;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
