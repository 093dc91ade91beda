import { join } from 'node:path';
import { findRoot } from './findRoot.ts';

/**
 * Finds one of the project's own modules that is to run as a thread or a process of its own. In lib/ the code of a module may
 * stand in a chunk that it shares with others, so it cannot look beside itself.
 * @param name as in ENTRIES of scripts/bundle.mjs: "src/storage/sqliteWorker"
 * @returns absolute path: the source for who runs from source, else what was built from it
 */
export function findModule(name: string): string {
  return import.meta.url.endsWith('.ts') ? join(findRoot(), `${name}.ts`) : join(findRoot(), 'lib', `${name}.js`);
}
