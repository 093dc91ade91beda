import { readJson, type JsonEnd } from './readJson.ts';

/** One value of a JSON file. */
export interface JsonValue {
  /** Keys from the top, joined with "/": `runtimeOptions/framework/name`. Keys that hold a "/" are left as they are. */
  readonly path: string;
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** A JSON file, or the beginning of one. Offsets are into the text. */
export interface JsonFile {
  readonly start: number;
  readonly end: number;
  /** The first ones, at most `VALUES_MAX`. */
  readonly values: readonly JsonValue[];
  /** Objects and lists by path. */
  readonly entered: ReadonlyMap<string, number>;
  /** True when it was read to its last bracket. */
  readonly whole: boolean;
  readonly fault: JsonEnd['fault'];
}

/** A runtimeconfig.json has ten; of a deps.json the first ones are enough. */
const VALUES_MAX = 400;
/** How far in front of its key the "{" of a file may stand, and how many files are read. */
const HEAD_MAX = 400;
const FILES_MAX = 20;

/**
 * Finds JSON files by a key of their top level.
 * @param key with its quote marks: `"runtimeOptions"`
 */
export function findJsonFiles(text: string, key: string): JsonFile[] {
  const files: JsonFile[] = [];
  let from = 0;
  for (let at = text.indexOf(key); at >= 0 && files.length < FILES_MAX; at = text.indexOf(key, from)) {
    const low = Math.max(from, at - HEAD_MAX);
    const brace = firstBrace(text, low, at);
    from = at + key.length;
    if (brace === null) continue;
    const file = readFile(text, brace);
    files.push(file);
    from = Math.max(from, file.end);
  }
  return files;
}

/** The "{" with which the file begins: nothing but comments, blanks and plain keys stand between it and the key. */
function firstBrace(text: string, low: number, at: number): number | null {
  const head = text.slice(low, at);
  const last = head.lastIndexOf('{');
  return last < 0 || head.slice(last).includes('}') ? null : low + last;
}

function readFile(text: string, start: number): JsonFile {
  const values: JsonValue[] = [];
  const entered = new Map<string, number>();
  let enters = 0;
  const { end, fault } = readJson(text, start, {
    value: (path, value, from, to) => {
      if (values.length < VALUES_MAX) values.push({ path: path.join('/'), value, start: from, end: to });
    },
    enter: (path, place) => {
      if (enters++ < VALUES_MAX) entered.set(path.join('/'), place);
    },
  });
  return { start, end, values, entered, whole: fault === null && text[end - 1] === '}', fault };
}
