import { existsSync, renameSync, statSync } from 'node:fs';

/** A file with one of these endings was meant as a database; any other is more likely a wrong path, and somebody's. */
const DATABASE_ENDING = /\.(?:db3?|sqlite3?)$/i;

/**
 * Renames a database file that SQLite calls malformed or none of its own, with its write-ahead log, so that a new one can be made.
 * Nothing is deleted. Any other error (rights, disk, locks) leaves it where it is.
 * @param inode of the file that was found broken: another process may have put it aside already
 * @returns the new path, "hostmedic.db.not-sqlite-1764230400000"; null when nothing was renamed
 */
export function putAside(file: string, inode: number, error: unknown, nowMs: number): string | null {
  const kind = kindOf(error);
  if (kind === null || !DATABASE_ENDING.test(file) || inodeOf(file) !== inode) return null;
  const aside = `${file}.${kind}-${nowMs}`;
  renameSync(file, aside);
  for (const ending of ['-wal', '-shm']) {
    if (existsSync(`${file}${ending}`)) renameSync(`${file}${ending}`, `${aside}${ending}`);
  }
  return aside;
}

/** @returns null when there is no such file, or nobody may look */
export function inodeOf(file: string): number | null {
  try {
    return statSync(file).ino;
  } catch {
    return null;
  }
}

function kindOf(error: unknown): 'not-sqlite' | 'damaged' | null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'SQLITE_NOTADB') return 'not-sqlite';
  return code.startsWith('SQLITE_CORRUPT') ? 'damaged' : null;
}
