import { readdirSync, readFileSync, readlinkSync, statfsSync } from 'node:fs';

export type Environment = Readonly<Record<string, string | undefined>>;

/** What the checks look at; tests give their own. */
export interface Surroundings {
  /** Folder of package.json. */
  readonly root: string;
  /** Folder the command was started in. */
  readonly cwd: string;
  /** The environment of the process, without .env. */
  readonly given: Environment;
  readonly platform: NodeJS.Platform;
  /** Wall clock in milliseconds. */
  readonly now: () => number;
  /** Text of /proc/mounts; empty where there is none. */
  readonly mounts: () => string;
  /** Bytes that this account may still write in a folder; null when the system does not say. */
  readonly freeBytes: (folder: string) => number | null;
  /** Other processes that have the file open; null when the system does not say. */
  readonly usersOf: (file: string) => readonly number[] | null;
  /** Address whose Date header is compared with the clock; null: stay offline. */
  readonly clockUrl: string | null;
}

/** This machine. */
export function thisMachine(root: string, clockUrl: string | null): Surroundings {
  return {
    root,
    cwd: process.cwd(),
    given: { ...process.env },
    platform: process.platform,
    now: Date.now,
    mounts: () => textOf('/proc/mounts'),
    freeBytes,
    usersOf,
    clockUrl,
  };
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function freeBytes(folder: string): number | null {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return null;
  }
}

/** Linux shows the open files of each process of this account (of all accounts to root). */
function usersOf(file: string): readonly number[] | null {
  const processes = entriesOf('/proc').filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid);
  if (processes.length === 0) return null;
  return processes
    .filter((name) => entriesOf(`/proc/${name}/fd`).some((fd) => targetOf(`/proc/${name}/fd/${fd}`) === file))
    .map(Number);
}

function entriesOf(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function targetOf(link: string): string {
  try {
    return readlinkSync(link);
  } catch {
    // The process or the file was closed meanwhile.
    return '';
  }
}
