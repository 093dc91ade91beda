import type { ArtifactKind } from '../model/artifact.ts';
import type { ArtifactParser } from './artifactParser.ts';
import { parserOf } from './parserRegistry.ts';

/**
 * @param opened     what the line shows by itself; null when it shows nothing
 * @param current    what the line above belongs to, and how many lines it has; null at the beginning
 * @param afterBlank true when a blank line is between them
 * @returns the parser the line belongs to
 */
export function parserFor(
  opened: ArtifactParser | null,
  line: string,
  current: { readonly parser: ArtifactParser; readonly lines: number } | null,
  afterBlank: boolean,
): ArtifactParser {
  if (current === null) return opened ?? parserOf('prose');
  const { parser, lines } = current;
  if (opened === parser) return parser;
  if (opened !== null && !(parser.absorbs.includes(opened.kind) && !afterBlank)) {
    // A line that shows another kind only weakly ("<add ...>" inside an event) stays where it is.
    const weak = opened.kind === 'web-config' && !afterBlank;
    return weak && parser.holds?.test(line) === true ? parser : opened;
  }
  if (opened !== null || parser.holds?.test(line) === true) return parser;
  // Text that shows nothing goes on with an event or a log until a blank line; elsewhere it is a person's words.
  if (afterBlank || !RUNS_ON.has(parser.kind)) return parserOf('prose');
  return parser.kind === 'browser-page' && (lines < PAGE_LINES || PERSONAL.test(line)) ? parserOf('prose') : parser;
}

const RUNS_ON: ReadonlySet<ArtifactKind> = new Set([
  'windows-event',
  'ancm-debug-log',
  'ancm-stdout-log',
  'dotnet-cli',
  'appcmd-output',
  'installer-log',
  'browser-page',
  // The body of an answer: an error page whose tags were taken out.
  'har',
]);

// People quote the heading of a page and go on in their own words; who copies three lines copies the page.
const PAGE_LINES = 3;
// Whoever says "we" or asks under an error page is not the page.
const PERSONAL =
  /(?<!\w)(?:I|I'm|I've|[Ww]e|[Mm]y|[Oo]ur|[Aa]nyone|[Aa]nybody|[Hh]elp|[Tt]hanks|[Ii]ch|[Ww]ir|[Mm]ein|[Uu]nsere?|[Jj]e|[Nn]ous|[Mm]on|[Nn]otre|[Yy]o|[Nn]osotros|[Nn]uestr[oa]|[Ee]u|[Mm]eu|[Nn]osso)(?!\w)|\u6211|\u8bf7\u95ee|\u79c1|\u5f0a\u793e|\?\s{0,8}$/;
