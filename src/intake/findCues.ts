import type { LowerText } from './lowerText.ts';
import { PARSERS } from './parserRegistry.ts';

/** Index (in the registry) of the first parser with a cue between two offsets; -1 without one. Offsets must ascend. */
export type CueReader = (start: number, end: number) => number;

/** Searches every cue once in the whole text: far cheaper than asking each line for all of them. */
export function findCues(lower: LowerText): CueReader {
  const hits: { readonly at: number; readonly parser: number }[] = [];
  for (const [parser, { cues }] of PARSERS.entries()) {
    for (const cue of cues) {
      for (let at = lower.indexOf(cue); at >= 0; at = lower.indexOf(cue, at + cue.length)) hits.push({ at, parser });
    }
  }
  hits.sort((a, b) => a.at - b.at);
  let next = 0;
  return (start, end) => {
    let first = -1;
    for (; next < hits.length && hits[next]!.at < end; next++) {
      const { at, parser } = hits[next]!;
      if (at >= start && (first < 0 || parser < first)) first = parser;
    }
    return first;
  };
}
