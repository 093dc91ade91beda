import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** By file; null: it has none. A map takes some 50 ms to read, so none is read before something went wrong. */
const maps = new Map<string, SourceMap | null>();

/**
 * Says where a place of a bundle stands in the sources. Node's own way (--enable-source-maps) reads the maps of all packages at
 * each start.
 * @param url    file URL, as in the stack of a module
 * @param line   1..
 * @param column 1..
 * @returns "readBody.ts:12"; null when the file has no map, or the place is not in it
 */
export function sourcePlace(url: string, line: number, column: number): string | null {
  if (url.includes('/node_modules/')) return null;
  const entry = mapOf(url)?.findEntry(line - 1, column - 1);
  if (entry === undefined || !('originalSource' in entry)) return null;
  return `${path.posix.basename(entry.originalSource)}:${entry.originalLine + 1}`;
}

function mapOf(url: string): SourceMap | null {
  const known = maps.get(url);
  if (known !== undefined) return known;
  const map = readMap(url);
  maps.set(url, map);
  return map;
}

function readMap(url: string): SourceMap | null {
  try {
    return new SourceMap(JSON.parse(readFileSync(`${fileURLToPath(url)}.map`, 'utf8')));
  } catch {
    // Run from source, or the maps were not installed.
    return null;
  }
}
