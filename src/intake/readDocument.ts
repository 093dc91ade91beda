import type { Document, Slot, Span } from '../model/artifact.ts';
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
  const redaction = redact(normalised.text);
  const mapped = compose(normalised, redaction.text);
  return {
    slot,
    text: mapped.text,
    artifacts: recognise(mapped.text, slot),
    secrets: redaction.secrets,
    toRaw: (start: number, end: number): Span => mapped.toSource(start, end),
  };
}
