import { randomUUID } from 'node:crypto';
import { startModule, type Child } from './child.ts';
import type { Connector } from './connector.ts';
import { APP_ID, type KeyServer } from './keyServer.ts';
import { ALICE, messageOf } from './wire.ts';

/** The guarded production bot as a process of its own; several of them may share one storage. */
export interface Replica {
  readonly port: number;
  readonly child: Child;
  /** Sends an activity with a token of the connector; `changes` are laid over a message of Alice's. */
  post(changes: object): Promise<Response>;
  /** SIGKILL. */
  kill(): Promise<void>;
}

export interface Surroundings {
  readonly keys: KeyServer;
  readonly connector: Connector;
  /** As HOSTMEDIC_STORAGE. */
  readonly storage: string;
  readonly env?: NodeJS.ProcessEnv;
}

export async function startReplica({ keys, connector, storage, env = {} }: Surroundings): Promise<Replica> {
  const child = startModule('./guardedBot', import.meta.url, [], {
    NODE_ENV: 'production',
    LOG_LEVEL: 'warn',
    PORT: '0',
    MicrosoftAppId: APP_ID,
    TEST_OIDC: keys.metadataUrl,
    TEST_SERVICE_URL: connector.serviceUrl,
    HOSTMEDIC_STORAGE: storage,
    ...env,
  });
  const port = Number((await child.waitFor(/LISTENING (\d+)/))[1]);
  const authorization = await keys.token({ serviceurl: connector.serviceUrl });
  return {
    port,
    child,
    post: async (changes) =>
      await fetch(`http://127.0.0.1:${port}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization },
        body: JSON.stringify({ ...messageOf(ALICE, connector.serviceUrl), id: randomUUID(), ...changes }),
      }),
    kill: async () => {
      child.kill('SIGKILL');
      await child.exited;
    },
  };
}
