// One build at a time in one folder. A folder is the lock: making one fails everywhere when it is there already.
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A lock whose owner has not written its id by then was left by a process that died in between. */
const NAMELESS_MS = 5_000;

/** Nobody waits longer than this for another build. */
const WAIT_MS = 120_000;

/**
 * Runs the work while no other process of this root does; waits for the one that does.
 * @template T
 * @param {string} root
 * @param {() => T | Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withBuildLock(root, work) {
  const lock = path.join(root, 'lib.lock');
  const deadline = performance.now() + WAIT_MS;
  while (!take(lock)) {
    if (isAbandoned(lock) || performance.now() > deadline) rmSync(lock, { recursive: true, force: true });
    else await sleep(50);
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { recursive: true, force: true, maxRetries: 5 });
  }
}

/**
 * @param {number} pid
 * @returns {boolean} true also for a process of another account
 */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** @param {string} lock */
function take(lock) {
  try {
    mkdirSync(lock);
    writeFileSync(path.join(lock, 'pid'), String(process.pid));
    return true;
  } catch (error) {
    // EPERM: Windows, while the folder is being removed.
    if (error instanceof Error && 'code' in error && ['EEXIST', 'EPERM'].includes(String(error.code))) return false;
    throw error;
  }
}

/** @param {string} lock */
function isAbandoned(lock) {
  try {
    const pid = Number(readFileSync(path.join(lock, 'pid'), 'utf8'));
    if (pid > 0) return !isAlive(pid);
    return Date.now() - statSync(lock).mtimeMs > NAMELESS_MS;
  } catch {
    try {
      return Date.now() - statSync(lock).mtimeMs > NAMELESS_MS;
    } catch {
      // Gone already: free.
      return false;
    }
  }
}
