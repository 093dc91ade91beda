import { LINE_HEAD, type ArtifactParser, type Shape } from './artifactParser.ts';
import { Blocks } from './blocks.ts';
import type { CueReader } from './findCues.ts';
import { withCutBeginning } from './cutBeginning.ts';
import { parserFor } from './parserFor.ts';
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
  /** How many of its lines are not blank, blocks aside. */
  lines: number;
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
  let lastText = '';
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
      const place = { text: line, start: current === undefined ? 0 : start, end, shape, before, lastText };
      const run = runOf(place, opener(head, cued, among), current ?? null);
      if (run !== current) runs.push(run);
      run.end = end;
      run.lines += 1;
      blockEnd = Math.max(blockEnd, blocks.endOf(line, start, run.parser, run.shape));
    }
    before = line;
    if (!blank) lastText = line;
    start = end;
  }
  return withCutBeginning(text, runs);
}

interface Line {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly shape: Shape | null;
  /** The line above, and the last one that is not blank. */
  readonly before: string;
  readonly lastText: string;
}

/** @returns the run the line belongs to: the current one, or a new one */
function runOf(line: Line, opened: ArtifactParser | null, current: Run | null): Run {
  const { shape } = line;
  if (current !== null && shape !== null && shape === current.shape) {
    if (beginsAnother(line, opened, current)) return newRun(line, opened ?? guess(shape), shape, opened !== null);
    promote(current, opened);
    return current;
  }
  const parser = parserFor(opened, line.text, current, isBlank(line.before));
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
  return { parser, start: line.start, end: line.end, shape, decided, indent: indentOf(line.text), lines: 0 };
}

/** The surest kind wins: earlier in the registry, of the same shape. */
function promote(run: Run, opened: ArtifactParser | null): void {
  if (run.shape === null || opened?.shape !== run.shape) return;
  if (!run.decided || PARSERS.indexOf(opened) < PARSERS.indexOf(run.parser)) run.parser = opened;
  run.decided = true;
}

/** True for the first line of a document of its own; events are parts of a trace. */
function beginsAnother(line: Line, opened: ArtifactParser | null, current: Run): boolean {
  if (!current.decided) return false;
  const { text } = line;
  if (current.shape === 'json') {
    if (!/^\s{0,8}\{/.test(text)) return false;
    return /^\s{0,8}\}\s{0,8}$/.test(line.lastText) || (opened?.shape === 'json' && opened !== current.parser);
  }
  if (/^\s{0,8}<\?xml /.test(text)) return true;
  if (opened?.shape !== 'xml') return false;
  if (current.parser.kind === 'freb-trace' && opened.kind === 'windows-event') return false;
  if (opened.block?.from.test(text) === true) return true;
  // Behind a blank line and not deeper than the beginning, another kind is another document.
  if (opened === current.parser || !isBlank(line.before) || indentOf(text) > current.indent) return false;
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

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

function isBlank(line: string): boolean {
  return !/\S/.test(line);
}
