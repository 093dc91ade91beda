import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface Child {
  readonly pid: number;
  /** Everything it wrote so far. */
  readonly output: { readonly stdout: string; readonly stderr: string };
  /** Waits for a piece of standard output. @throws Error when the process ends before, with what it wrote */
  waitFor(pattern: RegExp): Promise<RegExpExecArray>;
  /** Exit code, or the signal that ended it. */
  readonly exited: Promise<number | string>;
  kill(signal: NodeJS.Signals): void;
  /** Nobody reads standard error any more. */
  closeStderr(): void;
}

/**
 * Starts one of the project's own modules as a process.
 * @param module path relative to the importing file without ending, as "./echoServer"
 * @param from   import.meta.url of the importer
 */
export function startModule(
  module: string,
  from: string,
  args: readonly string[] = [],
  env: NodeJS.ProcessEnv = {},
): Child {
  const script = fileURLToPath(new URL(`${module}.ts`, from));
  return startNode(['--import', 'tsx', script, ...args], { env: { ...process.env, ...env } });
}

/** Starts Node with the given arguments. */
export function startNode(
  args: readonly string[],
  options: { readonly env?: NodeJS.ProcessEnv; readonly cwd?: string } = {},
): Child {
  const child = spawn(process.execPath, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  const output = { stdout: '', stderr: '' };
  const exited = new Promise<number | string>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(code ?? signal ?? 'unknown'));
  });
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8');
    child[name].on('data', (text: string) => {
      output[name] += text;
    });
  }
  return {
    pid: child.pid ?? -1,
    output,
    exited,
    closeStderr: () => {
      child.stderr.destroy();
    },
    kill: (signal) => {
      child.kill(signal);
    },
    waitFor: async (pattern) => {
      for (;;) {
        const match = pattern.exec(output.stdout);
        if (match !== null) return match;
        const ended = await Promise.race([
          exited,
          new Promise<null>((resolve) => child.stdout.once('data', () => resolve(null))),
        ]);
        if (ended !== null && !pattern.test(output.stdout)) {
          throw new Error(`the process ended with ${ended} before it printed ${pattern}: ${output.stderr}`);
        }
      }
    },
  };
}
