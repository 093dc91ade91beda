import type { Artifact, ArtifactKind, Channel, Slot } from '../model/artifact.ts';
import { channelOf } from './channels.ts';
import { findCues } from './findCues.ts';
import { LowerText } from './lowerText.ts';
import { readRuns } from './readRuns.ts';
import { splitEvents } from './splitEvents.ts';

/**
 * Cuts a cleaned text into artifacts, by lines: neighbouring lines of one kind are one artifact, and blank lines stay
 * with what is above them. Events of the System log are artifacts of their own, because their channel differs.
 * @param text normalised and redacted
 * @param slot the field it came in by; it decides where a text of no clear origin belongs
 * @param lower the same text, if it is there already
 * @returns in order, without gaps; empty when the text is blank
 */
export function recognise(text: string, slot: Slot, lower = new LowerText(text)): Artifact[] {
  if (!/\S/.test(text)) return [];
  const artifacts: Artifact[] = [];
  for (const run of readRuns(text, findCues(lower))) {
    for (const part of splitEvents(text, run)) {
      const channel = channelOf(part.parser, slot, text.slice(part.start, part.end));
      add(artifacts, part.parser.kind, channel, part.start, part.end);
    }
  }
  return artifacts;
}

function add(artifacts: Artifact[], kind: ArtifactKind, channel: Channel, start: number, end: number): void {
  const last = artifacts.at(-1);
  if (last?.kind === kind && last.channel === channel) artifacts[artifacts.length - 1] = { ...last, end };
  else artifacts.push({ kind, channel, start, end });
}
