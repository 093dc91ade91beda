import { REDACTION_RULES } from '../redactionRules.ts';
import { ELEMENTS_MAX, elementOf, type ConfigElement, type ConfigFile, type XmlFault } from './configFile.ts';
import { checkAmpersands, type XmlTag } from './xmlTag.ts';
import { readXml, type XmlSink, type XmlSource } from './xmlTokens.ts';

const CUE =
  /<(?:configuration|location|aspNetCore|handlers|modules|system\.(?:webServer|web|applicationHost)|applicationPools|sites|httpErrors|requestLimits|rewrite|environmentVariables?|security|add name="?aspNetCore)[\s/>]/g;
/** Deeper elements are counted, not kept: the deepest of IIS is eight levels down. */
const DEPTH_MAX = 200;
/** A text with more tags is no configuration; reading stops there, and the file counts as cut off. */
const TAGS_MAX = 100_000;
/** Longest comment or DOCTYPE in front of the root. */
const HEAD_MAX = 4000;
// Left out by hand, or a listing with numbered lines: not the file as it is.
const ABRIDGED = /\.{3}|\u2026|^\s{0,20}\d{1,5}:/m;
const REDACTED = new Set(REDACTION_RULES.map(({ replacement }) => replacement));

/**
 * Reads every configuration file and fragment of a text, in one pass.
 * @returns in order; empty when there is no markup of IIS
 */
export function readConfigFiles(source: XmlSource): ConfigFile[] {
  CUE.lastIndex = 0;
  const cue = CUE.exec(source.text);
  if (cue === null) return [];
  // A file that came with every "<" escaped is read as it stands.
  const escaped = source.isData(cue.index);
  const reader = new FileReader(escaped ? { text: source.text, isData: () => false } : source, escaped);
  readXml(reader.source, headBefore(source.text, cue.index), reader);
  return reader.finish();
}

/** What stands in front of the first element and belongs to the file: a declaration, a DOCTYPE, a comment. */
function headBefore(text: string, at: number): number {
  const from = Math.max(0, at - HEAD_MAX);
  const head = text.slice(from, at);
  const comment = head.trimEnd().endsWith('-->') ? head.lastIndexOf('<!--') : -1;
  const starts = [head.lastIndexOf('<?xml'), head.lastIndexOf('<!DOCTYPE'), comment].filter((start) => start >= 0);
  return starts.length === 0 ? at : from + Math.min(...starts);
}

class OpenFile {
  readonly elements: ConfigElement[] = [];
  readonly stack: (ConfigElement | null)[] = [];
  readonly names = new Map<string, number>();
  depth = 0;
  rooted = false;
  closed = false;
  abridged = false;
  fault: XmlFault | null = null;
  doctype: { readonly start: number; readonly end: number } | null = null;

  readonly start: number;

  constructor(start: number) {
    this.start = start;
  }
}

class FileReader implements XmlSink {
  private readonly files: OpenFile[] = [];
  private file: OpenFile | null = null;
  private tags = 0;

  /** Of the declaration or comment in front of the next file. */
  private head: number | null = null;
  private lastEnd = 0;
  readonly source: XmlSource;
  private readonly escaped: boolean;

  constructor(source: XmlSource, escaped: boolean) {
    this.source = source;
    this.escaped = escaped;
  }

  finish(): ConfigFile[] {
    return this.files.map(({ start, elements, rooted, closed, abridged, fault, doctype }) => {
      const whole = rooted && closed && !abridged;
      return { start, elements, whole, fault: whole ? fault : null, doctype };
    });
  }

  isFull(): boolean {
    return this.tags >= TAGS_MAX;
  }

  open(tag: XmlTag): void {
    this.tags++;
    if (tag.attributes.length === 0 && REDACTED.has(`<${tag.name}>`)) return;
    const root = tag.name === 'configuration';
    let file = this.file;
    if (file === null || file.closed || (root && (file.rooted || file.elements.length > 0)))
      file = this.begin(tag.start);
    const element = elementOf(tag, file.stack.findLast((one) => one !== null) ?? null);
    if (root && file.depth === 0) file.rooted = true;
    if (this.tags <= ELEMENTS_MAX) file.elements.push(element);
    if (!tag.selfClosed) push(file, element);
    else if (root && file.depth === 0) this.end(file, tag.end);
  }

  close(name: string, start: number, end: number): void {
    this.tags++;
    const { file } = this;
    if (file === null) return;
    if (file.closed) {
      // Only an end tag that follows at once can belong to the file.
      if (start - this.lastEnd < 200 && !/\S/.test(this.source.text.slice(this.lastEnd, start)))
        this.note(file, `</${name}> stands behind the end of the file`, start);
      return;
    }
    const open = file.names.get(name) ?? 0;
    if (open === 0) {
      if (file.depth <= DEPTH_MAX) this.note(file, `</${name}> closes an element that is not open`, start);
      return;
    }
    while (file.depth > 0) {
      const top = pop(file);
      if (top === null || top.name === name) break;
      const line = this.lineIn(file, top.start);
      this.note(file, `${top.name} of line ${line} is not closed before </${name}>`, start);
    }
    if (name === 'configuration' && file.depth === 0) this.end(file, end);
  }

  prologue(start: number): void {
    if (this.file === null || this.file.closed) this.head ??= start;
  }

  text(start: number, end: number): void {
    const { file } = this;
    if (!/\S/.test(this.source.text.slice(start, end))) return;
    this.head = null;
    if (file === null || file.closed || file.abridged) return;
    file.abridged = ABRIDGED.test(this.source.text.slice(start, end));
    checkAmpersands(this.source, start, end, (words, at) => this.fault(words, at));
  }

  doctype(start: number, end: number): void {
    const file = this.file === null || this.file.closed ? this.begin(start) : this.file;
    file.doctype ??= { start, end };
  }

  fault(words: string, at: number): void {
    if (this.file !== null && !this.file.closed) this.note(this.file, words, at);
  }

  private begin(start: number): OpenFile {
    this.file = new OpenFile(this.head ?? start);
    this.head = null;
    this.files.push(this.file);
    return this.file;
  }

  private end(file: OpenFile, at: number): void {
    file.closed = true;
    this.lastEnd = at;
  }

  private note(file: OpenFile, words: string, at: number): void {
    // In an escaped text an ampersand may have lost its own escape on the way.
    if (this.escaped && words.startsWith('a bare &')) return;
    file.fault ??= { words, at };
  }

  private lineIn(file: OpenFile, at: number): number {
    if (file.fault !== null) return 0;
    return this.source.text.slice(file.start, at).split('\n').length;
  }
}

function push(file: OpenFile, element: ConfigElement): void {
  file.depth++;
  if (file.depth > DEPTH_MAX) return;
  file.stack.push(element);
  file.names.set(element.name, (file.names.get(element.name) ?? 0) + 1);
}

/** @returns the innermost element; null for one that was too deep to be kept */
function pop(file: OpenFile): ConfigElement | null {
  file.depth--;
  if (file.depth >= DEPTH_MAX) return null;
  const top = file.stack.pop() ?? null;
  if (top !== null) file.names.set(top.name, (file.names.get(top.name) ?? 1) - 1);
  return top;
}
