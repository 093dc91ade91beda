import { CardFactory, type InvokeResponse } from 'botbuilder';
import type { AdaptiveCard } from '../../cards/adaptiveCard.ts';
import { carryClicks, dialogCard, NOWHERE } from '../../cards/carryClicks.ts';
import { noticeCard } from '../../cards/noticeCard.ts';
import { readAction } from '../../cards/readAction.ts';
import { diagnoseCarried, diagnoseText } from '../../dialogs/diagnoseOnce.ts';
import type { ExtensionDeps } from './messageExtension.ts';
import { readPayload } from './readPayload.ts';
import { resultOf, withPreview } from './resultCards.ts';

const TITLE = 'Hostmedic: diagnose this message';
const NO_TEXT = 'There is no text in this message that I can read. Copy the text of a picture, and paste it to me.';
const FILES =
  'The files on this message are not handed to me. Attach them to a message of your own to me, or paste their end.';

/** Opens a dialog with the verdict on a message. Nothing is sent and nothing is kept. null: no message came along */
export function fetchDiagnosis(payload: unknown, deps: ExtensionDeps): InvokeResponse | null {
  const message = readPayload(payload);
  if (message === null) return null;
  if (message.text === '') return dialog(dialogCard(notice(message.hasFiles ? FILES : NO_TEXT), null));
  const { card, baggage } = diagnoseText(message.text, at(deps));
  return dialog(dialogCard(card, baggage));
}

/** Puts the verdict into the conversation, or closes the dialog. null: the data is none of the dialog's */
export function submitDiagnosis(data: unknown, payload: unknown, deps: ExtensionDeps): InvokeResponse | null {
  const action = readAction(data);
  if (action?.verb === 'close') return { status: 200 };
  if (action?.verb !== 'sendVerdict') return null;
  // Teams mostly sends the message again; then the card has its quotes. The data itself holds no word of it.
  const text = readPayload(payload)?.text ?? '';
  const { card, baggage } =
    text === '' ? diagnoseCarried(action.found, action.on, at(deps)) : diagnoseText(text, at(deps));
  const sent = carryClicks(card, baggage);
  return resultOf([withPreview(sent, 'Verdict of Hostmedic', sent.fallbackText)]);
}

function at({ engine, contact, clock }: ExtensionDeps): Parameters<typeof diagnoseText>[1] {
  return { engine, contact, now: clock() };
}

function notice(text: string): AdaptiveCard {
  return noticeCard({ ref: NOWHERE, heading: 'Nothing to read', text });
}

function dialog(card: AdaptiveCard): InvokeResponse {
  const value = { title: TITLE, width: 'medium', height: 'medium', card: CardFactory.adaptiveCard(card) };
  return { status: 200, body: { task: { type: 'continue', value } } };
}
