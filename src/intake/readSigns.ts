import type { Document } from '../model/artifact.ts';
import { readCodes } from './signs/codeSigns.ts';
import { readEvents } from './signs/eventSigns.ts';
import { readExceptions } from './signs/exceptionSigns.ts';
import { readBareStatuses, readStatuses } from './signs/statusSigns.ts';
import type { Sign } from './signs/sign.ts';
import { readFrebStatuses, readHarStatuses } from './signs/traceSigns.ts';
import { readNamedErrors } from './signs/namedErrors.ts';
import { readSlippedCodes } from './signs/slippedCodes.ts';
import { readToldStatuses } from './signs/toldStatuses.ts';
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
    else if (kind === 'har') add(signs, start, readHarStatuses(part));
    else if (kind === 'freb-trace') add(signs, start, readFrebStatuses(part));
    else if (kind === 'prose' || kind === 'browser-page')
      add(signs, start, [...readToldStatuses(part), ...readBareStatuses(part)]);
  }
  for (const { start, end, config } of stretches(document)) {
    const part = document.text.slice(start, end);
    add(signs, start, [...readCodes(part), ...readSlippedCodes(part), ...readExceptions(part), ...readEvents(part)]);
    // A configuration lists the statuses it has pages for: none of them happened.
    if (!config) add(signs, start, [...readNamedErrors(part), ...readStatuses(part)]);
  }
  return withoutRepeats(signs.sort((a, b) => a.start - b.start || b.end - a.end));
}

interface Stretch {
  readonly start: number;
  end: number;
  readonly config: boolean;
}

/** Neighbouring artifacts are scanned in one go; logs with columns are not. */
function stretches(document: Document): Stretch[] {
  const found: Stretch[] = [];
  for (const { kind, channel, start, end } of document.artifacts) {
    if (kind === 'iis-w3c-log' || kind === 'httperr-log') continue;
    const last = found.at(-1);
    const config = channel === 'config';
    if (last?.end === start && last.config === config) last.end = end;
    else found.push({ start, end, config });
  }
  return found;
}

function add(signs: Sign[], offset: number, found: readonly Sign[]): void {
  for (const sign of found) signs.push(offset === 0 ? sign : moved(sign, offset));
}

function moved(sign: Sign, offset: number): Sign {
  return { ...sign, start: offset + sign.start, end: offset + sign.end };
}

/** "HTTP Error 500.30" is read by its words and as a bare number: once is enough. Of one place the longest status holds. */
function withoutRepeats(signs: readonly Sign[]): Sign[] {
  const kept: Sign[] = [];
  for (const sign of signs) {
    let same = kept.length - 1;
    while (same >= 0 && kept[same]!.start === sign.start && !isRepeat(kept[same]!, sign)) same -= 1;
    if (same < 0 || kept[same]!.start !== sign.start) kept.push(sign);
  }
  return kept;
}

function isRepeat(before: Sign, sign: Sign): boolean {
  return (
    before.type === sign.type && (sign.type === 'status' || (before.value === sign.value && before.id === sign.id))
  );
}
