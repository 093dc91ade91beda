import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Catalog } from '../model/catalog.ts';
import { compareText } from './faults.ts';
import { freezeDeep } from './freezeDeep.ts';
import { loadCatalog } from './loadCatalog.ts';

/** Raise it when this file, the normalisers or src/model/catalog.ts change, so that files written before count as stale. */
const FORMAT = 4;

/** Below catalog/: healthy samples for tests. They are no part of the catalog that is loaded, and big. */
const NOT_LOADED = 'clean';

/**
 * How a compiled file begins: the hash of the catalog folder it was made from, and the hash of the text that follows, up to the
 * brace that closes the file. So the text is proven as it lies there, and read once.
 */
const FRAME = /^\{"stamp":"([0-9a-f]{64})","sha256":"([0-9a-f]{64})","catalog":/;
const FRAME_BYTES = JSON.stringify({ stamp: '', sha256: '', catalog: 0 }).length - 2 + 2 * 64;

/**
 * Opens the catalog: lib/catalog.json when it was made from exactly the files that are there now, else the YAML.
 * @param root folder that holds catalog/ and maybe lib/
 * @throws HostmedicError CATALOG_INVALID as loadCatalog does; never for a stale, broken or missing lib/catalog.json
 */
export function openCatalog(root: string): Catalog {
  return readCompiled(join(root, 'lib', 'catalog.json'), hashCatalog(root)) ?? loadCatalog(root);
}

/**
 * Loads the YAML catalog and writes it as one stamped JSON file.
 * @param root    folder that holds catalog/
 * @param outFile file to write; its folder is made; an old file is replaced in one move
 * @returns the catalog that was written
 * @throws HostmedicError CATALOG_INVALID as loadCatalog does; nothing is written then
 */
export function writeCompiledCatalog(root: string, outFile: string): Catalog {
  // Hashed first: a file that changes while we load makes the result stale, not wrong.
  const stamp = hashCatalog(root);
  const catalog = loadCatalog(root);
  const text = toAscii(JSON.stringify(catalog));
  mkdirSync(dirname(outFile), { recursive: true });
  const draft = `${outFile}.${process.pid}.tmp`;
  writeFileSync(draft, `{"stamp":"${stamp}","sha256":"${sha256(text)}","catalog":${text}}`);
  renameSync(draft, outFile);
  return catalog;
}

/**
 * Hashes names and contents of all files below catalog/, without catalog/clean.
 * @returns SHA-256, hex; the same for the same files on every system
 */
export function hashCatalog(root: string): string {
  const hash = createHash('sha256').update(`format ${FORMAT}\n`);
  const addFolder = (folder: string) => {
    const entries = readFolder(join(root, folder));
    for (const entry of entries.sort((a, b) => compareText(a.name, b.name))) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        if (path !== `catalog/${NOT_LOADED}`) addFolder(path);
      } else {
        const content = readFileSync(join(root, path));
        // The length keeps "ab" + "c" apart from "a" + "bc".
        hash.update(`${path}\n${content.length}\n`).update(content);
      }
    }
  };
  addFolder('catalog');
  return hash.digest('hex');
}

function readFolder(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    // No catalog folder: loadCatalog says what is missing.
    return [];
  }
}

function readCompiled(file: string, stamp: string): Catalog | undefined {
  try {
    const bytes = readFileSync(file);
    const frame = FRAME.exec(bytes.toString('latin1', 0, FRAME_BYTES));
    const text = bytes.subarray(FRAME_BYTES, -1);
    if (frame?.[1] !== stamp || frame[2] !== sha256(text)) return undefined;
    const catalog: Catalog = JSON.parse(text.toString('latin1'));
    return freezeDeep(catalog);
  } catch {
    // Missing, or not written by us: the YAML is the truth.
    return undefined;
  }
}

/** The same JSON in ASCII: read in a third of the time, and in half of the memory. */
function toAscii(json: string): string {
  return json.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function sha256(data: string | Buffer): string {
  return createHash('sha256').update(data).digest('hex');
}
