/** A tag of a chat message. */
export interface ChatTag {
  /** Lower case. */
  readonly name: string;
  readonly closes: boolean;
  /** What stands between the name and the end, as written. */
  readonly attributes: string;
  /** Offset behind the tag. */
  readonly end: number;
}

/** A longer one is no tag of a chat; what looks like one is text. */
const TAG_MAX = 16_384;
const NAME = /<(\/?)([a-z][a-z0-9]{0,23}(?::[a-z]{1,4})?)(?=[\s/>])/iy;
const STOP = /["'<>]/g;

/**
 * Reads the tag that begins at an offset. A `>` inside quote marks does not end it.
 * @returns null when none does: "<" in a sentence, a tag that never ends
 */
export function readChatTag(html: string, at: number): ChatTag | null {
  NAME.lastIndex = at;
  const head = NAME.exec(html);
  if (head === null) return null;
  const from = NAME.lastIndex;
  const end = endOfTag(html, from);
  if (end === null) return null;
  return { name: head[2]!.toLowerCase(), closes: head[1] === '/', attributes: html.slice(from, end - 1), end };
}

/** @returns the value of an attribute as written; empty when the tag has none of this name */
export function attributeOf({ attributes }: ChatTag, name: string): string {
  for (let at = attributes.indexOf(`${name}=`); at >= 0; at = attributes.indexOf(`${name}=`, at + 1)) {
    const from = at + name.length + 2;
    const mark = attributes[from - 1]!;
    const isWhole = at > 0 && ' \t\n"\''.includes(attributes[at - 1]!);
    if (!isWhole || (mark !== '"' && mark !== "'")) continue;
    const end = attributes.indexOf(mark, from);
    return end < 0 ? '' : attributes.slice(from, end);
  }
  return '';
}

function endOfTag(html: string, from: number): number | null {
  STOP.lastIndex = from;
  for (let stop = STOP.exec(html); stop !== null && stop.index - from <= TAG_MAX; stop = STOP.exec(html)) {
    const [sign] = stop;
    if (sign === '>') return stop.index + 1;
    if (sign === '<') return null;
    const closing = html.slice(stop.index + 1, stop.index + 1 + TAG_MAX).indexOf(sign);
    if (closing < 0) return null;
    STOP.lastIndex = stop.index + closing + 2;
  }
  return null;
}
