import type { Document, Slot, Span } from '../model/artifact.ts';
import { LowerText } from './lowerText.ts';
import { compose } from './mappedText.ts';
import { normalise } from './normalise.ts';
import { recognise } from './recognise.ts';
import { redact } from './redact.ts';

/**
 * Makes a received text ready to be matched: normalised, redacted, cut into artifacts.
 * @param slot the field it came in by
 * @param raw  as received; any length, any content
 * @throws never
 */
export function readDocument(slot: Slot, raw: string): Document {
  const normalised = normalise(raw);
  const before = new LowerText(normalised.text);
  const redaction = redact(normalised.text, before);
  const mapped = compose(normalised, redaction.text);
  const lower = mapped.text === normalised.text ? before : new LowerText(mapped.text);
  const document: Document = {
    slot,
    text: mapped.text,
    artifacts: recognise(mapped.text, slot, lower),
    secrets: redaction.secrets,
    toRaw: (start: number, end: number): Span => mapped.toSource(start, end),
  };
  lowerTexts.set(document, lower);
  return document;
}

const lowerTexts = new WeakMap<Document, LowerText>();

/** @returns the text of a document in lower case, made when it was read; made now for one put together by hand */
export function lowerOf(document: Document): LowerText {
  return lowerTexts.get(document) ?? new LowerText(document.text);
}
