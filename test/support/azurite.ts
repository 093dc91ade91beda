import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { startNode } from './child.ts';
import type { Child } from './child.ts';

/** Azure Blob Storage on this machine. */
export interface Azurite {
  readonly port: number;
  /** Connection string of a storage account in which nothing is. */
  newAccount(): string;
}

const NOT_RUN =
  'not run: no Azurite (npm install --prefix FOLDER azurite@3.35.0 in a folder of its own, and HOSTMEDIC_TEST_AZURITE=FOLDER)';
const ACCOUNTS = 200;

/**
 * Declares tests that need Azure Blob Storage: Azurite, from the folder that HOSTMEDIC_TEST_AZURITE names. Without it they are
 * one pending test; with HOSTMEDIC_TEST_ALL=1 that is a failure.
 */
export function describeWithAzurite(title: string, declare: (azurite: () => Azurite) => void): void {
  const folder = process.env['HOSTMEDIC_TEST_AZURITE'] ?? '';
  const program = path.resolve(folder, 'node_modules/azurite/dist/src/blob/main.js');
  describe(title, function () {
    this.timeout(60_000);
    if (folder === '' || !existsSync(program)) {
      it(NOT_RUN, process.env['HOSTMEDIC_TEST_ALL'] === '1' ? () => assert.fail(NOT_RUN) : undefined);
      return;
    }
    let child: Child | null = null;
    let azurite: Azurite;
    before('Azurite', async () => {
      const key = randomBytes(64).toString('base64');
      const names = Array.from({ length: ACCOUNTS }, (_, number) => `hostmedic${number}`);
      child = startNode(
        [
          program,
          '--inMemoryPersistence',
          '--silent',
          '--blobHost',
          '127.0.0.1',
          '--blobPort',
          '0',
          '--skipApiVersionCheck',
          '--disableTelemetry',
        ],
        { env: { ...process.env, AZURITE_ACCOUNTS: names.map((name) => `${name}:${key}`).join(';') } },
      );
      const [, port = ''] = await child.waitFor(/successfully listens on http:\/\/127\.0\.0\.1:(\d+)/);
      azurite = {
        port: Number(port),
        newAccount: () => {
          const name = names.pop() ?? '';
          return `DefaultEndpointsProtocol=http;AccountName=${name};AccountKey=${key};BlobEndpoint=http://127.0.0.1:${port}/${name};`;
        },
      };
    });
    after(async () => {
      child?.kill('SIGKILL');
      await child?.exited;
    });
    declare(() => azurite);
  });
}
