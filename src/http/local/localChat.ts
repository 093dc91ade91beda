import path from 'node:path';
import type { Server } from 'restify';
import { mountLocalChannel } from './localChannel.ts';
import { mountLocalPages } from './localPages.ts';

export interface LocalChatOptions {
  /** Known once the server listens. */
  readonly port: () => number;
  /** Folder of package.json; the page is in its folder `web`. */
  readonly root: string;
}

/**
 * Adds the local chat: the page at `/`, and the channel behind it under `/local/`.
 * For a server without credentials only: it listens on loopback and checks Host, and nobody is asked who they are.
 * @throws Error of the file system when a file of the page cannot be read
 */
export function mountLocalChat(server: Server, options: LocalChatOptions): void {
  mountLocalPages(server, path.join(options.root, 'web'));
  mountLocalChannel(server, options.port);
}
