import { mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { findModule } from '../../src/catalog/findModule.ts';
import { startNode, type Child } from '../../test/support/child.ts';
import { APP_ID, type KeyServer } from '../../test/support/keyServer.ts';
import type { Sink } from './sink.ts';

/** What a bench works with. */
export interface Surroundings {
  readonly keys: KeyServer;
  readonly sink: Sink;
  /** For databases and temporary files; removed at the end. */
  readonly folder: string;
  /** A token that outlives the bench. */
  readonly authorization: string;
  /** At most 5 seconds for each row. */
  readonly quick: boolean;
  /** Processor profiles of the bots go to this folder; undefined: none are made. */
  readonly profile: string | undefined;
}

/** A bot as a process of its own. */
export interface BotProcess {
  readonly port: number;
  /** Milliseconds from the spawn to the line LISTENING. */
  readonly readyMs: number;
  /** Values of /metrics by name, labels included. */
  usage(): Promise<ReadonlyMap<string, number>>;
  /** Files that it left in its folder for temporary files. */
  temporaryFiles(): number;
  stop(): Promise<void>;
  kill(): Promise<void>;
}

const TOKEN = 'token-of-the-load-bench';
let started = 0;

/** Starts Hostmedic as guardedBot.ts, or the echo bot. Both run as compiled JavaScript, as in production. */
export async function startProcess(
  which: 'hostmedic' | 'echo',
  around: Surroundings,
  env: Readonly<Record<string, string>> = {},
): Promise<BotProcess> {
  started += 1;
  const folder = path.join(around.folder, `${which}-${started}`);
  const temporary = path.join(folder, 'tmp');
  mkdirSync(temporary, { recursive: true });
  const module = findModule(which === 'echo' ? 'bench/echoBot' : 'test/support/guardedBot');
  const startMs = performance.now();
  const profiling = around.profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${around.profile}`];
  const child = startNode([...profiling, module], {
    env: {
      ...process.env,
      PORT: '0',
      STATE_DIR: folder,
      TMPDIR: temporary,
      MicrosoftAppId: APP_ID,
      TEST_OIDC: around.keys.metadataUrl,
      TEST_SERVICE_URL: around.sink.serviceUrl,
      HOSTMEDIC_METRICS_TOKEN: TOKEN,
      ...env,
    },
  });
  const port = Number((await child.waitFor(/LISTENING (\d+)/))[1]);
  const readyMs = performance.now() - startMs;
  return {
    port,
    readyMs,
    usage: async () => await readUsage(port),
    temporaryFiles: () => readdirSync(temporary, { recursive: true }).length,
    stop: async () => await ended(child, 'SIGTERM'),
    kill: async () => await ended(child, 'SIGKILL'),
  };
}

async function ended(child: Child, signal: NodeJS.Signals): Promise<void> {
  child.kill(signal);
  await child.exited;
}

async function readUsage(port: number): Promise<ReadonlyMap<string, number>> {
  const answer = await fetch(`http://127.0.0.1:${port}/metrics`, { headers: { authorization: `Bearer ${TOKEN}` } });
  const lines = (await answer.text()).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.split(' ').at(-1))]));
}

export const CPU = 'process_cpu_seconds_total';
export const RSS = 'process_resident_memory_bytes';
export const LAG = 'nodejs_eventloop_lag_p99_seconds';
export const FDS = 'process_open_fds';
export const RUNNING = 'hostmedic_turns_running';

/** A value of /metrics; 0 when it is not there. */
export function valueOf(usage: ReadonlyMap<string, number>, name: string): number {
  return usage.get(name) ?? 0;
}

/** Milliseconds of the processor for one turn, from two readings of `CPU` in seconds. */
export function cpuPerTurn(before: number, after: number, turns: number): number {
  return ((after - before) * 1000) / Math.max(1, turns);
}
