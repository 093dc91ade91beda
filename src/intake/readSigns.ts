import type { Document, Span } from '../model/artifact.ts';
import { readCodes } from './signs/codeSigns.ts';
import { readEvents } from './signs/eventSigns.ts';
import { readExceptions } from './signs/exceptionSigns.ts';
import { readBareStatuses, readStatuses } from './signs/statusSigns.ts';
import type { Sign } from './signs/sign.ts';
import { readLogLines } from './signs/w3cSigns.ts';

/**
 * Reads statuses, codes, exceptions and events.
 * @returns in the order of the text; the same value again for each place where it stands
 */
export function readSigns(document: Document): readonly Sign[] {
  const signs: Sign[] = [];
  for (const { kind, start, end } of document.artifacts) {
    const part = document.text.slice(start, end);
    if (kind === 'iis-w3c-log' || kind === 'httperr-log') add(signs, start, readLogLines(part, kind === 'httperr-log'));
    else if (kind === 'prose' || kind === 'browser-page') add(signs, start, readBareStatuses(part));
  }
  for (const { start, end } of stretches(document)) {
    const part = document.text.slice(start, end);
    add(signs, start, [...readStatuses(part), ...readCodes(part), ...readExceptions(part), ...readEvents(part)]);
  }
  return withoutRepeats(signs.sort((a, b) => a.start - b.start || b.end - a.end));
}

/** Neighbouring artifacts are scanned in one go; of logs with columns only failed-request traces are, which are XML. */
function stretches(document: Document): Span[] {
  const found: { start: number; end: number }[] = [];
  for (const { kind, start, end } of document.artifacts) {
    const columns = kind === 'iis-w3c-log' || kind === 'httperr-log';
    if (columns && !document.text.slice(start, end).includes('<')) continue;
    if (found.at(-1)?.end === start) found.at(-1)!.end = end;
    else found.push({ start, end });
  }
  return found;
}

function add(signs: Sign[], offset: number, found: readonly Sign[]): void {
  for (const sign of found) signs.push({ ...sign, start: offset + sign.start, end: offset + sign.end });
}

/** "HTTP Error 500.30" is read by its words and as a bare number: once is enough. */
function withoutRepeats(signs: readonly Sign[]): Sign[] {
  return signs.filter((sign, index) => {
    const before = signs[index - 1];
    return before?.type !== 'status' || sign.type !== 'status' || before.start !== sign.start;
  });
}
