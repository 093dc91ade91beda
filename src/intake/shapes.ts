import type { Shape } from './artifactParser.ts';

const XML = /^(?:<[!?/]?[A-Za-z]|<!--|\/?>|-->|[\w:.-]{1,60}\s{0,4}=\s{0,4}["'])/;
const JSON_LINE =
  /^(?:[{[]\s{0,8}(?:$|["{[\]}])|[}\]]{1,8}[,;]?\s{0,8}$|[}\]],\s{0,8}[{"]|"(?:[^"\\\n]|\\.){0,200}(?:$|"\s{0,8}(?::\s{0,8}(?:$|["{[\dtfn-])|,?\s{0,8}$))|-?\d{1,20}(?:\.\d{1,10})?,?\s{0,8}$|(?:true|false|null),?\s{0,8}$)/;

/** @returns the shape a line has by its beginning; null for all other text. Blanks in front are gone. */
export function shapeOf(line: string): Shape | null {
  if (XML.test(line)) return 'xml';
  return JSON_LINE.test(line) ? 'json' : null;
}

/** Finds the next place of a text behind ever later offsets; every stretch is searched once. */
export class NextPlace {
  private readonly find: (from: number) => number;
  private last = -1;

  constructor(find: (from: number) => number) {
    this.find = find;
  }

  /** @returns the first place at or behind `from`, or -1; `from` must not go back */
  after(from: number): number {
    if (this.last >= 0 && this.last >= from) return this.last;
    if (this.last === -2) return -1;
    const found = this.find(from);
    this.last = found < 0 ? -2 : found;
    return found;
  }
}
