import type { ArtifactParser, Shape } from './artifactParser.ts';
import { PARSERS } from './parserRegistry.ts';
import { NextPlace } from './shapes.ts';

/** Tells where elements end that hold lines of any kind. Every call must come with a later offset than the one before. */
export class Blocks {
  private readonly text: string;
  private readonly ends = new Map<ArtifactParser, { readonly open: NextPlace; readonly close: NextPlace }>();
  private readonly commentEnd: NextPlace;

  constructor(text: string) {
    this.text = text;
    this.commentEnd = new NextPlace((from) => text.indexOf('-->', from));
    for (const parser of PARSERS) {
      if (parser.block === undefined) continue;
      const { from, to } = parser.block;
      const next = new RegExp(from.source, 'g');
      this.ends.set(parser, {
        open: new NextPlace((at) => {
          next.lastIndex = at;
          return next.exec(text)?.index ?? -1;
        }),
        close: new NextPlace((at) => text.indexOf(to, at)),
      });
    }
  }

  /**
   * @param line what stands at `start`
   * @returns the offset behind the element that begins in the line and ends below it; 0 when none does, or when the
   *          element was cut off: nothing closes it before the next of its kind begins
   */
  endOf(line: string, start: number, parser: ArtifactParser, shape: Shape | null): number {
    const opening = parser.block?.from.exec(line);
    if (opening) {
      const { open, close } = this.ends.get(parser)!;
      const at = start + opening.index;
      const closed = close.after(at);
      const next = parser.kind === 'freb-trace' ? -1 : open.after(at + 1);
      return closed < 0 || (next >= 0 && next < closed) ? 0 : closed;
    }
    if (shape !== 'xml') return 0;
    const comment = line.lastIndexOf('<!--');
    if (comment < 0 || line.includes('-->', comment)) return 0;
    return this.commentEnd.after(start + comment);
  }
}
