import type { Artifact, ArtifactKind, Channel, Slot } from '../model/artifact.ts';
import { LINE_HEAD, type ArtifactParser } from './artifactParser.ts';
import { channelOf, isSystemEvent, startsEvent } from './channels.ts';
import { findCues, type CueReader } from './findCues.ts';
import { LowerText } from './lowerText.ts';
import { PARSERS, parserOf } from './parserRegistry.ts';

interface Run {
  readonly parser: ArtifactParser;
  readonly start: number;
  end: number;
}

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

function readRuns(text: string, cues: CueReader): Run[] {
  const runs: Run[] = [];
  let block: RegExp | null = null;
  let afterBlank = false;
  for (let start = 0; start < text.length;) {
    const lineEnd = text.indexOf('\n', start);
    const end = lineEnd < 0 ? text.length : lineEnd + 1;
    const line = text.slice(start, Math.min(lineEnd < 0 ? text.length : lineEnd, start + LINE_HEAD));
    const current = runs.at(-1);
    if (current !== undefined && (block !== null || isBlank(line))) {
      current.end = end;
      if (block?.test(line) === true || block?.test(text.slice(Math.max(start, end - LINE_HEAD), end)) === true)
        block = null;
      afterBlank = isBlank(line);
    } else {
      const parser = parserFor(opener(line, cues(start, end)), line, current?.parser ?? null, afterBlank);
      if (current?.parser === parser) current.end = end;
      else runs.push({ parser, start, end });
      if (parser.block?.from.test(line) === true && !parser.block.to.test(text.slice(start, end)))
        block = parser.block.to;
      afterBlank = false;
    }
    start = end;
  }
  return runs;
}

/** @returns the first parser of the registry that the line's cues or its beginning show */
function opener(line: string, cued: number): ArtifactParser | null {
  for (let index = 0; index < PARSERS.length; index++) {
    if (index === cued || PARSERS[index]!.opens.test(line)) return PARSERS[index]!;
  }
  return null;
}

function parserFor(
  opened: ArtifactParser | null,
  line: string,
  current: ArtifactParser | null,
  afterBlank: boolean,
): ArtifactParser {
  if (current === null) return opened ?? parserOf('prose');
  if (opened === current) return current;
  if (opened !== null && !(current.absorbs.includes(opened.kind) && !afterBlank)) {
    // A line that shows another kind only weakly ("<add ...>" inside an event) stays where it is.
    return current.holds?.test(line) === true && opened.kind === 'web-config' ? current : opened;
  }
  if (opened !== null || current.holds?.test(line) === true) return current;
  // Text that shows nothing goes on with an event or a page until a blank line; elsewhere it is a person's words.
  return !afterBlank && RUNS_ON.has(current.kind) ? current : parserOf('prose');
}

const RUNS_ON: ReadonlySet<ArtifactKind> = new Set([
  'windows-event',
  'ancm-debug-log',
  'ancm-stdout-log',
  'dotnet-cli',
]);

/** A list of events is cut where the log changes between Application and System. */
function splitEvents(text: string, run: Run): Run[] {
  if (run.parser.kind !== 'windows-event') return [run];
  const starts = [run.start];
  for (let at = run.start; at < run.end;) {
    const next = text.indexOf('\n', at) + 1;
    const end = next === 0 ? run.end : Math.min(next, run.end);
    if (at > run.start && startsEvent(text.slice(at, Math.min(end, at + LINE_HEAD)))) starts.push(at);
    at = end;
  }
  const parts: Run[] = [];
  let system: boolean | null = null;
  for (const [index, start] of starts.entries()) {
    const end = starts[index + 1] ?? run.end;
    const isSystem = isSystemEvent(text.slice(start, end));
    if (isSystem === system) parts.at(-1)!.end = end;
    else parts.push({ parser: run.parser, start, end });
    system = isSystem;
  }
  return parts;
}

function isBlank(line: string): boolean {
  return !/\S/.test(line);
}
