import type { TurnContext } from 'botbuilder';
import { readClick, readText } from '../../dialogs/readIntents.ts';
import type { Intent } from '../session/intent.ts';
import type { FilesFrom } from './download.ts';
import { readAttachments } from './readAttachments.ts';
import { readChat } from './readChat.ts';
import type { PictureReader } from './readPicture.ts';

export interface Message {
  /** In order; at least one. */
  readonly intents: readonly Intent[];
  /** Case a click belongs to; null for a message. */
  readonly caseId: string | null;
  /** What has to be said about the message beside the answer: a file that was cut, a picture that was not read. */
  readonly notes: readonly string[];
}

/**
 * Reads a message activity: a click (Action.Submit sends a message with `value` and no text), or what was typed, quoted
 * and attached. A word that is a command is one, whatever it quotes. A message of which nothing could be read is a refusal;
 * broken card data is read as nothing said.
 * @param pictures null: pictures are not read here
 */
export async function readMessage(
  context: TurnContext,
  filesFrom: FilesFrom,
  pictures: PictureReader | null = null,
): Promise<Message> {
  const { value } = context.activity;
  if (value !== undefined && value !== null) {
    return { intents: [{ type: 'nothing' }], caseId: null, ...readClick(value), notes: [] };
  }
  const typed = readChat(context.activity);
  const attached = await readAttachments(context, filesFrom, pictures);
  const notes = [...attached.notes, ...typed.notes];
  const own = readText(typed.text);
  const pasted = [...typed.quoted, typed.text, ...attached.texts].filter((text) => text !== '');
  if (attached.texts.length === 0 && (own.type !== 'paste' || pasted.length === 1) && typed.text !== '') {
    return { intents: [own], caseId: null, notes };
  }
  if (pasted.length > 0) {
    return { intents: [{ type: 'paste', slot: 'text', text: pasted.join('\n\n') }], caseId: null, notes };
  }
  if (notes.length > 0) return { intents: [{ type: 'refused', reason: notes.join('\n') }], caseId: null, notes: [] };
  return { intents: [own], caseId: null, notes };
}
