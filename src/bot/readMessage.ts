import { TurnContext } from 'botbuilder';
import { readClick, readText } from '../../dialogs/readIntents.ts';
import type { Intent } from '../session/intent.ts';
import { downloadUrlOf, readFile, type FilesFrom } from './readFile.ts';

export type Message =
  | { readonly type: 'intents'; readonly intents: readonly Intent[]; readonly caseId: string | null }
  | { readonly type: 'refused'; readonly reason: string };

/**
 * Reads a message activity: a click (Action.Submit sends a message with `value` and no text), an attached file, or text.
 * @returns `refused` with a sentence for the person when a file cannot be taken; broken card data is read as nothing said
 */
export async function readMessage(context: TurnContext, filesFrom: FilesFrom): Promise<Message> {
  const { value } = context.activity;
  if (value !== undefined && value !== null) {
    const click = readClick(value);
    return click === null
      ? { type: 'intents', intents: [{ type: 'nothing' }], caseId: null }
      : { type: 'intents', intents: click.intents, caseId: click.caseId };
  }
  const text = typedText(context);
  const files: string[] = [];
  for (const attachment of context.activity.attachments ?? []) {
    const url = downloadUrlOf(attachment);
    if (url === null) continue;
    const file = await readFile(url, filesFrom);
    if (file.type === 'refused') return file;
    files.push(file.text);
  }
  if (files.length === 0) return { type: 'intents', intents: [readText(text)], caseId: null };
  return {
    type: 'intents',
    intents: [{ type: 'paste', slot: 'text', text: [text, ...files].join('\n').trim() }],
    caseId: null,
  };
}

/** Code blocks survive in the text/html attachment only; without them the plain text is the better one. */
function typedText(context: TurnContext): string {
  const html = context.activity.attachments?.find((one) => one.contentType === 'text/html')?.content;
  if (typeof html === 'string' && /<(?:pre|code)\b|&lt;/i.test(html)) return html;
  return TurnContext.removeRecipientMention(context.activity) ?? context.activity.text ?? '';
}
