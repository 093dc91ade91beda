import path from 'node:path';
import { HostmedicError } from '../model/errors.ts';
import type { OutcomeCounter } from './outcomeCounter.ts';
import type { SessionStore } from './sessionStore.ts';
import { openSqliteOutcomes } from './sqliteOutcomes.ts';
import { openSqliteStore } from './sqliteStore.ts';

/** What HOSTMEDIC_STORAGE may begin with, as shown in messages. */
export const STORAGE_SCHEMES = ['sqlite:PATH', 'memory:'] as const;

/**
 * Opens the storage that the setting HOSTMEDIC_STORAGE names.
 * @param setting "sqlite:PATH" (a relative path counts from `root`) or "memory:" (for tests; nothing survives the process)
 * @param root    folder of package.json
 * @throws CONFIG_INVALID for an unknown scheme or a missing path; STORAGE_UNAVAILABLE when it cannot be opened
 */
export function openStore(setting: string, root: string): SessionStore {
  return openSqliteStore(fileOf(setting, root));
}

/**
 * Opens the counts of outcomes beside the sessions, in the storage that the same setting names; open the sessions first.
 * @throws as openStore
 */
export function openOutcomes(setting: string, root: string): OutcomeCounter {
  return openSqliteOutcomes(fileOf(setting, root));
}

function fileOf(setting: string, root: string): string {
  const colon = setting.indexOf(':');
  const scheme = setting.slice(0, colon + 1).toLowerCase();
  const rest = setting.slice(colon + 1);
  if (scheme === 'memory:' && rest === '') return ':memory:';
  if (scheme === 'sqlite:' && rest.trim() !== '') return path.resolve(root, rest.trim());
  throw new HostmedicError(
    'CONFIG_INVALID',
    // Only the scheme is repeated: connection strings hold passwords.
    `HOSTMEDIC_STORAGE begins with "${scheme}" and cannot be used; known: ${STORAGE_SCHEMES.join(', ')}`,
  );
}
