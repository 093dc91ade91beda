import { CardFactory, type Attachment, type InvokeResponse } from 'botbuilder';
import type { AdaptiveCard } from '../../cards/adaptiveCard.ts';

/** A card and how it is shown before it is picked or sent. */
export interface Result extends Attachment {
  readonly preview: Attachment;
}

/** What a message extension is answered with: cards, one below the other; at least one. */
export function resultOf(attachments: readonly Result[]): InvokeResponse {
  return { status: 200, body: { composeExtension: { type: 'result', attachmentLayout: 'list', attachments } } };
}

/** A sentence in place of results. */
export function messageOf(text: string): InvokeResponse {
  return { status: 200, body: { composeExtension: { type: 'message', text } } };
}

/** A whole card, with the line that stands for it where only a line is shown. Our own words. */
export function withPreview(card: AdaptiveCard, title: string, text: string): Result {
  return { ...CardFactory.adaptiveCard(card), preview: thumbnail({ title, text }) };
}

/**
 * A row of the results: a title and a line. Picking it asks for the card with `picked` (composeExtension/selectItem).
 * Our own words.
 */
export function rowOf(title: string, text: string, picked: Readonly<Record<string, string>>): Result {
  return {
    ...thumbnail({ title, text }),
    preview: thumbnail({ title, text, tap: { type: 'invoke', value: picked } }),
  };
}

function thumbnail(content: object): Attachment {
  return { contentType: CardFactory.contentTypes.thumbnailCard, content };
}
