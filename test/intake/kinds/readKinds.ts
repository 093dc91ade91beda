import { readFileSync } from 'node:fs';
import { readDocument } from '../../../src/intake/readDocument.ts';
import { findRoot } from '../../../src/catalog/findRoot.ts';
import type { ArtifactKind, Slot } from '../../../src/model/artifact.ts';

export const KINDS: readonly ArtifactKind[] = [
  'browser-page',
  'windows-event',
  'ancm-stdout-log',
  'ancm-debug-log',
  'iis-w3c-log',
  'httperr-log',
  'freb-trace',
  'installer-log',
  'dotnet-cli',
  'appcmd-output',
  'stack-trace',
  'web-config',
  'application-host-config',
  'runtime-config',
  'deps-json',
  'har',
  'http-trace',
  'prose',
];

export interface KindSample {
  readonly name: string;
  readonly text: string;
}

/**
 * @param name of a file in this folder, without ".txt"; its samples stand below lines "%% name"
 * @returns in the order of the file; lines end with \n, the last one with nothing
 */
export function readSamples(name: string): readonly KindSample[] {
  const text = readFileSync(`${findRoot()}/test/intake/kinds/${name}.txt`, 'utf8');
  return text
    .split(/^%% /m)
    .slice(1)
    .map((part) => {
      const end = part.indexOf('\n');
      return { name: part.slice(0, end), text: part.slice(end + 1).trimEnd() };
    });
}

/** Kinds in the order of the text, neighbours of one kind once. */
export function kindsIn(text: string, slot: Slot = 'text'): readonly ArtifactKind[] {
  const kinds = readDocument(slot, text).artifacts.map(({ kind }) => kind);
  return kinds.filter((kind, index) => kind !== kinds[index - 1]);
}

/** The kind most characters of a text belong to. */
export function mainKind(text: string): ArtifactKind | undefined {
  const sizes = new Map<ArtifactKind, number>();
  for (const { kind, start, end } of readDocument('text', text).artifacts)
    sizes.set(kind, (sizes.get(kind) ?? 0) + end - start);
  return [...sizes].sort((a, b) => b[1] - a[1])[0]?.[0];
}
