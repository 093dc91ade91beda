/**
 * Writes the lines that a reader of a page would see: blocks begin a line, blanks outside code are one blank, cells are
 * parted by tabs. A line end is written only when something follows it.
 */
export class ChatLines {
  private readonly parts: string[] = [];
  private readonly rows: number[] = [];
  private breaks = 0;
  private blank = false;
  private filled = false;

  /** Text outside code: a run of ASCII blanks is one blank, and none at either end of a line. No-break blanks stay. */
  flowing(raw: string, decode: (text: string) => string): void {
    const single = raw.replace(/[ \t\r\n\f]+/g, ' ');
    if (single === ' ') {
      this.blank = this.filled;
      return;
    }
    if (single.startsWith(' ')) this.blank = this.filled;
    const body = trimBlanks(single);
    if (body === '') return;
    this.put(decode(body));
    this.blank = single.endsWith(' ');
  }

  /** Text as it stands, line ends and indents kept. */
  verbatim(text: string): void {
    if (text === '') return;
    this.blank = false;
    this.put(text);
    this.filled = !text.endsWith('\n');
  }

  /** The beginning or the end of a block: what follows stands on a new line. */
  block(): void {
    if (this.filled) this.breaks += 1;
    this.filled = false;
    this.blank = false;
  }

  /** A line end that was written as one. */
  lineEnd(): void {
    this.breaks += 1;
    this.filled = false;
    this.blank = false;
  }

  row(): void {
    this.block();
    if (this.rows.length < NESTED_MAX) this.rows.push(0);
  }

  rowEnd(): void {
    // Behind the tab of an empty last cell nothing is written, and the row ends all the same.
    if ((this.rows.pop() ?? 0) > 1 && this.breaks === 0) this.filled = true;
    this.block();
  }

  /** The number of a list's item. The paragraphs in it begin no line of their own. */
  number(text: string): void {
    this.verbatim(text);
    this.filled = false;
  }

  /** An item ends, also one that holds nothing but its number. */
  itemEnd(): void {
    if (this.breaks === 0) this.filled = true;
    this.block();
  }

  /** A cell. The paragraphs in it begin and end no line of their own. */
  cell(): void {
    const before = this.rows.pop() ?? 0;
    this.rows.push(before + 1);
    if (before === 0) {
      this.block();
      this.flush();
      return;
    }
    this.breaks = 0;
    this.blank = false;
    this.put('\t');
    this.filled = false;
  }

  /** Everything so far, without blank lines at its ends. */
  finish(): string {
    return this.parts.join('').replace(/^\n+/, '').trimEnd();
  }

  private put(text: string): void {
    this.flush();
    if (this.blank) this.parts.push(' ');
    this.blank = false;
    this.filled = true;
    this.parts.push(text);
  }

  private flush(): void {
    if (this.breaks > 0) this.parts.push('\n'.repeat(this.breaks));
    this.breaks = 0;
  }
}

const NESTED_MAX = 50;

function trimBlanks(text: string): string {
  const start = text.startsWith(' ') ? 1 : 0;
  return text.slice(start, text.endsWith(' ') ? Math.max(start, text.length - 1) : text.length);
}
