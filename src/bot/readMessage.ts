import { TurnContext } from 'botbuilder';
import { readClick, readText } from '../../dialogs/readIntents.ts';
import type { Intent } from '../session/intent.ts';
import { downloadUrlOf, readFile, type FilesFrom } from './readFile.ts';

export interface Message {
  /** In order; at least one. */
  readonly intents: readonly Intent[];
  /** Case a click belongs to; null for a message. */
  readonly caseId: string | null;
}

/** More logs at once nobody attaches to one message. */
const FILES_MAX = 5;

/**
 * Reads a message activity: a click (Action.Submit sends a message with `value` and no text), attached files, or text.
 * A file that cannot be taken is an intent of its own, after what was typed; broken card data is read as nothing said.
 */
export async function readMessage(context: TurnContext, filesFrom: FilesFrom): Promise<Message> {
  const { value } = context.activity;
  if (value !== undefined && value !== null) {
    return readClick(value) ?? { intents: [{ type: 'nothing' }], caseId: null };
  }
  const typed = typedText(context).trim();
  const { texts, refused } = await readFiles(context, filesFrom);
  if (texts.length === 0 && refused.length === 0) return { intents: [readText(typed)], caseId: null };
  const pasted = [typed, ...texts].join('\n').trim();
  const paste: Intent[] = pasted === '' ? [] : [{ type: 'paste', slot: 'text', text: pasted }];
  return { intents: [...paste, ...refused.slice(0, 1)], caseId: null };
}

async function readFiles(
  context: TurnContext,
  from: FilesFrom,
): Promise<{ readonly texts: readonly string[]; readonly refused: readonly Intent[] }> {
  const urls = (context.activity.attachments ?? []).flatMap((attachment) => downloadUrlOf(attachment) ?? []);
  const texts: string[] = [];
  const refused: Intent[] = [];
  for (const url of urls.slice(0, FILES_MAX)) {
    const file = await readFile(url, from);
    if (file.type === 'refused') refused.push(file);
    else texts.push(file.text);
  }
  if (urls.length > FILES_MAX)
    refused.push({
      type: 'refused',
      reason: `I read the first ${FILES_MAX} files. Send the others in another message.`,
    });
  return { texts, refused };
}

/** Code blocks survive in the text/html attachment only; without them the plain text is the better one. */
function typedText(context: TurnContext): string {
  const html = context.activity.attachments?.find((one) => one.contentType === 'text/html')?.content;
  if (typeof html === 'string' && /<(?:pre|code)\b|&lt;/i.test(html)) return html;
  const text = context.activity.text ?? '';
  try {
    return TurnContext.removeRecipientMention(context.activity) ?? text;
  } catch {
    // A mention without the person it mentions: the SDK trips over it, the words are fine.
    return text.replace(/<at>[^<]{0,200}<\/at>/g, '');
  }
}
