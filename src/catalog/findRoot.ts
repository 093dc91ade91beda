import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { HostmedicError } from '../model/errors.ts';

/**
 * Finds the project's folder by walking up to the package.json named "hostmedic", so that it works from src, lib and test alike.
 * @param from file URL of a file inside the project
 * @returns absolute path without a trailing separator
 * @throws HostmedicError CONFIG_MISSING when no folder above has that package.json
 */
export function findRoot(from: string = import.meta.url): string {
  const start = dirname(fileURLToPath(from));
  for (let folder = start; ; folder = dirname(folder)) {
    if (isProjectRoot(folder)) return folder;
    if (dirname(folder) === folder) break;
  }
  throw new HostmedicError(
    'CONFIG_MISSING',
    `${start}: no folder above holds a package.json named "hostmedic"; run it from a complete copy of the project`,
  );
}

function isProjectRoot(folder: string): boolean {
  try {
    const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return typeof manifest === 'object' && manifest !== null && 'name' in manifest && manifest.name === 'hostmedic';
  } catch {
    // Most folders have no package.json; one that cannot be read or parsed is not ours either.
    return false;
  }
}
