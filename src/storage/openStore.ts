import type { OutcomeCounter } from './outcomeCounter.ts';
import type { SessionStore, StoreOptions } from './sessionStore.ts';
import { openSqliteOutcomes } from './sqliteOutcomes.ts';
import { openSqliteStore } from './sqliteStore.ts';
import { readStorageSetting } from './storageSetting.ts';

/**
 * Opens the storage that the setting HOSTMEDIC_STORAGE names. What only a server needs is loaded only when it is chosen.
 * @param setting see STORAGE_SCHEMES; "memory:" is for tests, nothing survives the process
 * @param root    folder of package.json
 * @throws CONFIG_INVALID for a setting that cannot be used; STORAGE_UNAVAILABLE when the storage cannot be opened
 */
export async function openStore(setting: string, root: string, options: StoreOptions = {}): Promise<SessionStore> {
  const place = readStorageSetting(setting, root);
  if (place.type === 'postgres') {
    const { openPostgresStore } = await import('./postgresStore.ts');
    return await openPostgresStore(place.url, options);
  }
  if (place.type === 'azure-blob') {
    const { openAzureBlobStore } = await import('./azureBlobStore.ts');
    return await openAzureBlobStore(place.connectionString, options);
  }
  return await openSqliteStore(place.file, options);
}

/**
 * Opens the counts of outcomes beside the sessions, in the storage that the same setting names; open the sessions first.
 * @throws as openStore
 */
export async function openOutcomes(setting: string, root: string): Promise<OutcomeCounter> {
  const place = readStorageSetting(setting, root);
  if (place.type === 'postgres') {
    const { openPostgresOutcomes } = await import('./postgresOutcomes.ts');
    return await openPostgresOutcomes(place.url);
  }
  if (place.type === 'azure-blob') {
    const { openAzureBlobOutcomes } = await import('./azureBlobOutcomes.ts');
    return await openAzureBlobOutcomes(place.connectionString);
  }
  return await openSqliteOutcomes(place.file);
}
