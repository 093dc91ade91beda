import { openAzureBlobStore } from '../../src/storage/azureBlobStore.ts';
import type { SessionStore } from '../../src/storage/sessionStore.ts';
import { describeWithAzurite } from '../support/azurite.ts';
import { describeContract } from './contract.ts';

describeWithAzurite('Azure Blob Storage', (azurite) => {
  describeContract(
    'an Azure Blob container',
    () => {
      const opened: SessionStore[] = [];
      const account = azurite().newAccount();
      return {
        open: async (clock) => {
          const store = await openAzureBlobStore(account, { tryMs: 20_000, ...(clock === undefined ? {} : { clock }) });
          opened.push(store);
          return store;
        },
        setting: () => `azure-blob:${account}`,
        clear: async () => {
          for (const store of opened) await store.close();
        },
      };
    },
    400,
  );
});
