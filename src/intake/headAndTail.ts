/**
 * Takes a stream of bytes and keeps all of it up to a limit; of more it keeps the beginning and the end, where the newest
 * entries of a log are, cut between two lines.
 */
export class HeadAndTail {
  private readonly max: number;
  private readonly headMax: number;
  private readonly head: Uint8Array[] = [];
  private headLength = 0;
  private tail: Uint8Array[] = [];
  private tailLength = 0;
  private total = 0;

  /** @param max bytes kept at most; a fifth of it is the beginning */
  constructor(max: number) {
    this.max = max;
    this.headMax = Math.floor(max / 10) * 2;
  }

  /** Bytes taken so far. */
  get length(): number {
    return this.total;
  }

  /** True when something is left out. */
  get isCut(): boolean {
    return this.total > this.max;
  }

  add(chunk: Uint8Array): void {
    this.total += chunk.length;
    const room = this.headMax - this.headLength;
    const first = chunk.subarray(0, room);
    if (first.length > 0) this.head.push(first);
    this.headLength += first.length;
    const rest = chunk.subarray(first.length);
    if (rest.length === 0) return;
    this.tail.push(rest);
    this.tailLength += rest.length;
    if (this.tailLength > 2 * this.max) this.shorten();
  }

  /** What was kept, in order. */
  finish(): Uint8Array {
    this.shorten();
    const head = Buffer.concat(this.head);
    const tail = Buffer.concat(this.tail);
    if (!this.isCut) return Buffer.concat([head, tail]);
    return Buffer.concat([head.subarray(0, endOfLastLine(head)), tail.subarray(startOfFirstLine(tail, this.total))]);
  }

  private shorten(): void {
    const all = Buffer.concat(this.tail);
    this.tail = [all.subarray(Math.max(0, all.length - (this.max - this.headMax)))];
    this.tailLength = this.tail[0]!.length;
  }
}

const LINE_FEED = 0x0a;

/** Both cuts are at even offsets of the file: a pair of bytes of UTF-16 stays whole, and its line feed is "0a 00" or "00 0a". */
function endOfLastLine(head: Uint8Array): number {
  const at = head.lastIndexOf(LINE_FEED);
  return at < 0 ? head.length : Math.min(head.length, at + 1 + ((at + 1) % 2));
}

function startOfFirstLine(tail: Uint8Array, total: number): number {
  const offset = total - tail.length;
  const at = tail.indexOf(LINE_FEED);
  const start = at < 0 ? 0 : at + 1;
  return start + ((offset + start) % 2);
}
