import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Catalog } from '../model/catalog.ts';
import { compareText } from './faults.ts';
import { freezeDeep } from './freezeDeep.ts';
import { loadCatalog } from './loadCatalog.ts';

/** Raise it when the normalisers or src/model/catalog.ts change, so that files written before count as stale. */
const FORMAT = 3;

/** Below catalog/: healthy samples for tests. They are no part of the catalog that is loaded, and big. */
const NOT_LOADED = 'clean';

interface CompiledCatalog {
  /** Hash of the catalog folder it was made from. */
  readonly stamp: string;
  /** SHA-256 of the JSON text of `catalog`, hex. */
  readonly sha256: string;
  readonly catalog: Catalog;
}

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
  const compiled: CompiledCatalog = { stamp, sha256: sha256(JSON.stringify(catalog)), catalog };
  mkdirSync(dirname(outFile), { recursive: true });
  const draft = `${outFile}.${process.pid}.tmp`;
  writeFileSync(draft, JSON.stringify(compiled));
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
    const compiled: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (!isCompiled(compiled) || compiled.stamp !== stamp) return undefined;
    return sha256(JSON.stringify(compiled.catalog)) === compiled.sha256 ? freezeDeep(compiled.catalog) : undefined;
  } catch {
    // Missing, cut or not JSON: the YAML is the truth.
    return undefined;
  }
}

/** The hash over `catalog` vouches for what is in it; here only the frame is looked at. */
function isCompiled(value: unknown): value is CompiledCatalog {
  return (
    typeof value === 'object' &&
    value !== null &&
    'stamp' in value &&
    'sha256' in value &&
    'catalog' in value &&
    typeof value.catalog === 'object' &&
    value.catalog !== null
  );
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
