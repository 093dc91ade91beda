// Checks types, bundles TypeScript and compiles the catalog into a folder of its own and puts it in the place of lib/ when all of it is right.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive, withBuildLock } from './buildLock.mjs';
import { bundle } from './bundle.mjs';
import { fingerprint } from './fingerprint.mjs';

const STAMP = '.stamp.json';

/**
 * Builds unless lib/ was made from the sources that are there now.
 * @param {string} root
 * @returns {Promise<boolean>} false: the build failed, the faults are on standard error, lib/ is as it was
 */
export async function buildIfStale(root) {
  if (isFresh(root)) return true;
  // Who waited for another launch finds its result.
  return withBuildLock(root, () => (isFresh(root) ? true : buildNow(root)));
}

/**
 * Builds from empty.
 * @param {string} root
 * @returns {Promise<boolean>} see buildIfStale
 */
export async function build(root) {
  return withBuildLock(root, () => buildNow(root));
}

/**
 * @param {string} root
 * @returns {boolean} lib/ was made from the sources that are there now
 */
export function isFresh(root) {
  const file = path.join(root, 'lib', STAMP);
  const stamp = readStamp(file);
  if (stamp === null) return false;
  const now = fingerprint(root);
  if (stamp.quick === now.quick) return true;
  if (stamp.content !== now.content()) return false;
  // Same contents, other times (a fresh checkout, a copy): not worth a build, and not worth a failure.
  try {
    writeFileSync(file, JSON.stringify({ quick: now.quick, content: now.content() }));
  } catch {
    // A read-only installation compares contents each time.
  }
  return true;
}

/** @param {string} file */
function readStamp(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/** @param {string} root */
async function buildNow(root) {
  const started = performance.now();
  removeLeftovers(root);
  const draft = path.join(root, `lib.${process.pid}`);
  try {
    // Before compiling: a file that changes meanwhile makes the result stale, not wrong.
    const now = fingerprint(root);
    const content = now.content();
    if (!(await compileTypeScript(root, draft))) return false;
    await compileCatalog(root, draft);
    writeFileSync(path.join(draft, STAMP), JSON.stringify({ quick: now.quick, content }));
    await swapIn(root, draft);
    process.stderr.write(`built in ${((performance.now() - started) / 1000).toFixed(1)} s\n`);
    return true;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? `${String(error.code)}  ` : '';
    const message = error instanceof Error ? error.message : String(error);
    process.stderr.write(`${code}${message}\nnot built; lib is as it was\n`);
    return false;
  } finally {
    rmSync(draft, { recursive: true, force: true, maxRetries: 5 });
  }
}

/**
 * @param {string} root
 * @param {string} draft
 */
async function compileTypeScript(root, draft) {
  for (const name of ['typescript', 'esbuild']) {
    if (!existsSync(path.join(root, 'node_modules', name))) throw new Error(`${name} is not installed; run npm ci`);
  }
  const [isTyped, bundled] = await Promise.all([checkTypes(root), bundle(root, draft).catch(toError)]);
  if (!isTyped) process.stderr.write('not built: TypeScript found the faults above; lib is as it was\n');
  else if (bundled instanceof Error) throw bundled;
  return isTyped;
}

/** @param {string} root */
async function checkTypes(root) {
  const args = [path.join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', root];
  const [code] = await once(spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 2, 2] }), 'close');
  return code === 0;
}

/** @param {unknown} error */
function toError(error) {
  return error instanceof Error ? error : new Error(String(error));
}

/**
 * @param {string} root
 * @param {string} draft
 */
async function compileCatalog(root, draft) {
  const { writeCompiledCatalog } = await import(pathToFileURL(path.join(draft, 'src', 'catalog', 'compiled.js')).href);
  writeCompiledCatalog(root, path.join(draft, 'catalog.json'));
}

/**
 * @param {string} root
 * @param {string} draft
 */
async function swapIn(root, draft) {
  const lib = path.join(root, 'lib');
  const old = path.join(root, `lib.old.${process.pid}`);
  // Windows refuses to rename a folder while a scanner or another process holds a file of it: try again for 5 s.
  for (let attempt = 1; ; attempt++) {
    try {
      if (existsSync(lib)) renameSync(lib, old);
      renameSync(draft, lib);
      break;
    } catch (error) {
      if (!existsSync(lib) && existsSync(old)) renameSync(old, lib);
      if (attempt === 50) throw error;
      await sleep(100);
    }
  }
  try {
    rmSync(old, { recursive: true, force: true, maxRetries: 5 });
  } catch {
    // A running program still reads from it (Windows); the next build removes it.
  }
}

/**
 * Removes what builds left that were killed.
 * @param {string} root
 */
function removeLeftovers(root) {
  for (const name of readdirSync(root)) {
    const pid = /^lib\.(?:old\.)?(\d+)$/.exec(name)?.[1];
    if (pid === undefined || (Number(pid) !== process.pid && isAlive(Number(pid)))) continue;
    try {
      rmSync(path.join(root, name), { recursive: true, force: true });
    } catch {
      // Still in use; next time.
    }
  }
}
