import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { GUARDS, type Guard } from './guardList.ts';

/**
 * Takes each guard away in a copy of the sources and runs the test that must notice: npm run guards [-- PART OF A NAME].
 * Exit code 1 when a test stays green without its guard, or a guard is no longer found in its file.
 */
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const COPIED = ['src', 'dialogs', 'cards', 'test', 'catalog', 'web', 'package.json', 'tsconfig.json'];

const wanted = process.argv.slice(2);
const guards = GUARDS.filter(({ name }) => wanted.length === 0 || wanted.some((part) => name.includes(part)));
const copy = await mkdtemp(path.join(tmpdir(), 'hostmedic-guards-'));
try {
  for (const one of COPIED) await cp(path.join(ROOT, one), path.join(copy, one), { recursive: true });
  await symlink(path.join(ROOT, 'node_modules'), path.join(copy, 'node_modules'), 'junction');
  let faults = 0;
  for (const guard of guards) {
    const outcome = await tryWithout(guard);
    if (outcome !== 'noticed') faults += 1;
    console.log(`${outcome.padEnd(12)} ${guard.name} (${guard.test})`);
  }
  console.log(`${guards.length} guards, ${faults} not noticed`);
  process.exitCode = faults === 0 ? 0 : 1;
} finally {
  await rm(copy, { recursive: true, force: true, maxRetries: 5 });
}

async function tryWithout({ file, guard, without, test }: Guard): Promise<'noticed' | 'NOT NOTICED' | 'NOT FOUND'> {
  const place = path.join(copy, file);
  const source = await readFile(place, 'utf8');
  if (source.split(guard).length !== 2) return 'NOT FOUND';
  await writeFile(
    place,
    source.replace(guard, () => without),
  );
  const isGreen = await passes(test);
  await writeFile(place, source);
  return isGreen ? 'NOT NOTICED' : 'noticed';
}

async function passes(test: string): Promise<boolean> {
  const mocha = path.join(copy, 'node_modules', 'mocha', 'bin', 'mocha.js');
  const args = ['--import', 'tsx', mocha, '--no-config', '--bail', '--exit', '--timeout', '30000', test];
  const child = spawn(process.execPath, args, { cwd: copy, stdio: 'ignore' });
  return (await new Promise((resolve) => child.once('close', resolve))) === 0;
}
