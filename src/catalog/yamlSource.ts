import type { Document, LineCounter } from 'yaml';
import type { Fault } from './faults.ts';
import { requireYaml } from './packages.ts';

/** Keys and indexes from the top of a file to a value: ['steps', 1, 'do']. */
export type YamlPath = readonly (string | number)[];

/** More aliases than this expand to more than any entry needs. */
const ALIASES_MAX = 20;

/** A parsed YAML file that knows where each value stands. */
export class YamlSource {
  /** Path from the project's folder, with "/". */
  readonly file: string;
  /** Plain data; null for an empty file or one with faults. */
  readonly value: unknown;
  /** The first fault of the YAML itself; empty: none. */
  readonly faults: readonly Fault[];
  readonly #lines: LineCounter;
  readonly #document: Document;

  constructor(file: string, text: string) {
    const yaml = requireYaml();
    this.file = file;
    this.#lines = new yaml.LineCounter();
    // prettyErrors would add its own place and a picture of the line to each message.
    this.#document = yaml.parseDocument(text, { lineCounter: this.#lines, prettyErrors: false });
    // One slip makes the parser stumble over the rest of the file, so only the first place is worth naming.
    const faults = [...this.#document.errors, ...this.#document.warnings]
      .slice(0, 1)
      .map((error) => this.#faultAtOffset(error.pos[0], `this is not valid YAML: ${error.message}`));
    let value: unknown = null;
    if (faults.length === 0) {
      try {
        value = this.#document.toJS({ maxAliasCount: ALIASES_MAX });
      } catch (error) {
        const detail = error instanceof Error ? error.message : String(error);
        faults.push(this.#faultAtOffset(0, `aliases cannot be expanded (${detail}); write the values out`));
      }
    }
    this.value = value;
    this.faults = faults;
  }

  /** Tells whether something is written at the path. */
  has(path: YamlPath): boolean {
    return this.#document.hasIn(path);
  }

  /** The characters of a plain or quoted value as written ("502.50"); undefined for lists, maps and what is not there. */
  written(path: YamlPath): string | undefined {
    const node = this.#document.getIn(path, true);
    return requireYaml().isScalar(node) ? node.source : undefined;
  }

  /** Makes a fault at the value of the path; where nothing is written, at the nearest thing around it. */
  faultAt(path: YamlPath, message: string): Fault {
    return this.#faultAtOffset(this.#offsetOf(path, false), message);
  }

  /** Makes a fault at the last key of the path. */
  faultAtKey(path: YamlPath, message: string): Fault {
    return this.#faultAtOffset(this.#offsetOf(path, true), message);
  }

  #faultAtOffset(offset: number, message: string): Fault {
    const { line, col } = this.#lines.linePos(offset);
    return { file: this.file, line: Math.max(line, 1), column: Math.max(col, 1), message };
  }

  #offsetOf(path: YamlPath, ofKey: boolean): number {
    const { isMap, isPair, isScalar, isSeq } = requireYaml();
    let node: unknown = this.#document.contents;
    let offset = startOf(node) ?? 0;
    for (const [depth, key] of path.entries()) {
      if (isMap(node)) {
        const pair = node.items.find((item) => isScalar(item.key) && item.key.value === key);
        if (!isPair(pair)) return offset;
        const last = depth === path.length - 1;
        offset = (last && ofKey ? startOf(pair.key) : (startOf(pair.value) ?? startOf(pair.key))) ?? offset;
        node = pair.value;
      } else if (isSeq(node) && typeof key === 'number') {
        node = node.items[key];
        offset = startOf(node) ?? offset;
      } else {
        return offset;
      }
    }
    return offset;
  }
}

function startOf(node: unknown): number | undefined {
  return requireYaml().isNode(node) ? node.range?.[0] : undefined;
}
