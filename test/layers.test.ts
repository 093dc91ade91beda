import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { findRoot } from '../src/catalog/findRoot.ts';

/** Rooms in the order in which they may know each other: a file imports its own room or a lower number (docs/design.md). */
const ROOMS: readonly (readonly [folder: string, room: number])[] = [
  ['src/model/', 1],
  ['src/intake/', 2],
  ['src/catalog/', 2],
  ['src/diagnosis/', 3],
  ['src/session/', 4],
  ['src/storage/', 5],
  ['cards/', 6],
  ['dialogs/', 7],
  ['src/bot/', 8],
  ['src/http/', 9],
  ['src/', 10],
];
const CHAT_PACKAGES = ['botbuilder', 'botbuilder-dialogs', 'botframework-schema', 'restify', 'adaptivecards'];

interface Import {
  readonly file: string;
  readonly target: string;
  /** Types are gone when the program runs. */
  readonly isType: boolean;
}

describe('rooms', () => {
  const root = findRoot();
  const imports = ['src', 'dialogs', 'cards'].flatMap((folder) => importsOf(root, folder));

  it('a file imports its own room or a lower one', () => {
    const upward = imports.filter(
      ({ file, target }) => target.startsWith('.') && roomOf(resolved(file, target)) > roomOf(file),
    );
    assert.deepEqual(upward, []);
  });

  it('rooms 2 do not import each other', () => {
    const across = imports.filter(({ file, target }) => {
      const to = target.startsWith('.') ? resolved(file, target) : '';
      return (
        (file.startsWith('src/intake/') && to.startsWith('src/catalog/')) ||
        (file.startsWith('src/catalog/') && to.startsWith('src/intake/'))
      );
    });
    assert.deepEqual(across, []);
  });

  it('rooms 1 to 6 know no chat, server or card package', () => {
    const leaks = imports.filter(
      ({ file, target }) =>
        roomOf(file) <= 6 && CHAT_PACKAGES.some((name) => target === name || target.startsWith(`${name}/`)),
    );
    assert.deepEqual(leaks, []);
  });

  it('counters are made in one file, the rooms are handed them', () => {
    const users = imports.filter(({ target }) => target === 'prom-client').map(({ file }) => file);
    assert.deepEqual(users, ['src/metrics.ts']);
  });

  it('the dialogs package is not loaded as a whole: it brings recognizers that cost a third of the start', () => {
    const whole = imports.filter(({ target, isType }) => target === 'botbuilder-dialogs' && !isType);
    assert.deepEqual(whole, []);
  });

  it('the model imports nothing outside itself', () => {
    const outside = imports.filter(({ file, target }) => roomOf(file) === 1 && !target.startsWith('./'));
    assert.deepEqual(outside, []);
  });

  it('finds imports at all', () => {
    assert.ok(imports.length > 100, `${imports.length} imports`);
  });
});

function importsOf(root: string, folder: string): Import[] {
  const files = readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  return files.flatMap((name) => {
    const file = `${folder}/${name.replaceAll('\\', '/')}`;
    const source = readFileSync(path.join(root, file), 'utf8');
    return [
      ...source.matchAll(/(?:^|\n)(?:import|export)\s[^;]*?from\s+'([^']+)'|(?:^|[^.\w])import\('([^']+)'\)/g),
    ].map((match) => ({
      file,
      target: match[1] ?? match[2] ?? '',
      isType: /^\s*(?:import|export)\s+type\s/.test(match[0]),
    }));
  });
}

function resolved(file: string, target: string): string {
  return path.posix.normalize(path.posix.join(path.posix.dirname(file), target));
}

function roomOf(file: string): number {
  return ROOMS.find(([folder]) => file.startsWith(folder))?.[1] ?? 10;
}
