import type { ArtifactKind } from '../model/artifact.ts';
import { LINE_HEAD, type ArtifactParser, type Shape } from './artifactParser.ts';
import { Blocks } from './blocks.ts';
import type { CueReader } from './findCues.ts';
import { PARSERS, parserOf } from './parserRegistry.ts';
import { shapeOf } from './shapes.ts';

/** Neighbouring lines of one kind. */
export interface Run {
  parser: ArtifactParser;
  readonly start: number;
  end: number;
  /** The shape its lines have; null for other text. */
  readonly shape: Shape | null;
  /** True when something in it showed the kind; else it is a guess from the shape. */
  decided: boolean;
  /** Blanks in front of its first line. */
  readonly indent: number;
}

/**
 * Cuts a text into runs. Blank lines stay with what is above them, a block with its beginning. A stretch of XML or
 * JSON is one run, and the surest kind that any of its lines shows is the kind of all of it.
 * @returns in order, without gaps
 */
export function readRuns(text: string, cues: CueReader): Run[] {
  const runs: Run[] = [];
  const blocks = new Blocks(text);
  let blockEnd = 0;
  let before = '';
  for (let start = 0; start < text.length;) {
    const lineEnd = text.indexOf('\n', start);
    const end = lineEnd < 0 ? text.length : lineEnd + 1;
    const line = text.slice(start, Math.min(lineEnd < 0 ? text.length : lineEnd, start + LINE_HEAD));
    const current = runs.at(-1);
    const blank = isBlank(line);
    const cued = cues(start, end);
    if (current === undefined && blank) {
      // Blank lines in front belong to what follows.
    } else if (current !== undefined && (blank || start < blockEnd)) {
      current.end = end;
      if (!blank) promote(current, PARSERS[cued] ?? null);
    } else {
      const head = line.trimStart();
      const shape = shapeOf(head);
      const among = current !== undefined && shape !== null && shape === current.shape ? SHAPED[shape] : PARSERS;
      const place = { text: line, start: current === undefined ? 0 : start, end, shape };
      const run = runOf(place, opener(head, cued, among), current ?? null, before);
      if (run !== current) runs.push(run);
      run.end = end;
      blockEnd = Math.max(blockEnd, blocks.endOf(line, start, run.parser, run.shape));
    }
    before = line;
    start = end;
  }
  return runs;
}

interface Line {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly shape: Shape | null;
}

/** @returns the run the line belongs to: the current one, or a new one */
function runOf(line: Line, opened: ArtifactParser | null, current: Run | null, before: string): Run {
  const { shape } = line;
  if (current !== null && shape !== null && shape === current.shape) {
    if (beginsAnother(line, opened, current, before))
      return newRun(line, opened ?? guess(shape), shape, opened !== null);
    promote(current, opened);
    return current;
  }
  const parser = parserFor(opened, line.text, current?.parser ?? null, isBlank(before));
  const guessed = shape !== null && parser.kind === 'prose';
  const stays = current?.shape === null ? !guessed : shape === null && parser.kind !== 'prose';
  if (current !== null && parser === current.parser && stays) return current;
  if (guessed) return newRun(line, guess(shape), shape, false);
  return newRun(line, parser, parser.shape === shape ? shape : null, true);
}

/** XML that shows nothing is configuration until a line says otherwise; JSON may be anything. */
function guess(shape: Shape): ArtifactParser {
  return parserOf(shape === 'xml' ? 'web-config' : 'prose');
}

function newRun(line: Line, parser: ArtifactParser, shape: Shape | null, decided: boolean): Run {
  return { parser, start: line.start, end: line.end, shape, decided, indent: indentOf(line.text) };
}

/** The surest kind wins: earlier in the registry, of the same shape. */
function promote(run: Run, opened: ArtifactParser | null): void {
  if (run.shape === null || opened?.shape !== run.shape || opened === run.parser) return;
  if (!run.decided || PARSERS.indexOf(opened) < PARSERS.indexOf(run.parser)) {
    run.parser = opened;
    run.decided = true;
  }
}

/** True for the first line of a document of its own; events are parts of a trace. */
function beginsAnother(line: Line, opened: ArtifactParser | null, current: Run, before: string): boolean {
  if (!current.decided) return false;
  const { text } = line;
  if (current.shape === 'json') {
    if (!/^\s{0,8}\{/.test(text)) return false;
    return /^\s{0,8}\}\s{0,8}$/.test(before) || (opened?.shape === 'json' && opened !== current.parser);
  }
  if (opened?.shape !== 'xml') return false;
  if (current.parser.kind === 'freb-trace' && opened.kind === 'windows-event') return false;
  if (opened.block?.from.test(text) === true) return true;
  // Behind a blank line and not deeper than the beginning, another kind is another document.
  if (opened === current.parser || !isBlank(before) || indentOf(text) > current.indent) return false;
  return opened.kind !== 'web-config' || text.includes('<aspNetCore');
}

/** @returns the first parser of the registry that the line's cues or its beginning show */
function opener(head: string, cued: number, among: readonly ArtifactParser[]): ArtifactParser | null {
  const byCue = PARSERS[cued] ?? null;
  for (const parser of among) {
    if (parser === byCue || parser.opens.test(head)) return parser;
  }
  return byCue;
}

// Inside a stretch of one shape only kinds of that shape are asked for.
const SHAPED: Readonly<Record<Shape, readonly ArtifactParser[]>> = {
  xml: PARSERS.filter((parser) => parser.shape === 'xml'),
  json: PARSERS.filter((parser) => parser.shape === 'json'),
};

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
  // The body of an answer: an error page whose tags were taken out.
  'har',
]);

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

function isBlank(line: string): boolean {
  return !/\S/.test(line);
}
